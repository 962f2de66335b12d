import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../kernel/day.ts'
import { registerDuty } from '../de-minimis/deadlines/deadlines.ts'
import { workingDaysAfter, workingDaysBetween } from '../de-minimis/deadlines/working-days.ts'
import { day, withLaw } from '../de-minimis/test-law.ts'
import { deadlineOf, registerPeriods, standingEntry, standingOf } from './rules.ts'

const { LAW } = withLaw((name) => readFileSync(new URL(`../../../../../content/aid/${name}`, import.meta.url), 'utf8'))
const award = (awardedOn: string, memberState = 'SE') => ({
  ...{ regulation: '2023/2831', memberState, awardedOn: day(awardedOn) },
})

describe('deadlines', () => {
  test('count working days down to the last day, and up after it (B-T16)', () => {
    const left = (today: string) => deadlineOf(LAW, award('2026-12-10'), day(today))?.workingDaysLeft
    expect(deadlineOf(LAW, award('2026-12-10'), day('2026-12-10'))?.by).toBe('2027-01-12')
    expect(['2026-12-10', '2027-01-11', '2027-01-12', '2027-01-13'].map(left)).toEqual([20, 1, 0, -1])
  })

  test('are left open where the holidays of the state are not known', () => {
    expect(deadlineOf(LAW, award('2026-12-10', 'FI'), day('2026-12-11'))).toMatchObject({
      ...{ by: null, workingDaysLeft: null },
    })
  })

  test('that have passed are those of the awards up to the day that the periods tell', () => {
    for (let today = day('2026-02-01'); today < '2027-02-01'; today = addDays(today, 9)) {
      const [general] = registerPeriods(LAW, today)
      const { until } = general!.late[0]!
      const by = (on: typeof until) => registerDuty(LAW, 'general', 'SE', on)!.by!
      expect([by(until) < today, by(addDays(until, 1)) < today]).toEqual([true, false])
    }
  })

  test('come in the order of the days of award, whatever the regulation: the list is sorted by it', () => {
    expect(new Set(LAW.register.map(({ workingDays }) => workingDays)).size).toBe(1)
  })

  test('are the same count that the days after make', () => {
    const end = workingDaysAfter(LAW.calendars, 'SE', day('2026-12-10'), 20)!
    expect(workingDaysBetween(LAW.calendars, 'SE', day('2026-12-10'), end)).toBe(20)
    for (let count = 1; count < 300; count += 7) {
      const to = workingDaysAfter(LAW.calendars, 'SE', day('2026-03-28'), count)!
      expect(workingDaysBetween(LAW.calendars, 'SE', day('2026-03-28'), to)).toBe(count)
    }
    expect(workingDaysBetween(LAW.calendars, 'FI', day('2026-12-10'), end)).toBeUndefined()
  })
})

test('an award before the duty is neither late nor to be registered', () => {
  const today = day('2026-11-23')
  expect(standingOf('open', deadlineOf(LAW, award('2025-12-31'), today), today)).toBe('no-duty')
  expect(standingOf('open', deadlineOf(LAW, award('2026-01-02'), today), today)).toBe('late')
  expect(standingOf('open', deadlineOf(LAW, award('2026-11-20'), today), today)).toBe('to-register')
})

test('each undoing takes back the last that stands', () => {
  const said = (id: number) => ({ id, kind: 'registered' as const })
  const undone = { id: 0, kind: 'undone' as const }
  expect(standingEntry([said(1), said(2), undone])).toEqual(said(1))
  expect(standingEntry([said(1), said(2), undone, said(3), undone, undone])).toBeUndefined()
})
