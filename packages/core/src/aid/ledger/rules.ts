import type { PlainDate } from '../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../kernel/decision.ts'
import type { Amount, Rate } from '../de-minimis/amount.ts'
import type { AidGrant } from '../de-minimis/ledger/grant.ts'
import type { GrantChangeKind, GrantOrigin } from './schema.ts'

/** What a line is to the arithmetic, whichever programme it is kept in. */
export type GrantFacts = {
  id: string
  party: string
  memberState: string
  regulation: string
  awardedOn: PlainDate
  currency: string
  minor: number
  rate: Amount['rate'] | null
  scheme: string
  authority: string
  changes: readonly { kind: GrantChangeKind; decidedOn: PlainDate; minor: number | null }[]
}

export function amountOf({ currency, minor, rate }: Pick<GrantFacts, 'currency' | 'minor' | 'rate'>): Amount {
  return { currency, minor, ...(rate ? { rate } : {}) }
}

/** A line of the ledger as the rules count it. */
export function asAidGrant(grant: GrantFacts): AidGrant {
  const { id, party, memberState, regulation, awardedOn, scheme, authority } = grant
  return {
    id,
    beneficiary: party,
    memberState,
    regulation,
    awardedOn,
    amount: amountOf(grant),
    lowered: loweredBy(grant),
    ...(scheme && { scheme }),
    ...(authority && { authority }),
  }
}

/** The decisions that lowered it, in order. */
export function loweredBy({ changes }: Pick<GrantFacts, 'changes'>): AidGrant['lowered'] {
  return changes.flatMap(({ decidedOn, minor }) => (minor === null ? [] : [{ decidedOn, minor }]))
}

/** What is left of it on a day. */
export function minorOn(grant: Pick<GrantFacts, 'minor' | 'changes'>, on: PlainDate): number {
  return loweredBy(grant).findLast(({ decidedOn }) => decidedOn <= on)?.minor ?? grant.minor
}

/** The day it was taken back for good; null while anything is left of it. */
export function withdrawnOn(grant: Pick<GrantFacts, 'changes'>): PlainDate | null {
  const last = loweredBy(grant).at(-1)
  return last?.minor === 0 ? last.decidedOn : null
}

type Sameness = Pick<GrantFacts, 'party' | 'awardedOn' | 'currency' | 'minor'>

const sameness = ({ party, awardedOn, currency, minor }: Sameness) => [party, awardedOn, currency, minor].join(' ')

/**
 * The lines of `more` that `known` does not have already, one for one: the same aid may have been declared in one
 * programme and awarded in another. It is the same where who received it, day, currency and amount are.
 */
export function withoutKnown<A extends Sameness, B extends Sameness>(known: readonly A[], more: readonly B[]): B[] {
  const left = new Map<string, number>()
  for (const one of known) left.set(sameness(one), (left.get(sameness(one)) ?? 0) + 1)
  return more.filter((one) => {
    const count = left.get(sameness(one)) ?? 0
    left.set(sameness(one), count - 1)
    return count <= 0
  })
}

/** What a programme decided is lowered by decisions and registered; what others decided may have been entered wrongly. */
export function checkChange(
  grant: Pick<GrantFacts, 'minor' | 'changes' | 'awardedOn'> & { origin: GrantOrigin },
  change: { kind: GrantChangeKind; decidedOn: PlainDate; minor: number | null },
  today: PlainDate,
): Decision<number | null> {
  if (change.kind === 'removed') return grant.origin === 'programme' ? refuse('grant-is-decided') : accept(null)
  if (change.kind === 'corrected') return accept(null)
  const { decidedOn } = loweredBy(grant).at(-1) ?? { decidedOn: grant.awardedOn }
  const minor = change.kind === 'withdrawn' ? 0 : (change.minor ?? 0)
  if (change.decidedOn > today) return refuse('decision-ahead')
  if (change.decidedOn < decidedOn) return refuse('decision-out-of-order')
  if (minor >= minorOn(grant, change.decidedOn)) return refuse('grant-not-lowered')
  return accept(minor)
}

/** A rate of a list as an amount keeps it. */
export function keptRate({ perEuro, source, on }: { perEuro: string | number; source: string; on: PlainDate }): Rate {
  return { perEuro: String(perEuro), source, day: on }
}
