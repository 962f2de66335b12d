import { minorOn } from '@stegvis/core/aid/ledger/rules.ts'
import { delivered, ownValue, plannedIn } from '@stegvis/core/aid/support/rules.ts'
import type { Delivered, Support } from '@stegvis/core/aid/support/schema.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { Line } from '../ledger/service.ts'
import type { StoredSupport } from './store.ts'

export type Advice = { heldOn: PlainDate; minutes: number }

/** Support as it is shown, with what was delivered of what was granted. */
export function shownSupports(
  supports: readonly StoredSupport[],
  lines: readonly Line[],
  advice: readonly Advice[],
  today: PlainDate,
  mayReadNote: boolean,
): Support[] {
  const awardDays = supports.flatMap(({ state, decidedOn }) => (state === 'granted' && decidedOn ? [decidedOn] : []))
  return supports.map((support) => {
    const { companyId: _, cost, decidedOn, note, ...shown } = support
    const { planned, staff } = plannedIn(cost)
    const line = lines.find(({ supportId, programme }) => supportId === support.id && programme === null)
    return {
      ...shown,
      planned,
      cost: staff,
      value: ownValue(cost),
      note: mayReadNote ? note : null,
      grantId: line?.id ?? null,
      delivered:
        line && decidedOn
          ? deliveredOf(support, minorOn(line, today), adviceUnder(decidedOn, awardDays, advice))
          : null,
    }
  })
}

/** Advice from the day of the award on, until there is a later award that it belongs to. */
function adviceUnder(awardedOn: PlainDate, awardDays: readonly PlainDate[], advice: readonly Advice[]): Advice[] {
  const next = awardDays.filter((day) => day > awardedOn).sort()[0]
  return advice.filter(({ heldOn }) => heldOn >= awardedOn && (next === undefined || heldOn < next))
}

function deliveredOf({ cost }: StoredSupport, grantedMinor: number, under: readonly Advice[]): Delivered {
  const minutes = under.reduce((sum, one) => sum + one.minutes, 0)
  return delivered(cost, { minutes, sessions: under.length, grantedMinor })
}
