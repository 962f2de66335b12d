import { PlainDate } from '@stegvis/core/kernel/day.ts'
import { RecordId } from '@stegvis/core/kernel/ids.ts'
import { expect, test } from 'vitest'
import { awardOf, concernsFarming, newLine, withAward } from './draft.ts'

const today = PlainDate.parse('2026-11-23')
const rate = { perEuro: '11.20', source: 'InforEuro', day: PlainDate.parse('2026-03-01') }
const line = newLine({
  id: RecordId.parse('01930000-0000-7000-8000-000000000001'),
  name: 'Provbolaget AB',
  memberState: 'SE',
  regulation: '2023/2831',
  currency: 'SEK',
  today,
})
const known = { ...line, authority: 'Regionen', amount: { currency: 'SEK', minor: 500_000, rate } }
const nameOf = (party: string | null) => (party === null ? 'Provbolaget AB' : 'Dotterbolaget AB')

test('a line that is opened and closed again stays as it was', () => {
  expect(withAward(known, awardOf(known), nameOf)).toEqual(known)
})

test('an amount in euro has no rate', () => {
  const changed = withAward(known, { ...awardOf(known), currency: 'EUR' }, nameOf)
  expect(changed.amount).toEqual({ currency: 'EUR', minor: 500_000 })
})

test('a line takes the name of who received it', () => {
  expect(withAward(known, { ...awardOf(known), party: 'p2' }, nameOf)).toMatchObject({
    party: 'p2',
    name: 'Dotterbolaget AB',
  })
})

test('questions about farm products concern farms, dairies and those who trade in their products', () => {
  const concerns = (...codes: string[]) => concernsFarming(codes.map((code) => ({ code, supported: true })))
  expect(concerns('01.41')).toBe(true)
  expect(concerns('10.51', '25.62')).toBe(true)
  expect(concerns('46.31')).toBe(true)
  expect(concerns('25.62', '28')).toBe(false)
})
