import { addDays, type PlainDate, plainDate, yearOf } from '@stegvis/core/kernel/day.ts'

export type Period = { fromOn: PlainDate; toOn: PlainDate }

export function wholeYear(year: number): Period {
  return { fromOn: plainDate(year, 1, 1), toOn: plainDate(year, 12, 31) }
}

/** The years that are over and most often asked for, newest first. */
export function recentYears(today: PlainDate): number[] {
  const last = yearOf(today) - 1
  return [last, last - 1, last - 2]
}

/** Last year whole for a first value; for a later one the twelve months up to today. */
export function firstPeriod(today: PlainDate, isLater: boolean): Period {
  if (!isLater) return wholeYear(yearOf(today) - 1)
  return { fromOn: addDays(today, -364), toOn: today }
}
