import { z } from 'zod'
import { PlainDate } from '../../kernel/day.ts'
import type { Text } from '../../kernel/text.ts'
import { decimal, over, type Ratio, ratio } from '../exact.ts'
import { type Fault, faultAt, type Path } from '../input.ts'
import type { DeMinimisLaw } from './law.ts'

/** A rate as it was used, kept with the amount for ever. */
export const Rate = z.strictObject({
  perEuro: z
    .string()
    .regex(/^\d{1,9}(\.\d{1,8})?$/, 'a decimal with a point, such as 11.20')
    .describe('Units of the currency for one euro'),
  source: z.string().trim().min(1).max(200).meta({ example: 'InforEuro, March 2026' }),
  day: PlainDate.describe('The day the rate is of; of a monthly rate, the first of the month'),
})
export type Rate = z.infer<typeof Rate>

/** Gross, before tax. Of anything but euro, with the rate of the day it was awarded. */
export const Amount = z.strictObject({
  currency: z.string().regex(/^[A-Z]{3}$/, 'three capital letters, such as SEK'),
  minor: z.int().min(0).max(1_000_000_000_000).describe('In the smallest unit of the currency: öre, cents'),
  rate: Rate.optional(),
})
export type Amount = z.infer<typeof Amount>

const SENTENCES = {
  currency: { sv: 'Valutan {currency} är okänd.', en: 'The currency {currency} is not known.' },
  noRate: {
    sv: 'Ett belopp i {currency} behöver kursen från den dag stödet beviljades. En saknad kurs gissas aldrig.',
    en: 'An amount in {currency} needs the rate of the day it was awarded. A missing rate is never guessed.',
  },
  euroRate: { sv: 'Ett belopp i euro har ingen kurs.', en: 'An amount in euro has no rate.' },
  zeroRate: { sv: 'Kursen kan inte vara 0.', en: 'The rate cannot be 0.' },
  laterRate: {
    sv: 'Kursen är från en senare dag än beslutet. Ett beviljat stöd räknas aldrig om.',
    en: 'The rate is of a later day than the award. A grant is never translated again.',
  },
} as const satisfies Record<string, Text>

/** What is wrong with an amount awarded on a day. */
export function amountFaults(law: DeMinimisLaw, amount: Amount, awardedOn: PlainDate, at: Path): Fault[] {
  const { currency, rate } = amount
  if (!Object.hasOwn(law.currencies, currency)) {
    return [faultAt([...at, 'currency'], SENTENCES.currency, { currency })]
  }
  if (currency === 'EUR') return rate ? [faultAt([...at, 'rate'], SENTENCES.euroRate)] : []
  if (!rate) return [faultAt([...at, 'rate'], SENTENCES.noRate, { currency })]
  if (decimal(rate.perEuro).n === 0n) return [faultAt([...at, 'rate', 'perEuro'], SENTENCES.zeroRate)]
  return rate.day > awardedOn ? [faultAt([...at, 'rate', 'day'], SENTENCES.laterRate)] : []
}

/** Euro cents for one smallest unit of the currency, exactly; not in lowest terms. */
export function centsPerMinor(law: DeMinimisLaw, { currency, rate }: Amount): Ratio {
  const units = 10n ** BigInt(law.currencies[currency]!)
  if (!rate) return { n: 100n, d: units }
  const [whole = '', decimals = ''] = rate.perEuro.split('.')
  return { n: 100n * 10n ** BigInt(decimals.length), d: units * BigInt(whole + decimals) }
}

/**
 * Euro cents at the rate kept with the amount, half a cent upwards. Expects an amount without faults.
 *
 * Source: no act fixes the rate; Swedish guidance is the one valid when the aid was awarded (RULES.md B-10).
 */
export function toEurCents(law: DeMinimisLaw, amount: Amount): number {
  const { n, d } = centsPerMinor(law, amount)
  return Number((2n * BigInt(amount.minor) * n + d) / (2n * d))
}

/** The largest amount in the currency of `like` that is not more than `eurCents` once it is in euro. */
export function largestMinor(law: DeMinimisLaw, eurCents: number, like: Amount): number {
  // Rounded half upwards, x is at most the limit just where x is less than the limit and a half.
  const { n, d } = over(ratio(2 * eurCents + 1, 2), centsPerMinor(law, like))
  return Number((n + d - 1n) / d) - 1
}

/** `44 642,86` for sentences; whole amounts without decimals. */
export function minorText({ currencies }: DeMinimisLaw, { currency, minor }: Amount): Text {
  return decimalText(minor, currencies[currency]!)
}

export const euroText = (eurCents: number): Text => decimalText(eurCents, 2)

function decimalText(minor: number, places: number): Text {
  const digits = String(minor).padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places).replace(/\B(?=(\d{3})+$)/g, '\u00a0')
  const decimals = digits.slice(digits.length - places)
  const isWhole = Number(decimals) === 0
  return { sv: isWhole ? whole : `${whole},${decimals}`, en: isWhole ? whole : `${whole}.${decimals}` }
}
