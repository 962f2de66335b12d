import { z } from 'zod'
import { PlainDate } from '../../kernel/day.ts'
import { Text } from '../../kernel/text.ts'
import { GroupFacts, PartyId } from '../groups/schema.ts'
import { Currency, Rate, RatePolicy } from '../rates/schema.ts'
import { Headcount, HeadcountLine } from './headcount.ts'

const Cents = z.int().min(0).max(Number.MAX_SAFE_INTEGER)

const figures = {
  enterprise: PartyId,
  ...Headcount,
  currency: Currency,
  turnoverCents: Cents.describe('Net turnover without VAT, in hundredths of the currency'),
  balanceCents: Cents.describe('Balance sheet total, in hundredths of the currency'),
}

/** The figures of one enterprise for one financial year. */
export const Accounts = z
  .discriminatedUnion('basis', [
    z.strictObject({
      basis: z.literal('closed'),
      closedOn: PlainDate.describe('The last day of the financial year'),
      approvedOn: PlainDate.optional().describe('Left out: as soon as the year was over'),
      months: z.int().min(1).max(24).default(12).describe('Length of the year: turnover is taken to twelve months'),
      scope: z.enum(['own', 'consolidated']).default('own'),
      ...figures,
    }),
    z.strictObject({
      basis: z.literal('estimate').describe('In good faith, by an enterprise that has not closed any accounts yet'),
      madeOn: PlainDate,
      ...figures,
    }),
  ])
  .meta({ title: 'Accounts' })
export type Accounts = z.infer<typeof Accounts>

/** The input of `stegvis sme classify`. */
export const SmeQuestion = z.strictObject({
  format: z.literal('stegvis-sme/1'),
  enterprise: PartyId.describe('The one asked about'),
  on: PlainDate.describe('The day the status is needed for'),
  anchor: z.enum(['grant', 'application', 'other']).default('other').describe('What happens on that day'),
  group: GroupFacts,
  accounts: z.array(Accounts).max(20_000),
  rates: z.array(Rate).max(50_000).default([]),
  ratePolicy: RatePolicy.optional().describe('Left out: as the definition says'),
})
export type SmeQuestion = z.infer<typeof SmeQuestion>

export const SmeCategory = z.enum(['micro', 'small', 'medium', 'not_sme'])
export type SmeCategory = z.infer<typeof SmeCategory>

export const SmeReason = z.strictObject({
  code: z.string().meta({ example: 'PUBLIC_25' }),
  effect: z.enum(['block', 'review', 'note']),
  text: Text,
  source: z.string(),
})
export type SmeReason = z.infer<typeof SmeReason>

const Shown = {
  awu: z.number().describe('Annual work units, rounded to four decimals'),
  turnoverEurCents: z.number().describe('Rounded; the comparison is exact'),
  balanceEurCents: z.number(),
}

export const SmeLine = z.strictObject({
  enterprise: PartyId,
  name: z.string(),
  number: z.string().nullable().describe('Masked when it is somebody’s personal number'),
  relation: z.enum(['own', 'linked', 'partner', 'linked-with-partner']),
  text: Text.describe('Why it counts, and how much'),
  sharePpm: z.number().describe('How much of turnover and balance sheet total is added, in millionths'),
  headcountSharePpm: z.number().describe('How much of the headcount is added'),
  accounts: z
    .strictObject({
      basis: z.enum(['closed', 'estimate']),
      on: PlainDate,
      scope: z.enum(['own', 'consolidated']),
      currency: z.string(),
      rate: Rate.nullable().describe('Null for euro'),
      headcount: z.array(HeadcountLine),
    })
    .nullable()
    .describe('Null where there are none'),
  ...Shown,
})
export type SmeLine = z.infer<typeof SmeLine>

export const SmeAggregation = z.strictObject({
  structureOn: PlainDate.describe('The day whose owners were counted'),
  closedOn: PlainDate.nullable().describe('The end of the financial year; null for an estimate'),
  lines: z.array(SmeLine),
  total: z.strictObject(Shown),
  category: SmeCategory.describe('Of these figures alone'),
})
export type SmeAggregation = z.infer<typeof SmeAggregation>

export const SmeAnswer = z.strictObject({
  reading: z.enum(['two-periods', 'change-at-once']),
  markets: z.enum(['apart', 'linked']).describe('How unanswered questions about markets were read'),
  category: SmeCategory,
})
export type SmeAnswer = z.infer<typeof SmeAnswer>

/**
 * The status of an enterprise on one day, with everything it was decided from. Kept as it is, it is the snapshot at
 * the legal anchor date: it names its definition, accounts and rates.
 */
export const SmeStatus = z.strictObject({
  format: z.literal('stegvis-sme-status/1'),
  enterprise: PartyId,
  on: PlainDate,
  anchor: z.enum(['grant', 'application', 'other']),
  definition: z.strictObject({ id: z.string(), act: z.string(), address: z.string() }),
  verdict: z.enum(['pass', 'block', 'review']).describe('pass: an SME; block: not one; review: a person decides'),
  category: SmeCategory.nullable().describe('Null where the answers differ'),
  smallMidCap: z.boolean().nullable().describe('The class above the medium-sized; null where it is not known'),
  basis: z.enum(['closed', 'estimate']).nullable(),
  autonomous: z.boolean().describe('Neither linked with anyone nor a partner of anyone'),
  answers: z.array(SmeAnswer),
  reasons: z.array(SmeReason),
  years: z.array(SmeAggregation).describe('By financial year, oldest first, each with the owners of its last day'),
  present: SmeAggregation.nullable().describe('The latest figures with the owners of the day asked for'),
})
export type SmeStatus = z.infer<typeof SmeStatus>
