import type { PlainDate } from '../../kernel/day.ts'
import { append, pictureOn } from './active.ts'
import { findLinks, type Links, type OpenMarket, type Tie } from './links.ts'
import { findPartners, type PartnerLimits, type PartnerTie } from './partners.ts'
import { type PublicShare, publicShare } from './public-share.ts'
import type { Consolidation, GroupFacts } from './schema.ts'

/** `tie` is the last step on the way here from the enterprise asked about; null for that one itself. */
export type Member = { id: string; tie: Tie | null }

/** One partner with all that is linked with it. */
export type PartnerSet = {
  /** those the ties lead to first, then those linked with them */
  members: Member[]
  ties: PartnerTie[]
  /** of the figures of all members together; never more than the whole */
  sharePpm: number
}

/** Whose figures count together for the SME definition, on one day. Never to be used for anything else. */
export type SmeGroup = {
  /** the enterprise itself, then those linked with it, nearest first */
  own: Member[]
  partners: PartnerSet[]
  /** owners that hold enough to be partners and are excepted */
  excepted: PartnerTie[]
  publicShare: PublicShare
  openMarkets: OpenMarket[]
  consolidations: readonly Consolidation[]
}

/**
 * The enterprise, all that are linked with it however far away, and its and their immediate partners. Partners of
 * partners do not count.
 *
 * Source: Recommendation 2003/361/EC, Annex, Art. 3 and Art. 6(2) and (3).
 */
export function smeGroup(
  facts: GroupFacts,
  enterprise: string,
  on: PlainDate,
  limits: PartnerLimits,
  unknownMarkets: 'linked' | 'apart' = 'apart',
): SmeGroup {
  const picture = pictureOn(facts, on)
  const links = findLinks(picture, facts.markets, unknownMarkets)
  const here = links.rootOf(enterprise)
  const near = new Map<string, PartnerTie[]>()
  for (const tie of findPartners(picture, links, limits)) {
    const [owners, owned] = [links.rootOf(tie.holders[0]!), links.rootOf(tie.owned)]
    if (owners === here) append(near, owned, tie)
    else if (owned === here) append(near, owners, tie)
  }
  const all = [...near.values()]
  const partners = all.flatMap((ties) => partnerSet(ties, links, here))
  const sets = new Set([here, ...partners.map(({ members }) => links.rootOf(members[0]!.id))])
  return {
    own: membersFrom([enterprise], links),
    partners,
    excepted: all.flat().filter(({ exception }) => exception !== null),
    publicShare: publicShare(picture, links, enterprise, limits),
    openMarkets: links.openMarkets.filter(({ enterprises }) => enterprises.some((id) => sets.has(links.rootOf(id)))),
    consolidations: picture.consolidations,
  }
}

/**
 * Each enterprise adds its own share of a partner, so several ties add up, to the whole at most; of cross-holdings
 * the greater counts. An exception is for owners only: an investor that is owned is a partner like any other.
 *
 * Source: Recommendation 2003/361/EC, Annex, Art. 6(2) second subparagraph and 6(3).
 */
function partnerSet(ties: readonly PartnerTie[], links: Links, here: string): PartnerSet[] {
  const isUp = ({ owned }: PartnerTie) => links.rootOf(owned) === here
  const counted = ties.filter((tie) => !isUp(tie) || tie.exception === null)
  if (counted.length === 0) return []
  const total = (some: readonly PartnerTie[]) => some.reduce((sum, { sharePpm }) => sum + sharePpm, 0)
  const [up, down] = [counted.filter(isUp), counted.filter((tie) => !isUp(tie))]
  const nearest = [...new Set([...up.flatMap(({ holders }) => holders), ...down.map(({ owned }) => owned)])]
  return [
    {
      members: membersFrom(nearest, links),
      ties: counted,
      sharePpm: Math.min(1_000_000, Math.max(total(up), total(down))),
    },
  ]
}

/** Everything linked with the first, breadth first, each with the tie that led to it. */
function membersFrom(first: readonly string[], links: Links): Member[] {
  const members: Member[] = first.map((id) => ({ id, tie: null }))
  const seen = new Set(first)
  for (let at = 0; at < members.length; at++) {
    const { id } = members[at]!
    for (const tie of links.ties.get(id) ?? []) {
      const other = tie.from === id ? tie.to : tie.from
      if (seen.has(other)) continue
      seen.add(other)
      members.push({ id: other, tie })
    }
  }
  return members
}
