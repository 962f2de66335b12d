import type { Me, MyProgramme } from '@stegvis/core/people/me.ts'
import type { Database } from '../db/tenancy.ts'
import type { SignedIn } from '../http/access.ts'
import { companyNames, listMyProgrammes } from './me-store.ts'

export async function getMe(database: Database, person: SignedIn): Promise<Me> {
  const programmes = await database.asPerson(person.personId, (tx) => listMyProgrammes(tx, person.personId), {
    readOnly: true,
  })
  return {
    id: person.personId,
    name: person.name,
    email: person.email,
    language: person.language,
    administrator: person.administrator,
    programmes: await Promise.all(programmes.map((programme) => withCompanyNames(database, person, programme))),
  }
}

async function withCompanyNames(database: Database, person: SignedIn, programme: MyProgramme): Promise<MyProgramme> {
  const ids = programme.grants.flatMap(({ companyId }) => companyId ?? [])
  if (ids.length === 0) return programme
  const scope = { programmeId: programme.id, personId: person.personId }
  const names = await database.inTenant(scope, (tx) => companyNames(tx, ids), { readOnly: true })
  const named = programme.grants.map((grant) => ({
    ...grant,
    companyName: grant.companyId && (names.get(grant.companyId) ?? null),
  }))
  return { ...programme, grants: named }
}
