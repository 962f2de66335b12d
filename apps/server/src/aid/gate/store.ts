import type { GateException } from '@stegvis/core/aid/gate/schema.ts'
import type { CompanyId, PersonId, RecordId } from '@stegvis/core/kernel/ids.ts'
import type { CompanyKey } from '../../companies/key.ts'
import type { Tx } from '../../db/tenancy.ts'

export async function findIndustry(tx: Tx, companyId: CompanyId): Promise<string | null> {
  const row = await tx.selectFrom('company').select('industry_code').where('id', '=', companyId).executeTakeFirst()
  return row?.industry_code ?? null
}

/** Newest first; those that were taken back are left out. */
export async function listExceptions(
  tx: Tx,
  { programmeId, companyId }: CompanyKey,
): Promise<(GateException & { madeBy: PersonId })[]> {
  const rows = await tx
    .selectFrom('aid_exception as e')
    .leftJoin('auth.user as u', 'u.id', 'e.made_by')
    .select(['e.id', 'e.for_day as forDay', 'e.reason', 'u.name as by', 'e.made_at as at', 'e.made_by as madeBy'])
    .where('e.programme_id', '=', programmeId)
    .where('e.company_id', '=', companyId)
    .where('e.removed_at', 'is', null)
    .orderBy('e.made_at', 'desc')
    .orderBy('e.id', 'desc')
    .execute()
  return rows
}

/** False when the id is there already, as after a repeated call. */
export async function insertException(
  tx: Tx,
  { programmeId, companyId }: CompanyKey,
  { id, forDay, reason, by, at }: Pick<GateException, 'id' | 'forDay' | 'reason' | 'at'> & { by: PersonId },
): Promise<boolean> {
  const inserted = await tx
    .insertInto('aid_exception')
    .values({
      programme_id: programmeId,
      company_id: companyId,
      ...{ id, for_day: forDay, reason, made_by: by, made_at: at },
    })
    .onConflict((conflict) => conflict.columns(['programme_id', 'id']).doNothing())
    .executeTakeFirst()
  return Boolean(inserted.numInsertedOrUpdatedRows)
}

/** False when it is not there, or was taken back already. */
export async function removeException(
  tx: Tx,
  { programmeId, companyId }: CompanyKey,
  id: RecordId,
  at: string,
): Promise<boolean> {
  const updated = await tx
    .updateTable('aid_exception')
    .set({ removed_at: at })
    .where('programme_id', '=', programmeId)
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return Boolean(updated.numUpdatedRows)
}
