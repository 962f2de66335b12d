import { daysBetween, type PlainDate } from '../../kernel/day.ts'
import { decimal, over, ratio, times } from '../exact.ts'
import { append } from '../groups/active.ts'
import { findRate, type RateTable } from '../rates/lookup.ts'
import type { Rate, RatePolicy } from '../rates/schema.ts'
import type { Totals } from './definition.ts'
import { headcountOf } from './headcount.ts'
import type { Accounts } from './schema.ts'

/** Figures in euro, with what they were taken from; `rate` is null for euro. */
export type Figures = Totals & { accounts: Accounts; rate: Rate | null }

export type Ledger = {
  /** the closed years of an enterprise that count on the day asked for, oldest first */
  closed: (enterprise: string) => readonly Extract<Accounts, { basis: 'closed' }>[]
  /** the figures to count for a year that ended on `cutoff` */
  at: (enterprise: string, cutoff: PlainDate) => Accounts | undefined
  inEuro: (accounts: Accounts) => Figures
}

export const accountsDay = (accounts: Accounts): PlainDate =>
  accounts.basis === 'closed' ? accounts.closedOn : accounts.madeOn

/**
 * Accounts that were approved by the day asked for, and estimates that were made by then.
 *
 * Source: Recommendation 2003/361/EC, Annex, Art. 4(1) latest approved period on an annual basis, 4(3) estimates.
 */
export function ledger(accounts: readonly Accounts[], on: PlainDate, table: RateTable, policy: RatePolicy): Ledger {
  const byEnterprise = new Map<string, Accounts[]>()
  for (const entry of accounts) {
    const known = entry.basis === 'closed' ? (entry.approvedOn ?? entry.closedOn) : entry.madeOn
    if (known <= on && accountsDay(entry) <= on) append(byEnterprise, entry.enterprise, entry)
  }
  const closed = new Map(
    [...byEnterprise].map(([id, list]) => [id, list.filter((entry) => entry.basis === 'closed').sort(byDayThenScope)]),
  )
  const converted = new Map<Accounts, Figures>()
  return {
    closed: (id) => closed.get(id) ?? [],
    at: (id, cutoff) => {
      const list = closed.get(id) ?? []
      const estimates = (byEnterprise.get(id) ?? []).filter(({ basis }) => basis === 'estimate')
      // A younger enterprise, or one with another financial year, brings the first accounts it has.
      return list.findLast(({ closedOn }) => closedOn <= cutoff) ?? list[0] ?? estimates.at(-1)
    },
    inEuro: (entry) => {
      const found = converted.get(entry) ?? convert(entry, table, policy)
      converted.set(entry, found)
      return found
    },
  }
}

/** Consolidated accounts come after own ones of the same day, and so go before them. */
function byDayThenScope(a: Extract<Accounts, { basis: 'closed' }>, b: Extract<Accounts, { basis: 'closed' }>): number {
  if (a.closedOn !== b.closedOn) return a.closedOn < b.closedOn ? -1 : 1
  return a.scope === b.scope ? 0 : a.scope === 'own' ? -1 : 1
}

/** A financial year is at most 18 months: Swedish Accounting Act (1999:1078), ch. 3 s. 3. */
const LONGEST_YEAR_DAYS = 550

/** Whether a financial year must have ended between two days beside those that did. */
export function isGap(earlier: PlainDate, later: PlainDate): boolean {
  return daysBetween(earlier, later) > LONGEST_YEAR_DAYS
}

/** The same rate for turnover and balance sheet total: that of the day the accounts were closed. */
function convert(accounts: Accounts, table: RateTable, policy: RatePolicy): Figures {
  const found = findRate(table, accounts.currency, accountsDay(accounts), policy)
  if (!found.ok) throw new RangeError(found.missing.en)
  const months = accounts.basis === 'closed' ? accounts.months : 12
  const inEuro = (cents: number) => over(ratio(cents), decimal(found.rate.perEuro))
  return {
    awu: headcountOf(accounts),
    turnover: times(inEuro(accounts.turnoverCents), ratio(12, months)),
    balance: inEuro(accounts.balanceCents),
    accounts,
    rate: accounts.currency === 'EUR' ? null : found.rate,
  }
}
