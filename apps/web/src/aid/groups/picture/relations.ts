import { holdsOn } from '@stegvis/core/aid/groups/active.ts'
import type { Control, GroupFacts, Party } from '@stegvis/core/aid/groups/schema.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'

/** Everything that one party has to say in another on a day: a line in the picture, a row of its table. */
export type Relation = {
  owner: string
  owned: string
  /** null where there is a contract and no holding */
  held: { votesPpm: number; capitalPpm: number } | null
  means: readonly Control['means'][]
}

/** Who owns and decides over whom on a day, each pair once. */
export function relationsOn(facts: GroupFacts, on: PlainDate): Relation[] {
  const found = new Map<string, Relation>()
  const between = (owner: string, owned: string) =>
    found.get(`${owner} ${owned}`) ?? { owner, owned, held: null, means: [] }
  for (const holding of facts.holdings) {
    if (!holdsOn(holding, on)) continue
    const { owner, owned, votesPpm, capitalPpm } = holding
    const before = between(owner, owned)
    const held = {
      votesPpm: votesPpm + (before.held?.votesPpm ?? 0),
      capitalPpm: capitalPpm + (before.held?.capitalPpm ?? 0),
    }
    found.set(`${owner} ${owned}`, { ...before, held })
  }
  for (const control of facts.controls) {
    if (!holdsOn(control, on)) continue
    const before = between(control.controller, control.controlled)
    const means = [...new Set([...before.means, control.means])]
    found.set(`${before.owner} ${before.owned}`, { ...before, means })
  }
  return [...found.values()]
}

/** The parties nearest to `focus`, itself first, at most `most`; nobody without a way there on the day. */
export function nearest(
  parties: readonly Party[],
  relations: readonly Relation[],
  focus: string,
  most: number,
): Party[] {
  const byId = new Map(parties.map((party) => [party.id, party]))
  const neighbours = new Map<string, string[]>()
  for (const { owner, owned } of relations) {
    neighbours.set(owner, [...(neighbours.get(owner) ?? []), owned])
    neighbours.set(owned, [...(neighbours.get(owned) ?? []), owner])
  }
  const reached = new Set([focus])
  for (const id of reached) for (const next of neighbours.get(id) ?? []) reached.add(next)
  return [...reached].slice(0, most).flatMap((id) => byId.get(id) ?? [])
}
