import type { CompanyDetails } from '@stegvis/core/companies/schema.ts'
import type { CompanyStatus } from '@stegvis/core/companies/standing/status.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { PartnerId, PersonId, RecordId } from '@stegvis/core/kernel/ids.ts'
import { sql } from 'kysely'
import type { Tx } from '../../db/tenancy.ts'
import type { CompanyKey } from '../key.ts'

export async function listStatusChanges(tx: Tx, key: CompanyKey): Promise<CompanyDetails['statusHistory']> {
  return tx
    .selectFrom('company_status_change as h')
    .leftJoin('auth.user as u', 'u.id', 'h.changed_by')
    .select(['h.id', 'h.from_status as from', 'h.to_status as to', 'h.reason', 'u.name as by', 'h.changed_on as on'])
    .where('h.programme_id', '=', key.programmeId)
    .where('h.company_id', '=', key.companyId)
    .orderBy('h.changed_at', 'desc')
    .orderBy('h.id', 'desc')
    .$narrowType<{ from: CompanyStatus | null; to: CompanyStatus }>()
    .execute()
}

export async function listCoachPeriods(tx: Tx, key: CompanyKey): Promise<CompanyDetails['coachHistory']> {
  return tx
    .selectFrom('coach_assignment as a')
    .leftJoin('auth.user as u', 'u.id', 'a.coach_id')
    .select(['a.id', sql<string>`coalesce(u.name, '')`.as('coach'), 'a.from_on as from', 'a.to_on as to', 'a.note'])
    .where('a.programme_id', '=', key.programmeId)
    .where('a.company_id', '=', key.companyId)
    .orderBy('a.from_on', 'desc')
    .orderBy('a.id', 'desc')
    .execute()
}

export type NewStatusChange = {
  id: RecordId
  from: CompanyStatus | null
  to: CompanyStatus
  reason: string | null
  by: PersonId | null
  on: PlainDate
}

/** False when this change is kept already: the request is a repeated one. */
export async function insertStatusChange(tx: Tx, key: CompanyKey, change: NewStatusChange): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('company_status_change')
    .values({
      programme_id: key.programmeId,
      id: change.id,
      company_id: key.companyId,
      from_status: change.from,
      to_status: change.to,
      reason: change.reason,
      changed_by: change.by,
      changed_on: change.on,
    })
    .onConflict((conflict) => conflict.columns(['programme_id', 'id']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Status and coach as they are now, kept from changing until the transaction ends. */
export async function lockStanding(
  tx: Tx,
  key: CompanyKey,
): Promise<{ status: CompanyStatus; coachId: PersonId | null; partnerId: PartnerId | null; name: string }> {
  return tx
    .selectFrom('company')
    .select(['status', 'coach_id as coachId', 'partner_id as partnerId', 'name'])
    .where('programme_id', '=', key.programmeId)
    .where('id', '=', key.companyId)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

/** Ends the present coach's time and begins the next one's. */
export async function insertCoachPeriod(
  tx: Tx,
  key: CompanyKey,
  period: { id: RecordId; coachId: PersonId; from: PlainDate; note: string | null; by: PersonId },
): Promise<void> {
  await tx
    .updateTable('coach_assignment')
    .set({ to_on: period.from })
    .where('programme_id', '=', key.programmeId)
    .where('company_id', '=', key.companyId)
    .where('to_on', 'is', null)
    .execute()
  await tx
    .insertInto('coach_assignment')
    .values({
      programme_id: key.programmeId,
      id: period.id,
      company_id: key.companyId,
      coach_id: period.coachId,
      from_on: period.from,
      note: period.note,
      assigned_by: period.by,
    })
    .execute()
}
