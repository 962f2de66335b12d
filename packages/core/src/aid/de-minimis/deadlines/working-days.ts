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
  let [year, holidays] = [yearOf(day), new Set(publicHolidays(calendar, yearOf(day)))]
  while (left > 0) {
    at = addDays(at, 1)
    if (yearOf(at) !== year) [year, holidays] = [yearOf(at), new Set(publicHolidays(calendar, yearOf(at)))]
    if (weekday(at) < SATURDAY && !holidays.has(at)) left--
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
  const years = Array.from({ length: Math.max(0, yearOf(to) - yearOf(from) + 1) }, (_, n) => yearOf(from) + n)
  const holidays = new Set(years.flatMap((year) => publicHolidays(calendar, year)))
  let count = 0
  for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) {
    if (weekday(at) < SATURDAY && !holidays.has(at)) count++
  }
  return count
}
