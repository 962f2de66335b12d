import { z } from 'zod'
import type { Text } from '../kernel/text.ts'

/** Micro, small and medium are SMEs; large is above their ceilings. */
export const SizeClass = z.enum(['micro', 'small', 'medium', 'large'])
export type SizeClass = z.infer<typeof SizeClass>

export const SIZE_NAMES: Record<SizeClass, Text> = {
  micro: { sv: 'Mikro (färre än 10 anställda)', en: 'Micro (fewer than 10 employees)' },
  small: { sv: 'Litet (färre än 50)', en: 'Small (fewer than 50)' },
  medium: { sv: 'Medelstort (färre än 250)', en: 'Medium (fewer than 250)' },
  large: { sv: 'Stort (250 eller fler)', en: 'Large (250 or more)' },
}

/** The bare word, for badges and columns. */
export const SIZE_WORDS: Record<SizeClass, Text> = {
  micro: { sv: 'Mikro', en: 'Micro' },
  small: { sv: 'Litet', en: 'Small' },
  medium: { sv: 'Medelstort', en: 'Medium' },
  large: { sv: 'Stort', en: 'Large' },
}

/** One financial year of a company by itself. Employees as annual work units; amounts in euro cents. */
export type SizeFigures = {
  employees: number | null
  turnoverEurCents: number | null
  balanceEurCents: number | null
}

const MILLION = 100_000_000
const CEILINGS = [
  { size: 'micro', employees: 10, turnover: 2 * MILLION, balance: 2 * MILLION },
  { size: 'small', employees: 50, turnover: 10 * MILLION, balance: 10 * MILLION },
  { size: 'medium', employees: 250, turnover: 50 * MILLION, balance: 43 * MILLION },
] as const

/**
 * The size class of one year: fewer employees than the ceiling, and turnover or balance total at most the
 * amount. Null when employees are unknown. With neither amount known it is by headcount alone, which the
 * caller must say; owners and linked companies are not looked at here.
 *
 * Source: Commission Recommendation 2003/361/EC, Annex, Article 2.
 */
export function sizeClass(figures: SizeFigures): { size: SizeClass; basis: 'headcount' | 'full' } | null {
  const { employees, turnoverEurCents, balanceEurCents } = figures
  if (employees === null) return null
  const basis = turnoverEurCents === null && balanceEurCents === null ? 'headcount' : 'full'
  const found = CEILINGS.find((ceiling) => {
    if (employees >= ceiling.employees) return false
    if (basis === 'headcount') return true
    const byTurnover = turnoverEurCents !== null && turnoverEurCents <= ceiling.turnover
    const byBalance = balanceEurCents !== null && balanceEurCents <= ceiling.balance
    return byTurnover || byBalance
  })
  return { size: found?.size ?? 'large', basis }
}

/** A financial year as the company states it; amounts in the minor unit of its own currency, such as öre. */
export type StatedYear = {
  year: number
  employees: number | null
  turnoverCents: number | null
  balanceCents: number | null
}

export type YearSize = { size: SizeClass; basis: 'headcount' | 'full' }

/**
 * The size class of a stated year. The thresholds are in euro and the Recommendation fixes no rate, so without
 * a rate (euro for one unit of the currency) the class is by headcount alone.
 */
export function sizeOfYear(stated: StatedYear, euroRate: number | null): YearSize | null {
  const inEuro = (cents: number | null) => (cents === null || euroRate === null ? null : cents * euroRate)
  return sizeClass({
    employees: stated.employees,
    turnoverEurCents: inEuro(stated.turnoverCents),
    balanceEurCents: inEuro(stated.balanceCents),
  })
}

/** The newest year whose size is known; null when none is. */
export function latestSize(
  years: readonly StatedYear[],
  euroRate: number | null,
): (YearSize & { year: number }) | null {
  const newestFirst = [...years].sort((a, b) => b.year - a.year)
  for (const stated of newestFirst) {
    const size = sizeOfYear(stated, euroRate)
    if (size) return { ...size, year: stated.year }
  }
  return null
}
