import { z } from 'zod'
import { Text } from '../../kernel/text.ts'
import { publishedSchema } from '../json-schema.ts'
import { NodeCoverage, NodeReason, NodeScore, TreeScore } from './score.ts'

/** A row as `stegvis model score` tells it: with what a reader needs to know without the model at hand. */
export const ScoredNode = NodeScore.extend({
  name: Text.describe('In both languages of the product; the id where the node has no name'),
  shareAnswered: z
    .number()
    .min(0)
    .max(1)
    .nullable()
    .describe('Definite answers out of the questions asked below; null where nothing is asked'),
  notApplicable: z.int().min(0).describe('Questions below that do not apply'),
  reason: NodeReason.extend({ text: Text.describe('The same in words, in both languages of the product') }),
})
export type ScoredNode = z.infer<typeof ScoredNode>

const Lines = z.strictObject({ sv: z.array(z.string()), en: z.array(z.string()) })

/** The output of `stegvis model score` for a tree model. */
export const TreeScoreFile = z.union([
  z.strictObject({
    ok: z.literal(true),
    score: z.strictObject({ ...TreeScore.shape, nodes: z.array(ScoredNode) }),
    explanation: Lines.describe('Why the whole is what it is, line by line; what a line rests on follows it, indented'),
  }),
  z.strictObject({
    ok: z.literal(false),
    errors: z.array(
      z.strictObject({
        pointer: z.string().describe('Into the answers; #/model for the model'),
        detail: z.string().describe('What is wrong, in English'),
        message: Text.optional().describe('The same in both languages of the product'),
      }),
    ),
  }),
])
export type TreeScoreFile = z.infer<typeof TreeScoreFile>

export function treeScoreJsonSchema(): Record<string, unknown> {
  return publishedSchema(
    TreeScoreFile,
    { node: ScoredNode, coverage: NodeCoverage },
    {
      $id: 'https://stegvis.example/schemas/score-2.schema.json',
      title: 'Stegvis score of a tree model',
      description: 'What the answers of one voice give, node by node: the output of `stegvis model score`.',
    },
  )
}

/** What a row says beside its figures. */
export function scoredNode(row: NodeScore, name: Text, text: Text): ScoredNode {
  const { answered, asked, notApplicable } = row.coverage
  return {
    ...row,
    name,
    shareAnswered: asked === 0 ? null : answered / asked,
    notApplicable,
    reason: { ...row.reason, text },
  }
}
