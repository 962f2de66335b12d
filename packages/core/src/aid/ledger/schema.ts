import { z } from 'zod'
import { PlainDate } from '../../kernel/day.ts'
import { CompanyId, RecordId } from '../../kernel/ids.ts'
import { Amount, Rate } from '../de-minimis/amount.ts'
import { Country, PartyId } from '../groups/schema.ts'

const Revision = z.int().min(1)
const words = (max: number) => z.string().trim().max(max)

/** Where a line of the ledger comes from: a decision of this programme, the company's own word, or a list. */
export const GrantOrigin = z.enum(['programme', 'declared', 'imported'])
export type GrantOrigin = z.infer<typeof GrantOrigin>

/** An amount as a person writes it. Of another currency than euro, the rate is looked up unless it is written too. */
const AmountInput = Amount.meta({ id: 'AidAmountInput' })

const facts = {
  memberState: Country,
  regulation: z.string().trim().min(1).max(20).meta({ example: '2023/2831' }),
  awardedOn: PlainDate,
  authority: words(200),
  scheme: words(120),
  instrument: words(80),
  industryCode: words(10),
  reference: words(120),
}

/** Earlier aid as somebody enters it. `party` is who received it; null: the company itself. */
export const NewGrant = z
  .strictObject({ id: RecordId, party: RecordId.nullable(), ...facts, amount: AmountInput })
  .meta({ id: 'NewAidGrant' })
export type NewGrant = z.infer<typeof NewGrant>

/** The whole line as it should have been, and why. What it was stays in the history. */
export const GrantCorrection = z
  .strictObject({ revision: Revision, reason: words(1000).min(1), ...facts, amount: AmountInput })
  .meta({ id: 'AidGrantCorrection' })
export type GrantCorrection = z.infer<typeof GrantCorrection>

/** A decision that lowers a grant or takes it back, or that it was entered by mistake. */
export const GrantChangeInput = z
  .discriminatedUnion('kind', [
    z.strictObject({
      ...{ id: RecordId, revision: Revision, kind: z.literal('lowered') },
      ...{ decidedOn: PlainDate, minor: Amount.shape.minor.describe('What is left'), reason: words(1000).min(1) },
    }),
    z.strictObject({
      ...{ id: RecordId, revision: Revision, kind: z.literal('withdrawn') },
      ...{ decidedOn: PlainDate, reason: words(1000).min(1) },
    }),
    z.strictObject({ id: RecordId, revision: Revision, kind: z.literal('removed'), reason: words(1000).min(1) }),
  ])
  .meta({ id: 'AidGrantChangeInput' })
export type GrantChangeInput = z.infer<typeof GrantChangeInput>

export const GrantChangeKind = z.enum(['lowered', 'withdrawn', 'corrected', 'removed'])
export type GrantChangeKind = z.infer<typeof GrantChangeKind>

export const GrantChange = z.strictObject({
  id: RecordId,
  kind: GrantChangeKind,
  decidedOn: PlainDate,
  minor: z.int().min(0).nullable().describe('What is left from that day on; null where the amount is not what changed'),
  reason: z.string(),
  by: z.string().nullable(),
  at: z.string(),
})
export type GrantChange = z.infer<typeof GrantChange>

/** A line of the ledger. */
export const LedgerGrant = z
  .strictObject({
    id: RecordId,
    party: PartyId.describe('Who received it, among the parties of the company’s group'),
    partyName: z.string(),
    companyId: CompanyId.nullable(),
    origin: GrantOrigin,
    ...facts,
    currency: z.string(),
    minor: z.int().min(0),
    rate: Rate.nullable(),
    eurCents: z.int().min(0).describe('At the rate of its own day, as it was awarded'),
    presentMinor: z.int().min(0).describe('After decisions that lowered it'),
    presentEurCents: z.int().min(0),
    supportId: RecordId.nullable(),
    declarationId: RecordId.nullable(),
    registeredOn: PlainDate.nullable(),
    registerReference: z.string().nullable(),
    changes: z.array(GrantChange),
    programme: z
      .string()
      .nullable()
      .describe('The name of the other programme that the line is kept in; null: this one'),
    enteredBy: z.string().nullable(),
    enteredAt: z.string(),
    revision: z.int(),
    mayChange: z.boolean(),
  })
  .meta({ id: 'LedgerGrant' })
export type LedgerGrant = z.infer<typeof LedgerGrant>
