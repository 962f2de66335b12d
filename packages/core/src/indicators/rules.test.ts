import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PlainDate } from '../kernel/day.ts'
import { changeSinceBaseline, enterValue, inPeriodOrder, mayChangeValue, restoreValue } from './rules.ts'
import type { Quality } from './schema.ts'

const day = (text: string) => PlainDate.parse(text)
const TODAY = day('2026-11-23')

function value(facts: { quality?: Quality; fromOn?: string; toOn?: string; amount?: number; unit?: string } = {}) {
  return {
    quality: facts.quality ?? ('estimated' as const),
    fromOn: day(facts.fromOn ?? '2026-01-01'),
    toOn: day(facts.toOn ?? '2026-06-30'),
    amount: facts.amount ?? 100,
    unit: facts.unit ?? 'MWh/år',
    source: '',
    note: '',
  }
}

const team = { today: TODAY, mayVerify: true, others: [], before: null }
const company = { ...team, mayVerify: false }

describe('entering a value', () => {
  test('accepts a measured period that has ended', () => {
    expect(enterValue(value({ quality: 'verified', toOn: '2026-11-23' }), team)).toMatchObject({ ok: true })
  })

  test('refuses a period that ends before it begins', () => {
    expect(enterValue(value({ toOn: '2025-12-31' }), team)).toMatchObject({ problem: 'period-reversed' })
  })

  test('lets only an estimate speak of what is to come', () => {
    expect(enterValue(value({ toOn: '2027-12-31' }), company)).toMatchObject({ ok: true })
    const ahead = value({ quality: 'baseline', toOn: '2026-12-31' })
    expect(enterValue(ahead, company)).toMatchObject({ problem: 'period-ahead' })
  })

  test('refuses verification by the company, and its touching what is verified', () => {
    expect(enterValue(value({ quality: 'verified' }), company)).toMatchObject({ problem: 'verification-by-team' })
    const weakened = enterValue(value(), { ...company, before: 'verified' })
    expect(weakened).toMatchObject({ problem: 'verification-by-team' })
    expect(mayChangeValue('verified', { write: true, verify: false })).toBe(false)
    expect(mayChangeValue('estimated', { write: true, verify: false })).toBe(true)
  })

  test('refuses a second baseline, also when a removed one comes back', () => {
    const second = enterValue(value({ quality: 'baseline' }), { ...company, others: ['estimated', 'baseline'] })
    expect(second).toMatchObject({ problem: 'baseline-value-exists' })
    expect(restoreValue('baseline', ['baseline'])).toMatchObject({ problem: 'baseline-value-exists' })
    expect(restoreValue('estimated', ['baseline'])).toMatchObject({ ok: true })
  })
})

describe('the change since the start', () => {
  const baseline = value({ quality: 'baseline', fromOn: '2024-01-01', toOn: '2024-12-31', amount: 1200 })
  const newest = value({ quality: 'verified', fromOn: '2025-01-01', toOn: '2025-12-31', amount: 900 })

  test('goes from the baseline to the newest value, whatever the order they came in', () => {
    const between = value({ fromOn: '2025-01-01', toOn: '2025-06-30', amount: 1300 })
    expect(changeSinceBaseline([newest, between, baseline], 'down')).toEqual({
      from: { amount: 1200, quality: 'baseline', toOn: '2024-12-31' },
      to: { amount: 900, quality: 'verified', toOn: '2025-12-31' },
      difference: -300,
      share: -0.25,
      direction: 'better',
    })
  })

  test('is worse where more is better', () => {
    expect(changeSinceBaseline([baseline, newest], 'up')?.direction).toBe('worse')
  })

  test('counts from the oldest value while none is marked as baseline', () => {
    const first = value({ fromOn: '2023-01-01', toOn: '2023-12-31', amount: 1000 })
    expect(changeSinceBaseline([newest, first], 'down')?.difference).toBe(-100)
  })

  test('has nothing to say of one value, or of another unit', () => {
    expect(changeSinceBaseline([baseline], 'down')).toBeNull()
    expect(changeSinceBaseline([baseline, { ...newest, unit: 'kWh' }], 'down')).toBeNull()
    expect(changeSinceBaseline([], 'up')).toBeNull()
  })

  test('from zero has a difference and no share', () => {
    const zero = { ...baseline, amount: 0 }
    expect(changeSinceBaseline([zero, newest], 'up')).toMatchObject({ difference: 900, share: null })
  })

  test('is written without the traces of binary fractions', () => {
    const change = changeSinceBaseline(
      [
        { ...baseline, amount: 0.1 },
        { ...newest, amount: 0.3 },
      ],
      'up',
    )
    expect(change?.difference).toBe(0.2)
  })

  test('turns round when better turns round, and never depends on the order of entry', () => {
    const period = fc.integer({ min: 2010, max: 2025 })
    const amounts = fc.uniqueArray(fc.tuple(period, fc.integer({ min: -1000, max: 1000 })), {
      selector: ([year]) => year,
      minLength: 2,
      maxLength: 6,
    })
    fc.assert(
      fc.property(amounts, (pairs) => {
        const values = pairs.map(([year, amount]) =>
          value({ fromOn: `${year}-01-01`, toOn: `${year}-12-31`, amount, quality: 'estimated' }),
        )
        const up = changeSinceBaseline(values, 'up')
        const down = changeSinceBaseline([...values].reverse(), 'down')
        expect(up?.difference).toBe(down?.difference)
        const turned = { better: 'worse', worse: 'better', same: 'same' } as const
        expect(down?.direction).toBe(up && turned[up.direction])
      }),
    )
  })
})

test('values of one period stand in the order of when they begin', () => {
  const year = value({ fromOn: '2025-01-01', toOn: '2025-12-31' })
  const quarter = value({ fromOn: '2025-10-01', toOn: '2025-12-31' })
  expect(inPeriodOrder([quarter, year])).toEqual([year, quarter])
})
