import { z } from 'zod'
import { PlainDate } from '../../../kernel/day.ts'
import { Text } from '../../../kernel/text.ts'
import { Amount } from '../amount.ts'
import { CONDITION_QUESTIONS } from '../law.ts'
import { Reason, Verdict } from '../reasons.ts'

/** What the enterprise does. `supported`: whether the aid is for it. */
export const Activity = z.strictObject({
  code: z
    .string()
    .regex(/^\d{2}(\.?\d{1,3})?$/, 'an industry code such as 25.11')
    .describe('NACE or SNI; the group decides, and is the same in all their editions'),
  supported: z.boolean().default(true),
})
export type Activity = z.infer<typeof Activity>

const Answer = z.boolean().optional()

/** Other State aid for the very costs the new aid is for, in the currency of the new aid. */
export const SameCosts = z.strictObject({
  eligibleMinor: z.int().positive(),
  otherAidMinor: z.int().min(0),
  article: z.string().trim().min(1).max(200).describe('The rule the other aid was given under, with the highest limit'),
  maxIntensityPpm: z.int().min(0).max(1_000_000).optional().describe('Millionths: 500000 is 50 %'),
  maxAidMinor: z.int().min(0).optional(),
})
export type SameCosts = z.infer<typeof SameCosts>

/** A grant that somebody means to award. */
export const PlannedGrant = z.strictObject({
  awardOn: PlainDate,
  amount: Amount,
  activities: z.array(Activity).min(1).max(50),
  accountsSeparated: Answer.describe('Whether activities the regulation is not for are kept apart in the accounts'),
  conditions: z
    .strictObject(
      Object.fromEntries(CONDITION_QUESTIONS.map((question) => [question, Answer])) as Record<
        (typeof CONDITION_QUESTIONS)[number],
        typeof Answer
      >,
    )
    .default({}),
  declaration: z
    .strictObject({ signedOn: PlainDate })
    .nullable()
    .describe('The declaration of earlier aid that the company has signed; null: none'),
  sameCosts: SameCosts.optional(),
  sizeClass: z.enum(['micro', 'small', 'medium', 'not_sme']).optional(),
})
export type PlannedGrant = z.infer<typeof PlannedGrant>

const Cents = z.int().min(0)

export const PlannedAnswer = z.strictObject({
  awardOn: PlainDate,
  eurCents: Cents,
  verdict: Verdict,
  withinCeiling: z.boolean(),
  reasons: z.array(Reason),
  headroomAfterEurCents: Cents.nullable().describe('What is left after it; null where it does not fit'),
  largest: z
    .strictObject({ currency: z.string(), minor: z.int().min(0), eurCents: Cents })
    .nullable()
    .describe('The largest amount that the ceilings leave; null where something else stands in the way'),
  fitsFrom: PlainDate.nullable().describe(
    'The first day on which the amount fits, if nothing is awarded before; null: never, or something else is in the way',
  ),
  register: z
    .strictObject({ by: PlainDate.nullable(), article: z.string() })
    .nullable()
    .describe('By when it must stand in the central register; null: no duty. by null: holidays not known'),
  keepUntil: PlainDate,
  otherRegulations: z
    .array(z.strictObject({ regulation: z.string(), name: Text }))
    .describe('De minimis regulations that may be for an activity this one is not for'),
  alternatives: z
    .array(z.strictObject({ article: z.string(), name: Text, limits: Text }))
    .describe('Other ways, where the ceiling is what stands in the way'),
})
export type PlannedAnswer = z.infer<typeof PlannedAnswer>
