import type { PersonId, ProgrammeId } from '@stegvis/core/kernel/ids.ts'
import pg from 'pg'
import type { Config } from '../config.ts'
import { type Addresses, findAddresses } from './addresses.ts'
import { isUnreachable, retrying } from './retry.ts'
import { beginStatement, runTransaction, type TransactionOptions, type Tx } from './transaction.ts'

export type { Tx } from './transaction.ts'

/** Who acts in which programme; a visitor and the system itself are nobody. An actor is one. */
export type Scope = { programmeId: ProgrammeId; personId: PersonId | null }

/**
 * The database, reached only through a transaction that says for whom.
 *
 * `work` runs again from its start after a conflict or a lost connection, and a commit whose answer was lost may
 * have happened: so it makes ids outside, or writes in a way that a repeat does not double, and it touches
 * nothing but the transaction.
 */
export type Database = {
  readonly kind: 'embedded' | 'server'
  /** As the application, for libraries that bring their own queries. */
  readonly pool: pg.Pool
  /** As the application, past any pooler: LISTEN, session locks, the job queue. */
  readonly direct: pg.Pool
  /** As the owner of the tables: migrations and backup only. `null` where the operator keeps it from us. */
  readonly owner: pg.Pool | null
  /** Sees and writes one programme. */
  inTenant<T>(scope: Scope, work: (tx: Tx) => Promise<T>, options?: TransactionOptions): Promise<T>
  /** Sees what is a person's own in every programme: their roles. */
  asPerson<T>(personId: PersonId, work: (tx: Tx) => Promise<T>, options?: TransactionOptions): Promise<T>
  /** Sees the tables that belong to no programme. */
  asInstallation<T>(work: (tx: Tx) => Promise<T>, options?: TransactionOptions): Promise<T>
  isReachable(): Promise<boolean>
  close(): Promise<void>
}

const CONNECT_LIMIT_MS = 5_000
const RETRY_LIMIT_MS = 10_000
const POOL_SIZE = 16

/** Starts the embedded server or finds the given one. Throws a sentence for the operator when it cannot. */
export async function openDatabase(config: Pick<Config, 'dataDir' | 'database'>): Promise<Database> {
  return connectTo(await findAddresses(config))
}

export function connectTo(addresses: Addresses): Database {
  const pool = makePool(addresses.app, POOL_SIZE)
  const direct = makePool(addresses.direct, 4)
  const owner = addresses.owner && makePool(addresses.owner, 2)
  const reviveOnce = once(addresses.revive)
  // A failure to bring it back shows in the next attempt to reach it.
  const revive = () => reviveOnce().catch(() => {})
  // Libraries on the pool do not retry: connections that break while nobody uses them tell us soonest.
  pool.on('error', revive)

  const beforeNext = async (error: unknown) => {
    if (isUnreachable(error)) await revive()
  }
  const transact = <T>(
    scope: Parameters<typeof beginStatement>[0],
    work: (tx: Tx) => Promise<T>,
    options: TransactionOptions = {},
  ): Promise<T> => {
    const begin = beginStatement(scope, options)
    const attempt = () => withConnection(pool, (client) => runTransaction(client, begin, work))
    return retrying(attempt, { limitMs: RETRY_LIMIT_MS, readOnly: options.readOnly ?? false, beforeNext })
  }

  return {
    kind: addresses.kind,
    pool,
    direct,
    owner,
    inTenant: async ({ programmeId, personId }, work, options) =>
      transact({ programme: programmeId, person: personId }, work, options),
    asPerson: async (personId, work, options) => transact({ person: personId }, work, options),
    asInstallation: async (work, options) => transact({}, work, options),
    isReachable: async () => {
      if (await answers(pool)) return true
      await revive()
      return answers(pool)
    },
    close: async () => {
      await Promise.all([pool.end(), direct.end(), owner?.end()])
      await addresses.release()
    },
  }
}

async function answers(pool: pg.Pool): Promise<boolean> {
  try {
    await pool.query('select 1')
    return true
  } catch {
    return false // the question was whether it answers
  }
}

/** A connection that failed is not given back to the pool. */
async function withConnection<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    return await work(client)
  } catch (error) {
    if (isUnreachable(error)) broken = error as Error
    throw error
  } finally {
    client.release(broken)
  }
}

/**
 * Without these two handlers, a server that goes away ends our process: the first hears of idle connections, the
 * second of those in use, whose query fails anyway.
 */
function makePool(config: pg.ClientConfig, max: number): pg.Pool {
  const pool = new pg.Pool({ ...config, max, connectionTimeoutMillis: CONNECT_LIMIT_MS })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/** Callers that come while it runs wait for the same run. */
function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  return () => {
    running ??= work().finally(() => {
      running = undefined
    })
    return running
  }
}
