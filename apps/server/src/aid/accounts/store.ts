import { dayOf, PartyAccounts, scopeOf } from '@stegvis/core/aid/size/records.ts'
import type { StatedYear } from '@stegvis/core/companies/size/size.ts'
import type { CompanyId, PersonId, ProgrammeId, RecordId } from '@stegvis/core/kernel/ids.ts'
import { sql } from 'kysely'
import type { Tx } from '../../db/tenancy.ts'
import type { Said } from '../groups/component-store.ts'

export type StoredAccounts = { id: RecordId; partyId: RecordId; accounts: PartyAccounts; said: Said }

/** Accounts that stand, by party and newest first. */
export async function listAccounts(
  tx: Tx,
  programmeId: ProgrammeId,
  parties: readonly RecordId[],
): Promise<StoredAccounts[]> {
  const rows = await selectAccounts(tx, programmeId)
    .where('a.party_id', '=', sql<string>`any(${parties}::uuid[])`)
    .where('a.removed_at', 'is', null)
    .orderBy('a.party_id')
    .orderBy('a.on_day', 'desc')
    .orderBy('a.scope')
    .execute()
  return rows.map(toAccounts)
}

/** Accounts whether they have been removed or not, kept from changing until the transaction ends. */
export async function lockAccounts(
  tx: Tx,
  programmeId: ProgrammeId,
  id: RecordId,
): Promise<(StoredAccounts & { removed: boolean }) | undefined> {
  const row = await selectAccounts(tx, programmeId).where('a.id', '=', id).forUpdate('a').executeTakeFirst()
  return row && { ...toAccounts(row), removed: row.removed_at !== null }
}

function selectAccounts(tx: Tx, programmeId: ProgrammeId) {
  return tx
    .selectFrom('party_accounts as a')
    .leftJoin('auth.user as u', 'u.id', 'a.stated_by')
    .select(['a.id', 'a.party_id', 'a.accounts', 'a.removed_at'])
    .select(['a.source', 'a.stated_at', 'a.revision', 'u.name as by'])
    .where('a.programme_id', '=', programmeId)
}

type Row = Awaited<ReturnType<ReturnType<typeof selectAccounts>['execute']>>[number]

function toAccounts({ id, party_id, accounts, source, by, stated_at, revision }: Row): StoredAccounts {
  const said = { source, by, at: stated_at, revision }
  return { id, partyId: party_id, accounts: PartyAccounts.parse(accounts), said }
}

export type WrittenAccounts = {
  id: RecordId
  partyId: RecordId
  accounts: PartyAccounts
  source: Said['source']
  by: PersonId
  at: string
}

export async function insertAccounts(tx: Tx, programmeId: ProgrammeId, written: WrittenAccounts): Promise<void> {
  await tx
    .insertInto('party_accounts')
    .values({ programme_id: programmeId, id: written.id, ...columnsOf(written) })
    .execute()
}

export async function updateAccounts(tx: Tx, programmeId: ProgrammeId, written: WrittenAccounts): Promise<void> {
  await tx
    .updateTable('party_accounts')
    .set((set) => ({ ...columnsOf(written), revision: set('revision', '+', 1) }))
    .where('programme_id', '=', programmeId)
    .where('id', '=', written.id)
    .execute()
}

/** Takes accounts away at an instant, or puts them back with null. */
export async function setAccountsRemoved(
  tx: Tx,
  programmeId: ProgrammeId,
  id: RecordId,
  removed: string | null,
): Promise<void> {
  await tx
    .updateTable('party_accounts')
    .set((set) => ({ removed_at: removed, revision: set('revision', '+', 1) }))
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .execute()
}

function columnsOf({ partyId, accounts, source, by, at }: WrittenAccounts) {
  return {
    party_id: partyId,
    on_day: dayOf(accounts),
    scope: scopeOf(accounts),
    accounts: JSON.stringify(accounts),
    source,
    stated_by: by,
    stated_at: at,
  }
}

/** The years of company records, newest first. */
export async function listCompanyYears(
  tx: Tx,
  programmeId: ProgrammeId,
  companies: readonly CompanyId[],
): Promise<(StatedYear & { companyId: CompanyId })[]> {
  return tx
    .selectFrom('company_year')
    .select(['company_id as companyId', 'year', 'employees'])
    .select(['turnover_cents as turnoverCents', 'balance_cents as balanceCents'])
    .where('programme_id', '=', programmeId)
    .where('company_id', '=', sql<CompanyId>`any(${companies}::uuid[])`)
    .orderBy('year', 'desc')
    .execute()
}
