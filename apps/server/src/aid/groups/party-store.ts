import type { Party } from '@stegvis/core/aid/groups/schema.ts'
import type { CompanyId, PersonId, ProgrammeId, RecordId } from '@stegvis/core/kernel/ids.ts'
import { sql } from 'kysely'
import type { CompanyKey } from '../../companies/key.ts'
import type { Tx } from '../../db/tenancy.ts'
import type { Said } from './component-store.ts'

/** What the company record says of a company as a party. */
export type CompanyParty = { name: string; country: string; number: string }

/** Undefined where the company is not in the programme. */
export async function findCompanyParty(
  tx: Tx,
  { programmeId, companyId }: CompanyKey,
): Promise<CompanyParty | undefined> {
  return tx
    .selectFrom('company')
    .select(['name', 'country', 'organisation_number as number'])
    .where('programme_id', '=', programmeId)
    .where('id', '=', companyId)
    .executeTakeFirst()
}

/** The party with this number that has not been removed. */
export async function findByNumber(
  tx: Tx,
  programmeId: ProgrammeId,
  { country, number }: { country: string; number: string },
): Promise<RecordId | undefined> {
  const row = await tx
    .selectFrom('party')
    .select('id')
    .where('programme_id', '=', programmeId)
    .where('country', '=', country)
    .where('number', '=', number)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return row?.id
}

export type NewParty = {
  party: Party
  companyId: CompanyId | null
  source: Said['source']
  by: PersonId | null
  at: string
}

/** False when the id or the number is there already. */
export async function insertParty(tx: Tx, programmeId: ProgrammeId, record: NewParty): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('party')
    .values({
      programme_id: programmeId,
      company_id: record.companyId,
      source: record.source,
      stated_by: record.by,
      stated_at: record.at,
      // What follows from the company record alone has been written by nobody yet.
      revision: record.by === null ? 0 : 1,
      ...columnsOf(record.party),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Says which company a party is, once. */
export async function linkParty(tx: Tx, { programmeId, companyId }: CompanyKey, id: RecordId): Promise<void> {
  await tx
    .updateTable('party')
    .set({ company_id: companyId })
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .where('company_id', 'is', null)
    .execute()
}

/** A person has neither country nor number; what only some kinds have stands in the attributes. */
export function columnsOf(party: Party) {
  const { id, kind, name, ...rest } = party
  const { country = null, number = null, ...attributes } = { country: undefined, number: undefined, ...rest }
  return { id, kind, name, country, number: number ?? null, attributes: JSON.stringify(attributes) }
}

/** Keeps the parties from changing until the transaction ends, in one order for everybody. Returns those there are. */
export async function lockParties(tx: Tx, programmeId: ProgrammeId, ids: readonly RecordId[]): Promise<RecordId[]> {
  const rows = await tx
    .selectFrom('party')
    .select('id')
    .where('programme_id', '=', programmeId)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(({ id }) => id)
}

export async function updateParty(
  tx: Tx,
  programmeId: ProgrammeId,
  { party, source, by, at }: Omit<NewParty, 'companyId'>,
): Promise<void> {
  await tx
    .updateTable('party')
    .set((set) => ({
      ...columnsOf(party),
      source,
      stated_by: by,
      stated_at: at,
      revision: set('revision', '+', 1),
    }))
    .where('programme_id', '=', programmeId)
    .where('id', '=', party.id)
    .execute()
}

/** Takes a party away at an instant, or puts it back with null. */
export async function setPartyRemoved(
  tx: Tx,
  programmeId: ProgrammeId,
  id: RecordId,
  removed: string | null,
): Promise<void> {
  await tx
    .updateTable('party')
    .set((set) => ({ removed_at: removed, revision: set('revision', '+', 1) }))
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .execute()
}

/** Whether a fact that stands names the party. */
export async function isUsed(tx: Tx, programmeId: ProgrammeId, id: RecordId): Promise<boolean> {
  const row = await tx
    .selectFrom('group_fact_party as n')
    .innerJoin('group_fact as f', (join) =>
      join.onRef('f.programme_id', '=', 'n.programme_id').onRef('f.id', '=', 'n.fact_id'),
    )
    .select('f.id')
    .where('n.programme_id', '=', programmeId)
    .where('n.party_id', '=', id)
    .where('f.removed_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
