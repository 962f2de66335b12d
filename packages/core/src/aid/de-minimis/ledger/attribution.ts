import type { PlainDate } from '../../../kernel/day.ts'
import type { GroupFacts, Restructuring } from '../../groups/schema.ts'
import { splitExactly } from '../largest-remainder.ts'

/** The enterprise that carries a grant now, or a part of it. `by` tells the steps from the one that received it. */
export type Portion = { party: string; eurCents: number; by: ('merger' | 'split')[]; unallocated: boolean }

/**
 * Whose a grant is on a day, after mergers and splits since its award. Earlier aid of what merged counts for what
 * it became part of. Aid of what was split goes to the part that took over the supported activity; where that is
 * not told, by book value of own capital, to the cent. Where that is not told either, every part carries all of it
 * and the portion says so.
 *
 * Source: Regulation (EU) 2023/2831, Art. 3(8) and 3(9).
 */
export function attribute(
  restructurings: GroupFacts['restructurings'],
  grant: { beneficiary: string; awardedOn: PlainDate },
  eurCents: number,
  on: PlainDate,
): Portion[] {
  let portions: Portion[] = [{ party: grant.beneficiary, eurCents, by: [], unallocated: false }]
  for (const change of inOrder(restructurings)) {
    if (change.on < grant.awardedOn || change.on > on) continue
    portions = portions.flatMap((portion) => changed(portion, change))
  }
  return portions
}

function inOrder(restructurings: readonly Restructuring[]): readonly Restructuring[] {
  if (restructurings.length < 2) return restructurings
  return [...restructurings].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

function changed(portion: Portion, change: Restructuring): Portion[] {
  if (change.kind === 'merger') {
    return change.merged.includes(portion.party)
      ? [{ ...portion, party: change.into, by: [...portion.by, 'merger'] }]
      : [portion]
  }
  if (portion.party !== change.from) return [portion]
  const by = [...portion.by, 'split' as const]
  if (change.supportedActivityTo) return [{ ...portion, party: change.supportedActivityTo, by }]
  const equities = change.parts.map(({ bookEquityCents }) => bookEquityCents ?? undefined)
  const isKnown = equities.every((equity) => equity !== undefined) && equities.some((equity) => equity > 0)
  if (!isKnown) {
    return change.parts.map(({ enterprise }) => ({ ...portion, party: enterprise, by, unallocated: true }))
  }
  const parts = splitExactly(portion.eurCents, equities as number[])
  return change.parts.map(({ enterprise }, at) => ({ ...portion, party: enterprise, eurCents: parts[at]!, by }))
}
