import { formatNumber } from '@stegvis/core/companies/organisation-number.ts'
import type { CompanyRegister } from '@stegvis/core/companies/schema.ts'
import type { Tx } from '../db/tenancy.ts'

/** Companies `c` with what the register says of each, for a query to narrow, order and add to. */
export function selectRegister(tx: Tx) {
  return tx
    .selectFrom('company as c')
    .leftJoin('partner as p', (join) =>
      join.onRef('p.programme_id', '=', 'c.programme_id').onRef('p.id', '=', 'c.partner_id'),
    )
    .leftJoin('sub_project as s', (join) =>
      join.onRef('s.programme_id', '=', 'c.programme_id').onRef('s.id', '=', 'c.sub_project_id'),
    )
    .leftJoin('auth.user as u', 'u.id', 'c.coach_id')
    .select(['c.id', 'c.name', 'c.organisation_number as organisationNumber'])
    .select(['c.municipality_code as municipalityCode', 'c.industry_code as industryCode'])
    .select(['c.status', 'c.status_since as statusSince'])
    .select(['c.partner_id as partnerId', 'p.name as partnerName'])
    .select(['c.sub_project_id as subProjectId', 's.name as subProjectName'])
    .select(['c.coach_id as coachId', 'u.name as coachName'])
}

type RegisterRow = Awaited<ReturnType<ReturnType<typeof selectRegister>['execute']>>[number]

/** The register of a row, with the number as it is shown. */
export function registerOf(row: RegisterRow): CompanyRegister {
  const { id, name, municipalityCode, industryCode, status, statusSince } = row
  return {
    ...{ id, name, municipalityCode, industryCode, status, statusSince },
    organisationNumber: formatNumber(row.organisationNumber),
    partner: named(row.partnerId, row.partnerName),
    subProject: named(row.subProjectId, row.subProjectName),
    coach: named(row.coachId, row.coachName),
  }
}

function named<Id>(id: Id | null, name: string | null): { id: Id; name: string } | null {
  return id === null ? null : { id, name: name ?? '' }
}
