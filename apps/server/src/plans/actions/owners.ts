import type { CompanyId, ProgrammeId } from '@stegvis/core/kernel/ids.ts'
import type { PlanView } from '@stegvis/core/plans/schema.ts'
import type { Tx } from '../../db/tenancy.ts'
import { readCompanyPeople } from '../../people/company-people/member-service.ts'
import { findCoach } from '../store.ts'

/** Who can own an action: the company's people by name, then its coach. */
export async function listOwners(tx: Tx, programmeId: ProgrammeId, companyId: CompanyId): Promise<PlanView['owners']> {
  const people = await readCompanyPeople(tx, programmeId, companyId)
  const coach = await findCoach(tx, companyId)
  return [
    ...people.map(({ id, name }) => ({ id, name, isCoach: false })),
    ...(coach ? [{ ...coach, isCoach: true }] : []),
  ]
}
