import type { TestApp } from '../../test/app.ts'
import { makeCompany } from '../../test/companies.ts'
import type { TestDatabase } from '../../test/database.ts'
import { makeProgramme, signedInAs, type TestGrant, type TestProgramme } from '../../test/people.ts'

/** One field of a record, as a form sends its change. */
export const change = (field: string, from: unknown, to: unknown) => ({ changes: [{ field, from, to }] })

/** What the tests of a company's record begin with, on this application. */
export function settingOn(server: TestApp, database: TestDatabase) {
  const { app } = server
  const as = (programme: TestProgramme, grant: TestGrant) => signedInAs(server, programme, grant)

  /** A company in a programme, its coach, and calls to its address. */
  async function setting() {
    const programme = await makeProgramme(database)
    const coach = await as(programme, { role: 'coach', partnerId: programme.partnerId })
    const within = { partner_id: programme.partnerId, sub_project_id: programme.subProjectId }
    const companyId = await makeCompany(database, programme, { name: 'Gjuteriet AB', coach_id: coach.id, ...within })
    const url = `/api/programmes/${programme.slug}/companies/${companyId}`
    const call = (
      headers: Record<string, string>,
      method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
      path = '',
      payload?: object,
    ) => app.inject({ method, url: `${url}${path}`, headers, ...(payload && { payload }) })
    return { programme, coach, companyId, url, call }
  }

  return { as, setting }
}
