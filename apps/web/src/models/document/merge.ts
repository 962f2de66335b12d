import { sameValue } from '@stegvis/core/kernel/same-value.ts'
import type { Path } from './path.ts'

export type Merge<T> = {
  /** both sides' changes; where they clash, the winner's */
  merged: T
  /** where both changed the same thing in different ways */
  clashes: Path[]
}

/**
 * Brings together what two people changed since `base`. Records are merged key by key, lists of things with an id by
 * their ids; everything else is one value. Where both changed the same, `winner` decides and the place is told.
 */
export function merge<T>(base: T, mine: T, theirs: T, winner: 'mine' | 'theirs'): Merge<T> {
  const clashes: Path[] = []
  const merged = meet(base, mine, theirs, { winner, clashes, path: [] }) as T
  return { merged, clashes }
}

type Meeting = { winner: 'mine' | 'theirs'; clashes: Path[]; path: Path }

function meet(base: unknown, mine: unknown, theirs: unknown, meeting: Meeting): unknown {
  if (sameValue(mine, theirs) || sameValue(base, theirs)) return mine
  if (sameValue(base, mine)) return theirs
  const lists = keyedLists(base, mine, theirs)
  if (lists) return meetLists(lists, meeting)
  if (isRecord(mine) && isRecord(theirs)) return meetRecords(isRecord(base) ? base : {}, mine, theirs, meeting)
  meeting.clashes.push(meeting.path)
  return meeting.winner === 'mine' ? mine : theirs
}

type Plain = Readonly<Record<string, unknown>>

function meetRecords(base: Plain, mine: Plain, theirs: Plain, meeting: Meeting): Plain {
  const keys = new Set([...Object.keys(mine), ...Object.keys(theirs)])
  const entries = [...keys].map((key) => {
    const inner = { ...meeting, path: [...meeting.path, key] }
    return [key, meet(base[key], mine[key], theirs[key], inner)] as const
  })
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}

type Keyed = ReadonlyMap<string, unknown>

/** The order is the winner's; what only the other side added follows what it stood after. */
function meetLists([base, mine, theirs]: [Keyed, Keyed, Keyed], meeting: Meeting): unknown[] {
  const [first, second] = meeting.winner === 'mine' ? [mine, theirs] : [theirs, mine]
  const order = [...first.keys()]
  let before = -1
  for (const key of second.keys()) {
    const at = order.indexOf(key)
    if (at >= 0) before = at
    else order.splice(++before, 0, key)
  }
  return order
    .map((key) => {
      const inner = { ...meeting, path: [...meeting.path, key] }
      return meet(base.get(key), mine.get(key), theirs.get(key), inner)
    })
    .filter((item) => item !== undefined)
}

/** Three lists as things by their ids; undefined when one of them is no such list. */
function keyedLists(...lists: [unknown, unknown, unknown]): [Keyed, Keyed, Keyed] | undefined {
  const [base, mine, theirs] = lists.map(byId)
  return base && mine && theirs ? [base, mine, theirs] : undefined
}

function byId(list: unknown): Keyed | undefined {
  if (list === undefined) return new Map()
  if (!Array.isArray(list)) return undefined
  const found = new Map<string, unknown>()
  for (const item of list) {
    const id = idOf(item)
    if (id === undefined || found.has(id)) return undefined
    found.set(id, item)
  }
  return found
}

function idOf(item: unknown): string | undefined {
  if (!isRecord(item)) return undefined
  const id = item.id ?? item.question
  return typeof id === 'string' ? id : undefined
}

const isRecord = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
