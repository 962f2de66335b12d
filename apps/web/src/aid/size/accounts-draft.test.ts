import { PartyAccounts } from '@stegvis/core/aid/size/records.ts'
import { expect, test } from 'vitest'
import { accountsDraft, readAccounts } from './accounts-draft.ts'

const closed = PartyAccounts.parse({
  basis: 'closed',
  closedOn: '2025-12-31',
  months: 12,
  scope: 'own',
  awu: '25.5',
  currency: 'SEK',
  turnoverCents: 6_240_000_050,
  balanceCents: 4_100_000_000,
})

test('gives stated accounts back as they are typed, to the hundredth', () => {
  const draft = accountsDraft(closed, null)
  expect(draft).toMatchObject({ on: '2025-12-31', awu: 25.5, turnover: 62_400_000.5, balance: 41_000_000 })
  expect(readAccounts(draft)).toEqual({ ok: true, accounts: closed })
})

test('begins with the year that is missing, and names what is not filled in', () => {
  const draft = accountsDraft(undefined, '2024-12-31')
  expect(draft).toMatchObject({ basis: 'closed', on: '2024-12-31', currency: 'SEK', months: 12 })
  expect(readAccounts(draft)).toEqual({ ok: false, faults: ['awu', 'turnover', 'balance'] })
})

test('keeps nothing apart from not filled in', () => {
  const draft = { ...accountsDraft(undefined, '2024-12-31'), awu: 0, turnover: 0, balance: 0 }
  expect(readAccounts(draft)).toMatchObject({ ok: true, accounts: { awu: '0', turnoverCents: 0 } })
})

test('keeps a headcount told by those who work, until another is typed', () => {
  const workforce = [{ kind: 'employee', persons: 20, percent: 100, months: 12 }]
  const { awu: _, ...rest } = closed
  const before = PartyAccounts.parse({ ...rest, workforce })
  const draft = accountsDraft(before, null)
  expect(readAccounts(draft, before)).toEqual({ ok: true, accounts: before })
  expect(readAccounts({ ...draft, awu: 21 }, before)).toMatchObject({ accounts: { awu: '21' } })
})

test('an estimate has a day and no financial year', () => {
  const draft = { ...accountsDraft(closed, null), basis: 'estimate' as const, on: '2026-11-01', months: null }
  expect(readAccounts(draft)).toMatchObject({ ok: true, accounts: { basis: 'estimate', madeOn: '2026-11-01' } })
})

test('refuses a year of no months and a currency that is none', () => {
  const draft = { ...accountsDraft(closed, null), months: 0, currency: 'kr' }
  expect(readAccounts(draft)).toEqual({ ok: false, faults: ['months', 'currency'] })
})
