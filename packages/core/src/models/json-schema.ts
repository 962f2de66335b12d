import { z } from 'zod'
import * as shapes from './schema.ts'

const SCHEMA_ID = 'https://stegvis.example/schemas/stegvis-model-1.schema.json'

/** Shapes used in several places, under the names they have in the published schema. */
const NAMED = {
  key: shapes.ModelKey,
  name: shapes.Name,
  'short-name': shapes.ShortName,
  sentence: shapes.Sentence,
  paragraph: shapes.Paragraph,
  'level-number': shapes.LevelNumber,
  'evidence-class': shapes.EvidenceClass,
  source: shapes.Source,
  level: shapes.Level,
  criterion: shapes.Criterion,
  rung: shapes.Rung,
  dimension: shapes.Dimension,
  rule: shapes.Rule,
  'key-figure': shapes.KeyFigure,
  action: shapes.Action,
} satisfies Record<string, z.ZodType>

/**
 * The published JSON Schema (2020-12) of a model file, for editors and other programs. It tells shapes only;
 * `parseModel` also checks what keys mean together.
 */
export function modelJsonSchema(): Record<string, unknown> {
  return publishedSchema(shapes.Model, NAMED, {
    $id: SCHEMA_ID,
    title: 'Stegvis maturity model',
    description: 'One maturity ladder. The format is described in docs/model-format.md.',
  })
}

/** The JSON Schema of a file format, with `named` as its definitions. */
export function publishedSchema(
  schema: z.ZodType,
  named: Readonly<Record<string, z.ZodType>>,
  head: { $id: string; title: string; description: string },
): Record<string, unknown> {
  // Names live in a registry of their own, so that the interface's documentation is free to use others.
  const names = z.registry<{ id: string }>()
  for (const [id, shape] of Object.entries(named)) names.add(shape, { id })
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io: 'input',
    metadata: names,
    override: ({ zodSchema, jsonSchema }) => {
      const { description, format } = z.globalRegistry.get(zodSchema) ?? {}
      if (description) jsonSchema.description = description
      if (typeof format === 'string') jsonSchema.format = format
      delete jsonSchema.id
    },
  })
  return { $schema, ...head, ...rest }
}

/** A published schema as the text of the committed file. */
export function printJsonSchema(schema: Record<string, unknown>): string {
  return `${JSON.stringify(schema, null, 2)}\n`
}
