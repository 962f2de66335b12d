import { z } from 'zod'

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
const daysInMonth = (year: number, month: number) => (month === 2 && isLeap(year) ? 29 : MONTH_DAYS[month - 1]!)

function parts(day: string): { year: number; month: number; day: number } | undefined {
  const found = SHAPE.exec(day)
  if (!found) return undefined
  const [year, month, date] = [Number(found[1]), Number(found[2]), Number(found[3])]
  if (year < 1900 || month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return undefined
  return { year, month, day: date }
}

/** A calendar day, `2026-11-23`: no time, no zone. Compares correctly as text. */
export const PlainDate = z
  .string()
  .refine((day) => parts(day) !== undefined, { error: 'not a calendar day' })
  .meta({ format: 'date', example: '2026-11-23' })
  .brand<'PlainDate'>()
export type PlainDate = z.infer<typeof PlainDate>

/** Days since 1970-01-01, for arithmetic. Source: the proleptic Gregorian calendar, as in ISO 8601. */
function toDayNumber(day: PlainDate): number {
  const { year, month, day: date } = parts(day)!
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468
}

function fromDayNumber(number: number): PlainDate {
  const shifted = number + 719468
  const era = Math.floor(shifted / 146097)
  const dayOfEra = shifted - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const date = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return plainDate(year, month, date)
}

export function plainDate(year: number, month: number, day: number): PlainDate {
  return PlainDate.parse(
    `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
  )
}

export function addDays(day: PlainDate, days: number): PlainDate {
  return fromDayNumber(toDayNumber(day) + days)
}

/** The same date `months` later; the last day of the month where that date does not exist. */
export function addMonths(day: PlainDate, months: number): PlainDate {
  const { year, month, day: date } = parts(day)!
  const count = year * 12 + (month - 1) + months
  const [toYear, toMonth] = [Math.floor(count / 12), (count % 12) + 1]
  return plainDate(toYear, toMonth, Math.min(date, daysInMonth(toYear, toMonth)))
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return toDayNumber(to) - toDayNumber(from)
}

export function yearOf(day: PlainDate): number {
  return parts(day)!.year
}
