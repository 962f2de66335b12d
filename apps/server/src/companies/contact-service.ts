import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { CompanyId, ProgrammeId } from '@stegvis/core/kernel/ids.ts'
import type { Tx } from '../db/tenancy.ts'

/** The day the company was last met; null when it has not been, or every session was removed. */
export async function setLastContact(
  tx: Tx,
  programmeId: ProgrammeId,
  companyId: CompanyId,
  on: PlainDate | null,
): Promise<void> {
  await tx
    .updateTable('company')
    .set({ last_contact_on: on })
    .where('programme_id', '=', programmeId)
    .where('id', '=', companyId)
    .execute()
}

/** What happens next with the company, as coach and company agreed. */
export async function setNextStep(
  tx: Tx,
  programmeId: ProgrammeId,
  companyId: CompanyId,
  step: { text: string; on: PlainDate | null },
): Promise<void> {
  await tx
    .updateTable('company')
    .set((set) => ({ next_step: step.text, next_step_on: step.on, revision: set('revision', '+', 1) }))
    .where('programme_id', '=', programmeId)
    .where('id', '=', companyId)
    .execute()
}
