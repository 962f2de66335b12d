import type { IndustryEntry } from '@stegvis/core/identity/records.ts'
import type { SchemeKey } from '@stegvis/core/identity/schemes.ts'
import type { PersonId, RecordId } from '@stegvis/core/kernel/ids.ts'
import type { Tx } from '../../db/tenancy.ts'
import type { CompanyKey } from '../key.ts'

export type StoredIdentifier = { scheme: SchemeKey; value: string; by: string | null; at: string }

export async function listIdentifiers(tx: Tx, { programmeId, companyId }: CompanyKey): Promise<StoredIdentifier[]> {
  const rows = await tx
    .selectFrom('company_identifier as i')
    .leftJoin('auth.user as u', 'u.id', 'i.stated_by')
    .select(['i.scheme', 'i.value', 'u.name as by', 'i.stated_at as at'])
    .where('i.programme_id', '=', programmeId)
    .where('i.company_id', '=', companyId)
    .orderBy('i.scheme')
    .execute()
  return rows.map((row) => ({ ...row, scheme: row.scheme as SchemeKey }))
}

export async function saveIdentifier(
  tx: Tx,
  { programmeId, companyId }: CompanyKey,
  { scheme, value, by, at }: { scheme: SchemeKey; value: string; by: PersonId; at: string },
): Promise<void> {
  const columns = { value, stated_by: by, stated_at: at }
  await tx
    .insertInto('company_identifier')
    .values({ programme_id: programmeId, company_id: companyId, scheme, ...columns })
    .onConflict((conflict) => conflict.columns(['programme_id', 'company_id', 'scheme']).doUpdateSet(columns))
    .execute()
}

export async function deleteIdentifier(
  tx: Tx,
  { programmeId, companyId }: CompanyKey,
  scheme: SchemeKey,
): Promise<void> {
  await tx
    .deleteFrom('company_identifier')
    .where('programme_id', '=', programmeId)
    .where('company_id', '=', companyId)
    .where('scheme', '=', scheme)
    .execute()
}

export type StoredIndustry = IndustryEntry & {
  id: RecordId
  revision: number
  by: string | null
  at: string
  removed: boolean
}

/** The codes of a company by scheme and rank; those that were removed too. */
export async function listIndustries(tx: Tx, { programmeId, companyId }: CompanyKey): Promise<StoredIndustry[]> {
  const rows = await tx
    .selectFrom('company_industry as i')
    .leftJoin('auth.user as u', 'u.id', 'i.stated_by')
    .select(['i.id', 'i.scheme', 'i.code', 'i.rank', 'i.from_on as from', 'i.to_on as to', 'i.revision'])
    .select(['u.name as by', 'i.stated_at as at', 'i.removed_at'])
    .where('i.programme_id', '=', programmeId)
    .where('i.company_id', '=', companyId)
    .orderBy('i.scheme')
    .orderBy('i.rank')
    .orderBy('i.id')
    .execute()
  return rows.map(({ removed_at, ...row }) => ({ ...row, removed: removed_at !== null }))
}

type WrittenIndustry = IndustryEntry & { id: RecordId; by: PersonId; at: string }

export async function insertIndustry(
  tx: Tx,
  { programmeId, companyId }: CompanyKey,
  entry: WrittenIndustry,
): Promise<void> {
  await tx
    .insertInto('company_industry')
    .values({ programme_id: programmeId, company_id: companyId, id: entry.id, ...columnsOf(entry) })
    .execute()
}

export async function updateIndustry(tx: Tx, { programmeId }: CompanyKey, entry: WrittenIndustry): Promise<void> {
  await tx
    .updateTable('company_industry')
    .set((set) => ({ ...columnsOf(entry), revision: set('revision', '+', 1) }))
    .where('programme_id', '=', programmeId)
    .where('id', '=', entry.id)
    .execute()
}

/** Takes a code away at an instant, or puts it back with null. */
export async function setIndustryRemoved(
  tx: Tx,
  { programmeId }: CompanyKey,
  id: RecordId,
  removed: string | null,
): Promise<void> {
  await tx
    .updateTable('company_industry')
    .set((set) => ({ removed_at: removed, revision: set('revision', '+', 1) }))
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .execute()
}

function columnsOf({ scheme, code, rank, from, to, by, at }: WrittenIndustry) {
  return { scheme, code, rank, from_on: from, to_on: to, stated_by: by, stated_at: at }
}

/** What the record says that identity follows from. */
export async function getRecord(
  tx: Tx,
  { programmeId, companyId }: CompanyKey,
): Promise<{ country: string; number: string; industryCode: string | null; municipalityCode: string | null }> {
  return tx
    .selectFrom('company')
    .select(['country', 'organisation_number as number'])
    .select(['industry_code as industryCode', 'municipality_code as municipalityCode'])
    .where('programme_id', '=', programmeId)
    .where('id', '=', companyId)
    .executeTakeFirstOrThrow()
}
