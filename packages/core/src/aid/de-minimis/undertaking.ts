import type { PlainDate } from '../../kernel/day.ts'
import { append, createSets, type Picture, pictureOn } from '../groups/active.ts'
import type { Control, GroupFacts, Holding, Party, PartyKind } from '../groups/schema.ts'

const HALF = 500_000

/** Whom links run through. The law settles the first; the others are asked only to see whether they matter. */
export type Reading = {
  /** persons, and persons acting jointly, link what they control */
  persons: boolean
  /** enterprises of other countries link, and are members */
  foreign: boolean
  universities: boolean
}

export const BASE_READING: Reading = { persons: false, foreign: true, universities: true }

/** A tie that joined an enterprise to the others: `holders` control `of`. `votesPpm` is what they hold together. */
export type Joined = { holders: string[]; of: string; means: 'votes' | Control['means']; votesPpm?: number }
export type Member = { party: string; joined: Joined[] }

/**
 * The single undertaking that `start` belongs to on a day: all enterprises joined by the majority of the votes, the
 * right to appoint or remove most of the board, dominant influence by contract, or the majority by an agreement with
 * other holders, directly or through one or more enterprises. Votes of enterprises that are one undertaking count
 * together. A quarter of the shares joins nobody, and no kind of investor is excepted.
 *
 * Public bodies join nobody: enterprises whose only tie is the same public body are not one undertaking (recital 4).
 * Persons are not in the list of the article. `start` is the first member, whatever the reading.
 *
 * Source: Regulation (EU) 2023/2831, Art. 2(2) (RULES.md B-04, B-05).
 */
export function singleUndertaking(
  facts: GroupFacts,
  start: string,
  on: PlainDate,
  memberState: string,
  reading: Reading = BASE_READING,
): Member[] {
  const picture = pictureOn(facts, on)
  const isLinking = (id: string) => id === start || links(picture.parties.get(id), memberState, reading)
  /** One node for persons acting jointly; everybody else is a node of their own. */
  const nodeOf = (id: string) => (picture.parties.get(id)?.kind === 'person' ? picture.unitOf(id) : id)
  const sets = createSets()
  const joined = new Map<string, Joined[]>()
  const join = (tie: Joined) => {
    const { holders, of } = tie
    if (!sets.join(nodeOf(holders[0]!), nodeOf(of))) return false
    for (const party of [...holders, of]) append(joined, party, tie)
    return true
  }
  for (const { controller, controlled, means } of picture.controls) {
    if (isLinking(controller) && isLinking(controlled)) join({ holders: [controller], of: controlled, means })
  }
  for (let grew = true; grew; ) {
    grew = false
    for (const [owned, holdings] of picture.holdings) {
      if (!isLinking(owned)) continue
      for (const { votesPpm, holders } of votesBySet(holdings, isLinking, (id) => sets.find(nodeOf(id)))) {
        if (votesPpm > HALF && join({ holders, of: owned, means: 'votes', votesPpm })) grew = true
      }
    }
  }
  return membersOf(picture, start, joined, (id) => sets.find(nodeOf(id)))
}

const OWNERS: Readonly<Record<PartyKind, 'enterprise' | 'person' | 'public' | 'university'>> = {
  enterprise: 'enterprise',
  'public-investment-corporation': 'enterprise',
  'venture-capital': 'enterprise',
  'institutional-investor': 'enterprise',
  university: 'university',
  person: 'person',
  'business-angel': 'person',
  'public-body': 'public',
  'local-authority': 'public',
}

function links(party: Party | undefined, memberState: string, reading: Reading): boolean {
  if (!party) return false
  const kind = OWNERS[party.kind]
  if (kind === 'public') return false
  if (kind === 'person') return reading.persons
  if (kind === 'university' && !reading.universities) return false
  return reading.foreign || !('country' in party) || party.country === memberState
}

/** What each set of joined owners holds of one enterprise. */
function votesBySet(
  holdings: readonly Holding[],
  isLinking: (id: string) => boolean,
  setOf: (id: string) => string,
): Iterable<{ votesPpm: number; holders: string[] }> {
  const bySet = new Map<string, { votesPpm: number; holders: string[] }>()
  for (const { owner, votesPpm } of holdings) {
    if (votesPpm === 0 || !isLinking(owner)) continue
    const set = setOf(owner)
    const held = bySet.get(set)
    if (!held) bySet.set(set, { votesPpm, holders: [owner] })
    else {
      held.votesPpm += votesPpm
      if (!held.holders.includes(owner)) held.holders.push(owner)
    }
  }
  return bySet.values()
}

function membersOf(
  { parties }: Picture,
  start: string,
  joined: ReadonlyMap<string, Joined[]>,
  setOf: (id: string) => string,
): Member[] {
  const own = setOf(start)
  const others = [...parties.values()].filter(({ id }) => id !== start && setOf(id) === own)
  const isMember = ({ kind }: Party) => OWNERS[kind] === 'enterprise' || OWNERS[kind] === 'university'
  return [start, ...others.filter(isMember).map(({ id }) => id)].map((party) => ({
    party,
    joined: joined.get(party) ?? [],
  }))
}
