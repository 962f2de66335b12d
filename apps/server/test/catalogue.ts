import type pg from 'pg'

/** Tables of no programme: the programmes themselves, and what the installation has once. */
export const INSTALLATION_TABLES = new Set(['programme', 'installation', 'mail', 'migration', 'undertaking_lock'])

export type Table = { name: string; columns: Column[]; foreignKeys: ForeignKey[] }
export type Column = {
  name: string
  type: string
  nullable: boolean
  defaulted: boolean
  inKey: boolean
  checks: string[]
}
export type ForeignKey = { name: string; columns: string[]; target: string; targetColumns: string[]; indexed: boolean }

/** The tables in the schema of the programmes' data, each after those it points to. */
export async function readCatalogue(pool: pg.Pool): Promise<Table[]> {
  const { rows } = await pool.query<Table>(`
    select c.relname as name,
      (select jsonb_agg(jsonb_build_object(
          'name', a.attname, 'type', format_type(a.atttypid, null), 'nullable', not a.attnotnull, 'defaulted', a.atthasdef,
          'inKey', coalesce((select a.attnum = any(k.conkey) from pg_constraint k where k.conrelid = c.oid and k.contype = 'p'), false),
          'checks', coalesce((select jsonb_agg(pg_get_constraintdef(k.oid)) from pg_constraint k
             where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]), '[]'))
        order by a.attnum)
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
      coalesce((select jsonb_agg(jsonb_build_object(
          'name', f.conname, 'target', t.relname,
          'columns', (select jsonb_agg(a.attname order by k.at) from unnest(f.conkey) with ordinality k(number, at)
             join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.number),
          'targetColumns', (select jsonb_agg(a.attname order by k.at) from unnest(f.confkey) with ordinality k(number, at)
             join pg_attribute a on a.attrelid = f.confrelid and a.attnum = k.number),
          'indexed', exists (select from pg_index i where i.indrelid = c.oid
             and f.conkey <@ (i.indkey::int2[])[0:cardinality(f.conkey) - 1])))
        from pg_constraint f join pg_class t on t.oid = f.confrelid
        where f.conrelid = c.oid and f.contype = 'f'), '[]') as "foreignKeys"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') order by 1`)
  return inOrder(rows)
}

export function isTenantTable(table: Table): boolean {
  return table.columns.some(({ name }) => name === 'programme_id')
}

function inOrder(tables: Table[]): Table[] {
  const names = new Set(tables.map(({ name }) => name))
  const done = new Map<string, Table>()
  while (done.size < tables.length) {
    const ready = tables.filter(
      ({ name, foreignKeys }) =>
        !done.has(name) &&
        // A programme is there before its mark, which is a document of the programme.
        (INSTALLATION_TABLES.has(name) ||
          foreignKeys.every(({ target }) => target === name || done.has(target) || !names.has(target))),
    )
    if (ready.length === 0) throw new Error('the tables point at one another in a circle')
    for (const table of ready) done.set(table.name, table)
  }
  return [...done.values()]
}
