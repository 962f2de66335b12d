import { addDays, daysBetween, type PlainDate, plainDate, yearOf } from '../../../kernel/day.ts'
import { type Calendar, isValidOn } from '../law.ts'

/** A Thursday. */
const EPOCH = '1970-01-01' as PlainDate
const SATURDAY = 5

/** 0 is Monday. */
function weekday(day: PlainDate): number {
  return (((daysBetween(EPOCH, day) + 3) % 7) + 7) % 7
}

/** Easter Sunday. Source: the Gregorian computus (Meeus, Astronomical Algorithms, chapter 8). */
export function easterSunday(year: number): PlainDate {
  const golden = year % 19
  const [century, rest] = [Math.floor(year / 100), year % 100]
  const [leaps, centuryRest] = [Math.floor(century / 4), century % 4]
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const moon = (19 * golden + century - leaps - correction + 15) % 30
  const sunday = (32 + 2 * centuryRest + 2 * Math.floor(rest / 4) - moon - (rest % 4)) % 7
  const late = Math.floor((golden + 11 * moon + 22 * sunday) / 451)
  const count = moon + sunday - 7 * late + 114
  return plainDate(year, Math.floor(count / 31), (count % 31) + 1)
}

/** The public holidays of a year, Sundays apart. */
export function publicHolidays({ days }: Calendar, year: number): PlainDate[] {
  const on = (monthDay: string) => `${year}-${monthDay}` as PlainDate
  return days.map((holiday) => {
    if ('fixed' in holiday) return on(holiday.fixed)
    if ('easter' in holiday) return addDays(easterSunday(year), holiday.easter)
    const first = on(holiday.saturday)
    return addDays(first, (SATURDAY - weekday(first) + 7) % 7)
  })
}

const known = new WeakMap<Calendar, Map<number, ReadonlySet<PlainDate>>>()

/** Lists ask about the same year for every line, so a year is worked out once. */
function holidaysOf(calendar: Calendar, year: number): ReadonlySet<PlainDate> {
  const years = known.get(calendar) ?? new Map<number, ReadonlySet<PlainDate>>()
  const holidays = years.get(year) ?? new Set(publicHolidays(calendar, year))
  known.set(calendar, years.set(year, holidays))
  return holidays
}

function isWorkingDay(calendar: Calendar, day: PlainDate): boolean {
  return weekday(day) < SATURDAY && !holidaysOf(calendar, yearOf(day)).has(day)
}

/**
 * The last of `count` working days; the day itself is not counted. Working days are Monday to Friday without the
 * public holidays of the member state; `undefined` where no calendar of the state is known for the day.
 *
 * Source: Regulation (EEC, Euratom) No 1182/71, Art. 2(2) and 3(1) (RULES.md B-19).
 */
export function workingDaysAfter(
  calendars: readonly Calendar[],
  country: string,
  day: PlainDate,
  count: number,
): PlainDate | undefined {
  const calendar = calendars.find((one) => one.country === country && isValidOn(one, day))
  if (!calendar) return undefined
  let [at, left] = [day, count]
  while (left > 0) {
    at = addDays(at, 1)
    if (isWorkingDay(calendar, at)) left--
  }
  return at
}

/** How many working days come after `from`, up to and with `to`; `undefined` as above. */
export function workingDaysBetween(
  calendars: readonly Calendar[],
  country: string,
  from: PlainDate,
  to: PlainDate,
): number | undefined {
  const calendar = calendars.find((one) => one.country === country && isValidOn(one, from))
  if (!calendar) return undefined
  const days = Math.max(0, daysBetween(from, to))
  const rest = Array.from({ length: days % 7 }, (_, n) => (weekday(from) + 1 + n) % 7)
  const weekdays = 5 * Math.floor(days / 7) + rest.filter((one) => one < SATURDAY).length
  const years = Array.from({ length: Math.max(0, yearOf(to) - yearOf(from) + 1) }, (_, n) => yearOf(from) + n)
  const free = years.flatMap((year) => [...holidaysOf(calendar, year)]).filter((day) => from < day && day <= to)
  return weekdays - free.filter((day) => weekday(day) < SATURDAY).length
}
