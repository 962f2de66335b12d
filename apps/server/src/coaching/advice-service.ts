import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { CompanyKey } from '../companies/key.ts'
import type { Tx } from '../db/tenancy.ts'

/** For features that value advice: the days and minutes of advice to a company that stands; open events are no aid and are not among them. */
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
