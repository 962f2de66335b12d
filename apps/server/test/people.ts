import type { CompanyId, PartnerId, PersonId, ProgrammeId, SubProjectId } from '@stegvis/core/kernel/ids.ts'
import type { Role } from '@stegvis/core/people/roles.ts'
import type { Database } from '../src/db/tenancy.ts'
import { newId } from '../src/ids.ts'
import type { Person } from '../src/people/person-store.ts'
import type { TestApp } from './app.ts'

export type TestProgramme = { id: ProgrammeId; slug: string; partnerId: PartnerId; subProjectId: SubProjectId }

let count = 0

/** An open programme with one partner and one sub-project. */
export async function makeProgramme(
  database: Database,
  given: { status?: 'draft' | 'open' | 'closed'; demonstration?: boolean } = {},
): Promise<TestProgramme> {
  const slug = `programme-${++count}`
  const programme = {
    id: newId<ProgrammeId>(),
    slug,
    partnerId: newId<PartnerId>(),
    subProjectId: newId<SubProjectId>(),
  }
  await database.inTenant({ programmeId: programme.id, personId: null }, async (tx) => {
    const name = JSON.stringify({ sv: `Program ${count}`, en: `Programme ${count}` })
    await tx
      .insertInto('programme')
      .values({ id: programme.id, slug, name, status: 'open', ...given })
      .execute()
    const within = { programme_id: programme.id }
    await tx
      .insertInto('partner')
      .values({ ...within, id: programme.partnerId, name: 'Partner', kind: 'owner' })
      .execute()
    await tx
      .insertInto('sub_project')
      .values({ ...within, id: programme.subProjectId, name: 'Delprojekt', partner_id: programme.partnerId })
      .execute()
  })
  return programme
}

export async function makePerson(database: Database, given: Partial<Person> & { administrator?: boolean } = {}) {
  const number = ++count
  const person = { email: `person-${number}@example.org`, name: `Person ${number}`, language: 'sv' as const, ...given }
  const id = newId<PersonId>()
  await database.asInstallation((tx) =>
    tx
      .insertInto('auth.user')
      .values({ id, ...person, emailVerified: true })
      .execute(),
  )
  return { ...person, id }
}

export type TestGrant = {
  role: Role
  partnerId?: PartnerId
  subProjectId?: SubProjectId
  companyId?: CompanyId
  expiresAt?: string
}

/** Answers the id of the grant. */
export async function giveRole(
  database: Database,
  programmeId: ProgrammeId,
  personId: PersonId,
  grant: TestGrant,
): Promise<string> {
  const id = newId<string>()
  await database.inTenant({ programmeId, personId: null }, (tx) =>
    tx
      .insertInto('role_grant')
      .values({
        programme_id: programmeId,
        id,
        person_id: personId,
        role: grant.role,
        partner_id: grant.partnerId ?? null,
        sub_project_id: grant.subProjectId ?? null,
        company_id: grant.companyId ?? null,
        expires_at: grant.expiresAt ?? null,
      })
      .execute(),
  )
  return id
}

/** The headers of this person's browser: `app.inject({ method, url, headers: await headersOf(test, person) })`. */
export async function headersOf({ app, deps }: TestApp, person: Person): Promise<Record<string, string>> {
  const address = await deps.database.asInstallation((tx) => deps.signIn.createSignInLink(tx, person, '/', 1))
  const reply = await app.inject({
    method: 'POST',
    url: '/api/public/sign-in/link/use',
    // From an address of its own, so that a file with many people is not taken for one who guesses.
    remoteAddress: `10.${(++count >> 16) & 255}.${(count >> 8) & 255}.${count & 255}`,
    headers: CSRF,
    payload: { token: new URL(address).hash.slice(1) },
  })
  if (reply.statusCode !== 204) throw new Error(`signing in answered ${reply.statusCode}: ${reply.body}`)
  return { ...CSRF, cookie: reply.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ') }
}

/** What our own pages send with every write. */
export const CSRF = { 'x-stegvis-csrf': '1' }

/** A person with one role, signed in. */
export async function signedInAs(
  test: TestApp,
  programme: TestProgramme,
  grant: TestGrant,
): Promise<{ id: PersonId; name: string; email: string; headers: Record<string, string> }> {
  const person = await makePerson(test.deps.database)
  await giveRole(test.deps.database, programme.id, person.id, grant)
  return { ...person, headers: await headersOf(test, person) }
}
