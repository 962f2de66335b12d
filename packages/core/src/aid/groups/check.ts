import { readsAsPersonalNumber } from '../../identity/masking.ts'
import { companyNumberFault } from '../../identity/number.ts'
import type { PlainDate } from '../../kernel/day.ts'
import type { Text } from '../../kernel/text.ts'
import { type Fault, faultAt, type Path } from '../input.ts'
import { append, holdsOn } from './active.ts'
import type { GroupFacts, Holding } from './schema.ts'

const SENTENCES = {
  personalNumber: {
    sv: 'Ett personnummer får bara stå under ”number”.',
    en: 'A person’s number may stand under “number” only.',
  },
  twice: { sv: 'Id:t ”{id}” finns redan i listan.', en: 'The id “{id}” is in the list already.' },
  unknown: { sv: 'Det finns ingen part med id ”{id}”.', en: 'There is no party with the id “{id}”.' },
  itself: { sv: '”{id}” kan inte stå mot sig själv.', en: '“{id}” cannot stand against itself.' },
  notOwned: {
    sv: '”{id}” är inget företag och kan inte ägas.',
    en: '“{id}” is not an enterprise and cannot be owned.',
  },
  notPerson: { sv: '”{id}” är ingen person.', en: '“{id}” is not a person.' },
  notEnterprise: { sv: '”{id}” är inget företag.', en: '“{id}” is not an enterprise.' },
  order: { sv: 'Slutdagen ligger före startdagen.', en: 'The last day lies before the first.' },
  over: {
    sv: 'Innehaven i ”{id}” blir {percent} % av {what} den {day}: mer än 100 %.',
    en: 'The holdings in “{id}” come to {percent} % of the {what} on {day}: more than 100 %.',
  },
  invested: {
    sv: 'Skriv vad affärsängeln har investerat: gränsen gäller beloppet.',
    en: 'Write what the business angel has invested: the limit is about the amount.',
  },
  circle: {
    sv: 'Koncernredovisningarna innehåller varandra i en ring.',
    en: 'The consolidated accounts contain each other in a circle.',
  },
} as const satisfies Record<string, Text>

/** What cannot be true of a picture of owners. `at` is where the facts stand in the input. */
export function checkGroup(facts: GroupFacts, at: Path = []): Fault[] {
  return [
    ...partyFaults(facts, at),
    ...referenceFaults(facts, at),
    ...orderFaults(facts, at),
    ...shareFaults(facts, at),
    ...circleFaults(facts, at),
  ]
}

function partyFaults({ parties }: GroupFacts, at: Path): Fault[] {
  const seen = new Set<string>()
  return parties.flatMap((party, n) => {
    const { id, name } = party
    const here = [...at, 'parties', n]
    const personal = (['id', 'name'] as const).filter((key) => readsAsPersonalNumber(key === 'id' ? id : name))
    const faults = personal.map((key) => faultAt([...here, key], SENTENCES.personalNumber))
    if (seen.has(id) && personal.length === 0) faults.push(faultAt([...here, 'id'], SENTENCES.twice, { id }))
    seen.add(id)
    const wrongNumber = 'number' in party && party.number ? companyNumberFault(party.country, party.number) : null
    if (wrongNumber) faults.push(faultAt([...here, 'number'], wrongNumber))
    return faults
  })
}

type Role = 'any' | 'owned' | 'person' | 'enterprise'
type Reference = { path: Path; id: string; role: Role }

/** Every id that points at a party, with what the party must be. */
function references(facts: GroupFacts): Reference[] {
  const ref = (path: Path, id: string, role: Role): Reference => ({ path, id, role })
  return [
    ...facts.holdings.flatMap(({ owner, owned }, n) => [
      ref(['holdings', n, 'owner'], owner, 'any'),
      ref(['holdings', n, 'owned'], owned, 'owned'),
    ]),
    ...facts.controls.flatMap(({ controller, controlled }, n) => [
      ref(['controls', n, 'controller'], controller, 'any'),
      ref(['controls', n, 'controlled'], controlled, 'owned'),
    ]),
    ...facts.actingJointly.flatMap(({ persons }, n) =>
      persons.map((id, i) => ref(['actingJointly', n, 'persons', i], id, 'person')),
    ),
    ...facts.markets.flatMap(({ enterprises }, n) =>
      enterprises.map((id, i) => ref(['markets', n, 'enterprises', i], id, 'owned')),
    ),
    ...facts.consolidations.flatMap(({ parent, members }, n) => [
      ref(['consolidations', n, 'parent'], parent, 'owned'),
      ...members.map(({ enterprise }, i) =>
        ref(['consolidations', n, 'members', i, 'enterprise'], enterprise, 'owned'),
      ),
    ]),
    ...facts.restructurings.flatMap((change, n) =>
      restructured(change).map(([path, id]) => ref(['restructurings', n, ...path], id, 'enterprise')),
    ),
  ]
}

function restructured(change: GroupFacts['restructurings'][number]): [Path, string][] {
  if (change.kind === 'merger')
    return [[['into'], change.into], ...change.merged.map((id, i): [Path, string] => [['merged', i], id])]
  const to = change.supportedActivityTo
  return [
    [['from'], change.from],
    ...change.parts.map(({ enterprise }, i): [Path, string] => [['parts', i, 'enterprise'], enterprise]),
    ...(to ? [[['supportedActivityTo'], to] as [Path, string]] : []),
  ]
}

function referenceFaults(facts: GroupFacts, at: Path): Fault[] {
  const kinds = new Map(facts.parties.map(({ id, kind }) => [id, kind]))
  const ofReference = ({ path, id, role }: Reference): Fault[] => {
    const kind = kinds.get(id)
    const here = [...at, ...path]
    if (readsAsPersonalNumber(id)) return [faultAt(here, SENTENCES.personalNumber)]
    if (kind === undefined) return [faultAt(here, SENTENCES.unknown, { id })]
    if (role === 'person' && kind !== 'person') return [faultAt(here, SENTENCES.notPerson, { id })]
    if (role === 'enterprise' && kind !== 'enterprise') return [faultAt(here, SENTENCES.notEnterprise, { id })]
    const cannotBeOwned = ['person', 'business-angel', 'public-body', 'local-authority']
    return role === 'owned' && cannotBeOwned.includes(kind) ? [faultAt(here, SENTENCES.notOwned, { id })] : []
  }
  const itself = [
    ...facts.holdings.map(({ owner, owned }, n) => ({ path: ['holdings', n, 'owned'], ids: [owner, owned] })),
    ...facts.controls.map(({ controller, controlled }, n) => ({
      path: ['controls', n, 'controlled'],
      ids: [controller, controlled],
    })),
    ...facts.markets.map(({ enterprises }, n) => ({ path: ['markets', n, 'enterprises', 1], ids: enterprises })),
    ...facts.consolidations.flatMap(({ parent, members }, n) =>
      members.map(({ enterprise }, i) => ({
        path: ['consolidations', n, 'members', i, 'enterprise'],
        ids: [parent, enterprise],
      })),
    ),
  ].filter(({ ids }) => ids[0] === ids[1])
  const angels = facts.holdings.flatMap(({ owner, investedEurCents }, n) =>
    kinds.get(owner) === 'business-angel' && investedEurCents === undefined
      ? [faultAt([...at, 'holdings', n, 'investedEurCents'], SENTENCES.invested)]
      : [],
  )
  return [
    ...references(facts).flatMap(ofReference),
    ...itself.map(({ path, ids }) => faultAt([...at, ...path], SENTENCES.itself, { id: ids[0]! })),
    ...angels,
  ]
}

function orderFaults(facts: GroupFacts, at: Path): Fault[] {
  return (['holdings', 'controls', 'actingJointly', 'consolidations'] as const).flatMap((key) =>
    facts[key].flatMap(({ from, to }, n) =>
      from && to && to < from ? [faultAt([...at, key, n, 'to'], SENTENCES.order)] : [],
    ),
  )
}

const WHAT = {
  capitalPpm: { sv: 'kapitalet', en: 'capital' },
  votesPpm: { sv: 'rösterna', en: 'votes' },
} as const

/** A sum can only rise on a day that a holding begins. */
function shareFaults({ holdings }: GroupFacts, at: Path): Fault[] {
  const byOwned = new Map<string, { holding: Holding; n: number }[]>()
  for (const [n, holding] of holdings.entries()) append(byOwned, holding.owned, { holding, n })
  return [...byOwned].flatMap(([id, list]) => {
    const first = list.reduce<PlainDate | undefined>(
      (day, { holding: { to } }) => (to && (!day || to < day) ? to : day),
      undefined,
    )
    const days = new Set(list.map(({ holding }) => holding.from ?? first ?? ANY_DAY))
    return (['capitalPpm', 'votesPpm'] as const).flatMap((key) => {
      for (const day of days) {
        const held = list.filter(({ holding }) => holdsOn(holding, day))
        const sum = held.reduce((total, { holding }) => total + holding[key], 0)
        if (sum <= 1_000_000) continue
        const details = { id, percent: sum / 10_000, what: WHAT[key], day }
        return [faultAt([...at, 'holdings', held.at(-1)!.n, key], SENTENCES.over, details)]
      }
      return []
    })
  })
}

/** Where no holding has a first day, any day will do. */
const ANY_DAY = '1900-01-01' as PlainDate

/** Accounts that contain each other would leave both out of the sum. */
function circleFaults({ consolidations }: GroupFacts, at: Path): Fault[] {
  const inside = new Map<string, Set<string>>()
  for (const { parent, members } of consolidations) {
    const own = inside.get(parent) ?? new Set()
    for (const { enterprise } of members) own.add(enterprise)
    inside.set(parent, own)
  }
  const reaches = (from: string, target: string): boolean => {
    const seen = new Set<string>()
    const next = [...(inside.get(from) ?? [])]
    for (let id = next.pop(); id !== undefined; id = next.pop()) {
      if (id === target) return true
      if (seen.has(id)) continue
      seen.add(id)
      next.push(...(inside.get(id) ?? []))
    }
    return false
  }
  return consolidations.flatMap(({ parent }, n) =>
    reaches(parent, parent) ? [faultAt([...at, 'consolidations', n], SENTENCES.circle)] : [],
  )
}
