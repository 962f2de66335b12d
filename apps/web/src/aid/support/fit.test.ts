import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitTo, minutesOf, worthOf } from './fit.ts'

const COST = { hourlyMinor: 40_000, payrollPpm: 314_200, flatPpm: 400_000, publicPpm: 1_000_000 }
const PLANNED = {
  staff: [
    { work: 'direct' as const, minutes: 40 * 60 },
    { work: 'preparation' as const, minutes: 20 * 60 },
  ],
  bought: [],
  paidMinor: 0,
  share: { own: 1, of: 1 },
}

test('an hour is worth its pay with payroll costs and the flat rate', () => {
  const hour = { ...PLANNED, staff: [{ work: 'direct' as const, minutes: 60 }] }
  // 400 kr × 1.3142 × 1.40 = 735.952 kr
  expect(worthOf(hour, COST).aidMinor).toBe(73_595)
})

test('lowers every kind of work in its proportion', () => {
  const fitted = fitTo(PLANNED, COST, 2_000_000)!
  expect(worthOf(fitted, COST).aidMinor).toBeLessThanOrEqual(2_000_000)
  expect(minutesOf(fitted, 'direct')).toBe(1080)
  expect(minutesOf(fitted, 'preparation')).toBe(540)
})

test('leaves a plan that fits as it is', () => {
  expect(fitTo(PLANNED, COST, 1_000_000_000)).toEqual(PLANNED)
})

test('has nothing to propose where what is bought is more than what is left', () => {
  const bought = [{ what: 'Expert', minor: 500_000 }]
  expect(fitTo({ ...PLANNED, bought }, COST, 400_000)).toBeUndefined()
  expect(fitTo(PLANNED, COST, 0)).toBeUndefined()
})

test('what is proposed is never worth more than what is left', () => {
  void fc.assert(
    fc.property(fc.nat(10_000_000), fc.nat(600), fc.nat(600), (most, direct, travel) => {
      const planned = {
        ...PLANNED,
        staff: [
          { work: 'direct' as const, minutes: direct * 15 },
          { work: 'travel' as const, minutes: travel * 15 },
        ],
      }
      const fitted = fitTo(planned, COST, most)
      if (fitted) expect(worthOf(fitted, COST).aidMinor).toBeLessThanOrEqual(most)
    }),
  )
})
