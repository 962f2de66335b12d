import { z } from 'zod'
import { PlainDate } from '../../kernel/day.ts'
import { EvidenceClass, Importance, ModelKey, ModelVersion } from '../schema.ts'
import { TargetProfile, TreeAction, TreeKeyFigure, TreeRanking } from './schema-actions.ts'
import { TreeNode, View } from './schema-nodes.ts'
import { Policies } from './schema-roll-up.ts'
import { Allowance, Scale } from './schema-scales.ts'
import { Migration } from './schema-versions.ts'
import { Expression, LanguageTag, Texts, TREE_LIMITS, TreeCrosswalk, TreeName } from './schema-words.ts'

/**
 * The shape of a tree model, `format: stegvis-model/2`, key by key as `docs/tree-format.md` describes it: scales,
 * questions, and one or more trees of nodes that roll the answers up. Any published method can be written so.
 *
 * What one key alone cannot tell (unknown ids, cycles, bands out of order, missing languages) is in `checks.ts`.
 */

const FactBase = { id: ModelKey, name: TreeName }
export const Fact = z.discriminatedUnion('type', [
  z.strictObject({ ...FactBase, type: z.literal('number'), unit: z.string().min(1).max(40).optional() }),
  z.strictObject({
    ...FactBase,
    type: z.literal('code'),
    codes: z.array(z.string().min(1).max(40)).max(500).optional(),
  }),
  z.strictObject({ ...FactBase, type: z.literal('truth') }),
  z.strictObject({ ...FactBase, type: z.literal('day') }),
])
export type Fact = z.infer<typeof Fact>

export const TreeQuestion = z.strictObject({
  id: ModelKey,
  scale: ModelKey,
  text: Texts,
  help: Texts.optional(),
  importance: Importance,
  'visible-when': Expression.optional(),
  'hidden-when-undetermined': z
    .boolean()
    .optional()
    .describe('What happens while the condition cannot be told; shown unless true'),
  unknown: Allowance.optional().describe('“Don’t know” to this question, whatever its scale says'),
  'not-applicable': Allowance.optional().describe('“Not applicable” to this question, whatever its scale says'),
  evidence: EvidenceClass.optional().describe('The least class, where it is not the option that says so'),
  'best-before-months': z.int().min(1).max(120).optional(),
  source: ModelKey.optional(),
  crosswalk: z.array(TreeCrosswalk).max(50).optional(),
})
export type TreeQuestion = z.infer<typeof TreeQuestion>

/** Which voice the result is made from, and how several people of the company meet in one. */
export const Voices = z.strictObject({
  result: z.enum(['self', 'coach', 'lower', 'agreed']),
  respondents: z.enum(['lower-median', 'mean', 'agreed']),
})
export type Voices = z.infer<typeof Voices>

/** Answers kept as an example with what they must give: the author's own tests. */
export const Example = z.strictObject({
  name: z.string().min(1).max(200),
  profile: z.record(ModelKey, z.union([z.number(), z.string(), z.boolean()])).optional(),
  answers: z.record(ModelKey, z.unknown()),
  expected: z.record(
    ModelKey,
    z.strictObject({ score: z.number().nullable().optional(), level: z.int().nullable().optional() }),
  ),
})
export type Example = z.infer<typeof Example>

/** What answers are told apart as at every node, such as done, planned and not done. */
export const Bucket = z.strictObject({
  id: ModelKey,
  name: TreeName,
  of: z.array(ModelKey).min(1).max(TREE_LIMITS.options).describe('Ids of parts of splits and of single options'),
})

export const TreeSource = z.strictObject({
  id: ModelKey,
  title: z.string().min(1).max(400),
  address: z.url().optional(),
  use: Texts,
  licence: z.string().min(1).max(120),
  adaptable: z
    .boolean()
    .describe('Whether its wording may be adapted; publishing is refused where a question rests on one that may not'),
})

export const TreeModel = z.strictObject({
  format: z.literal('stegvis-model/2'),
  id: ModelKey,
  version: ModelVersion,
  status: z.enum(['draft', 'published', 'withdrawn']),
  'published-on': PlainDate.optional(),
  languages: z.array(LanguageTag).min(1).max(30).describe('The first is the one every text has'),
  fallback: z
    .record(LanguageTag, z.array(LanguageTag).min(1).max(5))
    .optional()
    .describe('Languages whose gaps are filled from others, in order'),
  licence: z.string().min(1).max(80),
  authors: z.array(z.string().min(1).max(200)).min(1).max(50),
  'assessed-unit': z.enum(['company', 'site', 'product', 'team']),
  name: TreeName,
  purpose: Texts,
  sources: z.array(TreeSource).max(100).optional(),
  facts: z.array(Fact).max(50).optional(),
  scales: z.record(ModelKey, Scale),
  questions: z.array(TreeQuestion).min(1).max(TREE_LIMITS.questions),
  policies: Policies,
  voices: Voices,
  buckets: z.array(Bucket).min(2).max(10).optional(),
  tree: TreeNode,
  views: z.array(View).max(5).optional(),
  profile: z
    .array(ModelKey)
    .max(40)
    .optional()
    .describe('The nodes shown side by side; without it the children of the root'),
  targets: z.array(TargetProfile).max(20).optional(),
  ranking: TreeRanking.optional(),
  actions: z.array(TreeAction).max(1000).optional(),
  'key-figures': z.array(TreeKeyFigure).max(100).optional(),
  migrates: z.array(Migration).max(20).optional(),
  examples: z.array(Example).max(200).optional(),
})
export type TreeModel = z.infer<typeof TreeModel>
