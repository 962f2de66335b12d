import { expect, test } from 'vitest'
import { INSTALLATION_TABLES, isTenantTable, readCatalogue } from './catalogue.ts'
import { testDatabase } from './database.ts'

const { owner } = await testDatabase()
const tables = await readCatalogue(owner)
const tenantTables = tables.filter(isTenantTable)

/** The names a query answers; tests expect it to find no offender. */
async function names(query: string): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(query)
  return rows.map(({ name }) => name)
}

test('there are tables to look at', () => {
  expect(tenantTables.length).toBeGreaterThan(20)
})

test('every table belongs to a programme, or is known to belong to the installation', () => {
  const others = tables.filter((table) => !isTenantTable(table)).map(({ name }) => name)
  expect(others.filter((name) => !INSTALLATION_TABLES.has(name))).toEqual([])
})

test.each(tenantTables)('$name: row-level security is on, and holds for its owner too', async ({ name }) => {
  const { rows } = await owner.query(
    'select relrowsecurity, relforcerowsecurity from pg_class where oid = $1::regclass',
    [name],
  )
  expect(rows).toEqual([{ relrowsecurity: true, relforcerowsecurity: true }])
})

test.each(tenantTables)(
  '$name: one policy binds reading and writing to the programme, others only let read',
  async ({ name }) => {
    const { rows } = await owner.query(
      `select cmd, qual, with_check from pg_policies where schemaname = 'public' and tablename = $1`,
      [name],
    )
    const bound = '(programme_id = current_programme())'
    const writing = rows.filter(({ cmd }) => cmd !== 'SELECT')
    expect(writing).toEqual([{ cmd: 'ALL', qual: bound, with_check: bound }])
  },
)

test('the programme comes first in every key of a tenant table', async () => {
  const offenders = await names(`
    select i.indexrelid::regclass::text as name
      from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute p on p.attrelid = c.oid and p.attname = 'programme_id'
     where n.nspname = 'public' and (i.indisprimary or i.indisunique) and i.indkey[0] <> p.attnum`)
  expect(offenders).toEqual([])
  const keyless = tenantTables.filter(({ columns }) => !columns.some(({ inKey }) => inKey))
  expect(keyless).toEqual([])
})

test('a tenant table points to another only together with the programme', () => {
  const targets = new Set(tenantTables.map(({ name }) => name))
  const keys = tenantTables.flatMap(({ foreignKeys }) => foreignKeys)
  const loose = keys.filter(
    ({ target, columns, targetColumns }) =>
      targets.has(target) && !(columns[0] === 'programme_id' && targetColumns[0] === 'programme_id'),
  )
  expect(keys.length).toBeGreaterThan(tenantTables.length)
  expect(loose).toEqual([])
})

test('every foreign key of a tenant table is indexed', () => {
  const bare = tenantTables.flatMap(({ name, foreignKeys }) =>
    foreignKeys.filter(({ indexed }) => !indexed).map((key) => `${name}: ${key.name}`),
  )
  expect(bare).toEqual([])
})

test('no table of a programme points to a person (docs/decisions/0015)', async () => {
  const pointing = await names(`
    select distinct f.conrelid::regclass::text as name
      from pg_constraint f join pg_class c on c.oid = f.conrelid join pg_class t on t.oid = f.confrelid
     where f.contype = 'f' and c.relnamespace = 'public'::regnamespace and t.relnamespace = 'auth'::regnamespace`)
  expect(pointing).toEqual(['installation'])
})

test('no number comes from a sequence', async () => {
  expect(await names(`select relname as name from pg_class where relkind = 'S'`)).toEqual([])
})

test('the application role owns nothing, makes nothing and may not pass row-level security by', async () => {
  const { rows } = await owner.query(`
    select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
           exists (select from pg_shdepend where refobjid = r.oid and deptype = 'o') as owns,
           has_schema_privilege(rolname, 'public', 'create') or has_schema_privilege(rolname, 'auth', 'create') as makes
      from pg_roles r where rolname = 'stegvis_app'`)
  const nothing = { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false }
  expect(rows).toEqual([{ ...nothing, owns: false, makes: false }])
})

test('the application can only read which migrations ran', async () => {
  const rights = await names(
    `select privilege_type as name from information_schema.role_table_grants where grantee = 'stegvis_app' and table_name = 'migration'`,
  )
  expect(rights).toEqual(['SELECT'])
})
