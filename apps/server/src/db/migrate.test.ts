import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { testAddresses } from '../../test/database.ts'
import { migrate, requireMigrated } from './migrate.ts'
import { connectTo, type Database } from './tenancy.ts'

const EMPTY = 'template0'
const FIRST = { name: '20260101-01-first.sql', sql: 'create table first (id integer primary key)' }
const SECOND = { name: '20260101-02-second.sql', sql: 'create table second (id integer primary key)' }

let database: Database
let owner: NonNullable<Database['owner']>
let folder: string

beforeEach(async () => {
  database = connectTo(await testAddresses(EMPTY))
  owner = database.owner!
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'stegvis-migrations-'))
})

afterEach(async () => {
  await database.close()
  fs.rmSync(folder, { recursive: true })
})

function write(...files: { name: string; sql: string }[]): void {
  for (const { name, sql } of files) fs.writeFileSync(path.join(folder, name), sql)
}

async function tables(): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  )
  return rows.map(({ name }) => name)
}

test('runs what is missing, in the order of the names, once', async () => {
  write(SECOND, FIRST)
  expect(await migrate(owner, folder)).toEqual([FIRST.name, SECOND.name])
  expect(await migrate(owner, folder)).toEqual([])
  expect(await tables()).toEqual(['first', 'migration', 'second'])
})

test('nodes that start together run each migration once', async () => {
  write(FIRST, SECOND)
  const runs = await Promise.all([migrate(owner, folder), migrate(owner, folder)])
  expect(runs.flat().sort()).toEqual([FIRST.name, SECOND.name])
})

test('a migration that fails leaves nothing of itself, and those before it stay', async () => {
  write(FIRST, { name: SECOND.name, sql: `${SECOND.sql}; select 1 / 0` })
  await expect(migrate(owner, folder)).rejects.toThrow(`${SECOND.name} failed: division by zero`)
  expect(await tables()).toEqual(['first', 'migration'])
  write(SECOND)
  expect(await migrate(owner, folder)).toEqual([SECOND.name])
})

test('refuses a file that was edited after it ran, but not for its line ends', async () => {
  write(FIRST, { name: SECOND.name, sql: `${SECOND.sql};\n-- the end\n` })
  await migrate(owner, folder)
  write({ name: SECOND.name, sql: `${SECOND.sql};\r\n-- the end\r\n` })
  expect(await migrate(owner, folder)).toEqual([])
  write({ name: FIRST.name, sql: 'create table first (id bigint primary key)' })
  await expect(migrate(owner, folder)).rejects.toThrow(`${FIRST.name} was edited`)
})

test('refuses a database that a newer Stegvis has migrated', async () => {
  write(FIRST, SECOND)
  await migrate(owner, folder)
  fs.rmSync(path.join(folder, SECOND.name))
  await expect(migrate(owner, folder)).rejects.toThrow(`${SECOND.name} of a newer Stegvis`)
  await expect(requireMigrated(database.pool, folder)).rejects.toThrow(`${SECOND.name} of a newer Stegvis`)
})

test('refuses a file that is not named as a migration', async () => {
  write({ name: 'fix.sql', sql: 'select 1' })
  await expect(migrate(owner, folder)).rejects.toThrow('fix.sql is not named as a migration')
})

test('a node that may not migrate starts only on a migrated database', async () => {
  write(FIRST)
  await expect(requireMigrated(database.pool, folder)).rejects.toThrow(`lacks 1 migrations, the first is ${FIRST.name}`)
  await migrate(owner, folder)
  await expect(requireMigrated(database.pool, folder)).resolves.toBeUndefined()
  write(SECOND)
  await expect(requireMigrated(database.pool, folder)).rejects.toThrow(`the first is ${SECOND.name}`)
})
