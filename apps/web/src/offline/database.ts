import type { ProblemSlug } from '@stegvis/core/kernel/problems.ts'
import { Dexie, type EntityTable } from 'dexie'

/** What a field can hold: the same as a change on the wire. */
export type FieldValue = string | number | boolean | null

export type Refusal = { slug: ProblemSlug; status: number; extra: Readonly<Record<string, unknown>> }

/** Where something was written, so that the person can be led back to it. */
export type Place = { page: string; label: string }

/**
 * What a person wrote in a field and the server has not confirmed.
 * `typing` still changes, `ready` waits to be sent, `conflict` and `refused` wait for the person.
 */
export type Draft = Place & {
  /** the record's address, which is where the change is sent */
  url: string
  field: string
  value: FieldValue
  /** what the record held when the person began */
  base: FieldValue
  state: 'typing' | 'ready' | 'conflict' | 'refused'
  /** in a conflict: what somebody else wrote */
  present?: FieldValue
  refusal?: Refusal
  /** the queries that show this record */
  queryKey: readonly unknown[]
}

/** One write to send, in the order it was made. */
export type Command = Place & {
  order: number
  id: string
  /** commands of one stream are sent one after the other; streams do not wait for each other */
  stream: string
  url: string
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  body: unknown
  queryKey: readonly unknown[]
  state: 'waiting' | 'attention'
  /** how often it was sent: once sent, the server may have it, answered or not */
  attempts: number
  refusal?: Refusal
}

/** The answer to a query, kept so that its page opens without a network. */
export type KeptQuery = { hash: string; key: readonly unknown[]; data: unknown; updatedAt: number }

export type OfflineDatabase = Dexie & {
  drafts: EntityTable<Draft & { key: string }, 'key'>
  commands: EntityTable<Command, 'order'>
  queries: EntityTable<KeptQuery, 'hash'>
}

/** One database a person: what one wrote on a shared tablet never meets the eyes of the next. */
export function openDatabase(person: string): OfflineDatabase {
  const database = new Dexie(`stegvis-${person}`) as OfflineDatabase
  database.version(1).stores({ drafts: 'key', commands: '++order, &id, stream', queries: 'hash' })
  return database
}
