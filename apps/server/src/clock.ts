import { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { Clock } from './deps.ts'

/** The calendar day of an instant in a time zone. The Swedish locale writes days as ISO 8601 does. */
export function dayIn(timeZone: string, instant: Date): PlainDate {
  return PlainDate.parse(new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(instant))
}

/** `14:05`, the time of day of an instant in a time zone. */
export function timeIn(timeZone: string, instant: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, timeStyle: 'short' }).format(instant)
}

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  today: (timeZone) => dayIn(timeZone, new Date()),
}
