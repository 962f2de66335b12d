import type { COMPANY_FACTS } from '@stegvis/core/companies/facts.ts'
import type { CompanyDetails, CompanyRegister } from '@stegvis/core/companies/schema.ts'
import type { SizeClass } from '@stegvis/core/companies/size/size.ts'
import type { CompanyStatus } from '@stegvis/core/companies/standing/status.ts'
import type { FieldChange, FieldValue } from '@stegvis/core/kernel/changes.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { FocusAreaId, PartnerId, PersonId, SubProjectId } from '@stegvis/core/kernel/ids.ts'
import { sql } from 'kysely'
import type { Tx } from '../../db/tenancy.ts'
import { Problem } from '../../http/problem.ts'
import type { CompanyKey } from '../key.ts'
import { registerOf, selectRegister } from '../register-store.ts'

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

/** The register of a company, and its coach's mail address. Throws `not-found`. */
export async function getRegister(
  tx: Tx,
  key: CompanyKey,
): Promise<{ register: CompanyRegister; coachContact: string | null }> {
  const row = await selectRegister(tx)
    .select('u.email as coachContact')
    .where('c.programme_id', '=', key.programmeId)
    .where('c.id', '=', key.companyId)
    .executeTakeFirst()
  if (!row) throw new Problem('not-found')
  return { register: registerOf(row), coachContact: row.coachContact }
}

type Details = Pick<
  CompanyDetails,
  'facts' | 'cameBy' | 'createdAt' | 'lastContactOn' | 'interestMessage' | 'focusAreaIds'
>

/** What the company table holds beyond the register. */
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

export async function listFocusAreaIds(tx: Tx, key: CompanyKey): Promise<FocusAreaId[]> {
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
