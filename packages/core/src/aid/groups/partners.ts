import { append, type Picture } from './active.ts'
import type { Links } from './links.ts'
import type { Holding, Party } from './schema.ts'

/** The limits that Art. 3(2) and 3(4) set, from content/aid/sme-definition.yaml. */
export type PartnerLimits = {
  /** from this share an owner is a partner */
  partnerPpm: number
  businessAngelBelowEurCents: number
  localAuthority: { budgetBelowEurCents: number; inhabitantsBelow: number }
}

/** A share from the partner limit upwards, held by one set of linked enterprises in an enterprise of another. */
export type PartnerTie = {
  owned: string
  holders: string[]
  /** the higher of capital and votes */
  sharePpm: number
  /** why the owners are no partners although they hold enough: Art. 3(2) second subparagraph */
  exception: Exception | null
}
export type Exception = 'RISK_CAPITAL' | 'BUSINESS_ANGELS' | 'UNIVERSITY' | 'INSTITUTIONAL_INVESTOR' | 'SMALL_AUTHORITY'

/**
 * Every tie of partners on one day, excepted ones too; `by` the set of the owners and the set of the owned.
 *
 * Source: Recommendation 2003/361/EC, Annex, Art. 3(2): at least 25 % of capital or votes, solely or jointly with
 * linked enterprises; second subparagraph (a) to (d) for the exceptions.
 */
export function findPartners(picture: Picture, links: Links, limits: PartnerLimits): PartnerTie[] {
  return [...picture.holdings].flatMap(([owned, holdings]) => {
    const bySet = new Map<string, Holding[]>()
    for (const holding of holdings) {
      const kind = picture.parties.get(holding.owner)?.kind
      if (kind === 'person' || kind === 'public-body') continue
      const set = links.rootOf(holding.owner)
      if (set !== links.rootOf(owned)) append(bySet, set, holding)
    }
    return [...bySet.values()].flatMap((held): PartnerTie[] => {
      const sharePpm = Math.max(sum(held, 'capitalPpm'), sum(held, 'votesPpm'))
      if (sharePpm < limits.partnerPpm) return []
      const exception = exceptionOf(picture, owned, held, limits)
      return [{ owned, holders: held.map(({ owner }) => owner), sharePpm, exception }]
    })
  })
}

function sum(holdings: readonly Holding[], key: 'capitalPpm' | 'votesPpm'): number {
  return holdings.reduce((total, holding) => total + holding[key], 0)
}

/** An exception for the set as a whole needs one for each owner in it. */
function exceptionOf(
  picture: Picture,
  owned: string,
  held: readonly Holding[],
  limits: PartnerLimits,
): Exception | null {
  const each = held.map(({ owner }) => exceptionFor(picture, owned, picture.parties.get(owner)!, limits))
  return each.every((exception) => exception !== null) ? each[0]! : null
}

function exceptionFor(picture: Picture, owned: string, owner: Party, limits: PartnerLimits): Exception | null {
  switch (owner.kind) {
    case 'public-investment-corporation':
    case 'venture-capital':
      return 'RISK_CAPITAL'
    case 'business-angel':
      return angelsExcepted(picture, owned, limits) ? 'BUSINESS_ANGELS' : null
    case 'university':
      return 'UNIVERSITY'
    case 'institutional-investor':
      return 'INSTITUTIONAL_INVESTOR'
    case 'local-authority':
      return isSmallAuthority(owner, limits) ? 'SMALL_AUTHORITY' : null
    default:
      return null
  }
}

/** The limit is on what all business angels together have put into the same enterprise, and on unquoted shares. */
function angelsExcepted(picture: Picture, owned: string, limits: PartnerLimits): boolean {
  const party = picture.parties.get(owned)
  if (party?.kind === 'enterprise' && party.quoted) return false
  const invested = (picture.holdings.get(owned) ?? [])
    .filter(({ owner }) => picture.parties.get(owner)?.kind === 'business-angel')
    .reduce((total, { investedEurCents = 0 }) => total + investedEurCents, 0)
  return invested < limits.businessAngelBelowEurCents
}

/** Art. 3(2)(d): both conditions. */
export function isSmallAuthority(party: Party, { localAuthority }: PartnerLimits): boolean {
  return (
    party.kind === 'local-authority' &&
    party.annualBudgetEurCents < localAuthority.budgetBelowEurCents &&
    party.inhabitants < localAuthority.inhabitantsBelow
  )
}
