import { z } from 'zod'
import { PlainDate } from '../../kernel/day.ts'
import { RecordId } from '../../kernel/ids.ts'
import { Rate } from '../de-minimis/amount.ts'
import { PlannedAnswer } from '../de-minimis/planned/planned.ts'
import { CoachingCost } from '../de-minimis/value/coaching-value.ts'

const Minor = z.int().min(0).max(1_000_000_000_000)
const Revision = z.int().min(1)

export const SupportState = z.enum(['planned', 'submitted', 'granted', 'refused', 'withdrawn'])
export type SupportState = z.infer<typeof SupportState>

/** What is planned for one company, an upper bound. What an hour costs is in the rules of the programme. */
export const SupportInput = z
  .strictObject({
    staff: z
      .array(
        z.strictObject({
          work: CoachingCost.shape.staff.element.shape.work,
          minutes: z.int().min(0).max(1_000_000),
        }),
      )
      .max(50),
    bought: CoachingCost.shape.bought.unwrap().describe('Bought for the company, at the price paid'),
    paidMinor: Minor.describe('What the company itself pays'),
    share: z
      .strictObject({ own: z.int().min(1).max(500_000), of: z.int().min(1).max(1_000_000) })
      .describe('Of a group activity: the company’s part of its cost; 1 of 1 where it is for the company alone'),
    note: z.string().trim().max(1000).describe('For the team'),
  })
  .meta({ id: 'PlannedSupport' })
export type SupportInput = z.infer<typeof SupportInput>

/** The id is made where it is planned, so that a repeat is the same support. */
export const NewSupport = SupportInput.extend({ id: RecordId }).meta({ id: 'NewSupport' })
export type NewSupport = z.infer<typeof NewSupport>

export const SupportChange = SupportInput.extend({ revision: Revision }).meta({ id: 'SupportChange' })
export type SupportChange = z.infer<typeof SupportChange>

/** Sent to the authority, taken back to be changed, or given up. */
export const SupportStep = z
  .strictObject({ revision: Revision, to: z.enum(['planned', 'submitted', 'withdrawn']) })
  .meta({ id: 'SupportStep' })
export type SupportStep = z.infer<typeof SupportStep>

/** What the authority decided, as somebody records it. */
export const DecisionInput = z
  .strictObject({
    revision: Revision,
    outcome: z.enum(['granted', 'refused']),
    decidedOn: PlainDate,
    authority: z.string().trim().min(1).max(200),
    reference: z.string().trim().max(120),
    minor: Minor.nullable().describe('What was granted; null: as planned. Never more than was planned'),
    reason: z.string().trim().max(1000).describe('Needed where a person has to decide whether it fits'),
  })
  .meta({ id: 'SupportDecisionInput' })
export type DecisionInput = z.infer<typeof DecisionInput>

export const SupportDecision = z.strictObject({
  outcome: z.enum(['granted', 'refused']),
  decidedOn: PlainDate,
  authority: z.string(),
  reference: z.string(),
  reason: z.string(),
  judged: PlannedAnswer.nullable().describe('What the rules said at the moment of the decision; null for a refusal'),
  by: z.string().nullable(),
  at: z.string(),
})
export type SupportDecision = z.infer<typeof SupportDecision>

const Value = z.strictObject({
  staffMinor: Minor,
  boughtMinor: Minor,
  fullMinor: Minor.describe('Of the whole activity'),
  costMinor: Minor.describe('The company’s part of it'),
  paidMinor: Minor,
  aidMinor: Minor.describe('Gross grant equivalent'),
})

/** What was delivered, valued by the same costs, beside what was granted. */
export const Delivered = z
  .strictObject({
    minutes: z.int().min(0).describe('Of advice that stands and is logged from the day of the decision on'),
    plannedMinutes: z.int().min(0),
    sessions: z.int().min(0),
    aidMinor: Minor,
    grantedMinor: Minor.describe('After decisions that lowered it'),
    action: z.enum(['none', 'lower', 'new-grant']),
  })
  .meta({ id: 'DeliveredSupport' })
export type Delivered = z.infer<typeof Delivered>

export const Support = z
  .strictObject({
    id: RecordId,
    state: SupportState,
    planned: SupportInput.omit({ note: true }),
    cost: z
      .strictObject({ hourlyMinor: Minor, payrollPpm: z.int(), flatPpm: z.int(), publicPpm: z.int() })
      .describe('The programme’s costs on the day it was planned'),
    value: Value,
    currency: z.string(),
    amountMinor: Minor.describe('Planned, and from the decision on granted'),
    rate: Rate.nullable().describe('Of the day of the decision'),
    amountEurCents: z.int().min(0).nullable(),
    note: z.string().nullable().describe('null for those who may not read it'),
    decision: SupportDecision.nullable(),
    grantId: RecordId.nullable(),
    delivered: Delivered.nullable().describe('null before it is granted'),
    revision: z.int(),
    by: z.string().nullable(),
    at: z.string(),
  })
  .meta({ id: 'Support' })
export type Support = z.infer<typeof Support>
