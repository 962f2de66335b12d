import { randomUUID } from 'node:crypto'
import { type QueryResult, sql } from 'kysely'
import type { Tx } from '../src/db/tenancy.ts'
import type { Column, Table } from './catalogue.ts'

export type Row = Record<string, unknown>

/** Texts that satisfy the checks a text column may have; a new kind of check may need one more here. */
const TEXTS = [
  () => `abc-${randomUUID().slice(0, 8)}`,
  () => `${randomUUID()}${randomUUID()}`.replaceAll('-', ''),
  () => 'SEK',
  () => 'SE',
]

/**
 * Adds a valid row to a table, pointing to `others` (a row of each table before it), and answers it. Columns that
 * may be empty are filled only where they point somewhere.
 */
export async function addRow(
  tx: Tx,
  table: Table,
  programmeId: string,
  others: ReadonlyMap<string, Row>,
): Promise<Row> {
  const row = pointing(table, programmeId, others)
  for (const column of table.columns) {
    if (column.name in row || column.nullable || column.defaulted) continue
    row[column.name] = await validValue(tx, column)
  }
  await insert(tx, table, row)
  return row
}

export function insert(tx: Tx, table: Table, row: Row): Promise<QueryResult<unknown>> {
  const names = Object.keys(row).map((name) => sql.ref(name))
  return sql`insert into ${sql.table(table.name)} (${sql.join(names)}) values (${sql.join(Object.values(row))})`.execute(
    tx,
  )
}

/**
 * The row with other values in the columns that must not repeat, except for `kept`: so that what refuses it is
 * not that it is there already.
 */
export function changed(table: Table, row: Row, kept: readonly string[] = []): Row {
  const pointing = new Set(table.foreignKeys.flatMap(({ columns }) => columns))
  const fresh = table.columns.filter(({ name }) => name in row && !pointing.has(name) && !kept.includes(name))
  for (const { name, type } of fresh) if (type === 'uuid') row[name] = randomUUID()
  return row
}

function pointing(table: Table, programmeId: string, others: ReadonlyMap<string, Row>): Row {
  const row: Row = { programme_id: programmeId }
  for (const { columns, target, targetColumns } of table.foreignKeys) {
    const other = others.get(target)
    if (!other) continue // itself, or the programme
    for (const [at, column] of columns.entries()) row[column] = other[targetColumns[at]!]
  }
  return row
}

async function validValue(tx: Tx, column: Column): Promise<unknown> {
  for (const value of candidates(column)) {
    if (await satisfies(tx, column, value)) return value
  }
  throw new Error(
    `apps/server/test/rows.ts has no value for ${column.name} (${column.type}) ${column.checks.join(' ')}`,
  )
}

function candidates({ type, checks }: Column): unknown[] {
  const listed = checks.flatMap((check) => [...check.matchAll(/'([^']*)'::text/g)].map(([, value]) => value))
  if (type === 'uuid') return [randomUUID()]
  if (type === 'text') return [...listed, ...TEXTS.map((make) => make())]
  if (type === 'date') return ['2026-01-01']
  if (type === 'timestamp with time zone') return ['2026-01-01T00:00:00Z']
  if (type === 'jsonb' || type === 'json') return ['{}']
  if (type === 'bytea') return [Buffer.from('x')]
  if (type === 'boolean') return [false]
  return [1, 0, ...checks.flatMap((check) => (check.match(/\d+/g) ?? []).map(Number))]
}

/** Asks the database itself, about the checks on this column alone. */
async function satisfies(tx: Tx, column: Column, value: unknown): Promise<boolean> {
  for (const check of column.checks) {
    const expression = /^CHECK \((.*)\)$/s.exec(check)?.[1]
    if (!expression) continue
    const { rows } = await sql<{ ok: boolean | null }>`
      select ${sql.raw(expression)} as ok from (select ${value}::${sql.raw(column.type)} as ${sql.ref(column.name)}) t
    `.execute(tx)
    if (rows[0]?.ok === false) return false
  }
  return true
}
