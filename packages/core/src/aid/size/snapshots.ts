import { z } from 'zod'
import { PlainDate } from '../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../kernel/decision.ts'
import { RecordId } from '../../kernel/ids.ts'
import { Text } from '../../kernel/text.ts'
import { PartyId } from '../groups/schema.ts'
import { SmeCeiling } from './definition.ts'
import { SmeCategory, SmeQuestion, SmeStatus } from './schema.ts'

/** What is needed before the status can be computed, or before it says all there is to say. */
const Missing = z.strictObject({
  accounts: z
    .array(z.strictObject({ party: PartyId, name: z.string(), closedOn: PlainDate.nullable() }))
    .describe('Who has no accounts for a year that counts; closedOn null: any'),
  rates: z.array(z.strictObject({ currency: z.string(), on: PlainDate, text: Text })),
})
export type Missing = z.infer<typeof Missing>

/** The size of a company as it is known now. */
export const CompanySize = z
  .strictObject({
    on: PlainDate,
    status: SmeStatus.nullable().describe('Null where it cannot be computed'),
    ceilings: z.array(SmeCeiling).describe('Of the definition the status was computed by'),
    missing: Missing,
    faults: z
      .array(z.strictObject({ pointer: z.string(), text: Text }))
      .describe('Why it cannot, beside missing rates'),
  })
  .meta({ id: 'CompanySize' })
export type CompanySize = z.infer<typeof CompanySize>

/** Whose accounts a status lacks, by party and year; each once. */
export function missingAccounts({ years, present }: SmeStatus): Missing['accounts'] {
  const all = [...years, ...(present ? [present] : [])].flatMap(({ lines, closedOn }) =>
    lines.flatMap(({ enterprise, name, accounts, sharePpm, headcountSharePpm }) =>
      accounts === null && (sharePpm > 0 || headcountSharePpm > 0) ? [{ party: enterprise, name, closedOn }] : [],
    ),
  )
  return [...new Map(all.map((each) => [`${each.party}/${each.closedOn}`, each])).values()]
}

const Review = z.strictObject({
  verdict: z.enum(['pass', 'block']),
  reason: z.string(),
  by: z.string().nullable(),
  at: z.string(),
})

/** What was decided of a company’s size for a day the law asks about; frozen but for the review. */
const SizeSnapshotSummary = z.strictObject({
  id: RecordId,
  anchor: z.enum(['grant', 'application', 'other']),
  on: PlainDate,
  verdict: SmeStatus.shape.verdict,
  category: SmeCategory.nullable(),
  takenBy: z.string().nullable(),
  takenAt: z.string(),
  review: Review.nullable().describe('What a person decided where the rules left it to one'),
  decides: z.boolean().describe('Whether it is the one that says if the company may take part'),
})
export type SizeSnapshotSummary = z.infer<typeof SizeSnapshotSummary>

export const SizeSnapshots = z
  .strictObject({
    snapshots: z.array(SizeSnapshotSummary.meta({ id: 'SizeSnapshotSummary' })).describe('Newest first'),
    mayDecide: z.boolean(),
  })
  .meta({ id: 'SizeSnapshots' })
export type SizeSnapshots = z.infer<typeof SizeSnapshots>

export const SizeSnapshot = SizeSnapshotSummary.extend({
  status: SmeStatus,
  ceilings: z.array(SmeCeiling).describe('Of the definition it was computed by'),
  input: SmeQuestion.describe(
    'What it was computed from, as “stegvis sme classify” takes it; without personal numbers',
  ),
}).meta({ id: 'SizeSnapshot' })
export type SizeSnapshot = z.infer<typeof SizeSnapshot>

export const NewSnapshot = z.strictObject({
  id: RecordId,
  anchor: z.enum(['grant', 'application', 'other']),
  on: PlainDate,
})
export type NewSnapshot = z.infer<typeof NewSnapshot>

export const ReviewInput = z.strictObject({
  verdict: z.enum(['pass', 'block']),
  reason: z.string().trim().max(2000),
})
export type ReviewInput = z.infer<typeof ReviewInput>

/** A person decides what the rules left open, once, and says why. */
export function reviewSnapshot(
  { verdict, review }: Pick<SizeSnapshotSummary, 'verdict' | 'review'>,
  input: ReviewInput,
): Decision<ReviewInput> {
  if (verdict !== 'review' || review !== null) return refuse('size-decided')
  return input.reason === '' ? refuse('reason-required') : accept(input)
}
