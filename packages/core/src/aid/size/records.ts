import { z } from 'zod'
import type { StatedYear } from '../../companies/size/size.ts'
import { type PlainDate, plainDate } from '../../kernel/day.ts'
import { RecordId } from '../../kernel/ids.ts'
import { Said } from '../groups/picture.ts'
import { PartyId } from '../groups/schema.ts'
import { type Fault, faultAt, type Path } from '../input.ts'
import { accountsDay } from './accounts.ts'
import { Accounts } from './schema.ts'

const [Closed, Estimate] = Accounts.options

/** The figures of a party for one financial year; whose they are stands beside them. */
export const PartyAccounts = z
  .discriminatedUnion('basis', [Closed.omit({ enterprise: true }), Estimate.omit({ enterprise: true })])
  .meta({ id: 'PartyAccounts' })
export type PartyAccounts = z.infer<typeof PartyAccounts>

/** Figures as they shall be. */
export const AccountsInput = z.strictObject({
  base: z.int().min(0),
  partyId: RecordId,
  accounts: PartyAccounts,
})
export type AccountsInput = z.infer<typeof AccountsInput>

export const AccountsRecord = z
  .strictObject({
    id: RecordId.nullable().describe('Null where they are the figures of the company record, which are changed there'),
    partyId: PartyId,
    accounts: PartyAccounts,
    said: Said,
    mayChange: z.boolean(),
  })
  .meta({ id: 'AccountsRecord' })
export type AccountsRecord = z.infer<typeof AccountsRecord>

/** A year of a company record in which some figure is missing, and which therefore does not count yet. */
const IncompleteYear = z.strictObject({
  partyId: PartyId,
  year: z.int(),
  missing: z.array(z.enum(['employees', 'turnoverCents', 'balanceCents'])),
})
export type IncompleteYear = z.infer<typeof IncompleteYear>

export const GroupAccounts = z
  .strictObject({
    accounts: z.array(AccountsRecord).describe('By party, newest first'),
    incomplete: z.array(IncompleteYear),
    withheld: z.array(PartyId).describe('Companies of the programme whose figures this person may not see one by one'),
  })
  .meta({ id: 'GroupAccounts' })
export type GroupAccounts = z.infer<typeof GroupAccounts>

/** A year of the company record as closed accounts on its last day; or what is missing of it. */
export function accountsOfYear(
  stated: StatedYear,
  currency: string,
): { ok: true; accounts: PartyAccounts } | { ok: false; missing: IncompleteYear['missing'] } {
  const { year, employees, turnoverCents, balanceCents } = stated
  if (employees === null || turnoverCents === null || balanceCents === null) {
    const figures = { employees, turnoverCents, balanceCents }
    const missing = (Object.keys(figures) as (keyof typeof figures)[]).filter((key) => figures[key] === null)
    return { ok: false, missing }
  }
  const own = { basis: 'closed', closedOn: plainDate(year, 12, 31), months: 12, scope: 'own' } as const
  return { ok: true, accounts: { ...own, awu: String(employees), currency, turnoverCents, balanceCents } }
}

const AHEAD = {
  closed: {
    sv: 'Räkenskapsåret är inte slut än.',
    en: 'The financial year is not over yet.',
  },
  estimate: {
    sv: 'Uppskattningen är från en dag som inte har varit.',
    en: 'The estimate is of a day that lies ahead.',
  },
}

/** Figures of a day that has not come cannot be known. */
export function aheadFaults(accounts: PartyAccounts, today: PlainDate, at: Path): Fault[] {
  if (dayOf(accounts) <= today) return []
  return [faultAt([...at, accounts.basis === 'closed' ? 'closedOn' : 'madeOn'], AHEAD[accounts.basis])]
}

/** The last day of the year, or the day of the estimate. */
export const dayOf = (accounts: PartyAccounts): PlainDate => accountsDay({ ...accounts, enterprise: '-' })

/** Whose figures they are, and how firm: there is one of each for a day. */
export function scopeOf(accounts: PartyAccounts): 'own' | 'consolidated' | 'estimate' {
  return accounts.basis === 'closed' ? accounts.scope : 'estimate'
}
