import type { CompanyId, ProgrammeId } from '@stegvis/core/kernel/ids.ts'
import type { Actor } from '@stegvis/core/people/permissions.ts'

/** Where a record of a company is: the tenant and the company, which start every key. */
export type CompanyKey = { programmeId: ProgrammeId; companyId: CompanyId }

export function keyOf(actor: Pick<Actor, 'programmeId'>, companyId: CompanyId): CompanyKey {
  return { programmeId: actor.programmeId, companyId }
}
