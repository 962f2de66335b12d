import { CompanyId, PartnerId, PersonId, ProgrammeId, SubProjectId } from '../kernel/ids.ts'
import type { Actor, CompanySubject } from '../people/permissions.ts'

export const uuid = (last: number) => `01900000-0000-7000-8000-${String(last).padStart(12, '0')}`
export const north = PartnerId.parse(uuid(1))
export const south = PartnerId.parse(uuid(2))
export const person = PersonId.parse(uuid(3))

/** A company of the partner in the north, coached by the person. */
export const company: CompanySubject = {
  companyId: CompanyId.parse(uuid(10)),
  partnerId: north,
  subProjectId: SubProjectId.parse(uuid(4)),
  coachId: person,
}

/** The person, with these roles. */
export function actorWith(grants: Actor['grants']): Actor {
  return {
    personId: person,
    name: 'Test',
    language: 'sv',
    programmeId: ProgrammeId.parse(uuid(20)),
    timeZone: 'Europe/Stockholm',
    grants,
  }
}
