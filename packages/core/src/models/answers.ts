import { z } from 'zod'
import { EvidenceClass, LevelNumber } from './schema.ts'

/**
 * The shapes of answers. A question is either the pick of a dimension (its id is the dimension's) or a
 * criterion (its id is the criterion's). A question nobody has answered has no entry at all.
 */

const Reason = z.string().trim().min(1).max(4000)

/** A coach may say why, and which class of evidence was seen. Without a class it counts as E0, stated. */
const remarks = { reason: Reason.optional(), evidence: EvidenceClass.optional() }

const RungPicked = z.strictObject({ kind: z.literal('rung'), level: LevelNumber, ...remarks })
const Judged = z.strictObject({ kind: z.enum(['yes', 'partly', 'no']), ...remarks })
const Unknown = z.strictObject({ kind: z.literal('unknown'), ...remarks })
const NotApplicable = z.strictObject({ kind: z.literal('not-applicable'), ...remarks, reason: Reason })

export const PickAnswer = z.discriminatedUnion('kind', [RungPicked, Unknown, NotApplicable])
export type PickAnswer = z.infer<typeof PickAnswer>
export const CriterionAnswer = z.discriminatedUnion('kind', [Judged, Unknown, NotApplicable])
export type CriterionAnswer = z.infer<typeof CriterionAnswer>
export const Answer = z.discriminatedUnion('kind', [RungPicked, Judged, Unknown, NotApplicable])
export type Answer = z.infer<typeof Answer>

/** One person's or one voice's answers by question id. Answers to hidden questions may be kept in it. */
export type Answers = ReadonlyMap<string, Answer>
