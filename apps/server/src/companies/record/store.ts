import type { COMPANY_FACTS } from '@stegvis/core/companies/facts.ts'
import type { CompanyDetails, CompanyRegister } from '@stegvis/core/companies/schema.ts'
import type { SizeClass } from '@stegvis/core/companies/size.ts'
import type { CompanyStatus } from '@stegvis/core/companies/status.ts'
import type { FieldChange, FieldValue } from '@stegvis/core/kernel/changes.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type {
  CompanyId,
  FocusAreaId,
  PartnerId,
  PersonId,
  ProgrammeId,
  RecordId,
  SubProjectId,
} from '@stegvis/core/kernel/ids.ts'
import { sql } from 'kysely'
import type { Tx } from '../../db/tenancy.ts'
import { Problem } from '../../http/problem.ts'

/** Where a record of a company is: the tenant and the company, which start every key. */
export type CompanyKey = { programmeId: ProgrammeId; companyId: CompanyId }

const FACT_COLUMNS = {
  name: 'name',
  municipalityCode: 'municipality_code',
  industryCode: 'industry_code',
  legalForm: 'legal_form',
  address: 'address',
  postcode: 'postcode',
  city: 'city',
  website: 'website',
  description: 'description',
  nextStep: 'next_step',
  nextStepOn: 'next_step_on',
} as const satisfies Record<keyof typeof COMPANY_FACTS, string>

export async function getRegister(
  tx: Tx,
  key: CompanyKey,
): Promise<CompanyRegister & { rawNumber: string; coachContact: string | null }> {
  const row = await tx
    .selectFrom('company as c')
    .leftJoin('partner as p', (join) =>
      join.onRef('p.programme_id', '=', 'c.programme_id').onRef('p.id', '=', 'c.partner_id'),
    )
    .leftJoin('sub_project as s', (join) =>
      join.onRef('s.programme_id', '=', 'c.programme_id').onRef('s.id', '=', 'c.sub_project_id'),
    )
    .leftJoin('auth.user as u', 'u.id', 'c.coach_id')
    .select([
      'c.id',
      'c.name',
      'c.organisation_number as rawNumber',
      'c.municipality_code as municipalityCode',
      'c.industry_code as industryCode',
      'c.status',
      'c.status_since as statusSince',
      'c.partner_id',
      'p.name as partner',
      'c.sub_project_id',
      's.name as subProject',
      'c.coach_id',
      'u.name as coach',
      'u.email as coachContact',
    ])
    .where('c.programme_id', '=', key.programmeId)
    .where('c.id', '=', key.companyId)
    .executeTakeFirst()
  if (!row) throw new Problem('not-found')
  const { partner_id, sub_project_id, coach_id, partner, subProject, coach, ...rest } = row
  return {
    ...rest,
    organisationNumber: rest.rawNumber,
    partner: named(partner_id, partner),
    subProject: named(sub_project_id, subProject),
    coach: named(coach_id, coach),
  }
}

export function named<Id>(id: Id | null, name: string | null): { id: Id; name: string } | null {
  return id === null ? null : { id, name: name ?? '' }
}

type Details = Pick<
  CompanyDetails,
  | 'facts'
  | 'cameBy'
  | 'createdAt'
  | 'lastContactOn'
  | 'interestMessage'
  | 'focusAreaIds'
  | 'statusHistory'
  | 'coachHistory'
>

/** What the company table and the histories hold beyond the register. */
export async function getDetails(tx: Tx, key: CompanyKey): Promise<Details> {
  const row = await tx
    .selectFrom('company')
    .selectAll()
    .where('programme_id', '=', key.programmeId)
    .where('id', '=', key.companyId)
    .executeTakeFirstOrThrow()
  return {
    facts: factsOf(row),
    cameBy: row.came_by,
    createdAt: row.created_at,
    lastContactOn: row.last_contact_on,
    interestMessage: row.interest_message,
    focusAreaIds: await listFocusAreaIds(tx, key),
    statusHistory: await listStatusChanges(tx, key),
    coachHistory: await listCoachPeriods(tx, key),
  }
}

type FactRow = { [K in keyof typeof FACT_COLUMNS as (typeof FACT_COLUMNS)[K]]: CompanyDetails['facts'][K] }

function factsOf(row: FactRow): CompanyDetails['facts'] {
  const entries = Object.entries(FACT_COLUMNS).map(([field, column]) => [field, row[column]])
  return Object.fromEntries(entries) as CompanyDetails['facts']
}

/** The facts as they are now, kept from changing until the transaction ends. */
export async function lockFacts(tx: Tx, key: CompanyKey): Promise<Record<string, FieldValue>> {
  const row = await tx
    .selectFrom('company')
    .select(Object.values(FACT_COLUMNS))
    .where('programme_id', '=', key.programmeId)
    .where('id', '=', key.companyId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return factsOf(row)
}

export type CompanyColumns = {
  partner_id?: PartnerId | null
  sub_project_id?: SubProjectId | null
  coach_id?: PersonId | null
  status?: CompanyStatus
  status_since?: PlainDate
  size_class?: SizeClass | null
  search_text?: string
  contact_text?: string
}

export async function updateCompany(
  tx: Tx,
  key: CompanyKey,
  columns: CompanyColumns,
  changes: readonly FieldChange[] = [],
): Promise<void> {
  const facts = changes.map(({ field, to }) => [FACT_COLUMNS[field as keyof typeof FACT_COLUMNS], to])
  await tx
    .updateTable('company')
    .set({ ...Object.fromEntries(facts), ...columns, revision: sql`revision + 1` })
    .where('programme_id', '=', key.programmeId)
    .where('id', '=', key.companyId)
    .execute()
}

/** What the search text is made of. */
export async function getSearchParts(
  tx: Tx,
  key: CompanyKey,
): Promise<{ name: string; number: string; municipalityCode: string | null; city: string | null; contacts: string[] }> {
  const row = await tx
    .selectFrom('company')
    .select(['name', 'organisation_number as number', 'municipality_code as municipalityCode', 'city'])
    .where('programme_id', '=', key.programmeId)
    .where('id', '=', key.companyId)
    .executeTakeFirstOrThrow()
  const contacts = await tx
    .selectFrom('contact')
    .select(['name', 'email'])
    .where('programme_id', '=', key.programmeId)
    .where('company_id', '=', key.companyId)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute()
  return { ...row, contacts: contacts.flatMap(({ name, email }) => [name, email ?? '']) }
}

async function listFocusAreaIds(tx: Tx, key: CompanyKey): Promise<FocusAreaId[]> {
  const rows = await tx
    .selectFrom('company_focus_area')
    .select('focus_area_id as id')
    .where('programme_id', '=', key.programmeId)
    .where('company_id', '=', key.companyId)
    .orderBy('focus_area_id')
    .execute()
  return rows.map(({ id }) => id)
}

export async function addFocusAreas(tx: Tx, key: CompanyKey, ids: readonly FocusAreaId[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .insertInto('company_focus_area')
    .values(ids.map((id) => ({ programme_id: key.programmeId, company_id: key.companyId, focus_area_id: id })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function removeFocusAreas(tx: Tx, key: CompanyKey, ids: readonly FocusAreaId[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .deleteFrom('company_focus_area')
    .where('programme_id', '=', key.programmeId)
    .where('company_id', '=', key.companyId)
    .where('focus_area_id', 'in', [...ids])
    .execute()
}

async function listStatusChanges(tx: Tx, key: CompanyKey): Promise<CompanyDetails['statusHistory']> {
  return tx
    .selectFrom('company_status_change as h')
    .leftJoin('auth.user as u', 'u.id', 'h.changed_by')
    .select(['h.id', 'h.from_status as from', 'h.to_status as to', 'h.reason', 'u.name as by', 'h.changed_on as on'])
    .where('h.programme_id', '=', key.programmeId)
    .where('h.company_id', '=', key.companyId)
    .orderBy('h.changed_at', 'desc')
    .orderBy('h.id', 'desc')
    .$narrowType<{ from: CompanyStatus | null; to: CompanyStatus }>()
    .execute()
}

async function listCoachPeriods(tx: Tx, key: CompanyKey): Promise<CompanyDetails['coachHistory']> {
  return tx
    .selectFrom('coach_assignment as a')
    .leftJoin('auth.user as u', 'u.id', 'a.coach_id')
    .select(['a.id', sql<string>`coalesce(u.name, '')`.as('coach'), 'a.from_on as from', 'a.to_on as to', 'a.note'])
    .where('a.programme_id', '=', key.programmeId)
    .where('a.company_id', '=', key.companyId)
    .orderBy('a.from_on', 'desc')
    .orderBy('a.id', 'desc')
    .execute()
}

export type NewStatusChange = {
  id: RecordId
  from: CompanyStatus | null
  to: CompanyStatus
  reason: string | null
  by: PersonId | null
  on: PlainDate
}

/** False when this change is kept already: the request is a repeated one. */
export async function insertStatusChange(tx: Tx, key: CompanyKey, change: NewStatusChange): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('company_status_change')
    .values({
      programme_id: key.programmeId,
      id: change.id,
      company_id: key.companyId,
      from_status: change.from,
      to_status: change.to,
      reason: change.reason,
      changed_by: change.by,
      changed_on: change.on,
    })
    .onConflict((conflict) => conflict.columns(['programme_id', 'id']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Status and coach as they are now, kept from changing until the transaction ends. */
export async function lockStanding(
  tx: Tx,
  key: CompanyKey,
): Promise<{ status: CompanyStatus; coachId: PersonId | null; partnerId: PartnerId | null; name: string }> {
  return tx
    .selectFrom('company')
    .select(['status', 'coach_id as coachId', 'partner_id as partnerId', 'name'])
    .where('programme_id', '=', key.programmeId)
    .where('id', '=', key.companyId)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

/** Ends the present coach's time and begins the next one's. */
export async function insertCoachPeriod(
  tx: Tx,
  key: CompanyKey,
  period: { id: RecordId; coachId: PersonId; from: PlainDate; note: string | null; by: PersonId },
): Promise<void> {
  await tx
    .updateTable('coach_assignment')
    .set({ to_on: period.from })
    .where('programme_id', '=', key.programmeId)
    .where('company_id', '=', key.companyId)
    .where('to_on', 'is', null)
    .execute()
  await tx
    .insertInto('coach_assignment')
    .values({
      programme_id: key.programmeId,
      id: period.id,
      company_id: key.companyId,
      coach_id: period.coachId,
      from_on: period.from,
      note: period.note,
      assigned_by: period.by,
    })
    .execute()
}
