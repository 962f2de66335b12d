import type { CompanyId, PersonId, ProgrammeId } from '@stegvis/core/kernel/ids.ts'
import type { DemonstrationRecord, RecordKind } from '@stegvis/core/programmes/demonstration/records.ts'
import { RECORD_KINDS } from '@stegvis/core/programmes/demonstration/records.ts'
import { sql } from 'kysely'
import type { Tx } from '../../db/tenancy.ts'

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** The kinds are table names in camel case; only people stand in the sign-in schema, with its own spelling. */
const TABLES = new Map<RecordKind, string>(RECORD_KINDS.map((kind) => [kind, snake(kind)]))

export async function findProgramme(tx: Tx, slug: string): Promise<ProgrammeId | undefined> {
  const row = await tx.selectFrom('programme').select('id').where('slug', '=', slug).executeTakeFirst()
  return row?.id
}

/** People with addresses in the domains reserved for examples. */
export async function listExamplePeople(tx: Tx): Promise<ReadonlyMap<string, PersonId>> {
  const rows = await tx
    .selectFrom('auth.user')
    .select(['id', 'email'])
    .where((or) => or.or([or('email', 'like', '%example.org'), or('email', 'like', '%example.com')]))
    .execute()
  return new Map(rows.map(({ id, email }) => [email, id]))
}

export async function insertPeople(tx: Tx, people: readonly DemonstrationRecord[]): Promise<void> {
  if (people.length === 0) return
  await sql`
    insert into auth."user" (id, name, email, language, "emailVerified")
    select id, name, email, language, "emailVerified"
    from json_populate_recordset(null::auth."user", ${JSON.stringify(people)}::json)
    on conflict do nothing
  `.execute(tx)
}

export async function insertProgramme(tx: Tx, programmeId: ProgrammeId, record: DemonstrationRecord): Promise<void> {
  await insertRows(tx, 'programme', [{ id: programmeId, ...record }])
}

/** Many records in one statement. All of them have the same columns filled. */
export async function insertRecords(
  tx: Tx,
  programmeId: ProgrammeId,
  kind:
    | RecordKind
    | 'aidRules'
    | 'currencyRate'
    | 'partner'
    | 'funder'
    | 'subProject'
    | 'subProjectMunicipality'
    | 'focusArea',
  records: readonly DemonstrationRecord[],
): Promise<void> {
  await insertRows(
    tx,
    TABLES.get(kind as RecordKind) ?? snake(kind),
    records.map((record) => ({ programmeId, ...record })),
  )
}

async function insertRows(tx: Tx, table: string, records: readonly DemonstrationRecord[]): Promise<void> {
  if (records.length === 0) return
  const names = Object.keys(records[0]!)
  const rows = records.map((record) => Object.fromEntries(names.map((name) => [snake(name), record[name]])))
  const columns = sql.join(names.map((name) => sql.ref(snake(name))))
  await sql`
    insert into ${sql.table(table)} (${columns})
    select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json)
  `.execute(tx)
}

export async function findManager(tx: Tx, programmeId: ProgrammeId): Promise<PersonId | undefined> {
  const row = await tx
    .selectFrom('role_grant')
    .select('person_id')
    .where('programme_id', '=', programmeId)
    .where('role', '=', 'programme-manager')
    .orderBy('id')
    .executeTakeFirst()
  return row?.person_id
}

/** The companies that a fact about owners names. */
export async function listCompaniesWithOwners(tx: Tx, programmeId: ProgrammeId): Promise<CompanyId[]> {
  const rows = await tx
    .selectFrom('party as p')
    .select('p.company_id')
    .where('p.programme_id', '=', programmeId)
    .where('p.company_id', 'is not', null)
    .where((where) =>
      where.exists(
        where
          .selectFrom('group_fact_party as f')
          .select('f.fact_id')
          .whereRef('f.programme_id', '=', 'p.programme_id')
          .whereRef('f.party_id', '=', 'p.id'),
      ),
    )
    .orderBy('p.number', 'desc')
    .execute()
  return rows.flatMap(({ company_id }) => company_id ?? [])
}
