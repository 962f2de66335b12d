import { z } from 'zod'
import { PlainDate } from '../../kernel/day.ts'
import { Decimal } from '../exact.ts'

/** Three capital letters of ISO 4217. */
export const Currency = z
  .string()
  .regex(/^[A-Z]{3}$/, 'three capital letters, such as SEK')
  .meta({ example: 'SEK' })

/** A published rate: so much of the currency for one euro. */
export const Rate = z
  .strictObject({
    currency: Currency,
    on: PlainDate.describe('The day it was published for; of a monthly rate, the first day of its month'),
    perEuro: Decimal.describe('Units of the currency for one euro'),
    every: z.enum(['day', 'month']).default('day').describe('Whether it is for this day or for its whole month'),
    source: z.string().trim().min(1).max(200),
  })
  .meta({ title: 'Rate' })
export type Rate = z.infer<typeof Rate>

/**
 * How the rate of a day is found: `exact-day` is that day's, or none; `last-published` is the day's or the last
 * before, for weekends and holidays; `month-of` is the one for the month the day lies in.
 */
export const RatePolicy = z.enum(['exact-day', 'last-published', 'month-of'])
export type RatePolicy = z.infer<typeof RatePolicy>
