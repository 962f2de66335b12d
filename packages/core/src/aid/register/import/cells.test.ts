import { expect, test } from 'vitest'
import { amountOf, dayOf } from './cells.ts'

test.each([
  ['10000', 1_000_000, null],
  ['10 000', 1_000_000, null],
  ['10\u00a0000,50', 1_000_050, null],
  ['44.642,86', 4_464_286, null],
  ['44,642.86', 4_464_286, null],
  ['44,642', 4_464_200, null],
  ['44.642', 4_464_200, null],
  ['1.234.567', 123_456_700, null],
  ["1'234.50", 123_450, null],
  ['12,5', 1250, null],
  ['10 000 kr', 1_000_000, 'SEK'],
  ['10 000:-', 1_000_000, null],
  ['SEK 5,00', 500, 'SEK'],
  ['€ 612.50', 61_250, 'EUR'],
  ['0', 0, null],
])('%s is an amount', (written, minor, currency) => {
  expect(amountOf(written, 2)).toEqual({ minor, currency })
})

test.each(['-5', '', 'tio', '10 USD', '1,23,4', '12.3456', '1.2.3', '99999999999999999'])(
  '“%s” is no amount',
  (written) => {
    expect(amountOf(written, 2)).toBeUndefined()
  },
)

test('a number of a spreadsheet is an amount where it has no more decimals than the currency', () => {
  expect(amountOf(0.1 + 0.2, 2)).toEqual({ minor: 30, currency: null })
  expect(amountOf(5000.5, 2)?.minor).toBe(500_050)
  expect(amountOf(1.005, 2)).toBeUndefined()
  expect(amountOf(-1, 2)).toBeUndefined()
  expect(amountOf(700, 0)?.minor).toBe(700)
})

test.each([
  ['2026-11-23', '2026-11-23'],
  ['2026-11-23T10:00:00', '2026-11-23'],
  ['20261123', '2026-11-23'],
  ['2026/11/23', '2026-11-23'],
  ['23.11.2026', '2026-11-23'],
  ['3/4/2026', '2026-04-03'],
])('%s is the day %s', (written, day) => {
  expect(dayOf(written)).toBe(day)
})

test.each(['2026-13-01', '2026-02-30', '23 nov', '', '11/23/2026'])('“%s” is no day', (written) => {
  expect(dayOf(written)).toBeUndefined()
})
