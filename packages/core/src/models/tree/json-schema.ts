import type { z } from 'zod'
import { publishedSchema } from '../json-schema.ts'
import * as ladder from '../schema.ts'
import * as shapes from './schema.ts'
import * as actions from './schema-actions.ts'
import * as nodes from './schema-nodes.ts'
import * as rollUp from './schema-roll-up.ts'
import * as scales from './schema-scales.ts'
import * as versions from './schema-versions.ts'
import * as words from './schema-words.ts'

/** Shapes used in several places, under the names they have in the published schema. */
const NAMED = {
  key: ladder.ModelKey,
  version: ladder.ModelVersion,
  'evidence-class': ladder.EvidenceClass,
  importance: ladder.Importance,
  'language-tag': words.LanguageTag,
  texts: words.Texts,
  expression: words.Expression,
  fact: shapes.Fact,
  option: scales.Option,
  scale: scales.Scale,
  crosswalk: words.TreeCrosswalk,
  question: shapes.TreeQuestion,
  need: rollUp.Need,
  'roll-up': rollUp.RollUp,
  modifier: rollUp.Modifier,
  band: rollUp.Band,
  star: rollUp.Star,
  leaf: nodes.Leaf,
  node: nodes.TreeNode,
  view: nodes.View,
  target: actions.TargetProfile,
  ranking: actions.TreeRanking,
  action: actions.TreeAction,
  'key-figure': actions.TreeKeyFigure,
  'question-change': versions.QuestionChange,
  migration: versions.Migration,
  bucket: shapes.Bucket,
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
