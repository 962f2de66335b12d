import { z } from 'zod'
import { Text } from '../kernel/text.ts'
import { checkCrosswalk } from './crosswalk-checks.ts'
import type { ModelError } from './errors.ts'
import { publishedSchema } from './json-schema.ts'
import { CrosswalkRelation, type Model, ModelKey, ModelVersion, Paragraph, Sentence } from './schema.ts'
import { errorsOfFindings, errorsOfShape, readModelFile } from './source-errors.ts'

/**
 * Where ladders meet another framework: every dimension either touches some of its points, or none with a reason.
 * Data only; a crosswalk never produces a score. The files are `content/crosswalks/<id>.yaml`.
 */

const Place = z.string().min(1).max(80)

const Point = z.strictObject({
  id: Place,
  name: Text,
  at: Place.describe('Where the source says it, such as its paragraphs'),
  source: ModelKey,
})

const Touch = z.strictObject({
  id: Place,
  relation: CrosswalkRelation,
  because: Sentence,
  source: ModelKey,
})

const DimensionTouches = z.union([
  z.strictObject({ id: ModelKey, points: z.array(Touch).min(1).max(50) }),
  z.strictObject({ id: ModelKey, none: Sentence.describe('Why the dimension touches no point') }),
])

export const Crosswalk = z.strictObject({
  format: z.literal('stegvis-crosswalk/1'),
  id: ModelKey,
  version: ModelVersion,
  licence: z.string().min(1).max(80),
  authors: z.array(z.string().min(1).max(200)).min(1).max(50),
  name: Sentence,
  about: Paragraph,
  sources: z
    .array(
      z.strictObject({
        id: ModelKey,
        title: z.string().min(1).max(400),
        address: z.url(),
        use: Sentence,
        licence: z.string().min(1).max(120),
      }),
    )
    .min(1)
    .max(50),
  framework: z.strictObject({
    key: ModelKey.describe('What the `crosswalk` of a model calls the framework in `to`'),
    title: z.string().min(1).max(200),
    points: z.array(Point).min(1).max(200),
  }),
  models: z
    .array(
      z.strictObject({ model: ModelKey, version: ModelVersion, dimensions: z.array(DimensionTouches).min(1).max(100) }),
    )
    .min(1)
    .max(50),
  untouched: z
    .array(z.strictObject({ id: Place, because: Sentence }))
    .max(200)
    .optional()
    .describe('The points that no dimension touches, and why'),
})
export type Crosswalk = z.infer<typeof Crosswalk>

export type ParsedCrosswalk = { ok: true; crosswalk: Crosswalk } | { ok: false; errors: ModelError[] }

/** Reads a crosswalk and checks it against the ladders it names. Never throws. */
export function parseCrosswalk(text: string, fileName: string, models: readonly Model[]): ParsedCrosswalk {
  const read = readModelFile(text, fileName)
  if (!read.ok) return read
  const shaped = Crosswalk.safeParse(read.source.data)
  if (!shaped.success) return { ok: false, errors: errorsOfShape(read.source, fileName, shaped.error) }
  const findings = checkCrosswalk(shaped.data, models)
  if (findings.length === 0) return { ok: true, crosswalk: shaped.data }
  return { ok: false, errors: errorsOfFindings(read.source, fileName, findings) }
}

/** The published JSON Schema of a crosswalk file. */
export function crosswalkJsonSchema(): Record<string, unknown> {
  const named = { key: ModelKey, version: ModelVersion, sentence: Sentence, paragraph: Paragraph, touch: Touch }
  return publishedSchema(Crosswalk, named, {
    $id: 'https://stegvis.example/schemas/stegvis-crosswalk-1.schema.json',
    title: 'Stegvis crosswalk',
    description: 'Where ladders meet another framework. Described in docs/crosswalks.md.',
  })
}
