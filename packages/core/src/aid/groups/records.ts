import { z } from 'zod'
import {
  ActingJointly,
  Consolidation,
  Control,
  type GroupFacts,
  Holding,
  MarketAnswer,
  type Party,
  Restructuring,
} from './schema.ts'

/** One fact about owners as somebody stated it, of any kind. */
export const GroupFact = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('holding'), fact: Holding }),
    z.strictObject({ kind: z.literal('control'), fact: Control }),
    z.strictObject({ kind: z.literal('acting-jointly'), fact: ActingJointly }),
    z.strictObject({ kind: z.literal('market'), fact: MarketAnswer }),
    z.strictObject({ kind: z.literal('consolidation'), fact: Consolidation }),
    z.strictObject({ kind: z.literal('restructuring'), fact: Restructuring }),
  ])
  .meta({ id: 'GroupFact' })
export type GroupFact = z.infer<typeof GroupFact>
export type GroupFactKind = GroupFact['kind']

/** Where facts of a kind stand among the facts of a group. */
export const FACT_LISTS = {
  holding: 'holdings',
  control: 'controls',
  'acting-jointly': 'actingJointly',
  market: 'markets',
  consolidation: 'consolidations',
  restructuring: 'restructurings',
} as const satisfies Record<GroupFactKind, keyof GroupFacts>

/** The same fact with every party in it named anew. */
export function withParties(stated: GroupFact, rename: (party: string) => string): GroupFact {
  switch (stated.kind) {
    case 'holding': {
      const { fact } = stated
      return { ...stated, fact: { ...fact, owner: rename(fact.owner), owned: rename(fact.owned) } }
    }
    case 'control': {
      const { fact } = stated
      return { ...stated, fact: { ...fact, controller: rename(fact.controller), controlled: rename(fact.controlled) } }
    }
    case 'acting-jointly':
      return { ...stated, fact: { ...stated.fact, persons: stated.fact.persons.map(rename) } }
    case 'market': {
      const [first, second] = stated.fact.enterprises
      return { ...stated, fact: { ...stated.fact, enterprises: [rename(first), rename(second)] } }
    }
    case 'consolidation': {
      const { fact } = stated
      const parent = rename(fact.parent)
      const members = fact.members.map((member) => ({ ...member, enterprise: rename(member.enterprise) }))
      return { ...stated, fact: { ...fact, parent, members } }
    }
    case 'restructuring':
      return { ...stated, fact: restructured(stated.fact, rename) }
  }
}

function restructured(change: Restructuring, rename: (party: string) => string): Restructuring {
  if (change.kind === 'merger') return { ...change, into: rename(change.into), merged: change.merged.map(rename) }
  const parts = change.parts.map((part) => ({ ...part, enterprise: rename(part.enterprise) }))
  const to = change.supportedActivityTo
  return { ...change, from: rename(change.from), parts, ...(to && { supportedActivityTo: rename(to) }) }
}

/** The parties a fact is about, each once. */
export function partiesOf(stated: GroupFact): string[] {
  const ids = new Set<string>()
  withParties(stated, (party) => {
    ids.add(party)
    return party
  })
  return [...ids]
}

/** The facts of a group from what was stated; those of a kind stay in the order given. */
export function groupFacts(parties: Party[], stated: readonly GroupFact[]): GroupFacts {
  const of = <K extends GroupFactKind>(kind: K) =>
    stated.flatMap((each) => (each.kind === kind ? [each.fact as Extract<GroupFact, { kind: K }>['fact']] : []))
  return {
    parties,
    holdings: of('holding'),
    controls: of('control'),
    actingJointly: of('acting-jointly'),
    markets: of('market'),
    consolidations: of('consolidation'),
    restructurings: of('restructuring'),
  }
}
