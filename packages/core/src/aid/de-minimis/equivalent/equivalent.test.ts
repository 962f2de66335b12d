import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, withLaw } from '../test-law.ts'
import { type AidInForm, equivalentOf } from './equivalent.ts'
import { equivalentOfFile } from './equivalent-file.ts'

const read = (name: string) => readFileSync(new URL(`../../../../../../content/aid/${name}`, import.meta.url), 'utf8')
const { LAW } = withLaw(read)
const award = { on: day('2026-11-23'), currency: 'EUR' }
const euro = (amount: number) => amount * 100

type Loan = Extract<AidInForm, { form: 'loan' }>
type Guarantee = Extract<AidInForm, { form: 'guarantee' }>
const loan = (part: Partial<Loan> = {}): Loan => ({
  form: 'loan',
  minor: euro(1_500_000),
  months: 60,
  collateralPpm: 500_000,
  inDifficulty: false,
  ...part,
})
const guarantee = (part: Partial<Guarantee> = {}): Guarantee => ({
  form: 'guarantee',
  minor: euro(2_250_000),
  months: 60,
  guaranteedPpm: 800_000,
  lossesShared: true,
  inDifficulty: false,
  ...part,
})

describe('B-08', () => {
  test.each([
    ['a loan of 1 500 000 over five years', loan(), 300_000],
    ['a loan of 750 000 over ten years', loan({ minor: euro(750_000), months: 120 }), 300_000],
    ['a loan of 750 000 over five years', loan({ minor: euro(750_000) }), 150_000],
    ['a loan of 150 000 over four years', loan({ minor: euro(150_000), months: 48 }), 24_000],
    ['a guarantee of 2 250 000 over five years', guarantee(), 300_000],
    ['a guarantee of 1 125 000 over ten years', guarantee({ minor: euro(1_125_000), months: 120 }), 300_000],
    ['a guarantee of 225 000 over one year', guarantee({ minor: euro(225_000), months: 12 }), 6_000],
  ])('%s counts as %o', (_, aid, worth) => {
    expect(equivalentOf(LAW, aid, award)).toMatchObject({ verdict: 'pass', equivalentMinor: euro(worth), reasons: [] })
  })

  test.each([
    ['a loan above 1 500 000', loan({ minor: euro(1_500_000) + 1 }), ['OVER_LIMITS']],
    ['a loan of 750 001 over more than five years', loan({ minor: euro(750_001), months: 61 }), ['OVER_LIMITS']],
    ['a loan over more than ten years', loan({ minor: euro(1), months: 121 }), ['OVER_LIMITS']],
    ['collateral below half', loan({ collateralPpm: 499_999 }), ['COLLATERAL_LOW']],
    ['a guarantee above four fifths', guarantee({ guaranteedPpm: 800_001 }), ['GUARANTEED_HIGH']],
    ['losses that are not shared', guarantee({ lossesShared: false }), ['LOSSES_NOT_SHARED']],
    ['an undertaking in difficulty', loan({ inDifficulty: true }), ['IN_DIFFICULTY']],
  ])('%s is not counted this way', (_, aid, codes) => {
    const found = equivalentOf(LAW, aid, award)
    expect(found).toMatchObject({ verdict: 'block', equivalentMinor: null })
    expect(found.reasons.map(({ code }) => code)).toEqual(codes)
  })

  test('what nobody has answered is for a person to decide, with the value told', () => {
    const { inDifficulty: _, lossesShared: __, ...open } = guarantee()
    expect(equivalentOf(LAW, open, award)).toMatchObject({
      verdict: 'review',
      equivalentMinor: euro(300_000),
      reasons: [{ code: 'DIFFICULTY_UNKNOWN' }, { code: 'LOSSES_UNKNOWN' }],
    })
  })

  test('before the regulation there is no such rule', () => {
    const found = equivalentOf(LAW, loan(), { ...award, on: day('2023-12-31') })
    expect(found).toMatchObject({ verdict: 'block', reasons: [{ code: 'NO_RULE' }] })
  })

  test('instalments are discounted to the day of the award', () => {
    const instalments = [
      { on: day('2026-11-23'), minor: euro(10_000) },
      { on: day('2027-11-23'), minor: euro(10_500) },
      { on: day('2028-11-23'), minor: euro(11_025) },
    ]
    const found = equivalentOf(LAW, { form: 'instalments', instalments, discountPpm: 50_000 }, award)
    expect(found).toMatchObject({ verdict: 'pass', equivalentMinor: euro(30_000) })
    // 73 days are a fifth of a year: 10 100 / 1.01
    const soon = [{ on: day('2027-02-04'), minor: euro(10_100) }]
    expect(equivalentOf(LAW, { form: 'instalments', instalments: soon, discountPpm: 50_000 }, award)).toMatchObject({
      equivalentMinor: euro(10_000),
    })
  })
})

describe('properties', () => {
  test('a larger or longer loan is never worth less, and none within the limits is worth more than the ceiling', () => {
    const parts = fc.record({
      minor: fc.integer({ min: 1, max: 150_000_000 }),
      months: fc.integer({ min: 1, max: 120 }),
    })
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        const [small, large] = [
          { minor: Math.min(a.minor, b.minor), months: Math.min(a.months, b.months) },
          { minor: Math.max(a.minor, b.minor), months: Math.max(a.months, b.months) },
        ]
        const [less, more] = [small, large].map((part) => equivalentOf(LAW, loan(part), award).equivalentMinor)
        if (more === null) return
        expect(more).toBeLessThanOrEqual(euro(300_000))
        expect(less).toBeLessThanOrEqual(more!)
      }),
    )
  })

  test('a later instalment is never worth more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 300_000 }), (weeks, discountPpm) => {
        const worth = (days: number) => {
          const on = day(new Date(Date.UTC(2026, 10, 23 + days)).toISOString().slice(0, 10))
          const instalments = [{ on, minor: euro(10_000) }]
          return equivalentOf(LAW, { form: 'instalments', instalments, discountPpm }, award).equivalentMinor!
        }
        expect(worth(weeks * 7 + 1)).toBeLessThanOrEqual(worth(weeks * 7))
        expect(worth(weeks * 7)).toBeLessThanOrEqual(euro(10_000))
      }),
    )
  })
})

test.each([
  ['no instalments', { form: 'instalments', instalments: [], discountPpm: 1 }, '#/aid/instalments'],
  ['a loan of nothing', loan({ minor: 0 }), '#/aid/minor'],
  ['more collateral than all', loan({ collateralPpm: 1_000_001 }), '#/aid/collateralPpm'],
  [
    'instalments out of order',
    {
      form: 'instalments',
      instalments: [
        { on: '2027-01-02', minor: 1 },
        { on: '2027-01-01', minor: 1 },
      ],
      discountPpm: 1,
    },
    '#/aid/instalments/1/on',
  ],
])('refuses %s by its place', (_, aid, pointer) => {
  const reading = equivalentOfFile(LAW, {
    format: 'stegvis-aid-equivalent/1',
    awardOn: '2026-11-23',
    currency: 'EUR',
    aid,
  })
  expect(reading.ok ? [] : reading.faults.map((fault) => fault.pointer)).toEqual([pointer])
})
