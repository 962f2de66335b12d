import { PlainDate } from '../../kernel/day.ts'
import { GroupFacts } from '../groups/schema.ts'
import { type DeMinimisLaw, parseDeMinimisLaw } from './law.ts'
import { AidGrant } from './ledger/grant.ts'
import type { LedgerQuestion } from './ledger/ledger.ts'
import { type PlannedAnswer, PlannedGrant } from './planned/planned.ts'
import { judgePlanned } from './planned/verdict.ts'

export const day = (text: string): PlainDate => PlainDate.parse(text)

let count = 0

type GrantPart = { beneficiary?: string; regulation?: string; memberState?: string; paidOn?: string }

/** A grant in whole euro. */
export function grant(awardedOn: string, euro: number, part: GrantPart = {}): AidGrant {
  return AidGrant.parse({
    id: `g${++count}`,
    beneficiary: 'a',
    memberState: 'SE',
    regulation: awardedOn < '2024-01-01' ? '1407/2013' : '2023/2831',
    awardedOn,
    amount: { currency: 'EUR', minor: euro * 100 },
    ...part,
  })
}

type GroupPart = Partial<Record<Exclude<keyof GroupFacts, 'parties'>, unknown[]>>

/** Swedish enterprises by their ids, and whatever else is given. */
export function group(
  enterprises: readonly string[],
  others: readonly object[] = [],
  part: GroupPart = {},
): GroupFacts {
  const own = enterprises.map((id) => ({ id, name: `Bolaget ${id.toUpperCase()}`, kind: 'enterprise', country: 'SE' }))
  return GroupFacts.parse({ parties: [...own, ...others], ...part })
}

export const holding = (owner: string, owned: string, percent: number) => ({
  owner,
  owned,
  capitalPpm: Math.round(percent * 10_000),
  votesPpm: Math.round(percent * 10_000),
})

type QuestionPart = Partial<Omit<LedgerQuestion, 'on'>>

export function question(on: string, grants: readonly AidGrant[], part: QuestionPart = {}): LedgerQuestion {
  return { group: group(['a']), enterprise: 'a', memberState: 'SE', grants, on: day(on), regime: 'general', ...part }
}

/** The law of `content/aid`, which the caller reads, and verdicts by it. */
export function withLaw(read: (name: string) => string) {
  const LAW: DeMinimisLaw = parseDeMinimisLaw(read('de-minimis.yaml'), read('public-holidays.yaml'))
  /** The verdict on a planned grant in whole euro to a manufacturer that has signed its declaration. */
  const judge = (asked: LedgerQuestion, euro: number, part: object = {}): PlannedAnswer => {
    const planned = PlannedGrant.parse({
      awardOn: asked.on,
      amount: { currency: 'EUR', minor: euro * 100 },
      activities: [{ code: '25.62' }],
      declaration: { signedOn: asked.on },
      ...part,
    })
    return judgePlanned(LAW, asked, planned)
  }
  return { LAW, judge }
}
