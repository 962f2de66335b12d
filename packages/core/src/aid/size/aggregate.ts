import { maskPersonalNumbers } from '../../identity/masking.ts'
import type { PlainDate } from '../../kernel/day.ts'
import type { Text } from '../../kernel/text.ts'
import { add, larger, minus, ONE, type Ratio, rounded, share, smaller, times, ZERO } from '../exact.ts'
import type { Consolidation, Party } from '../groups/schema.ts'
import type { Member, PartnerSet, SmeGroup } from '../groups/sme-group.ts'
import { accountsDay, type Figures, isGap, type Ledger } from './accounts.ts'
import type { Totals } from './definition.ts'
import { annualWorkUnits } from './headcount.ts'
import type { SmeLine } from './schema.ts'
import { coveredText } from './words.ts'

export type Aggregation = {
  totals: Totals
  lines: SmeLine[]
  /** enterprises whose accounts are not there */
  missing: string[]
  /** enterprises whose accounts ended long before the year that is counted */
  old: string[]
}

/** A group with the sentence that says why each of its members counts. */
export type DescribedGroup = { group: SmeGroup; texts: ReadonlyMap<string, Text> }

type Counted = { member: Member; relation: SmeLine['relation']; weight: Ratio; partner: PartnerSet | null }
type Parties = ReadonlyMap<string, Party>

/**
 * The figures of an enterprise with its group: all of those linked with it, partners by their share, each partner
 * with all that is linked with it. What consolidated accounts hold already is not added again.
 *
 * Source: Recommendation 2003/361/EC, Annex, Art. 6(2) to (4).
 */
export function aggregate(
  { group, texts }: DescribedGroup,
  parties: Parties,
  ledger: Ledger,
  cutoff: PlainDate,
): Aggregation {
  const counted = inOrder(group).filter(({ member }) => hasAccounts(parties.get(member.id)!))
  const figures = new Map(counted.map(({ member }) => [member.id, figuresOf(ledger, member.id, cutoff)]))
  const covered = coverage(group.consolidations, counted, figures)
  const result: Aggregation = { totals: NOTHING, lines: [], missing: [], old: [] }
  for (const entry of counted) {
    const { id } = entry.member
    const found = figures.get(id)
    const cover = covered.get(id)
    const money = minus(entry.weight, cover ? smaller(cover.money, entry.weight) : ZERO)
    const heads = minus(entry.weight, cover ? smaller(cover.heads, entry.weight) : ZERO)
    const isNeeded = money.n > 0n || heads.n > 0n
    if (!found && isNeeded) result.missing.push(id)
    if (found && isNeeded && isGap(accountsDay(found.accounts), cutoff)) result.old.push(id)
    const added = found ? weighted(found, money, heads) : NOTHING
    result.totals = sum(result.totals, added)
    const text = texts.get(id)!
    const because = cover ? coveredText(text, parties.get(cover.by)!.name) : text
    result.lines.push(lineOf(entry, parties.get(id)!, found, { money, heads, added, because }))
  }
  return result
}

const NOTHING: Totals = { awu: ZERO, turnover: ZERO, balance: ZERO }

/** Authorities and persons among the owners have no accounts that count. */
function hasAccounts({ kind }: Party): boolean {
  return kind !== 'local-authority' && kind !== 'business-angel'
}

function inOrder({ own, partners }: SmeGroup): Counted[] {
  return [
    ...own.map(
      (member, at): Counted => ({ member, relation: at === 0 ? 'own' : 'linked', weight: ONE, partner: null }),
    ),
    ...partners.flatMap((partner) =>
      partner.members.map(
        (member): Counted => ({
          member,
          relation: member.tie ? 'linked-with-partner' : 'partner',
          weight: share(partner.sharePpm),
          partner,
        }),
      ),
    ),
  ]
}

function figuresOf(ledger: Ledger, id: string, cutoff: PlainDate): Figures | undefined {
  const accounts = ledger.at(id, cutoff)
  return accounts && ledger.inEuro(accounts)
}

type Cover = { money: Ratio; heads: Ratio; by: string }

/** How much of each enterprise is within consolidated accounts that are themselves counted. */
function coverage(
  consolidations: readonly Consolidation[],
  counted: readonly Counted[],
  figures: ReadonlyMap<string, Figures | undefined>,
): Map<string, Cover> {
  const weights = new Map(counted.map(({ member, weight }) => [member.id, weight]))
  const covered = new Map<string, Cover>()
  for (const { parent, members, headcountIncluded } of consolidations) {
    const accounts = figures.get(parent)?.accounts
    if (accounts?.basis !== 'closed' || accounts.scope !== 'consolidated') continue
    for (const { enterprise, sharePpm } of members) {
      const within = times(weights.get(parent)!, share(sharePpm))
      const before = covered.get(enterprise)
      covered.set(enterprise, {
        money: larger(before?.money ?? ZERO, within),
        heads: larger(before?.heads ?? ZERO, headcountIncluded ? within : ZERO),
        by: parent,
      })
    }
  }
  return covered
}

function weighted(figures: Figures, money: Ratio, heads: Ratio): Totals {
  return {
    awu: times(figures.awu, heads),
    turnover: times(figures.turnover, money),
    balance: times(figures.balance, money),
  }
}

function sum(a: Totals, b: Totals): Totals {
  return { awu: add(a.awu, b.awu), turnover: add(a.turnover, b.turnover), balance: add(a.balance, b.balance) }
}

type Added = { money: Ratio; heads: Ratio; added: Totals; because: Text }

function lineOf(
  entry: Counted,
  party: Party,
  figures: Figures | undefined,
  { money, heads, added, because }: Added,
): SmeLine {
  const accounts = figures?.accounts
  return {
    enterprise: party.id,
    name: party.name,
    number: 'number' in party && party.number !== undefined ? maskPersonalNumbers(party.number) : null,
    relation: entry.relation,
    text: because,
    sharePpm: rounded(times(money, MILLION)),
    headcountSharePpm: rounded(times(heads, MILLION)),
    accounts: accounts
      ? {
          basis: accounts.basis,
          on: accountsDay(accounts),
          scope: accounts.basis === 'closed' ? accounts.scope : 'own',
          currency: accounts.currency,
          rate: figures.rate,
          headcount: accounts.workforce ? annualWorkUnits(accounts.workforce).lines : [],
        }
      : null,
    ...shown(added),
  }
}

const MILLION: Ratio = { n: 1_000_000n, d: 1n }

/** Figures as they are displayed. */
export function shown({ awu, turnover, balance }: Totals) {
  return { awu: rounded(awu, 4), turnoverEurCents: rounded(turnover), balanceEurCents: rounded(balance) }
}
