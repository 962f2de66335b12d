import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'

export const MIGRATIONS = path.resolve(import.meta.dirname, '../../migrations')

type Migration = { name: string; sql: string; hash: string }

const LOCK = 'stegvis.migration'
const NAME = /^\d{8}-\d{2}-[a-z0-9-]+\.sql$/
const LOCK_NOT_AVAILABLE = '55P03'
const ATTEMPTS = 5

/**
 * Brings the database up to the migrations in `folder`, each in a transaction of its own; answers the names of
 * those it ran. Nodes that start together wait for one another.
 *
 * Throws when the database has a migration that is not in the folder (it belongs to a newer Stegvis), or one
 * whose file was edited since.
 */
export async function migrate(owner: pg.Pool, folder: string = MIGRATIONS): Promise<string[]> {
  const client = await owner.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtext('${LOCK}'))`)
    try {
      await client.query(
        `create table if not exists migration (
           name text primary key, hash text not null, applied_at timestamptz not null default now())`,
      )
      await client.query('grant select on migration to stegvis_app')
      const pending = await pendingMigrations(client, folder)
      for (const migration of pending) await apply(client, migration)
      return pending.map(({ name }) => name)
    } finally {
      await client.query(`select pg_advisory_unlock(hashtext('${LOCK}'))`)
    }
  } finally {
    client.release()
  }
}

/** For a node that may not migrate: throws unless the database is exactly what this code knows. */
export async function requireMigrated(app: pg.Pool, folder: string = MIGRATIONS): Promise<void> {
  const client = await app.connect()
  try {
    const { rows } = await client.query<{ found: boolean }>(`select to_regclass('migration') is not null as found`)
    const pending = rows[0]!.found ? await pendingMigrations(client, folder) : readMigrations(folder)
    if (pending.length === 0) return
    throw new Error(
      `The database lacks ${pending.length} migrations, the first is ${pending[0]!.name}: ` +
        'run `npx stegvis migrate` with DATABASE_OWNER_URL, see docs/operators.md.',
    )
  } finally {
    client.release()
  }
}

async function pendingMigrations(client: pg.ClientBase, folder: string): Promise<Migration[]> {
  const files = readMigrations(folder)
  const byName = new Map(files.map((migration) => [migration.name, migration]))
  const { rows: applied } = await client.query<{ name: string; hash: string }>(
    'select name, hash from migration order by name',
  )
  for (const { name, hash } of applied) {
    const file = byName.get(name)
    if (!file) throw new Error(`The database has the migration ${name} of a newer Stegvis: start that one.`)
    if (file.hash !== hash) {
      throw new Error(`The migration ${name} was edited after it had run: put it back and write a new one.`)
    }
    byName.delete(name)
  }
  return [...byName.values()]
}

/** In the order of their names. */
function readMigrations(folder: string): Migration[] {
  const names = fs.readdirSync(folder).filter((name) => name.endsWith('.sql'))
  return names.sort().map((name) => {
    if (!NAME.test(name)) throw new Error(`${name} is not named as a migration: 20261201-02-add-coaching-session.sql`)
    // A checkout that ends lines in its own way is no edit.
    const sql = fs.readFileSync(path.join(folder, name), 'utf8').replaceAll('\r\n', '\n')
    return { name, sql, hash: createHash('sha256').update(sql).digest('hex') }
  })
}

/**
 * Waits at most seconds for a table that is in use, so that the queries behind it are not held up; then lets
 * them through and tries again.
 */
async function apply(client: pg.ClientBase, { name, sql, hash }: Migration): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await client.query(`begin; set local lock_timeout = '5s'; set local statement_timeout = 0`)
      await client.query(sql)
      await client.query('insert into migration (name, hash) values ($1, $2)', [name, hash])
      await client.query('commit')
      return
    } catch (cause) {
      await client.query('rollback')
      const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
      if (code !== LOCK_NOT_AVAILABLE || attempt === ATTEMPTS) {
        throw new Error(`The migration ${name} failed: ${(cause as Error).message}`, { cause })
      }
      await sleep(attempt * 1000)
    }
  }
}
