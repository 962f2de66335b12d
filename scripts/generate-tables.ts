import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type pg from 'pg'
import { migrate } from '../apps/server/src/db/migrate.ts'
import { openDatabase } from '../apps/server/src/db/tenancy.ts'

export const TABLES_FILE = path.resolve(import.meta.dirname, '../apps/server/src/db/tables.generated.ts')

type Column = {
  table: string
  name: string
  type: string
  nullable: boolean
  defaulted: boolean
  /** table whose `id` this column is or points to */
  target: string | null
  /** definition of a check on this column alone */
  check: string | null
}

/** Ids that `core` tells apart, by the table they name a row of. */
const IDS: Readonly<Record<string, string>> = {
  programme: 'ProgrammeId',
  'auth.user': 'PersonId',
  partner: 'PartnerId',
  sub_project: 'SubProjectId',
  focus_area: 'FocusAreaId',
  company: 'CompanyId',
  assessment: 'AssessmentId',
  document: 'DocumentId',
}

/** People belong to no programme, so tenant tables name them without a foreign key; a logo comes after its funder. */
const PERSON = /^(person|coach|owner)_id$|_by$/
const DOCUMENT = /_document_id$/

/** The types as apps/server/src/db/column-types.ts delivers them. */
const TYPES: Readonly<Record<string, string>> = {
  uuid: 'string',
  text: 'string',
  citext: 'string',
  boolean: 'boolean',
  integer: 'number',
  smallint: 'number',
  bigint: 'number',
  numeric: 'number',
  'double precision': 'number',
  date: 'PlainDate',
  'timestamp with time zone': 'string',
  bytea: 'Buffer',
}

const COLUMNS = `
  select case n.nspname when 'public' then '' else n.nspname || '.' end || c.relname as table,
         a.attname as name, format_type(a.atttypid, null) as type,
         not a.attnotnull as nullable, a.atthasdef as defaulted,
         coalesce(points.target,
           case when a.attname = 'id' then case n.nspname when 'public' then '' else n.nspname || '.' end || c.relname end
         ) as target,
         (select pg_get_constraintdef(k.oid) from pg_constraint k
           where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
             and pg_get_constraintdef(k.oid) like '%= ANY (ARRAY[%' limit 1) as check
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join lateral (
      select case tn.nspname when 'public' then '' else tn.nspname || '.' end || t.relname as target
        from pg_constraint f
        join pg_class t on t.oid = f.confrelid
        join pg_namespace tn on tn.oid = t.relnamespace
        join pg_attribute ta on ta.attrelid = t.oid and ta.attname = 'id'
       where f.conrelid = c.oid and f.contype = 'f'
         and f.conkey[cardinality(f.conkey)] = a.attnum and f.confkey[cardinality(f.confkey)] = ta.attnum
       limit 1
    ) points on true
   where c.relkind in ('r', 'p') and n.nspname in ('public', 'auth') and c.relname <> 'migration'
   order by 1, a.attnum`

/** The TypeScript of `DB`, from the tables as they are in this database. */
export async function describeTables(database: pg.Pool): Promise<string> {
  const { rows } = await database.query<Column>(COLUMNS)
  const tables = Map.groupBy(rows, ({ table }) => table)
  const interfaces = [...tables].map(
    ([table, columns]) => `export interface ${typeName(table)} {\n${columns.map(line).join('')}}`,
  )
  const entries = [...tables.keys()].map((table) => `  ${property(table)}: ${typeName(table)}\n`)
  const body = [...interfaces, `export interface DB {\n${entries.join('')}}`].join('\n\n')
  const ids = [...new Set(body.match(/\b[A-Z]\w+Id\b/g))].sort()
  const head = [
    '// Made from the migrated database by scripts/generate-tables.mjs; never edited.',
    "import type { PlainDate } from '@stegvis/core/kernel/day.ts'",
    `import type { ${ids.join(', ')} } from '@stegvis/core/kernel/ids.ts'`,
    "import type { ColumnType, Generated } from 'kysely'",
    '',
    '/** Read as it is and parsed by who reads it; written as text, since the driver makes a PostgreSQL array of a list. */',
    'type Json<Missing = never> = ColumnType<unknown, string | Missing, string | Exclude<Missing, undefined>>',
  ]
  return `${head.join('\n')}\n\n${body}\n`
}

function line(column: Column): string {
  return `  ${property(column.name)}: ${columnType(column)}\n`
}

/** Kysely itself takes a column that may be null as one that may be left out. */
function columnType(column: Column): string {
  if (column.type === 'jsonb' || column.type === 'json')
    return column.nullable ? 'Json<null>' : column.defaulted ? 'Json<undefined>' : 'Json'
  const type = valueType(column)
  if (column.nullable) return `${type} | null`
  return column.defaulted ? `Generated<${type}>` : type
}

function valueType(column: Column): string {
  const { type } = column
  if (type === 'uuid') return idType(column)
  const values = /= ANY \(ARRAY\[(.*)\]\)/.exec(column.check ?? '')?.[1]
  if (type === 'text' && values)
    return [...values.matchAll(/'((?:[^']|'')*)'::text/g)].map(([, v]) => `'${v}'`).join(' | ')
  const isArray = type.endsWith('[]')
  const found = TYPES[isArray ? type.slice(0, -2) : type]
  if (!found) throw new Error(`${column.table}.${column.name} is of type ${type}, which has no TypeScript type yet`)
  return isArray ? `${found}[]` : found
}

function idType({ target, name }: Column): string {
  const ofTarget = target === null ? undefined : IDS[target]
  if (ofTarget) return ofTarget
  if (target !== null) return 'string'
  return PERSON.test(name) ? 'PersonId' : DOCUMENT.test(name) ? 'DocumentId' : 'string'
}

function typeName(table: string): string {
  return `${table.replace(/(^|[._])(\w)/g, (_, _separator, letter: string) => letter.toUpperCase())}Table`
}

function property(name: string): string {
  return /^[a-z_]\w*$/i.test(name) ? name : `'${name}'`
}

/** Writes the types of the migrations as they are now. */
export async function main(): Promise<void> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'stegvis-tables-'))
  fs.chmodSync(dataDir, 0o755)
  const database = await openDatabase({ dataDir, database: {} })
  await migrate(database.owner!)
  fs.writeFileSync(TABLES_FILE, await describeTables(database.owner!))
  await database.close()
  fs.rmSync(dataDir, { recursive: true, force: true })
}
