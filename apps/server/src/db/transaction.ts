import {
  type Dialect,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  sql,
  type Transaction,
} from 'kysely'
import type pg from 'pg'
import { COLUMN_TYPES } from './column-types.ts'
import type { DB } from './tables.generated.ts'

/**
 * An open transaction: the only way to the data. Plain SQL goes through Kysely's `sql` tag.
 * It ends with the function it was handed to and must not be kept.
 */
export type Tx = Transaction<DB>

export type TransactionOptions = {
  readOnly?: boolean
  /** Default: read committed. */
  isolation?: 'repeatable read' | 'serializable'
}

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/

/**
 * The statement that opens a transaction and names who acts, in one message to the server.
 *
 * SET LOCAL and not `set_config()`: it ends with the transaction, works behind a pooler that gives each
 * transaction another connection, and is passed on by engines that spread tables over several servers.
 */
export function beginStatement(
  scope: { programme?: string | null | undefined; person?: string | null | undefined },
  options: TransactionOptions = {},
): string {
  const isolation = options.isolation ? ` isolation level ${options.isolation}` : ''
  const access = options.readOnly ? ' read only' : ''
  const settings = Object.entries(scope)
    .filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    .map(([name, id]) => `; set local app.${name} = '${checked(id)}'`)
  return `begin${isolation}${access}${settings.join('')}`
}

/** SET takes no parameters, so nothing but a UUID may get into its text. */
function checked(id: string): string {
  if (!UUID.test(id)) throw new TypeError('a programme or person id is not a UUID')
  return id
}

/**
 * Reads in another programme and comes back to the own, inside one transaction: for what has to be seen together with
 * it, such as aid that counts against the same ceiling. Whoever calls has made sure that the person may see it.
 */
export async function readInProgramme<T>(
  tx: Tx,
  programmeId: string,
  from: string,
  read: (tx: Tx) => Promise<T>,
): Promise<T> {
  const enter = (id: string) => sql.raw(`set local app.programme = '${checked(id)}'`).execute(tx)
  await enter(programmeId)
  let found: T
  try {
    found = await read(tx)
  } catch (error) {
    // After a failed statement nothing can be set any more, and the transaction ends with the error anyway.
    await enter(from).catch(() => {})
    throw error
  }
  await enter(from)
  return found
}

/** Runs `work` in one transaction on this connection: commits what it did, or nothing of it. */
export function runTransaction<T>(client: pg.ClientBase, begin: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return new Kysely<DB>({ dialect: dialectFor(client, begin) }).transaction().execute(work)
}

function dialectFor(client: pg.ClientBase, begin: string): Dialect {
  return {
    createDriver: () => driverFor(client, begin),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (db) => new PostgresIntrospector(db),
  }
}

/** A driver of one connection that is ours before and after: it begins and ends, and leaves taking and giving back. */
function driverFor(client: pg.ClientBase, begin: string): Driver {
  const connection = {
    executeQuery: ({ sql: text, parameters }: { sql: string; parameters: readonly unknown[] }) =>
      query(client, text, parameters),
    streamQuery: (): never => {
      throw new Error('Streaming is not offered: page through the rows')
    },
  }
  return {
    init: async () => {},
    acquireConnection: async () => connection as Awaited<ReturnType<Driver['acquireConnection']>>,
    beginTransaction: async () => {
      await client.query(begin)
    },
    commitTransaction: async () => {
      const { command } = await client.query('commit')
      // After a failed statement, PostgreSQL answers COMMIT by rolling back, without an error.
      if (command !== 'COMMIT') throw new Error('The transaction was rolled back: an error inside it was not passed on')
    },
    rollbackTransaction: async () => {
      await client.query('rollback')
    },
    releaseConnection: async () => {},
    destroy: async () => {},
  }
}

async function query<R>(client: pg.ClientBase, text: string, values: readonly unknown[]): Promise<QueryResult<R>> {
  const { command, rowCount, rows } = await client.query({ text, values: [...values], types: COLUMN_TYPES })
  const changes = command === 'INSERT' || command === 'UPDATE' || command === 'DELETE' || command === 'MERGE'
  return changes ? { rows, numAffectedRows: BigInt(rowCount ?? 0) } : { rows }
}
