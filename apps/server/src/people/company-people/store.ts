import type { CompanyId, PersonId, ProgrammeId } from '@stegvis/core/kernel/ids.ts'
import type { Language } from '@stegvis/core/kernel/text.ts'
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

export type CompanyPerson = {
  id: PersonId
  name: string
  email: string
  language: Language
  title: string | null
}

/** Those who work at the company, each once and by name, with the title they have had there longest. */
export async function listCompanyPeople(
  tx: Tx,
  programmeId: ProgrammeId,
  companyId: CompanyId,
): Promise<CompanyPerson[]> {
  return tx
    .selectFrom('role_grant as g')
    .innerJoin('auth.user as u', 'u.id', 'g.person_id')
    .distinctOn(['u.name', 'u.id'])
    .select(['u.id', 'u.name', 'u.email', 'u.language', 'g.title'])
    .where('g.programme_id', '=', programmeId)
    .where('g.company_id', '=', companyId)
    .where('g.role', 'in', ['company-manager', 'company-member'])
    .where(heldNow())
    .orderBy('u.name')
    .orderBy('u.id')
    .orderBy('g.granted_at')
    .execute()
}

/** Whether the person holds a role in the programme that was not taken away; in the company, when one is named. */
export async function holdsRole(
  tx: Tx,
  programmeId: ProgrammeId,
  personId: PersonId,
  companyId?: CompanyId,
): Promise<boolean> {
  let query = tx
    .selectFrom('role_grant')
    .select('id')
    .where('programme_id', '=', programmeId)
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
  if (companyId) query = query.where('company_id', '=', companyId)
  return (await query.executeTakeFirst()) !== undefined
}
