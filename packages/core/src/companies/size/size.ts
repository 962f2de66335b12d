import { z } from 'zod'
import type { Text } from '../../kernel/text.ts'
import { sizeClass } from './size-class.ts'

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
