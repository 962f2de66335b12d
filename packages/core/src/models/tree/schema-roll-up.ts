import { z } from 'zod'
import { ModelKey } from '../schema.ts'
import { Amount, Expression, TreeName } from './schema-words.ts'

/** How the children of a node become its value, its level and its band. */

/**
 * What a node does with a child that has no value. No default: the model says it at the top, a node may differ.
 *
 * missing: `open` gives no result but a range, `lowest` counts the least the child can be, `exclude` leaves it out.
 * unknown: the same, and it is listed for follow-up.
 * not-applicable: `exclude` shrinks the whole, `met` counts as the most, `redistribute-equal` and
 * `redistribute-proportional` hand its points or weight to its applicable siblings, in equal parts or by theirs.
 */
export const Policies = z.strictObject({
  missing: z.enum(['open', 'lowest', 'exclude']),
  unknown: z.enum(['open', 'lowest', 'exclude']),
  'not-applicable': z.enum(['exclude', 'met', 'redistribute-equal', 'redistribute-proportional']),
})
export type Policies = z.infer<typeof Policies>

/** How much of a list must hold. */
export const Need = z.union([
  z.literal('all'),
  z.strictObject({ count: z.int().min(0).max(1000) }),
  z.strictObject({ share: z.number().min(0).max(1) }),
  z.strictObject({ 'all-but': z.int().min(0).max(1000) }),
])
export type Need = z.infer<typeof Need>

const least = { 'at-least': Amount.describe('A child is met from this value on') }

export const RollUp = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('none') }),
  z.strictObject({ op: z.literal('sum') }),
  z.strictObject({ op: z.literal('mean') }),
  z.strictObject({ op: z.literal('weighted-mean') }),
  z.strictObject({ op: z.literal('median') }),
  z.strictObject({ op: z.literal('min') }),
  z.strictObject({ op: z.literal('max') }),
  z.strictObject({ op: z.literal('product') }),
  /** Each child fills a share (0 to 1) of its `points`; a node above adds points up. */
  z.strictObject({ op: z.literal('points') }),
  z.strictObject({ op: z.literal('count-met'), ...least }),
  z.strictObject({ op: z.literal('share-met'), ...least }),
  /** From a maximum, the weight of each child that is not met is taken away. */
  z.strictObject({ op: z.literal('deduct'), from: Amount, ...least }),
  /** 1 when enough children are met, otherwise 0. */
  z.strictObject({ op: z.literal('gate'), need: Need, ...least, importance: z.literal('by-importance').optional() }),
  /** Children carry `level`: the highest level n at which every level up to n is met as `need` says. */
  z.strictObject({ op: z.literal('ladder'), need: Need, ...least }),
  /** Children carry `level`: the highest level at which any child is met, whatever lies below. */
  z.strictObject({ op: z.literal('high-water'), ...least }),
  /** Children carry `level`: 100 per whole stage, and the share of the next one only when all before are whole. */
  z.strictObject({ op: z.literal('staged-percent'), ...least }),
  /** The highest step n with at least `share` of the children at n or above and none below n - `floor`. */
  z.strictObject({
    op: z.literal('broad-step'),
    share: z.tuple([z.int().min(1), z.int().min(1)]),
    floor: z.int().min(0).max(20),
  }),
  z.strictObject({ op: z.literal('formula'), value: Expression }),
])
export type RollUp = z.infer<typeof RollUp>

/** Applied to the rolled-up value one after another, in the order they are written. */
export const Modifier = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('map'), from: z.tuple([Amount, Amount]), to: z.tuple([Amount, Amount]) }),
  z.strictObject({ do: z.literal('clamp'), least: Amount, most: Amount }),
  z.strictObject({ do: z.literal('factor'), by: Amount, when: Expression.optional() }),
  z.strictObject({ do: z.literal('cap'), at: Expression, when: Expression.optional() }),
  z.strictObject({ do: z.literal('floor'), at: Expression, when: Expression.optional() }),
  z.strictObject({
    do: z.literal('round'),
    decimals: z.int().min(0).max(6),
    mode: z.enum(['half-up', 'half-even', 'truncate']),
  }),
])
export type Modifier = z.infer<typeof Modifier>

/** Upper edges, rising, so that no value falls between two; the last band has none. */
export const Band = z.strictObject({
  id: ModelKey,
  name: TreeName,
  below: Amount.optional().describe('Up to here, the edge itself not included'),
  'up-to': Amount.optional().describe('Up to here, the edge itself included'),
  level: z.int().min(0).max(20).optional(),
})
export type Band = z.infer<typeof Band>

/** Stars by several conditions: a level is reached when it holds together with all those below. */
export const Star = z.strictObject({ level: z.int().min(1).max(20), name: TreeName, when: Expression })
export type Star = z.infer<typeof Star>
