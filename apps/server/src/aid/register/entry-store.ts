import { RegisterEntry, type RegisterEvent } from '@stegvis/core/aid/register/schema.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { PersonId, ProgrammeId, RecordId } from '@stegvis/core/kernel/ids.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '../../db/tenancy.ts'

/** What the register has of an award; null: nothing. */
export type Registered = {
  registeredOn: PlainDate
  reference: string
  entry: RegisterEntry
  isUpToDate: boolean
} | null

/** Writes what the register has; false when somebody else has written since that revision. */
export async function updateRegistered(
  tx: Tx,
  programmeId: ProgrammeId,
  id: RecordId,
  revision: number,
  registered: Registered,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('aid_grant')
    .set({
      revision: revision + 1,
      registered_on: registered?.registeredOn ?? null,
      register_reference: registered?.reference ?? null,
      register_entry: registered && JSON.stringify(registered.entry),
      registered_revision: registered && (registered.isUpToDate ? revision + 1 : revision),
    })
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export type NewRegisterEvent = Omit<RegisterEvent, 'by'> & { by: PersonId }

/** Adds to what was said of the register about an award. */
export async function insertRegisterEvent(
  tx: Tx,
  programmeId: ProgrammeId,
  grantId: RecordId,
  { id, kind, registeredOn, reference, entry, reason, by, at }: NewRegisterEvent,
): Promise<void> {
  await tx
    .insertInto('aid_register_entry')
    .values({
      ...{ programme_id: programmeId, id, grant_id: grantId, kind, registered_on: registeredOn, reference, reason },
      ...{ entry: entry && JSON.stringify(entry), made_by: by, made_at: at },
      place: sql<number>`(select count(*) from aid_register_entry e
        where e.programme_id = ${programmeId} and e.grant_id = ${grantId})`,
    })
    .execute()
}

/** All that was said of the register about an award, oldest first. */
export async function listRegisterEvents(
  tx: Tx,
  programmeId: ProgrammeId,
  grantId: RecordId,
): Promise<RegisterEvent[]> {
  const rows = await tx
    .selectFrom('aid_register_entry as e')
    .leftJoin('auth.user as u', 'u.id', 'e.made_by')
    .select(['e.id', 'e.kind', 'e.registered_on as registeredOn', 'e.reference', 'e.entry', 'e.reason'])
    .select(['u.name as by', 'e.made_at as at'])
    .where('e.programme_id', '=', programmeId)
    .where('e.grant_id', '=', grantId)
    .orderBy('e.place')
    .execute()
  const Kind = z.enum(['registered', 'undone'])
  return rows.map(({ kind, entry, ...row }) => ({
    ...row,
    kind: Kind.parse(kind),
    entry: entry === null ? null : RegisterEntry.parse(entry),
  }))
}

/** The ids among these that were used for saying something already, as after a repeated call. */
export async function knownEvents(tx: Tx, programmeId: ProgrammeId, ids: readonly RecordId[]): Promise<Set<RecordId>> {
  const rows = await tx
    .selectFrom('aid_register_entry')
    .select('id')
    .where('programme_id', '=', programmeId)
    .where('id', '=', sql<RecordId>`any(${ids}::uuid[])`)
    .execute()
  return new Set(rows.map(({ id }) => id))
}
