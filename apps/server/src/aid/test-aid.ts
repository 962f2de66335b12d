import type { CompanyGroup } from '@stegvis/core/aid/groups/picture.ts'
import type { CompanyId } from '@stegvis/core/kernel/ids.ts'
import type { TestApp } from '../../test/app.ts'
import { makeCompany, nextNumber } from '../../test/companies.ts'
import type { TestDatabase } from '../../test/database.ts'
import { makeProgramme, signedInAs, type TestGrant, type TestProgramme } from '../../test/people.ts'
import { newId } from '../ids.ts'

type Headers = Record<string, string>
export type Reply = { status: number; body: Record<string, unknown> }

/** What tests of owners, size and aid begin with, on this application. */
export function aidOn(server: TestApp, database: TestDatabase) {
  const as = (programme: TestProgramme, grant: TestGrant) => signedInAs(server, programme, grant)

  async function call(
    headers: Headers,
    method: 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE',
    url: string,
    payload?: object,
  ) {
    const reply = await server.app.inject({ method, url, headers, ...(payload && { payload }) })
    return { status: reply.statusCode, body: reply.json() as Record<string, unknown> }
  }

  /** A company with its coach, and the lead of its sub-project. */
  async function scene(given: { programme?: TestProgramme; name?: string } = {}) {
    const programme = given.programme ?? (await makeProgramme(database))
    const coach = await as(programme, { role: 'coach', partnerId: programme.partnerId })
    const companyId = await makeCompany(database, programme, {
      ...{ name: given.name ?? 'Gjuteriet AB', coach_id: coach.id },
      ...{ partner_id: programme.partnerId, sub_project_id: programme.subProjectId },
    })
    return { programme, coach, companyId, at: atCompany(programme, companyId) }
  }

  return { as, call, scene }
}

const atCompany = (programme: TestProgramme, companyId: CompanyId) => (path: string) =>
  `/api/programmes/${programme.slug}/companies/${companyId}${path}`

/** An enterprise of Sweden that nobody has named yet. */
export function enterprise(name: string, number: string | null = nextNumber()) {
  return { id: newId<string>(), kind: 'enterprise' as const, name, country: 'SE', ...(number && { number }) }
}

export function person(name: string) {
  return { id: newId<string>(), kind: 'person' as const, name }
}

/** `percent` of capital and votes alike. */
export function holding(owner: string, owned: string, percent: number, days: { from?: string; to?: string } = {}) {
  const ppm = Math.round(percent * 10_000)
  return { kind: 'holding', fact: { owner, owned, capitalPpm: ppm, votesPpm: ppm, ...days } }
}

export const groupOf = ({ body }: Reply) => body as unknown as CompanyGroup
/** The faults of a refusal, as `pointer: sentence`. */
export const errorsOf = ({ body }: Reply) =>
  (body.errors as { pointer: string; detail: string }[]).map(({ pointer, detail }) => `${pointer}: ${detail}`)
