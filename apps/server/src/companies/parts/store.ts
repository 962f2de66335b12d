import type { Contact, NewContact, NewWorkplace, Workplace } from '@stegvis/core/companies/schema.ts'
import type { StatedYear } from '@stegvis/core/companies/size/size.ts'
import type { FieldChange, FieldValue } from '@stegvis/core/kernel/changes.ts'
import type { RecordId } from '@stegvis/core/kernel/ids.ts'
import { sql } from 'kysely'
import type { Tx } from '../../db/tenancy.ts'
import type { CompanyKey } from '../key.ts'

/** The parts of a company that are lists of their own: years, contacts, workplaces. */

export async function listYears(tx: Tx, key: CompanyKey): Promise<StatedYear[]> {
  return tx
    .selectFrom('company_year')
    .select(['year', 'employees', 'turnover_cents as turnoverCents', 'balance_cents as balanceCents'])
    .where('programme_id', '=', key.programmeId)
    .where('company_id', '=', key.companyId)
    .orderBy('year', 'desc')
    .execute()
}

/** Keeps the year as given; a year without any figure is not kept. */
export async function saveYear(tx: Tx, key: CompanyKey, year: StatedYear): Promise<void> {
  const figures = { employees: year.employees, turnover_cents: year.turnoverCents, balance_cents: year.balanceCents }
  if (Object.values(figures).every((figure) => figure === null)) {
    await tx
      .deleteFrom('company_year')
      .where('programme_id', '=', key.programmeId)
      .where('company_id', '=', key.companyId)
      .where('year', '=', year.year)
      .execute()
    return
  }
  await tx
    .insertInto('company_year')
    .values({ programme_id: key.programmeId, company_id: key.companyId, year: year.year, ...figures })
    .onConflict((conflict) => conflict.columns(['programme_id', 'company_id', 'year']).doUpdateSet(figures))
    .execute()
}

export async function listContacts(tx: Tx, key: CompanyKey): Promise<Contact[]> {
  return tx
    .selectFrom('contact as k')
    .select(['k.id', 'k.name', 'k.email', 'k.phone', 'k.title', 'k.main'])
    .select((select) =>
      select
        .exists(
          select
            .selectFrom('role_grant as g')
            .innerJoin('auth.user as u', 'u.id', 'g.person_id')
            .select('g.id')
            .whereRef('g.programme_id', '=', 'k.programme_id')
            .whereRef('g.company_id', '=', 'k.company_id')
            .whereRef('u.email', '=', 'k.email')
            .where('g.revoked_at', 'is', null),
        )
        .$castTo<boolean>()
        .as('signsIn'),
    )
    .where('k.programme_id', '=', key.programmeId)
    .where('k.company_id', '=', key.companyId)
    .where('k.removed_at', 'is', null)
    .orderBy('k.main', 'desc')
    .orderBy(sql`k.name collate "sv-SE-x-icu"`)
    .orderBy('k.id')
    .execute()
}

/** False when it is kept already: the request is a repeated one. */
export async function insertContact(tx: Tx, key: CompanyKey, contact: NewContact): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('contact')
    .values({
      programme_id: key.programmeId,
      id: contact.id,
      company_id: key.companyId,
      name: contact.name,
      email: contact.email ?? null,
      phone: contact.phone || null,
      title: contact.title || null,
      main: contact.main,
    })
    .onConflict((conflict) => conflict.columns(['programme_id', 'id']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export async function listWorkplaces(tx: Tx, key: CompanyKey): Promise<Workplace[]> {
  return tx
    .selectFrom('workplace')
    .select([
      'id',
      'name',
      'workplace_number as workplaceNumber',
      'municipality_code as municipalityCode',
      'address',
      'employees',
    ])
    .where('programme_id', '=', key.programmeId)
    .where('company_id', '=', key.companyId)
    .where('removed_at', 'is', null)
    .orderBy(sql`name collate "sv-SE-x-icu"`)
    .orderBy('id')
    .execute()
}

export async function insertWorkplace(tx: Tx, key: CompanyKey, workplace: NewWorkplace): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('workplace')
    .values({ programme_id: key.programmeId, id: workplace.id, company_id: key.companyId, name: workplace.name })
    .onConflict((conflict) => conflict.columns(['programme_id', 'id']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** A contact or a workplace: both are changed, removed and brought back in the same way. */
export type Part = 'contact' | 'workplace'

const COLUMNS: Record<Part, Record<string, string>> = {
  contact: { name: 'name', email: 'email', phone: 'phone', title: 'title', main: 'main' },
  workplace: {
    name: 'name',
    workplaceNumber: 'workplace_number',
    municipalityCode: 'municipality_code',
    address: 'address',
    employees: 'employees',
  },
}

/** The fields as they are now, kept from changing; undefined when there is no such part in this company. */
export async function lockPart(
  tx: Tx,
  key: CompanyKey,
  part: Part,
  id: RecordId,
): Promise<{ fields: Record<string, FieldValue>; removed: boolean } | undefined> {
  const row: Record<string, unknown> | undefined = await tx
    .selectFrom(part)
    .selectAll()
    .where('programme_id', '=', key.programmeId)
    .where('company_id', '=', key.companyId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return undefined
  const fields = Object.entries(COLUMNS[part]).map(([field, column]) => [field, row[column] as FieldValue])
  return { fields: Object.fromEntries(fields), removed: row.removed_at !== null }
}

export async function updatePart(
  tx: Tx,
  key: CompanyKey,
  part: Part,
  id: RecordId,
  changes: readonly FieldChange[],
): Promise<void> {
  if (changes.length === 0) return
  await tx
    .updateTable(part)
    .set(Object.fromEntries(changes.map(({ field, to }) => [COLUMNS[part][field]!, to])))
    .where('programme_id', '=', key.programmeId)
    .where('company_id', '=', key.companyId)
    .where('id', '=', id)
    .execute()
}

/** Removed parts are kept, so that a removal can be undone. */
export async function setRemoved(tx: Tx, key: CompanyKey, part: Part, id: RecordId, at: string | null): Promise<void> {
  await tx
    .updateTable(part)
    .set({ removed_at: at })
    .where('programme_id', '=', key.programmeId)
    .where('company_id', '=', key.companyId)
    .where('id', '=', id)
    .execute()
}

/** At most one contact is the main one. */
export async function clearMainContact(tx: Tx, key: CompanyKey, except: RecordId): Promise<void> {
  await tx
    .updateTable('contact')
    .set({ main: false })
    .where('programme_id', '=', key.programmeId)
    .where('company_id', '=', key.companyId)
    .where('id', '!=', except)
    .where('main', '=', true)
    .execute()
}
