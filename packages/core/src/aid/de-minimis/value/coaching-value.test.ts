import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CoachingCost, reconcile, valueOfCoaching } from './coaching-value.ts'

const cost = (part: object = {}) =>
  CoachingCost.parse({
    staff: [{ work: 'direct', minutes: 600, hourlyMinor: 300_00 }],
    payrollPpm: 314_200,
    flatPpm: 400_000,
    companies: [{ party: 'a' }],
    ...part,
  })

test('pay, payroll costs, flat rate and what is bought make the full cost', () => {
  // 10 h at 300 kr is 3 000 kr; with 31.42 % and 40 % on top 5 519.64 kr; with a test bed of 1 000 kr 6 519.64 kr.
  const value = valueOfCoaching(cost({ bought: [{ what: 'Test bed', minor: 1_000_00 }] }))
  expect(value).toMatchObject({ staffMinor: 5_519_64, boughtMinor: 1_000_00, fullMinor: 6_519_64 })
})

test('what the company pays is taken off, and only the public part is aid', () => {
  const of = (company: object, publicPpm: number) =>
    valueOfCoaching(cost({ companies: [{ party: 'a', ...company }], publicPpm })).companies[0]?.aidMinor
  expect(of({ paidMinor: 519_64 }, 1_000_000)).toBe(5_000_00)
  expect(of({ paidMinor: 519_64 }, 600_000)).toBe(3_000_00)
  expect(of({ paidMinor: 10_000_00 }, 1_000_000), 'never below nothing').toBe(0)
})

test('a group activity is split equally, to the öre', () => {
  const value = valueOfCoaching(cost({ companies: ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((party) => ({ party })) }))
  const parts = value.companies.map(({ costMinor }) => costMinor)
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe(value.fullMinor)
  expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1)
})

test('the parts of any group add up to the full cost', () => {
  const weights = fc.array(fc.nat(50), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(weights, fc.nat(10_000), (list, minutes) => {
      const staff = [{ work: 'travel', minutes, hourlyMinor: 333_33 }]
      const companies = list.map((weight, at) => ({ party: `c${at}`, weight }))
      const value = valueOfCoaching(cost({ staff, companies }))
      expect(value.companies.reduce((sum, { costMinor }) => sum + costMinor, 0)).toBe(value.fullMinor)
    }),
  )
})

test('less than granted can be lowered, more needs a new grant', () => {
  const value = (minutes: number) =>
    valueOfCoaching(cost({ staff: [{ work: 'direct', minutes, hourlyMinor: 300_00 }], payrollPpm: 0, flatPpm: 0 }))
  expect(reconcile(value(600), value(300))).toEqual([
    { party: 'a', grantedMinor: 3_000_00, deliveredMinor: 1_500_00, action: 'lower' },
  ])
  expect(reconcile(value(600), value(601))[0]?.action).toBe('new-grant')
  expect(reconcile(value(600), value(600))[0]?.action).toBe('none')
})
