import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { CompanyKey } from '../companies/key.ts'
import type { Tx } from '../db/tenancy.ts'

/** The days and minutes of advice to a company that stands. Open events are no aid, and are not among them. */
export async function listAdvice(
  tx: Tx,
  { programmeId, companyId }: CompanyKey,
): Promise<{ heldOn: PlainDate; minutes: number }[]> {
  return tx
    .selectFrom('coaching_session')
    .select(['held_on as heldOn', 'minutes'])
    .where('programme_id', '=', programmeId)
    .where('company_id', '=', companyId)
    .where('aid_kind', '=', 'advice')
    .where('removed_at', 'is', null)
    .execute()
}

/** Sessions that the programme manager let pass the gate, in order, with who it was and why. */
export async function listPassed(
  tx: Tx,
  { programmeId, companyId }: CompanyKey,
): Promise<{ heldOn: PlainDate; reason: string; by: string | null }[]> {
  const rows = await tx
    .selectFrom('coaching_session as s')
    .leftJoin('auth.user as u', 'u.id', 's.override_by')
    .select(['s.held_on as heldOn', 's.override_reason as reason', 'u.name as by'])
    .where('s.programme_id', '=', programmeId)
    .where('s.company_id', '=', companyId)
    .where('s.override_reason', 'is not', null)
    .where('s.removed_at', 'is', null)
    .orderBy('s.held_on')
    .orderBy('s.id')
    .execute()
  return rows.map((row) => ({ ...row, reason: row.reason ?? '' }))
}
