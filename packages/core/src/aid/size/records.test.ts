import { describe, expect, test } from 'vitest'
import { PlainDate } from '../../kernel/day.ts'
import { currencyFaults, currencyOf } from '../rates/currencies.ts'
import { accountsOfYear, aheadFaults, PartyAccounts, scopeOf } from './records.ts'

const today = PlainDate.parse('2026-11-23')
const closed = (more: object = {}) =>
  PartyAccounts.parse({
    ...{ basis: 'closed', closedOn: '2025-12-31', awu: 1, currency: 'SEK', turnoverCents: 1, balanceCents: 1 },
    ...more,
  })

describe('a year of a company record', () => {
  const year = { year: 2025, employees: 9.5, turnoverCents: 100, balanceCents: 50 }

  test('is closed accounts on its last day, headcount as it was written', () => {
    expect(accountsOfYear(year, 'SEK')).toEqual({
      ok: true,
      accounts: {
        ...{ basis: 'closed', closedOn: '2025-12-31', months: 12, scope: 'own' },
        ...{ awu: '9.5', currency: 'SEK', turnoverCents: 100, balanceCents: 50 },
      },
    })
  })

  test('with a figure missing names it, and a zero is a figure', () => {
    const zero = { ...year, employees: null, turnoverCents: 0, balanceCents: null }
    expect(accountsOfYear(zero, 'SEK')).toEqual({ ok: false, missing: ['employees', 'balanceCents'] })
  })
})

test('figures of a day ahead are refused at that day; of today they are not', () => {
  expect(aheadFaults(closed({ closedOn: '2026-11-23' }), today, [])).toEqual([])
  expect(aheadFaults(closed({ closedOn: '2026-11-24' }), today, ['accounts'])).toMatchObject([
    { pointer: '#/accounts/closedOn' },
  ])
})

test('an estimate is beside own and consolidated accounts', () => {
  expect([closed(), closed({ scope: 'consolidated' })].map(scopeOf)).toEqual(['own', 'consolidated'])
})

test('three letters are a currency only when there is one', () => {
  expect(currencyFaults('SEK', [])).toEqual([])
  expect(currencyFaults('XYZ', ['currency'])).toMatchObject([
    { pointer: '#/currency', message: { sv: '”XYZ” är ingen valuta.' } },
  ])
  expect(['SE', 'NO', 'FI'].map(currencyOf)).toEqual(['SEK', 'NOK', 'EUR'])
})
