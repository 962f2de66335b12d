import type { z } from 'zod'
import { publishedSchema } from '../json-schema.ts'
import * as ladder from '../schema.ts'
import * as shapes from './schema.ts'

/** Shapes used in several places, under the names they have in the published schema. */
const NAMED = {
  key: ladder.ModelKey,
  version: ladder.ModelVersion,
  'evidence-class': ladder.EvidenceClass,
  importance: ladder.Importance,
  'language-tag': shapes.LanguageTag,
  texts: shapes.Texts,
  expression: shapes.Expression,
  fact: shapes.Fact,
  option: shapes.Option,
  scale: shapes.Scale,
  crosswalk: shapes.TreeCrosswalk,
  question: shapes.TreeQuestion,
  need: shapes.Need,
  'roll-up': shapes.RollUp,
  modifier: shapes.Modifier,
  band: shapes.Band,
  star: shapes.Star,
  leaf: shapes.Leaf,
  node: shapes.TreeNode,
  view: shapes.View,
  target: shapes.TargetProfile,
  ranking: shapes.TreeRanking,
  action: shapes.TreeAction,
  'key-figure': shapes.TreeKeyFigure,
  'question-change': shapes.QuestionChange,
  migration: shapes.Migration,
  example: shapes.Example,
  source: shapes.TreeSource,
} satisfies Record<string, z.ZodType>

/**
 * The published JSON Schema (2020-12) of a tree model, for editors and other programs. It tells shapes only;
 * `parseTreeModel` also checks what keys mean together.
 */
export function treeJsonSchema(): Record<string, unknown> {
  return publishedSchema(shapes.TreeModel, NAMED, {
    $id: 'https://stegvis.example/schemas/stegvis-model-2.schema.json',
    title: 'Stegvis tree model',
    description: 'One maturity model as a tree of any depth. The format is described in docs/tree-format.md.',
  })
}
