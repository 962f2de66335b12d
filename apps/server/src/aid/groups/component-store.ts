import { GroupFact } from '@stegvis/core/aid/groups/records.ts'
import { Party } from '@stegvis/core/aid/groups/schema.ts'
import type { CompanyId, ProgrammeId, RecordId } from '@stegvis/core/kernel/ids.ts'
import { sql } from 'kysely'
import type { Tx } from '../../db/tenancy.ts'

/** Who said something, and when. `by` is null for what followed from the company record. */
export type Said = { source: 'company' | 'staff' | 'register'; by: string | null; at: string; revision: number }

/** `companyId` is the company of the programme that the party is, by its number. */
export type StoredParty = { party: Party; companyId: CompanyId | null; said: Said }
export type StoredFact = { id: RecordId; stated: GroupFact; note: string; said: Said }

/**
 * The ids of all parties that hang together with one, itself first; at most `limit`. A fact that still stands joins its
 * parties, except an answer about markets, which presumes that they are joined already. Public bodies end the walk:
 * what else they own has nothing to do with it.
 */
export async function listComponent(
  tx: Tx,
  programmeId: ProgrammeId,
  start: RecordId,
  limit: number,
): Promise<RecordId[]> {
  const { rows } = await sql<{ id: RecordId }>`
    with recursive reach (is_fact, id) as (
      select false, ${start}::uuid
      union
      select not reach.is_fact, next.id
      from reach cross join lateral (
        select stands.fact_id as id
        from group_fact_party stands
        join group_fact fact on fact.programme_id = stands.programme_id and fact.id = stands.fact_id
        join party on party.programme_id = stands.programme_id and party.id = stands.party_id
        where not reach.is_fact and stands.programme_id = ${programmeId} and stands.party_id = reach.id
          and fact.removed_at is null and fact.kind <> 'market'
          and party.kind not in ('public-body', 'local-authority')
        union all
        select named.party_id
        from group_fact_party named
        where reach.is_fact and named.programme_id = ${programmeId} and named.fact_id = reach.id
      ) next
    )
    select id from reach where not is_fact limit ${limit}
  `.execute(tx)
  return rows.map(({ id }) => id)
}

const SAID = ['source', 'revision', 'stated_at'] as const

/** Parties that have not been removed, in the order of their names. */
export async function listParties(tx: Tx, programmeId: ProgrammeId, ids: readonly RecordId[]): Promise<StoredParty[]> {
  if (ids.length === 0) return []
  const rows = await selectParties(tx, programmeId)
    .where('p.id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('p.removed_at', 'is', null)
    .orderBy('p.name')
    .orderBy('p.id')
    .execute()
  return rows.map(toParty)
}

/** A party whether it has been removed or not. */
export async function findParty(
  tx: Tx,
  programmeId: ProgrammeId,
  id: RecordId,
): Promise<(StoredParty & { removed: boolean }) | undefined> {
  const row = await selectParties(tx, programmeId).where('p.id', '=', id).executeTakeFirst()
  return row && { ...toParty(row), removed: row.removed_at !== null }
}

/** A company's number never changes, so that it is found by its number before anybody has said which party it is. */
function selectParties(tx: Tx, programmeId: ProgrammeId) {
  return tx
    .selectFrom('party as p')
    .leftJoin('company as c', (join) =>
      join
        .onRef('c.programme_id', '=', 'p.programme_id')
        .onRef('c.country', '=', 'p.country')
        .onRef('c.organisation_number', '=', 'p.number'),
    )
    .leftJoin('auth.user as u', 'u.id', 'p.stated_by')
    .select(['p.id', 'p.kind', 'p.country', 'p.number', 'p.attributes', 'p.removed_at'])
    .select(SAID.map((name) => `p.${name}` as const))
    .select(['u.name as by', 'c.id as company_id'])
    .select((select) => select.fn.coalesce('c.name', 'p.name').as('name'))
    .where('p.programme_id', '=', programmeId)
}

type PartyRow = Awaited<ReturnType<ReturnType<typeof selectParties>['execute']>>[number]

function toParty(row: PartyRow): StoredParty {
  const { id, kind, name, country, number } = row
  const party = Party.parse({
    ...{ id, kind, name },
    ...(country !== null && { country }),
    ...(number !== null && { number }),
    ...(row.attributes as object),
  })
  return { party, companyId: row.company_id, said: saidIn(row) }
}

function saidIn(row: { source: Said['source']; by: string | null; stated_at: string; revision: number }): Said {
  return { source: row.source, by: row.by, at: row.stated_at, revision: row.revision }
}

/** The facts that stand and name nobody but these parties, in the order they were first stated. */
export async function listFacts(tx: Tx, programmeId: ProgrammeId, parties: readonly RecordId[]): Promise<StoredFact[]> {
  if (parties.length === 0) return []
  const rows = await selectFacts(tx, programmeId)
    .where('f.removed_at', 'is', null)
    .where('f.id', 'in', factsAmong(programmeId, parties))
    .orderBy('f.id')
    .execute()
  return rows.map(toFact)
}

/** Joined as a table and counted, since a long list is slow to be told apart from. */
function factsAmong(programmeId: ProgrammeId, parties: readonly RecordId[]) {
  return sql<RecordId>`(
    select named.fact_id
    from group_fact_party named
    left join unnest(${parties}::uuid[]) as member (id) on member.id = named.party_id
    where named.programme_id = ${programmeId} and named.fact_id in (
      select touching.fact_id
      from unnest(${parties}::uuid[]) as start (id)
      join group_fact_party touching on touching.programme_id = ${programmeId} and touching.party_id = start.id
    )
    group by named.fact_id
    having count(*) = count(member.id)
  )`
}

/** A fact whether it has been removed or not, kept from changing until the transaction ends. */
export async function lockFact(
  tx: Tx,
  programmeId: ProgrammeId,
  id: RecordId,
): Promise<(StoredFact & { removed: boolean }) | undefined> {
  const row = await selectFacts(tx, programmeId).where('f.id', '=', id).forUpdate('f').executeTakeFirst()
  return row && { ...toFact(row), removed: row.removed_at !== null }
}

function selectFacts(tx: Tx, programmeId: ProgrammeId) {
  return tx
    .selectFrom('group_fact as f')
    .leftJoin('auth.user as u', 'u.id', 'f.stated_by')
    .select(['f.id', 'f.kind', 'f.fact', 'f.note', 'f.removed_at'])
    .select(SAID.map((name) => `f.${name}` as const))
    .select('u.name as by')
    .where('f.programme_id', '=', programmeId)
}

type FactRow = Awaited<ReturnType<ReturnType<typeof selectFacts>['execute']>>[number]

function toFact(row: FactRow): StoredFact {
  const { id, kind, fact, note } = row
  return { id, stated: GroupFact.parse({ kind, fact }), note, said: saidIn(row) }
}
