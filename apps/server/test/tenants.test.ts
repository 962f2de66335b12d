import { randomUUID } from 'node:crypto'
import { ProgrammeId } from '@stegvis/core/kernel/ids.ts'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import type { Tx } from '../src/db/tenancy.ts'
import { type ForeignKey, isTenantTable, readCatalogue, type Table } from './catalogue.ts'
import { testDatabase } from './database.ts'
import { addRow, changed, insert, type Row } from './rows.ts'

const database = await testDatabase()
const tenantTables = (await readCatalogue(database.owner)).filter(isTenantTable)

/** Two programmes with a row of every table in each; what the first can do to the second is the question. */
const [ours, theirs] = [ProgrammeId.parse(randomUUID()), ProgrammeId.parse(randomUUID())]
const [ourRows, theirRows] = [new Map<string, Row>(), new Map<string, Row>()]

const inside = <T>(programmeId: ProgrammeId, work: (tx: Tx) => Promise<T>) =>
  database.inTenant({ programmeId, personId: null }, work)

/** What the database refused with, or the number of rows that were changed. */
async function outcome(work: (tx: Tx) => Promise<{ numAffectedRows?: bigint | undefined }>): Promise<string | number> {
  try {
    return await inside(ours, async (tx) => {
      const count = Number((await work(tx)).numAffectedRows ?? 0)
      if (count > 0) throw new Error(`changed ${count} rows`)
      return count
    })
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error)
  }
}

const NOT_ALLOWED = '42501' // both by a policy and for want of the right
const POINTS_NOWHERE = '23503'

beforeAll(async () => {
  for (const [programme, rows] of [
    [ours, ourRows],
    [theirs, theirRows],
  ] as const) {
    const slug = `p-${programme.slice(-12)}`
    await inside(programme, (tx) =>
      tx.insertInto('programme').values({ id: programme, slug, name: '{}', status: 'draft' }).execute(),
    )
    for (const table of tenantTables) {
      rows.set(table.name, await inside(programme, (tx) => addRow(tx, table, programme, rows)))
    }
  }
})

const all = (table: Table) => sql<Row>`select to_jsonb(t) as row from ${sql.table(table.name)} t`

test.each(tenantTables)('$name: only the rows of the own programme are seen', async (table) => {
  const seen = await inside(ours, async (tx) => (await all(table).execute(tx)).rows)
  expect(seen.map(({ row }) => (row as Row).programme_id)).toEqual([ours])
  const unnamed = await database.asInstallation(async (tx) => (await all(table).execute(tx)).rows)
  expect(unnamed).toEqual([])
})

test.each(tenantTables)('$name: nothing can be added to another programme', async (table) => {
  const row = changed(table, { ...theirRows.get(table.name)! })
  expect(await outcome((tx) => insert(tx, table, row))).toBe(NOT_ALLOWED)
})

test.each(tenantTables)('$name: rows of another programme can be neither changed nor removed', async (table) => {
  const before = await inside(theirs, async (tx) => (await all(table).execute(tx)).rows)
  const name = sql.table(table.name)
  const update = await outcome((tx) =>
    sql`update ${name} set programme_id = programme_id where programme_id = ${theirs}`.execute(tx),
  )
  const remove = await outcome((tx) => sql`delete from ${name} where programme_id = ${theirs}`.execute(tx))
  expect([0, NOT_ALLOWED]).toContain(update)
  expect([0, NOT_ALLOWED]).toContain(remove)
  expect(await inside(theirs, async (tx) => (await all(table).execute(tx)).rows)).toEqual(before)
})

test.each(tenantTables)('$name: an own row cannot be given to another programme', async (table) => {
  const move = sql`update ${sql.table(table.name)} set programme_id = ${theirs} where programme_id = ${ours}`
  expect(await outcome((tx) => move.execute(tx))).toBe(NOT_ALLOWED)
})

const pointers = tenantTables.flatMap((table) =>
  table.foreignKeys
    .filter(({ target }) => tenantTables.some(({ name }) => name === target))
    .map((key) => ({ table, key, label: `${table.name}.${key.columns.at(-1)}` })),
)

test.each(pointers)('$label: cannot point to a row of another programme', async ({ table, key }) => {
  const foreign = foreignValues(key)
  const assignments = Object.entries(foreign).map(([name, value]) => sql`${sql.ref(name)} = ${value}`)
  const change = sql`update ${sql.table(table.name)} set ${sql.join(assignments)}`
  const changing = await outcome((tx) => change.execute(tx))
  // Where rows are only ever added, a new one has to try.
  const row = { ...changed(table, { ...ourRows.get(table.name)! }, key.columns), ...foreign }
  const refused = changing === NOT_ALLOWED ? await outcome((tx) => insert(tx, table, row)) : changing
  expect(refused).toBe(POINTS_NOWHERE)
})

/** The columns of the key but for the programme, as they would point to the other programme's row. */
function foreignValues({ columns, target, targetColumns }: ForeignKey): Row {
  const row = theirRows.get(target)!
  const pairs = columns.map((column, at) => [column, row[targetColumns[at]!]] as const)
  return Object.fromEntries(pairs.filter(([column]) => column !== 'programme_id'))
}

test('a programme itself can be neither seen, changed nor made from inside another', async () => {
  const seen = await inside(ours, (tx) => tx.selectFrom('programme').select('id').execute())
  expect(seen).toEqual([{ id: ours }])
  expect(await outcome((tx) => sql`update programme set status = 'closed' where id = ${theirs}`.execute(tx))).toBe(0)
  const make = sql`insert into programme (id, slug, name, status) values (${randomUUID()}, 'made-inside', '{}', 'draft')`
  expect(await outcome((tx) => make.execute(tx))).toBe(NOT_ALLOWED)
})
