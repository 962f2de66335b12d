import { z } from 'zod'
import { ModelKey } from '../schema.ts'
import { Amount, Expression, Texts, TreeName, Weight } from './schema-words.ts'

/** What follows from a result: targets, actions and the order they come in, key figures. */

export const TargetProfile = z.strictObject({
  id: ModelKey,
  name: TreeName,
  nodes: z.record(ModelKey, Amount),
})

/** The order in which gaps are worth closing. `formula` reads gap, nearness, effect, effort and cost, each 0 to 1. */
export const TreeRanking = z.discriminatedUnion('op', [
  z.strictObject({
    op: z.literal('weighted'),
    gap: Weight,
    nearness: Weight,
    effect: Weight,
    effort: Weight,
    cost: Weight,
  }),
  z.strictObject({ op: z.literal('ratio') }).describe('effect × nearness / effort'),
  z.strictObject({
    op: z.literal('matrix'),
    ranks: z
      .array(z.array(z.int().min(1).max(100)).min(1).max(5))
      .min(1)
      .max(5)
      .describe('Rows: effect from high to low; columns: effort from low to high; the lowest rank first'),
  }),
  z.strictObject({ op: z.literal('formula'), value: Expression }),
])
export type TreeRanking = z.infer<typeof TreeRanking>

const OneToFive = z.int().min(1).max(5)
export const TreeAction = z.strictObject({
  id: ModelKey,
  node: ModelKey,
  to: z.int().min(1).max(20).optional().describe('The level it helps to reach'),
  name: TreeName,
  how: Texts,
  effort: OneToFive,
  effect: OneToFive,
  cost: OneToFive,
  'applies-when': Expression.optional(),
  closes: z.array(ModelKey).max(50).optional(),
  moves: z.array(ModelKey).max(20).optional(),
  requires: z.array(ModelKey).max(20).optional(),
})
export type TreeAction = z.infer<typeof TreeAction>

export const TreeKeyFigure = z.strictObject({
  id: ModelKey,
  name: TreeName,
  unit: TreeName,
  decimals: z.int().min(0).max(6),
  better: z.enum(['up', 'down']),
  formula: Texts,
  nodes: z.array(ModelKey).min(1).max(50),
})
