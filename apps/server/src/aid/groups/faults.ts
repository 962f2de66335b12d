import { checkGroup } from '@stegvis/core/aid/groups/check.ts'
import { FACT_LISTS } from '@stegvis/core/aid/groups/records.ts'
import type { Party } from '@stegvis/core/aid/groups/schema.ts'
import type { Fault } from '@stegvis/core/aid/input.ts'
import type { RecordId } from '@stegvis/core/kernel/ids.ts'
import type { Text } from '@stegvis/core/kernel/text.ts'
import { type Component, factsOf } from './service.ts'

/** A fault of a picture: the record it is in, and the rest of the way to its place there. */
export type PictureFault = { record: RecordId; rest: string; text: Text }

/** What cannot be true together, by the record it stands in; parties are called by their names. */
export function faultsOf(component: Component): PictureFault[] {
  const { parties, facts } = component
  const idsByList = new Map<string, RecordId[]>(
    Object.entries(FACT_LISTS).map(([kind, list]) => [
      list,
      facts.filter(({ stated }) => stated.kind === kind).map(({ id }) => id),
    ]),
  )
  idsByList.set(
    'parties',
    parties.map(({ party }) => party.id),
  )
  return checkGroup(factsOf(component)).map(({ pointer, message }) => {
    const [, list, at, ...rest] = pointer.split('/')
    const record = idsByList.get(list!)![Number(at)]!
    const text = callByName(
      message,
      parties.map(({ party }) => party),
    )
    return { record, rest: rest.map((step) => `/${step}`).join(''), text }
  })
}

/** Those that were not there before: nobody has to mend another record to write their own. */
export function newFaults(before: Component, after: Component): PictureFault[] {
  const key = ({ record, rest, text }: PictureFault) => `${record}${rest} ${text.en}`
  const known = new Set(faultsOf(before).map(key))
  return faultsOf(after).filter((fault) => !known.has(key(fault)))
}

/** Of what was just written, with `last` at its end: a sum that is too large is told of the last that adds to it. */
export function writtenLast(component: Component, last: RecordId): Component {
  const written = component.facts.filter(({ id }) => id === last)
  return { ...component, facts: [...component.facts.filter(({ id }) => id !== last), ...written] }
}

/** The faults as places in what was sent; a fault in another record is one of the whole of it. */
export function faultsIn(
  faults: readonly PictureFault[],
  places: ReadonlyMap<RecordId, string>,
  whole: string,
): Fault[] {
  return faults.map(({ record, rest, text }) => {
    const place = places.get(record)
    return { pointer: place === undefined ? whole : `${place}${rest}`, message: text }
  })
}

function callByName(text: Text, parties: readonly Party[]): Text {
  const named = (words: string) => parties.reduce((all, { id, name }) => all.replaceAll(id, name), words)
  return { sv: named(text.sv), en: named(text.en) }
}
