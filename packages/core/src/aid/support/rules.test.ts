import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PlainDate } from '../../kernel/day.ts'
import { checkDecision, costOf, delivered, ownValue, plannedIn, supportStep } from './rules.ts'
import { type SupportInput, SupportState } from './schema.ts'

const STAFF = { hourlyMinor: 42_000, payrollPpm: 314_200, flatPpm: 400_000, publicPpm: 1_000_000 }

const input = (part: Partial<SupportInput> = {}): SupportInput => ({
  staff: [{ work: 'direct', minutes: 600 }],
  ...{ bought: [], paidMinor: 0, share: { own: 1, of: 1 }, note: '' },
  ...part,
})

const minutes = fc.integer({ min: 0, max: 100_000 })
const planned = fc.record({
  staff: fc.array(fc.record({ work: fc.constantFrom('direct', 'preparation', 'follow-up', 'travel'), minutes }), {
    maxLength: 5,
  }),
  bought: fc.array(fc.record({ what: fc.constant('Testbädd'), minor: minutes }), { maxLength: 3 }),
  paidMinor: minutes,
  share: fc
    .tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 50 }))
    .map(([own, others]) => ({ own, of: own + others })),
})

describe('the value of planned support', () => {
  test('is its hours with payroll and flat rate on top', () => {
    // 10 hours at 420 kronor, with 31.42 % and then 40 % on top.
    expect(ownValue(costOf(input(), STAFF, 'a'))).toMatchObject({ staffMinor: 772_750, aidMinor: 772_750 })
  })

  test('is read back as it was planned', () => {
    fc.assert(
      fc.property(planned, (given) => {
        const back = plannedIn(costOf(given, STAFF, 'a'))
        expect(back.planned).toEqual(given)
        if (given.staff.length > 0) expect(back.staff).toEqual(STAFF)
      }),
    )
  })

  test('never grows by what the company pays, and never falls below nothing', () => {
    fc.assert(
      fc.property(planned, minutes, (given, more) => {
        const before = ownValue(costOf(given, STAFF, 'a')).aidMinor
        const after = ownValue(costOf({ ...given, paidMinor: given.paidMinor + more }, STAFF, 'a')).aidMinor
        expect(after <= before && after >= 0).toBe(true)
      }),
    )
  })
})

describe('the way of support', () => {
  test.each([
    ['planned', 'submitted granted refused withdrawn'],
    ['submitted', 'planned granted refused withdrawn'],
    ['granted', ''],
    ['refused', ''],
    ['withdrawn', 'planned'],
  ] as const)('from %s leads to: %s', (from, to) => {
    const open = SupportState.options.filter((state) => supportStep(from, state).ok)
    expect(open.sort()).toEqual(to.split(' ').filter(Boolean).sort())
  })

  test('a decision is of a day that has come, for no more than was planned', () => {
    const today = PlainDate.parse('2026-11-23')
    const decision = {
      ...{ revision: 1, outcome: 'granted' as const, decidedOn: today },
      ...{ authority: 'A', reference: '', minor: null, reason: '' },
    }
    expect(checkDecision(decision, 500, today)).toEqual({ ok: true, value: 500 })
    expect(checkDecision({ ...decision, minor: 300 }, 500, today)).toEqual({ ok: true, value: 300 })
    expect(checkDecision({ ...decision, minor: 501 }, 500, today)).toMatchObject({ problem: 'granted-above-planned' })
    const tomorrow = PlainDate.parse('2026-11-24')
    expect(checkDecision({ ...decision, decidedOn: tomorrow }, 500, today)).toMatchObject({ problem: 'decision-ahead' })
  })
})

describe('what was delivered', () => {
  const cost = costOf(
    input({
      staff: [
        { work: 'direct', minutes: 600 },
        { work: 'preparation', minutes: 300 },
      ],
      bought: [{ what: 'Testbädd', minor: 100_000 }],
    }),
    { ...STAFF, hourlyMinor: 60_000, payrollPpm: 0, flatPpm: 0 },
    'a',
  )
  const granted = ownValue(cost).aidMinor

  test('is nothing before the first session', () => {
    expect(delivered(cost, { minutes: 0, sessions: 0, grantedMinor: granted })).toMatchObject({
      ...{ aidMinor: 0, action: 'lower', plannedMinutes: 600 },
    })
  })

  test('takes other work along in the proportion it was planned in', () => {
    // 5 hours with the company and 2.5 around them, at 600 kronor, and what was bought.
    expect(delivered(cost, { minutes: 300, sessions: 2, grantedMinor: granted }).aidMinor).toBe(550_000)
  })

  test('as planned comes to what was granted, more needs a new grant', () => {
    const at = (held: number) => delivered(cost, { minutes: held, sessions: 1, grantedMinor: granted }).action
    expect([at(599), at(600), at(601)]).toEqual(['lower', 'none', 'new-grant'])
  })
})
