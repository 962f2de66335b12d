import { z } from 'zod'
import { PlainDate } from '../../../kernel/day.ts'
import { Text } from '../../../kernel/text.ts'
import { Country, PartyId } from '../../groups/schema.ts'
import { Regime } from '../law.ts'

const Cents = z.int().min(0).describe('Euro cents of gross grant equivalent')

/** Why a grant is or is not in the sum. */
export const LineState = z.enum([
  'counts',
  'too-old',
  'later',
  'other-state',
  'other-undertaking',
  'other-ceiling',
  'nothing-left',
])
export type LineState = z.infer<typeof LineState>

export const HeadroomLine = z.strictObject({
  grant: z.string(),
  beneficiary: PartyId,
  name: z.string().describe('Of the beneficiary'),
  regulation: z.string(),
  awardedOn: PlainDate,
  eurCents: Cents.describe('At the rate of its own day, after decisions that lowered it'),
  state: LineState,
  countedEurCents: Cents,
  carriedBy: z.array(
    z.strictObject({
      party: PartyId,
      eurCents: Cents,
      by: z.array(z.enum(['merger', 'split'])).describe('How it came from who received it; empty: not at all'),
    }),
  ),
  freeFrom: PlainDate.nullable().describe('The first day on which it no longer counts; null where it does not'),
  keepUntil: PlainDate.describe('The last day its records are kept'),
  text: Text,
})
export type HeadroomLine = z.infer<typeof HeadroomLine>

export const CeilingUse = z.strictObject({
  regime: Regime,
  article: z.string(),
  verified: z.boolean(),
  eurCents: Cents,
  usedEurCents: Cents,
  leftEurCents: Cents,
  window: z.strictObject({ from: PlainDate, to: PlainDate }).describe('Both days count'),
})
export type CeilingUse = z.infer<typeof CeilingUse>

export const UndertakingMember = z.strictObject({
  party: PartyId,
  name: z.string(),
  country: Country.nullable(),
  joined: z.array(
    z.strictObject({
      holders: z.array(PartyId),
      of: PartyId.describe('The enterprise they control'),
      means: z.enum(['votes', 'board-majority', 'contract', 'shareholder-agreement']),
      votesPpm: z.int().optional().describe('What the holders have together, in millionths of the votes'),
    }),
  ),
  text: Text,
})
export type UndertakingMember = z.infer<typeof UndertakingMember>

export const Headroom = z.strictObject({
  on: PlainDate,
  memberState: Country,
  regime: Regime,
  regulation: z.string().nullable().describe('The regulation in force for this kind of aid; null: none'),
  headroomEurCents: Cents.nullable().describe('null: no ceiling is in force'),
  ceilings: z.array(CeilingUse).describe('Every ceiling that the aid would use up; the tightest decides'),
  undertaking: z.array(UndertakingMember),
  lines: z.array(HeadroomLine),
  steps: z
    .array(z.strictObject({ on: PlainDate, headroomEurCents: Cents.nullable() }))
    .describe('From each day on, as long as nothing is awarded and the group stays as it is'),
})
export type Headroom = z.infer<typeof Headroom>
