import { ImportContent, ImportKind, type ImportSummary } from '@stegvis/core/aid/register/import/schema.ts'
import type { CompanyId, PersonId, ProgrammeId, RecordId } from '@stegvis/core/kernel/ids.ts'
import { sql } from 'kysely'
import type { Tx } from '../../../db/tenancy.ts'

export type StoredImport = ImportSummary & { content: ImportContent }

const MOST_IMPORTS = 20

function summaries(tx: Tx, programmeId: ProgrammeId) {
  return tx
    .selectFrom('aid_import as i')
    .leftJoin('auth.user as u', 'u.id', 'i.made_by')
    .select(['i.id', 'i.kind', 'i.name', 'i.lines', 'u.name as by', 'i.made_at as at'])
    .where('i.programme_id', '=', programmeId)
}

/** The latest lists that were read, newest first. */
export async function listImports(tx: Tx, programmeId: ProgrammeId): Promise<ImportSummary[]> {
  const rows = await summaries(tx, programmeId)
    .orderBy('i.made_at', 'desc')
    .orderBy('i.id')
    .limit(MOST_IMPORTS)
    .execute()
  return rows.map((row) => ({ ...row, kind: ImportKind.parse(row.kind) }))
}

export async function findImport(tx: Tx, programmeId: ProgrammeId, id: RecordId): Promise<StoredImport | undefined> {
  const row = await summaries(tx, programmeId).select('i.content').where('i.id', '=', id).executeTakeFirst()
  return row && { ...row, kind: ImportKind.parse(row.kind), content: ImportContent.parse(row.content) }
}

/** False when the id is there already, as after a repeated call. */
export async function insertImport(
  tx: Tx,
  programmeId: ProgrammeId,
  list: { id: RecordId; kind: ImportKind; name: string; content: ImportContent; by: PersonId; at: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('aid_import')
    .values({
      ...{ programme_id: programmeId, id: list.id, kind: list.kind, name: list.name },
      ...{ content: JSON.stringify(list.content), lines: list.content.lines.length },
      ...{ made_by: list.by, made_at: list.at },
    })
    .onConflict((conflict) => conflict.columns(['programme_id', 'id']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export async function deleteImport(tx: Tx, programmeId: ProgrammeId, id: RecordId): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('aid_import')
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** Who has a number here. Until a company has a party, its own id stands for that. */
export type Holder = { party: string; companyId: CompanyId | null; country: string; number: string; name: string }

/** The parties and companies of the programme with one of these numbers. */
export async function listHolders(
  tx: Tx,
  programmeId: ProgrammeId,
  numbers: readonly { country: string; number: string }[],
): Promise<Holder[]> {
  const { rows } = await sql<Holder>`
    select coalesce(p.id, c.id) as party, c.id as "companyId", wanted.country, wanted.number,
      coalesce(c.name, p.name) as name
    from (
      select distinct country, number
      from unnest(${numbers.map(({ country }) => country)}::text[], ${numbers.map(({ number }) => number)}::text[])
        as written (country, number)
    ) wanted
    left join party p on p.programme_id = ${programmeId} and p.country = wanted.country
      and p.number = wanted.number and p.removed_at is null
    left join company c on c.programme_id = ${programmeId} and c.country = wanted.country
      and c.organisation_number = wanted.number
    where p.id is not null or c.id is not null
  `.execute(tx)
  return rows
}

/** What parties are called: the company's name where it is one. */
export async function listNames(
  tx: Tx,
  programmeId: ProgrammeId,
  parties: readonly string[],
): Promise<Map<string, Pick<Holder, 'companyId' | 'name' | 'number'>>> {
  const rows = await tx
    .selectFrom('party as p')
    .leftJoin('company as c', (join) =>
      join.onRef('c.programme_id', '=', 'p.programme_id').onRef('c.id', '=', 'p.company_id'),
    )
    .select(['p.id', 'p.company_id as companyId'])
    .select(sql<string>`coalesce(c.name, p.name)`.as('name'))
    .select(sql<string>`coalesce(c.organisation_number, p.number, '')`.as('number'))
    .where('p.programme_id', '=', programmeId)
    .where('p.id', '=', sql<string>`any(${parties}::uuid[])`)
    .execute()
  return new Map(rows.map(({ id, ...row }) => [id, row]))
}
