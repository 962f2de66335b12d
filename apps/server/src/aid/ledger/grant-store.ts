import { Rate } from '@stegvis/core/aid/de-minimis/amount.ts'
import type { GrantFacts } from '@stegvis/core/aid/ledger/rules.ts'
import { type GrantChange, GrantChangeKind, GrantOrigin } from '@stegvis/core/aid/ledger/schema.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { CompanyId, PersonId, ProgrammeId, RecordId } from '@stegvis/core/kernel/ids.ts'
import { sql } from 'kysely'
import type { Tx } from '../../db/tenancy.ts'

/** A line of the ledger with all that changed it. */
export type StoredGrant = Omit<GrantFacts, 'changes' | 'rate'> & {
  companyId: CompanyId | null
  origin: GrantOrigin
  rate: Rate | null
  eurCents: number
  instrument: string
  industryCode: string
  reference: string
  supportId: RecordId | null
  declarationId: RecordId | null
  registeredOn: PlainDate | null
  registerReference: string | null
  changes: GrantChange[]
  enteredBy: string | null
  enteredAt: string
  removedAt: string | null
  revision: number
}

function grants(tx: Tx, programmeId: ProgrammeId) {
  return tx
    .selectFrom('aid_grant as g')
    .leftJoin('auth.user as u', 'u.id', 'g.entered_by')
    .selectAll('g')
    .select('u.name as entered_by_name')
    .select(
      sql<(Omit<GrantChange, 'kind'> & { kind: string })[]>`coalesce((
        select jsonb_agg(jsonb_build_object(
          'id', c.id, 'kind', c.kind, 'decidedOn', c.decided_on, 'minor', c.minor, 'reason', c.reason,
          'by', p.name, 'at', to_char(c.made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
        ) order by c.decided_on, c.made_at, c.id)
        from aid_grant_change c left join auth."user" p on p.id = c.made_by
        where c.programme_id = g.programme_id and c.grant_id = g.id
      ), '[]')`.as('changes'),
    )
    .where('g.programme_id', '=', programmeId)
}

type Row = Awaited<ReturnType<ReturnType<typeof grants>['execute']>>[number]

function toGrant(row: Row): StoredGrant {
  return {
    id: row.id,
    party: row.party_id,
    companyId: row.company_id,
    origin: GrantOrigin.parse(row.origin),
    memberState: row.member_state,
    regulation: row.regulation,
    awardedOn: row.awarded_on,
    currency: row.currency,
    minor: row.minor,
    rate: row.rate === null ? null : Rate.parse(row.rate),
    eurCents: row.eur_cents,
    authority: row.authority,
    scheme: row.scheme,
    instrument: row.instrument,
    industryCode: row.industry_code,
    reference: row.reference,
    supportId: row.support_id,
    declarationId: row.declaration_id,
    registeredOn: row.registered_on,
    registerReference: row.register_reference,
    changes: row.changes.map((change) => ({ ...change, kind: GrantChangeKind.parse(change.kind) })),
    enteredBy: row.entered_by_name,
    enteredAt: row.entered_at,
    removedAt: row.removed_at,
    revision: row.revision,
  }
}

export async function findGrant(tx: Tx, programmeId: ProgrammeId, id: RecordId): Promise<StoredGrant | undefined> {
  const row = await grants(tx, programmeId).where('g.id', '=', id).executeTakeFirst()
  return row && toGrant(row)
}

/** What some parties were awarded, newest first; what was entered by mistake is left out. */
export async function listGrantsOf(
  tx: Tx,
  programmeId: ProgrammeId,
  parties: readonly string[],
): Promise<StoredGrant[]> {
  const rows = await grants(tx, programmeId)
    .where('g.party_id', '=', sql<string>`any(${parties}::uuid[])`)
    .where('g.removed_at', 'is', null)
    .orderBy('g.awarded_on', 'desc')
    .orderBy('g.id', 'desc')
    .execute()
  return rows.map(toGrant)
}

export type GrantColumns = Pick<
  StoredGrant,
  | 'memberState'
  | 'regulation'
  | 'awardedOn'
  | 'currency'
  | 'minor'
  | 'rate'
  | 'eurCents'
  | 'authority'
  | 'scheme'
  | 'instrument'
  | 'industryCode'
  | 'reference'
>

export type NewStoredGrant = GrantColumns &
  Pick<StoredGrant, 'id' | 'party' | 'companyId' | 'origin' | 'supportId' | 'declarationId'> & {
    by: PersonId
    at: string
  }

/** False when the id is there already, as after a repeated call. */
export async function insertGrant(tx: Tx, programmeId: ProgrammeId, grant: NewStoredGrant): Promise<boolean> {
  const inserted = await tx
    .insertInto('aid_grant')
    .values({
      programme_id: programmeId,
      id: grant.id,
      party_id: grant.party,
      company_id: grant.companyId,
      origin: grant.origin,
      support_id: grant.supportId,
      declaration_id: grant.declarationId,
      entered_by: grant.by,
      entered_at: grant.at,
      ...columns(grant),
    })
    .onConflict((conflict) => conflict.columns(['programme_id', 'id']).doNothing())
    .executeTakeFirst()
  return Boolean(inserted.numInsertedOrUpdatedRows)
}

function columns(grant: GrantColumns) {
  return {
    member_state: grant.memberState,
    regulation: grant.regulation,
    awarded_on: grant.awardedOn,
    currency: grant.currency,
    minor: grant.minor,
    rate: grant.rate === null ? null : JSON.stringify(grant.rate),
    eur_cents: grant.eurCents,
    authority: grant.authority,
    scheme: grant.scheme,
    instrument: grant.instrument,
    industry_code: grant.industryCode,
    reference: grant.reference,
  }
}

/** Writes the line over, takes it out of the sums, or notes that it was taken back; false when somebody else has written since that revision. */
export async function updateGrant(
  tx: Tx,
  programmeId: ProgrammeId,
  id: RecordId,
  revision: number,
  { facts, removedAt, withdrawnOn }: { facts?: GrantColumns; removedAt?: string; withdrawnOn?: PlainDate },
): Promise<boolean> {
  const values = {
    ...(facts && columns(facts)),
    ...(removedAt && { removed_at: removedAt }),
    ...(withdrawnOn && { withdrawn_on: withdrawnOn }),
  }
  const updated = await tx
    .updateTable('aid_grant')
    .set((set) => ({ ...values, revision: set('revision', '+', 1) }))
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return Boolean(updated.numUpdatedRows)
}

export type NewGrantChange = Pick<GrantChange, 'id' | 'kind' | 'decidedOn' | 'minor' | 'reason'> & {
  before: Record<string, unknown>
  by: PersonId
  at: string
}

/** False when the id is there already, as after a repeated call. */
export async function insertGrantChange(
  tx: Tx,
  programmeId: ProgrammeId,
  grantId: RecordId,
  change: NewGrantChange,
): Promise<boolean> {
  const inserted = await tx
    .insertInto('aid_grant_change')
    .values({
      programme_id: programmeId,
      id: change.id,
      grant_id: grantId,
      kind: change.kind,
      decided_on: change.decidedOn,
      minor: change.minor,
      before: JSON.stringify(change.before),
      reason: change.reason,
      made_by: change.by,
      made_at: change.at,
    })
    .onConflict((conflict) => conflict.columns(['programme_id', 'id']).doNothing())
    .executeTakeFirst()
  return Boolean(inserted.numInsertedOrUpdatedRows)
}
