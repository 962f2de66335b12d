import { append, createSets, type Picture } from './active.ts'
import type { Control, Holding, MarketAnswer, Party, PartyKind } from './schema.ts'

const HALF = 500_000

/** Why two enterprises are linked; `from` and `to` are the two that the tie joins. */
export type Tie = { from: string; to: string } & (
  | { by: 'votes'; holders: string[]; votesPpm: number }
  | { by: 'control'; means: Control['means'] }
  | { by: 'persons'; persons: string[]; answer: 'same' | 'adjacent' | 'unknown' }
)

/** Two enterprises under the same persons of whose markets nobody has said anything. */
export type OpenMarket = { enterprises: [string, string]; persons: string[] }

export type Links = {
  /** the one that stands for the set of linked enterprises an enterprise belongs to */
  rootOf: (id: string) => string
  /** by root; whoever is alone is not among them */
  sets: ReadonlyMap<string, readonly string[]>
  /** by enterprise: the ties that tell why, both ways */
  ties: ReadonlyMap<string, readonly Tie[]>
  openMarkets: readonly OpenMarket[]
}

/**
 * Which enterprises are linked on one day, and by what. `unknownMarkets` says how to read a market question that
 * nobody has answered.
 *
 * The votes of enterprises that are linked with each other count together, since one owner decides over them all.
 * Links run through enterprises and through the investors of Art. 3(2); through persons only on the same or an
 * adjacent market. A public body is neither, and links nothing: Art. 3(4) speaks of it.
 *
 * Source: Recommendation 2003/361/EC, Annex, Art. 3(3).
 */
export function findLinks(
  picture: Picture,
  markets: readonly MarketAnswer[],
  unknownMarkets: 'linked' | 'apart',
): Links {
  const sets = createSets()
  const ties: Tie[] = []
  const tie = (found: Tie) => {
    if (sets.join(found.from, found.to)) ties.push(found)
  }
  for (const control of picture.controls) {
    if (linksByControl(picture.parties.get(control.controller), control)) {
      tie({ from: control.controller, to: control.controlled, by: 'control', means: control.means })
    }
  }
  const answers = answersByPair(markets)
  let openMarkets: OpenMarket[] = []
  for (let before = -1; before !== ties.length; ) {
    before = ties.length
    for (const [owned, holdings] of picture.holdings) tieByVotes(picture, owned, holdings, sets.find, tie)
    if (ties.length === before) openMarkets = tieByPersons(picture, answers, unknownMarkets, sets.find, tie)
  }
  return { rootOf: sets.find, sets: membersByRoot(ties, sets.find), ties: tiesByEnterprise(ties), openMarkets }
}

const LINKING: ReadonlySet<PartyKind> = new Set<PartyKind>([
  'enterprise',
  'local-authority',
  'public-investment-corporation',
  'venture-capital',
  'business-angel',
  'university',
  'institutional-investor',
])

const isLinking = (party: Party | undefined) => party !== undefined && LINKING.has(party.kind)

/** An investor of Art. 3(2) that leaves the managing to others is presumed not to dominate by contract: Art. 3(3). */
function linksByControl(controller: Party | undefined, control: Control): boolean {
  if (!isLinking(controller)) return false
  const isPresumedPassive = controller!.kind !== 'enterprise' && control.means === 'contract'
  return !isPresumedPassive || control.takesPartInManagement === true
}

type Find = (id: string) => string

/** Art. 3(3)(a): more than half of the votes, by one set of linked owners together. */
function tieByVotes(picture: Picture, owned: string, holdings: readonly Holding[], find: Find, tie: (t: Tie) => void) {
  const bySet = new Map<string, Holding[]>()
  for (const holding of holdings) {
    if (holding.votesPpm === 0 || !isLinking(picture.parties.get(holding.owner))) continue
    const set = find(holding.owner)
    if (set !== find(owned)) append(bySet, set, holding)
  }
  for (const held of bySet.values()) {
    const votesPpm = held.reduce((sum, holding) => sum + holding.votesPpm, 0)
    if (votesPpm <= HALF) continue
    const [largest] = [...held].sort((a, b) => b.votesPpm - a.votesPpm)
    tie({ from: largest!.owner, to: owned, by: 'votes', holders: held.map(({ owner }) => owner), votesPpm })
  }
}

/** Art. 3(3) fourth subparagraph. Returns the pairs that wait for an answer. */
function tieByPersons(
  picture: Picture,
  answers: ReadonlyMap<string, MarketAnswer['answer']>,
  unknownMarkets: 'linked' | 'apart',
  find: Find,
  tie: (t: Tie) => void,
): OpenMarket[] {
  const open: OpenMarket[] = []
  for (const { persons, controlled } of controlledByPersons(picture, find)) {
    for (const [at, first] of controlled.entries()) {
      for (const second of controlled.slice(at + 1)) {
        if (find(first) === find(second)) continue
        const answer = answers.get(pairKey(first, second)) ?? 'unknown'
        if (answer === 'neither') continue
        if (answer === 'unknown') open.push({ enterprises: [first, second], persons })
        if (answer !== 'unknown' || unknownMarkets === 'linked')
          tie({ from: first, to: second, by: 'persons', persons, answer })
      }
    }
  }
  return open
}

type Held = { persons: string[]; controlled: string[] }

/** The enterprises that each person, or persons acting jointly, decide over: directly or with enterprises of theirs. */
function controlledByPersons(picture: Picture, find: Find): Held[] {
  const units = new Map<string, Set<string>>()
  const note = (person: string) => {
    const unit = picture.unitOf(person)
    units.set(unit, (units.get(unit) ?? new Set()).add(person))
  }
  const isPerson = (id: string) => picture.parties.get(id)?.kind === 'person'
  for (const holdings of picture.holdings.values()) for (const { owner } of holdings) if (isPerson(owner)) note(owner)
  for (const { controller } of picture.controls) if (isPerson(controller)) note(controller)
  return [...units.values()].map((persons) => ({
    persons: [...persons],
    controlled: controlledBy(picture, persons, find),
  }))
}

function controlledBy(picture: Picture, persons: ReadonlySet<string>, find: Find): string[] {
  const controlled = new Set<string>()
  for (const { controller, controlled: id } of picture.controls) if (persons.has(controller)) controlled.add(id)
  const ownSets = new Set([...controlled].map(find))
  for (let before = -1; before !== controlled.size; ) {
    before = controlled.size
    for (const [owned, holdings] of picture.holdings) {
      if (controlled.has(owned)) continue
      let [own, all] = [0, 0]
      for (const { owner, votesPpm } of holdings) {
        if (persons.has(owner)) own += votesPpm
        if (persons.has(owner) || (ownSets.has(find(owner)) && find(owner) !== find(owned))) all += votesPpm
      }
      // One that they hold through a single set of theirs is linked with that set already.
      if (all <= HALF || (own === 0 && ownSets.has(find(owned)))) continue
      controlled.add(owned)
      ownSets.add(find(owned))
    }
  }
  return [...controlled]
}

const pairKey = (a: string, b: string) => (a < b ? `${a}\n${b}` : `${b}\n${a}`)

function answersByPair(markets: readonly MarketAnswer[]): Map<string, MarketAnswer['answer']> {
  return new Map(markets.map(({ enterprises: [a, b], answer }) => [pairKey(a, b), answer]))
}

function membersByRoot(ties: readonly Tie[], find: Find): Map<string, string[]> {
  const members = new Map<string, string[]>()
  for (const id of new Set(ties.flatMap(({ from, to }) => [from, to]))) {
    append(members, find(id), id)
  }
  return members
}

function tiesByEnterprise(ties: readonly Tie[]): Map<string, Tie[]> {
  const byEnterprise = new Map<string, Tie[]>()
  for (const tie of ties) {
    append(byEnterprise, tie.from, tie)
    append(byEnterprise, tie.to, tie)
  }
  return byEnterprise
}
