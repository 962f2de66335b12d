import type { PlainDate } from '../../../kernel/day.ts'
import type { GroupFacts } from '../../groups/schema.ts'
import { toEurCents } from '../amount.ts'
import { type Ceiling, ceilingsFor, type DeMinimisLaw, type Regime } from '../law.ts'
import { BASE_READING, type Member, type Reading, singleUndertaking } from '../undertaking.ts'
import { attribute, type Portion } from './attribution.ts'
import { type AidGrant, amountOn } from './grant.ts'
import { type Entry, type Used, type WindowSums, windowSums } from './window.ts'

/** What is asked: the undertaking of one enterprise in one state, as it stands on a day, for one kind of aid. */
export type LedgerQuestion = {
  group: GroupFacts
  enterprise: string
  memberState: string
  grants: readonly AidGrant[]
  on: PlainDate
  regime: Regime
  /** whether the boundary day counts, where it is not to be as the law's file has it */
  boundaryCounts?: boolean | undefined
}

/** A grant with what it is worth on the day and who carries it, the same in every reading. */
export type Carried = { grant: AidGrant; regime: Regime; eurCents: number; portions: Portion[] }

export function carriedGrants(law: DeMinimisLaw, { group, grants, on }: LedgerQuestion): Carried[] {
  const regimes = new Map(law.acts.map(({ regulation, regime }) => [regulation, regime]))
  return grants.map((grant) => {
    const eurCents = toEurCents(law, amountOn(grant, on))
    return {
      grant,
      regime: regimes.get(grant.regulation)!,
      eurCents,
      portions: attribute(group.restructurings, grant, eurCents, on),
    }
  })
}

/** One way to read the facts: which enterprises belong together, and whether the boundary day counts. */
export type LedgerReading = Reading & { boundaryCounts: boolean }

export function baseReading(law: DeMinimisLaw, { boundaryCounts }: LedgerQuestion): LedgerReading {
  return { ...BASE_READING, boundaryCounts: boundaryCounts ?? law.boundary.counts }
}

/** A ceiling with the sums of what uses it up. */
export type Pot = { ceiling: Ceiling; sums: WindowSums }
export type Ledger = {
  members: Member[]
  /** counted amount by grant: what members carry of it, 0 where another state awarded it */
  counted: (carried: Carried) => number
  potsOn: (day: PlainDate) => Pot[]
}

/** The ledger of one reading. A ceiling's pot holds the grants of every regime that it counts. */
export function readLedger(
  law: DeMinimisLaw,
  question: LedgerQuestion,
  carried: readonly Carried[],
  reading: LedgerReading,
): Ledger {
  const { group, enterprise, memberState, on, regime } = question
  const members = singleUndertaking(group, enterprise, on, memberState, reading)
  const within = new Set(members.map(({ party }) => party))
  const counted = ({ grant, eurCents, portions }: Carried): number => {
    if (grant.memberState !== memberState) return 0
    let sum = 0
    for (const portion of portions) if (within.has(portion.party)) sum += portion.eurCents
    // Parts of a split that all carry the whole never make it more than the whole.
    return Math.min(sum, eurCents)
  }
  const pots = new Map<Ceiling, Pot>()
  const potOf = (ceiling: Ceiling): Pot => {
    let pot = pots.get(ceiling)
    if (!pot) {
      const entries: Entry[] = []
      for (const one of carried) {
        const eurCents = ceiling.counts.includes(one.regime) ? counted(one) : 0
        if (eurCents > 0) entries.push({ day: one.grant.awardedOn, eurCents })
      }
      const rule = { years: ceiling.years, boundaryCounts: reading.boundaryCounts }
      pot = { ceiling, sums: windowSums(entries, rule) }
      pots.set(ceiling, pot)
    }
    return pot
  }
  return { members, counted, potsOn: (day) => ceilingsFor(law, regime, day).map(potOf) }
}

export type PotUse = { ceiling: Ceiling; used: Used; leftCents: number }

export function useOf({ ceiling, sums }: Pot, on: PlainDate): PotUse {
  const used = sums.usedOn(on)
  return { ceiling, used, leftCents: Math.max(0, ceiling.eurCents - used.eurCents) }
}

/**
 * De minimis aid that the undertaking can still be awarded on a day, in euro cents of gross grant equivalent; never
 * below 0. The tightest of the ceilings the aid would use up; `undefined` where no ceiling is in force.
 *
 * Source: Regulation (EU) 2023/2831, Art. 3(2) and 5(1).
 */
export function headroomOn(ledger: Ledger, day: PlainDate): number | undefined {
  const left = ledger.potsOn(day).map((pot) => useOf(pot, day).leftCents)
  return left.length === 0 ? undefined : Math.min(...left)
}
