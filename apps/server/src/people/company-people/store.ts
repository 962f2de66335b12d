import type { CompanyId, ProgrammeId } from '@stegvis/core/kernel/ids.ts'
import { type CompanyMember, CompanyRole } from '@stegvis/core/people/schema.ts'
import { heldNow } from '../../db/held-grant.ts'
import type { Tx } from '../../db/tenancy.ts'

/** Who can reach the company's record as one of its people, by name. */
export async function listCompanyMembers(
  tx: Tx,
  programmeId: ProgrammeId,
  companyId: CompanyId,
): Promise<CompanyMember[]> {
  const rows = await tx
    .selectFrom('role_grant as g')
    .innerJoin('auth.user as u', 'u.id', 'g.person_id')
    .select(['g.id as grantId', 'u.id as personId', 'u.name', 'u.email', 'g.role', 'g.title'])
    .select('g.granted_at as grantedAt')
    .where('g.programme_id', '=', programmeId)
    .where('g.company_id', '=', companyId)
    .where(heldNow())
    .orderBy('u.name', (name) => name.collate('sv-SE-x-icu'))
    .orderBy('g.id')
    .execute()
  return rows.map((row) => ({ ...row, role: CompanyRole.parse(row.role) }))
}
