import type { Picture } from './active.ts'
import type { Links } from './links.ts'
import { isSmallAuthority, type PartnerLimits } from './partners.ts'
import type { Party } from './schema.ts'

/** What public bodies hold of one enterprise. All in millionths; the higher of capital and votes. */
export type PublicShare = {
  /** whether public bodies have the majority of the votes, or decide in another way */
  isControlled: boolean
  /** held by public bodies, and by enterprises they have the majority in */
  controlledPpm: number
  /** the owners that make up `controlledPpm` */
  holders: string[]
  /** the same with investors of whom it is not known whether they are public */
  possiblePpm: number
  /** owners of whom it is not known */
  unknown: string[]
  /** shares of shares, counted through every owner whoever controls it */
  throughAllPpm: number
}

/**
 * The part of an enterprise that public bodies control, directly or indirectly, jointly or individually. Investors
 * of Art. 3(2) second subparagraph do not count as long as they are not linked with the enterprise.
 *
 * Source: Recommendation 2003/361/EC, Annex, Art. 3(4); case C-516/19 NMI: it does not matter whether the control is used.
 */
export function publicShare(picture: Picture, links: Links, enterprise: string, limits: PartnerLimits): PublicShare {
  const controlled = publiclyControlled(picture)
  const standing = standings(picture, links, limits, controlled)
  const here = links.rootOf(enterprise)
  const holdings = picture.holdings.get(enterprise) ?? []
  const publicHolders = holdings.filter(({ owner }) => standing(owner, here) === 'public')
  const unknownHolders = holdings.filter(({ owner }) => standing(owner, here) === 'unknown')
  const ppm = (held: typeof holdings) =>
    Math.max(
      held.reduce((sum, { capitalPpm }) => sum + capitalPpm, 0),
      held.reduce((sum, { votesPpm }) => sum + votesPpm, 0),
    )
  return {
    isControlled: controlled.has(enterprise),
    controlledPpm: ppm(publicHolders),
    holders: publicHolders.map(({ owner }) => owner),
    possiblePpm: ppm([...publicHolders, ...unknownHolders]),
    unknown: unknownHolders.map(({ owner }) => owner),
    throughAllPpm: throughAll(picture, enterprise, (id) => standing(id, here) === 'public'),
  }
}

type Standing = 'public' | 'unknown' | 'other'

/** Of an owner, seen from the set of linked enterprises `here`. */
function standings(picture: Picture, links: Links, limits: PartnerLimits, controlled: ReadonlySet<string>) {
  return (owner: string, here: string): Standing => {
    const party = picture.parties.get(owner)
    if (!party) return 'other'
    if (controlled.has(owner)) return 'public'
    const isLinked = links.rootOf(owner) === here
    return ofInvestor(party, isLinked, limits)
  }
}

function ofInvestor(party: Party, isLinked: boolean, limits: PartnerLimits): Standing {
  switch (party.kind) {
    case 'public-body':
      return 'public'
    case 'local-authority':
      return isSmallAuthority(party, limits) && !isLinked ? 'other' : 'public'
    case 'public-investment-corporation':
      return isLinked ? 'public' : 'other'
    case 'university':
    case 'institutional-investor':
      if (!isLinked || party.public === false) return 'other'
      return party.public ? 'public' : 'unknown'
    default:
      return 'other'
  }
}

/** Enterprises in which public bodies have the majority of the votes, or decide in another way. */
function publiclyControlled(picture: Picture): Set<string> {
  const controlled = new Set<string>()
  const isPublic = (id: string) => {
    const kind = picture.parties.get(id)?.kind
    return controlled.has(id) || kind === 'public-body' || kind === 'local-authority'
  }
  const mayBe = (id: string) => picture.parties.get(id)?.kind === 'enterprise'
  for (let before = -1; before !== controlled.size; ) {
    before = controlled.size
    for (const { controller, controlled: id } of picture.controls)
      if (mayBe(id) && isPublic(controller)) controlled.add(id)
    for (const [owned, holdings] of picture.holdings) {
      const votes = holdings.reduce((sum, { owner, votesPpm }) => sum + (isPublic(owner) ? votesPpm : 0), 0)
      if (votes > 500_000 && mayBe(owned)) controlled.add(owned)
    }
  }
  return controlled
}

/** Whole millionths that only rise from round to round, and never above the whole: cross-holdings settle too. */
function throughAll(picture: Picture, enterprise: string, isPublic: (id: string) => boolean): number {
  let shares = new Map<string, number>()
  const of = (id: string) => (isPublic(id) ? 1_000_000 : (shares.get(id) ?? 0))
  for (let isSettled = false; !isSettled; ) {
    const next = new Map<string, number>()
    for (const [owned, holdings] of picture.holdings) {
      const through = (key: 'capitalPpm' | 'votesPpm') =>
        holdings.reduce((sum, holding) => sum + Math.floor((holding[key] * of(holding.owner)) / 1_000_000), 0)
      next.set(owned, Math.max(through('capitalPpm'), through('votesPpm')))
    }
    isSettled = [...next].every(([id, value]) => (shares.get(id) ?? 0) === value)
    shares = next
  }
  return shares.get(enterprise) ?? 0
}
