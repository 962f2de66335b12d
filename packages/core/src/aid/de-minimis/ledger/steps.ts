import { addDays, type PlainDate } from '../../../kernel/day.ts'
import type { DeMinimisLaw, Regime } from '../law.ts'
import { headroomOn, type Ledger } from './ledger.ts'

/** From this day on, this much; `null` where no ceiling is in force. */
export type Step = { on: PlainDate; headroomEurCents: number | null }

/**
 * The headroom from a day on, as long as nothing is awarded and nobody joins or leaves the undertaking: one step for
 * the day itself and one for each day on which it changes.
 */
export function headroomSteps(law: DeMinimisLaw, ledger: Ledger, regime: Regime, from: PlainDate): Step[] {
  const steps: Step[] = []
  for (const on of [from, ...changeDays(law, ledger, regime, from)]) {
    const headroomEurCents = headroomOn(ledger, on) ?? null
    if (steps.length === 0 || steps.at(-1)!.headroomEurCents !== headroomEurCents) steps.push({ on, headroomEurCents })
  }
  return steps
}

/** Every later day on which the headroom may differ from the day before, in order. */
function changeDays(law: DeMinimisLaw, ledger: Ledger, regime: Regime, from: PlainDate): PlainDate[] {
  const own = law.ceilings.filter(({ counts }) => counts.includes(regime))
  const days = new Set(own.flatMap(({ from, to }) => (to ? [from, addDays(to, 1)] : [from])))
  for (const day of [from, ...days]) {
    if (day < from) continue
    for (const { sums } of ledger.potsOn(day)) {
      for (const awarded of sums.days) {
        days.add(sums.freeFrom(awarded))
        // A grant of a later day counts from the first day that shares a window with it.
        if (awarded > from) days.add(sums.from(awarded)).add(awarded)
      }
    }
  }
  return [...days].filter((day) => day > from).sort()
}
