import { type OrganisationNumber, withCheckDigit } from '@stegvis/core/companies/organisation-number.ts'
import type { CompanyId, FocusAreaId, PartnerId, SubProjectId } from '@stegvis/core/kernel/ids.ts'
import type { Database } from '../src/db/tenancy.ts'
import { newId } from '../src/ids.ts'
import type { TestProgramme } from './people.ts'

let count = 0

/** A valid number no other company of the run has. */
export function nextNumber(): OrganisationNumber {
  return withCheckDigit(`5598${String(++count).padStart(5, '0')}`)
}

/** A second partner with a sub-project of its own that has the given municipalities. */
export async function addSubProject(
  database: Database,
  programme: TestProgramme,
  municipalities: readonly string[],
): Promise<{ partnerId: PartnerId; subProjectId: SubProjectId }> {
  const ids = { partnerId: newId<PartnerId>(), subProjectId: newId<SubProjectId>() }
  const within = { programme_id: programme.id }
  await database.inTenant({ programmeId: programme.id, personId: null }, async (tx) => {
    await tx
      .insertInto('partner')
      .values({ ...within, id: ids.partnerId, name: 'Andra partnern', kind: 'partner' })
      .execute()
    await tx
      .insertInto('sub_project')
      .values({ ...within, id: ids.subProjectId, name: 'Sjuhärad', partner_id: ids.partnerId })
      .execute()
    for (const code of municipalities) {
      await tx
        .insertInto('sub_project_municipality')
        .values({ ...within, municipality_code: code, sub_project_id: ids.subProjectId })
        .execute()
    }
  })
  return ids
}

export async function addFocusArea(database: Database, programme: TestProgramme): Promise<FocusAreaId> {
  const id = newId<FocusAreaId>()
  const name = JSON.stringify({ sv: 'Område', en: 'Area' })
  await database.inTenant({ programmeId: programme.id, personId: null }, (tx) =>
    tx
      .insertInto('focus_area')
      .values({ programme_id: programme.id, id, slug: `area-${++count}`, name, model_id: 'm', model_version: '1.0.0' })
      .execute(),
  )
  return id
}

export type CompanyGiven = Partial<{
  name: string
  coach_id: string
  partner_id: string
  sub_project_id: string
  status: string
  last_contact_on: string
  next_step_on: string
  size_class: string
  search_text: string
  contact_text: string
}>

/** A company as it is in the database, past every rule. */
export async function makeCompany(
  database: Database,
  programme: TestProgramme,
  given: CompanyGiven = {},
): Promise<CompanyId> {
  const id = newId<CompanyId>()
  const name = given.name ?? `Företag ${++count} AB`
  const values = {
    programme_id: programme.id,
    id,
    organisation_number: nextNumber(),
    name,
    status: 'interest',
    status_since: '2026-01-15',
    came_by: 'coach',
    search_text: name.toLowerCase(),
    ...given,
  }
  await database.inTenant({ programmeId: programme.id, personId: null }, (tx) =>
    tx
      .insertInto('company')
      .values(values as never)
      .execute(),
  )
  return id
}
