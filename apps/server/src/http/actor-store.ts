import type { CompanyId, PartnerId, ProgrammeId, SubProjectId } from '@stegvis/core/kernel/ids.ts'
import type { Actor } from '@stegvis/core/people/permissions.ts'
import { Role } from '@stegvis/core/people/roles.ts'
import { heldNow } from '../db/held-grant.ts'
import type { Tx } from '../db/tenancy.ts'
import type { SignedIn } from './access.ts'

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/

/** The person with the roles they hold now in a programme, by slug or id; undefined when they hold none. */
export async function findActor(tx: Tx, person: SignedIn, programme: string): Promise<Actor | undefined> {
  const rows = await tx
    .selectFrom('programme as p')
    .innerJoin('role_grant as g', 'g.programme_id', 'p.id')
    .select(['p.id', 'p.time_zone', 'g.role', 'g.partner_id', 'g.sub_project_id', 'g.company_id'])
    .where(UUID.test(programme) ? 'p.id' : 'p.slug', '=', programme)
    .where('g.person_id', '=', person.personId)
    .where(heldNow())
    .execute()
  const first = rows[0]
  if (!first) return undefined
  return {
    personId: person.personId,
    name: person.name,
    language: person.language,
    programmeId: first.id as ProgrammeId,
    timeZone: first.time_zone,
    grants: rows.map((row) => ({
      role: Role.parse(row.role),
      partnerId: row.partner_id as PartnerId | null,
      subProjectId: row.sub_project_id as SubProjectId | null,
      companyId: row.company_id as CompanyId | null,
    })),
  }
}
