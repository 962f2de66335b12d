import type { PlainDate } from '../../kernel/day.ts'
import type { Consolidation, Control, GroupFacts, Holding, Party } from './schema.ts'

type Interval = { from?: PlainDate | null | undefined; to?: PlainDate | null | undefined }

/** Both days of an interval count; an open end is for ever. */
export function holdsOn({ from, to }: Interval, on: PlainDate): boolean {
  return (!from || from <= on) && (!to || on <= to)
}

/** Days with the same answer have the same facts: how many intervals have begun by then, and how many are over. */
export function factsKey(facts: GroupFacts): (on: PlainDate) => string {
  const all: Interval[] = [...facts.holdings, ...facts.controls, ...facts.actingJointly, ...facts.consolidations]
  const begins = all.flatMap(({ from }) => from ?? [])
  const ends = all.flatMap(({ to }) => to ?? [])
  const count = (days: readonly PlainDate[], isPast: (day: PlainDate) => boolean) => days.filter(isPast).length
  return (on) => `${count(begins, (day) => day <= on)}/${count(ends, (day) => day < on)}`
}

/** The facts as they stood on one day. */
export type Picture = {
  parties: ReadonlyMap<string, Party>
  /** by the enterprise that is owned */
  holdings: ReadonlyMap<string, readonly Holding[]>
  controls: readonly Control[]
  /** persons by the first of those they act jointly with; one who acts alone stands for himself */
  unitOf: (person: string) => string
  consolidations: readonly Consolidation[]
}

export function pictureOn(facts: GroupFacts, on: PlainDate): Picture {
  const holdings = new Map<string, Holding[]>()
  for (const holding of facts.holdings) {
    if (!holdsOn(holding, on)) continue
    append(holdings, holding.owned, holding)
  }
  const units = createSets()
  for (const joint of facts.actingJointly) {
    if (holdsOn(joint, on)) for (const person of joint.persons) units.join(joint.persons[0]!, person)
  }
  return {
    parties: new Map(facts.parties.map((party) => [party.id, party])),
    holdings,
    controls: facts.controls.filter((control) => holdsOn(control, on)),
    unitOf: units.find,
    consolidations: facts.consolidations.filter((consolidation) => holdsOn(consolidation, on)),
  }
}

/** Adds to the list that stands under a key. */
export function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/** Sets that only ever grow together; each is known by one of its members. */
export function createSets() {
  const parents = new Map<string, string>()
  function find(id: string): string {
    let at = id
    for (let up = parents.get(at); up !== undefined; up = parents.get(at)) at = up
    // The next look-up from here is one step.
    for (let below = id; below !== at; ) {
      const up = parents.get(below)!
      parents.set(below, at)
      below = up
    }
    return at
  }
  /** Whether they were apart. */
  function join(a: string, b: string): boolean {
    const [first, second] = [find(a), find(b)]
    if (first === second) return false
    parents.set(second, first)
    return true
  }
  return { find, join }
}
