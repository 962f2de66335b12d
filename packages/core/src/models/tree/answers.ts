import { z } from 'zod'
import { PlainDate } from '../../kernel/day.ts'
import { EvidenceClass } from '../schema.ts'

/** The shapes of answers to a tree model. A question nobody has answered has no entry at all. */

const Reason = z.string().trim().min(1).max(4000)
const remarks = { reason: Reason.optional(), evidence: EvidenceClass.optional() }

export const TreeAnswer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('option'), option: z.string(), ...remarks }),
  z.strictObject({ kind: z.literal('options'), options: z.array(z.string()).max(60), ...remarks }),
  z.strictObject({ kind: z.literal('rung'), level: z.int().min(0).max(20), ...remarks }),
  /** A number in the scale's own unit, or in one it converts from. Also the step of a Likert scale, by value. */
  z.strictObject({ kind: z.literal('number'), value: z.number(), unit: z.string().optional(), ...remarks }),
  /** Percent by part; they sum to 100. */
  z.strictObject({ kind: z.literal('split'), parts: z.record(z.string(), z.number().min(0).max(100)), ...remarks }),
  /** Option by row and column; a cell left out is missing. */
  z.strictObject({
    kind: z.literal('matrix'),
    cells: z.record(z.string(), z.record(z.string(), z.string())),
    ...remarks,
  }),
  z.strictObject({ kind: z.literal('text'), text: z.string().max(10_000), ...remarks }),
  z.strictObject({ kind: z.literal('day'), day: PlainDate, ...remarks }),
  z.strictObject({ kind: z.literal('unknown'), ...remarks }),
  z.strictObject({ kind: z.literal('not-applicable'), ...remarks }),
])
export type TreeAnswer = z.infer<typeof TreeAnswer>

/** One voice's answers by question id. Answers to hidden questions may be kept in it; they never count. */
export type TreeAnswers = ReadonlyMap<string, TreeAnswer>

/** Facts about the company by id. A fact not known has no entry, or null. */
export const FactValues = z.record(z.string(), z.union([z.number(), z.string(), z.boolean(), z.null()]))
export type FactValues = z.infer<typeof FactValues>
