import { type Ceiling, isAbove, type SmeDefinition, type Totals } from './definition.ts'
import type { SmeCategory } from './schema.ts'

/** One financial year: its figures with the group, and whether owners changed since the one before. */
export type Period = { totals: Totals; ownersChanged: boolean }

/**
 * Whether an enterprise is above one ceiling after its financial years, oldest first: crossing it counts once it has
 * happened in so many years in a row. At least one year.
 *
 * Source: Recommendation 2003/361/EC, Annex, Art. 4(2).
 */
export function aboveAfter(years: readonly boolean[], consecutive: number): boolean {
  let [above, run] = [years[0]!, 0]
  for (const now of years.slice(1)) {
    run = now === above ? 0 : run + 1
    if (run < consecutive) continue
    above = now
    run = 0
  }
  return above
}

/** The category of one year's figures, without any memory. */
export function categoryOf(totals: Totals, { ceilings }: SmeDefinition): SmeCategory {
  return categoryWhere((ceiling) => isAbove(totals, ceiling), ceilings)
}

/** Each ceiling has a memory of its own; the category is the lowest ceiling the enterprise is not above. */
export function categoryAfter(years: readonly Totals[], { ceilings, consecutivePeriods }: SmeDefinition): SmeCategory {
  return categoryWhere((ceiling) => isAboveAfter(years, ceiling, consecutivePeriods), ceilings)
}

export function isAboveAfter(years: readonly Totals[], ceiling: Ceiling, consecutive: number): boolean {
  return aboveAfter(
    years.map((totals) => isAbove(totals, ceiling)),
    consecutive,
  )
}

function categoryWhere(above: (ceiling: Ceiling) => boolean, ceilings: SmeDefinition['ceilings']): SmeCategory {
  const lowest = (['micro', 'small', 'medium'] as const).find((name) => !above(ceilings[name]))
  return lowest ?? 'not_sme'
}

/**
 * The years that count where a change of owners counts at once: from the last change on, nothing before is
 * remembered.
 *
 * Source: the Commission's user guide to the SME definition (2020); case T-745/17 Kerkosand reads Art. 4(2) otherwise.
 */
export function sinceLastChange(periods: readonly Period[]): Totals[] {
  const start = periods.findLastIndex(({ ownersChanged }) => ownersChanged)
  return periods.slice(Math.max(0, start)).map(({ totals }) => totals)
}
