import { addDays, addMonths, type PlainDate } from '../../../kernel/day.ts'

/** How far back a window reaches. `boundaryCounts`: whether the same date that many years earlier is within. */
export type WindowRule = { years: number; boundaryCounts: boolean }
export type Entry = { day: PlainDate; eurCents: number }
export type Used = { eurCents: number; from: PlainDate; to: PlainDate }

/** The first day of the window that ends on `on`. The period rolls by day, not by fiscal year: Art. 3(2). */
export function windowFrom(on: PlainDate, { years, boundaryCounts }: WindowRule): PlainDate {
  const back = addMonths(on, -12 * years)
  return boundaryCounts ? back : addDays(back, 1)
}

/** The first day on which a grant of `day` no longer counts. */
export function freeFrom(day: PlainDate, rule: WindowRule): PlainDate {
  let free = addMonths(day, 12 * rule.years)
  // A window that ends on 29 February starts on the 28th three years before.
  while (windowFrom(free, rule) <= day) free = addDays(free, 1)
  return free
}

/** Sums of grants over windows that end on any day. */
export type WindowSums = {
  /** the days of the grants, each once, in order */
  days: readonly PlainDate[]
  /** the largest sum of any window that `on` is within */
  usedOn: (on: PlainDate) => Used
  freeFrom: (day: PlainDate) => PlainDate
  /** the first day of the window that ends on a day */
  from: (day: PlainDate) => PlainDate
}

/**
 * What is used up by grants on a day: no period of three years that the day is within may go over the ceiling, so
 * grants awarded after the day count too.
 *
 * Source: Regulation (EU) 2023/2831, Art. 3(2), “over any period of 3 years”.
 */
export function windowSums(entries: readonly Entry[], rule: WindowRule): WindowSums {
  const byDay = new Map<PlainDate, number>()
  for (const { day, eurCents } of entries) byDay.set(day, (byDay.get(day) ?? 0) + eurCents)
  const days = [...byDay.keys()].sort()
  const before = [0]
  for (const day of days) before.push(before.at(-1)! + byDay.get(day)!)
  /** How many of the days lie before `day`, and with `upTo` on it too. */
  const countBefore = (day: PlainDate, upTo = false): number => {
    let [low, high] = [0, days.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (days[middle]! < day || (upTo && days[middle] === day)) low = middle + 1
      else high = middle
    }
    return low
  }
  const starts = rememberDays((day) => windowFrom(day, rule))
  const sumTo = (end: PlainDate): Used => {
    const from = starts(end)
    return { eurCents: before[countBefore(end, true)]! - before[countBefore(from)]!, from, to: end }
  }
  const usedOn = (on: PlainDate): Used => {
    let most = sumTo(on)
    for (let at = countBefore(on, true); at < days.length && starts(days[at]!) <= on; at++) {
      const later = sumTo(days[at]!)
      if (later.eurCents > most.eurCents) most = later
    }
    return most
  }
  return { days, usedOn, freeFrom: rememberDays((day) => freeFrom(day, rule)), from: starts }
}

/** Calendar arithmetic on the same days again and again is most of the work otherwise. */
export function rememberDays(compute: (day: PlainDate) => PlainDate): (day: PlainDate) => PlainDate {
  const known = new Map<PlainDate, PlainDate>()
  return (day) => {
    let found = known.get(day)
    if (found === undefined) {
      found = compute(day)
      known.set(day, found)
    }
    return found
  }
}
