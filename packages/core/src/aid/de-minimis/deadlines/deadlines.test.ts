import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { day, withLaw } from '../test-law.ts'
import { registerDuty } from './deadlines.ts'
import { easterSunday, publicHolidays, workingDaysAfter } from './working-days.ts'

const { LAW } = withLaw((name) =>
  readFileSync(new URL(`../../../../../../content/aid/${name}`, import.meta.url), 'utf8'),
)

test('Easter is where the almanac has it', () => {
  const known = ['2008-03-23', '2011-04-24', '2019-04-21', '2024-03-31', '2026-04-05', '2027-03-28', '2038-04-25']
  for (const easter of known) expect(easterSunday(Number(easter.slice(0, 4)))).toBe(easter)
})

test('the Swedish public holidays of 2026 are those of the law', () => {
  expect(publicHolidays(LAW.calendars[0]!, 2026)).toEqual([
    '2026-01-01',
    '2026-01-06',
    '2026-04-03',
    '2026-04-05',
    '2026-04-06',
    '2026-05-01',
    '2026-05-14',
    '2026-05-24',
    '2026-06-06',
    '2026-06-20',
    '2026-10-31',
    '2026-12-25',
    '2026-12-26',
  ])
})

test('the day itself does not count, nor weekends and holidays', () => {
  const after = (from: string, count: number) => workingDaysAfter(LAW.calendars, 'SE', day(from), count)
  expect(after('2026-11-20', 1)).toBe('2026-11-23')
  expect(after('2026-04-02', 1)).toBe('2026-04-07')
  expect(after('2026-12-23', 1), 'Christmas Eve is a working day: the earlier deadline').toBe('2026-12-24')
})

test('there is no duty before the register, and no date without a calendar', () => {
  expect(registerDuty(LAW, 'general', 'SE', day('2025-12-31'))).toBeUndefined()
  expect(registerDuty(LAW, 'agriculture', 'SE', day('2026-12-31'))).toBeUndefined()
  expect(registerDuty(LAW, 'agriculture', 'SE', day('2027-01-04'))?.by).toBe('2027-02-02')
  expect(registerDuty(LAW, 'general', 'FI', day('2026-12-10'))).toMatchObject({ by: null })
})
