import type { Territory } from '@stegvis/core/companies/intake/fit.ts'
import type { Interest } from '@stegvis/core/companies/intake/schema.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { CompanyId, FocusAreaId, PersonId, ProgrammeId, RecordId, SubProjectId } from '@stegvis/core/kernel/ids.ts'
import { Language } from '@stegvis/core/kernel/text.ts'
import { sql } from 'kysely'
import { heldNow } from '../../db/held-grant.ts'
import type { Tx } from '../../db/tenancy.ts'

export type OpenProgramme = { id: ProgrammeId; slug: string; timeZone: string }

/** Undefined for a programme that is not open: a draft and a closed one look the same as none. */
export async function findOpenProgramme(tx: Tx, slug: string): Promise<OpenProgramme | undefined> {
  return tx
    .selectFrom('programme')
    .select(['id', 'slug', 'time_zone as timeZone'])
    .where('slug', '=', slug)
    .where('status', '=', 'open')
    .executeTakeFirst()
}

const territories = (tx: Tx, programmeId: ProgrammeId) =>
  tx
    .selectFrom('sub_project_municipality as m')
    .innerJoin('sub_project as s', (join) =>
      join.onRef('s.programme_id', '=', 'm.programme_id').onRef('s.id', '=', 'm.sub_project_id'),
    )
    .innerJoin('partner as p', (join) =>
      join.onRef('p.programme_id', '=', 's.programme_id').onRef('p.id', '=', 's.partner_id'),
    )
    .select([
      'm.municipality_code as municipalityCode',
      's.id as subProjectId',
      's.name as subProjectName',
      'p.id as partnerId',
      'p.name as partnerName',
    ])
    .where('m.programme_id', '=', programmeId)
    .where('s.removed_at', 'is', null)

type TerritoryRow = Awaited<ReturnType<ReturnType<typeof territories>['execute']>>[number]

const toTerritory = (row: TerritoryRow): Territory => ({
  municipalityCode: row.municipalityCode,
  subProject: { id: row.subProjectId, name: row.subProjectName },
  partner: { id: row.partnerId, name: row.partnerName },
})

export async function findTerritory(
  tx: Tx,
  programmeId: ProgrammeId,
  code: string | null,
): Promise<Territory | undefined> {
  if (code === null) return undefined
  const row = await territories(tx, programmeId).where('m.municipality_code', '=', code).executeTakeFirst()
  return row && toTerritory(row)
}

export type NewRecord = {
  id: CompanyId
  organisationNumber: string
  name: string
  municipalityCode: string | null
  territory: Territory | undefined
  cameBy: 'interest-form' | 'coach' | 'referral'
  industryCode?: string | null
  interestMessage?: string | null
  on: PlainDate
}

/** False when the number is in the programme already, or this very record is kept. */
export async function insertCompany(tx: Tx, programmeId: ProgrammeId, record: NewRecord): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('company')
    .values({
      programme_id: programmeId,
      id: record.id,
      organisation_number: record.organisationNumber,
      name: record.name,
      municipality_code: record.municipalityCode,
      sub_project_id: record.territory?.subProject.id ?? null,
      partner_id: record.territory?.partner.id ?? null,
      status: 'interest',
      status_since: record.on,
      came_by: record.cameBy,
      industry_code: record.industryCode ?? null,
      interest_message: record.interestMessage || null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export type KnownCompany = { id: CompanyId; name: string; subProjectId: SubProjectId | null; coachId: PersonId | null }

export async function findByNumber(
  tx: Tx,
  programmeId: ProgrammeId,
  number: string,
): Promise<KnownCompany | undefined> {
  return tx
    .selectFrom('company')
    .select(['id', 'name', 'sub_project_id as subProjectId', 'coach_id as coachId'])
    .where('programme_id', '=', programmeId)
    .where('country', '=', 'SE')
    .where('organisation_number', '=', number)
    .executeTakeFirst()
}

/** Whether this very interest was received before. */
export async function isReceived(tx: Tx, programmeId: ProgrammeId, interestId: RecordId): Promise<boolean> {
  const found = await tx
    .selectFrom('event')
    .select('id')
    .where('programme_id', '=', programmeId)
    .where('subject_id', '=', interestId)
    .where('kind', 'in', ['company.interest-received', 'company.interest-joined'])
    .executeTakeFirst()
  return found !== undefined
}

/** Those of the focus areas that the programme has. */
export async function existingFocusAreas(
  tx: Tx,
  programmeId: ProgrammeId,
  ids: Interest['focusAreaIds'],
): Promise<FocusAreaId[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('focus_area')
    .select('id')
    .where('programme_id', '=', programmeId)
    .where('id', 'in', ids)
    .where('removed_at', 'is', null)
    .execute()
  return rows.map(({ id }) => id)
}

export type Receiver = { name: string; email: string; language: Language }

/**
 * Who is told of an interest: the coach of a company that has one and the lead of its sub-project; without a
 * sub-project, or when it has no lead, the programme managers.
 */
export async function listReceivers(
  tx: Tx,
  programmeId: ProgrammeId,
  subProjectId: SubProjectId | null,
  coachId: PersonId | null,
): Promise<Receiver[]> {
  const { rows } = await sql<{ name: string; email: string; language: string; role: string }>`
    select distinct u.name, u.email, u.language, g.role
      from role_grant g join auth."user" u on u.id = g.person_id
     where g.programme_id = ${programmeId} and ${heldNow()}
       and ((g.role = 'sub-project-lead' and g.sub_project_id = ${subProjectId})
         or (g.role = 'coach' and g.person_id = ${coachId})
         or g.role = 'programme-manager')
     order by u.email`.execute(tx)
  const near = rows.filter(({ role }) => role !== 'programme-manager')
  const told = near.length > 0 ? near : rows
  return [
    ...new Map(
      told.map(({ name, email, language }) => [email, { name, email, language: Language.parse(language) }]),
    ).values(),
  ]
}
