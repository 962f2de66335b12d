import { z } from 'zod'

/** What scoring a tree gives: one row for each node, in the order of the tree. `docs/tree-format.md` says how. */

export const NodeState = z.enum([
  /** nothing that counts is missing */
  'complete',
  /** no score yet; the range says how far it can still go */
  'open',
  /** switched off by a rule, or everything below it is not applicable */
  'not-applicable',
  /** a profile only: this node has no result of its own */
  'none',
])
export type NodeState = z.infer<typeof NodeState>

export const NodeCoverage = z.strictObject({
  /** questions below the node that are shown and have a definite answer */
  answered: z.int().min(0),
  /** questions below the node that are shown and apply, answered or not; once answered as a whole, that answer alone */
  asked: z.int().min(0),
  notApplicable: z.int().min(0),
  unknown: z.int().min(0),
})
export type NodeCoverage = z.infer<typeof NodeCoverage>

/** How what a node counts is divided on the buckets of the model: shares of its weight that make 1 together. */
export const NodeBuckets = z.strictObject({
  shares: z.record(z.string(), z.number().min(0).max(1)).describe('By bucket'),
  unanswered: z.number().min(0).max(1).describe('Missing or “don’t know”'),
})
export type NodeBuckets = z.infer<typeof NodeBuckets>

/** In short why the result is what it is. Programs switch on `rule`; the whole chain is in the explanation. */
export const NodeReason = z.strictObject({
  rule: z.string(),
  inputs: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type NodeReason = z.infer<typeof NodeReason>

export const NodeScore = z.strictObject({
  node: z.string(),
  view: z.string().describe('`main`, or the id of the view it belongs to'),
  state: NodeState,
  score: z.number().nullable(),
  /** the least and the most the score can be once everything open is answered; null where it does not apply */
  range: z.strictObject({ low: z.number(), high: z.number() }).nullable(),
  level: z.int().nullable(),
  band: z.string().nullable(),
  /** for `points`: reached and possible, after redistribution */
  points: z.strictObject({ reached: z.number(), possible: z.number() }).nullable(),
  /** for ladders and gates: the questions or nodes that hold the next level back, and those met above the level */
  blocking: z.array(z.string()),
  ahead: z.array(z.string()),
  coverage: NodeCoverage,
  buckets: NodeBuckets.nullable()
    .optional()
    .describe('Where the model has buckets; null where nothing the node counts is in one'),
  reason: NodeReason,
})
export type NodeScore = z.infer<typeof NodeScore>

export const TreeScore = z
  .strictObject({
    format: z.literal('stegvis-score/2'),
    model: z.string(),
    version: z.string(),
    nodes: z.array(NodeScore),
    /** questions answered "don't know", to follow up */
    unknown: z.array(z.string()),
    /** questions that are shown and not answered, but for those of a part answered as a whole, and its own until then */
    missing: z.array(z.string()),
    /** questions not shown */
    hidden: z.array(z.string()),
  })
  .meta({ id: 'TreeScore' })
export type TreeScore = z.infer<typeof TreeScore>
