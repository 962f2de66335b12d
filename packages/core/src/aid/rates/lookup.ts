import { daysBetween, type PlainDate } from '../../kernel/day.ts'
import type { Text } from '../../kernel/text.ts'
import { fillText } from '../../models/fill-text.ts'
import { compare, decimal } from '../exact.ts'
import { append } from '../groups/active.ts'
import { type Fault, faultAt, type Path } from '../input.ts'
import type { Rate, RatePolicy } from './schema.ts'

/** By currency and kind, oldest first. */
export type RateTable = ReadonlyMap<string, readonly Rate[]>

export type FoundRate = { ok: true; rate: Rate } | { ok: false; missing: Text }

const SENTENCES = {
  none: {
    sv: 'Det finns ingen kurs för {currency} den {day}. Lägg till kursen; den gissas aldrig.',
    en: 'There is no rate for {currency} on {day}. Add the rate; it is never guessed.',
  },
  noMonth: {
    sv: 'Det finns ingen månadskurs för {currency} för {month}. Lägg till kursen; den gissas aldrig.',
    en: 'There is no monthly rate for {currency} for {month}. Add the rate; it is never guessed.',
  },
  twoRates: {
    sv: 'Två olika kurser för {currency} den {day}.',
    en: 'Two different rates for {currency} on {day}.',
  },
  zero: { sv: 'En kurs är större än 0.', en: 'A rate is more than 0.' },
} as const satisfies Record<string, Text>

/**
 * The longest the European Central Bank goes without publishing is from Christmas Eve to the day after a weekend that
 * follows. A rate older than that comes from a list that ends too early.
 */
const MOST_DAYS_BETWEEN = 6

/** Rates in the order they are looked up in. */
export function rateTable(rates: readonly Rate[]): RateTable {
  const table = new Map<string, Rate[]>()
  for (const rate of rates) append(table, key(rate.currency, rate.every), rate)
  for (const list of table.values()) list.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  return table
}

/** Rates that are not positive, and days that two sources tell differently. */
export function checkRates(rates: readonly Rate[], at: Path): Fault[] {
  const seen = new Map<string, Rate>()
  return rates.flatMap((rate, n): Fault[] => {
    if (decimal(rate.perEuro).n === 0n) return [faultAt([...at, n, 'perEuro'], SENTENCES.zero)]
    const day = `${key(rate.currency, rate.every)} ${rate.every === 'month' ? rate.on.slice(0, 7) : rate.on}`
    const other = seen.get(day)
    seen.set(day, rate)
    const differs = other && compare(decimal(other.perEuro), decimal(rate.perEuro)) !== 0
    return differs ? [faultAt([...at, n], SENTENCES.twoRates, { currency: rate.currency, day: rate.on })] : []
  })
}

/** The rate of one day, or the sentence that says which one is missing. The euro itself needs none. */
export function findRate(table: RateTable, currency: string, on: PlainDate, policy: RatePolicy): FoundRate {
  if (currency === 'EUR') return { ok: true, rate: { currency, on, perEuro: 1, every: 'day', source: 'EUR' } }
  const list = table.get(key(currency, policy === 'month-of' ? 'month' : 'day')) ?? []
  const found = policy === 'month-of' ? ofMonth(list, on) : ofDay(list, on, policy)
  if (found) return { ok: true, rate: found }
  const month = on.slice(0, 7)
  const sentence = policy === 'month-of' ? SENTENCES.noMonth : SENTENCES.none
  return { ok: false, missing: fillText(sentence, { currency, day: on, month }) }
}

const key = (currency: string, every: Rate['every']) => `${currency}/${every}`

function ofMonth(list: readonly Rate[], on: PlainDate): Rate | undefined {
  return list.find((rate) => rate.on.slice(0, 7) === on.slice(0, 7))
}

function ofDay(list: readonly Rate[], on: PlainDate, policy: RatePolicy): Rate | undefined {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[middle]!.on <= on) low = middle + 1
    else high = middle
  }
  const last = list[low - 1]
  if (!last || (policy === 'exact-day' && last.on !== on)) return undefined
  return daysBetween(last.on, on) <= MOST_DAYS_BETWEEN ? last : undefined
}
