import { CONTACT_FACTS, WORKPLACE_FACTS, YEAR_FACTS } from '@stegvis/core/companies/facts.ts'
import type { Company, NewContact, NewWorkplace } from '@stegvis/core/companies/schema.ts'
import { latestSize, type StatedYear } from '@stegvis/core/companies/size/size.ts'
import { applyChanges, type FieldChange, type FieldRules, type FieldValue } from '@stegvis/core/kernel/changes.ts'
import type { CompanyId, RecordId } from '@stegvis/core/kernel/ids.ts'
import type { Actor } from '@stegvis/core/people/permissions.ts'
import { recordEvent } from '../../audit/store.ts'
import type { Tx } from '../../db/tenancy.ts'
import { type Outcome, refuseErrors } from '../../http/outcome.ts'
import { Problem } from '../../http/problem.ts'
import { requireCompany } from '../access.ts'
import { keyOf } from '../key.ts'
import { readCompany, refreshSearch } from '../record/service.ts'
import { updateCompany } from '../record/store.ts'
import { lockStanding } from '../standing/store.ts'
import {
  clearMainContact,
  insertContact,
  insertWorkplace,
  listYears,
  lockPart,
  type Part,
  saveYear,
  setRemoved,
  updatePart,
} from './store.ts'

const RULES: Record<Part, FieldRules> = { contact: CONTACT_FACTS, workplace: WORKPLACE_FACTS }

export async function addContact(tx: Tx, actor: Actor, companyId: CompanyId, contact: NewContact): Promise<Company> {
  await requireCompany(tx, actor, 'company.edit', companyId)
  const key = keyOf(actor, companyId)
  if (await insertContact(tx, key, contact)) {
    if (contact.main) await clearMainContact(tx, key, contact.id)
    await refreshSearch(tx, key)
    await tellPart(tx, actor, companyId, 'contact.added', contact.id, { name: contact.name })
  }
  return readCompany(tx, actor, companyId)
}

export async function addWorkplace(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  workplace: NewWorkplace,
): Promise<Company> {
  await requireCompany(tx, actor, 'company.edit', companyId)
  if (await insertWorkplace(tx, keyOf(actor, companyId), workplace)) {
    await tellPart(tx, actor, companyId, 'workplace.added', workplace.id, { name: workplace.name })
  }
  return readCompany(tx, actor, companyId)
}

/** Changes a contact or a workplace field by field. */
export async function changePart(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  part: Part,
  id: RecordId,
  changes: readonly FieldChange[],
): Promise<Outcome<Company>> {
  await requireCompany(tx, actor, 'company.edit', companyId)
  const key = keyOf(actor, companyId)
  const { fields } = await getPart(tx, actor, companyId, part, id)
  const { apply, conflicts, errors } = applyChanges(fields, changes, RULES[part])
  refuseErrors(errors)
  await updatePart(tx, key, part, id, apply)
  if (apply.some(({ field, to }) => field === 'main' && to === true)) await clearMainContact(tx, key, id)
  if (part === 'contact' && apply.length > 0) await refreshSearch(tx, key)
  for (const change of apply) {
    await tellPart(tx, actor, companyId, `${part}.changed`, id, { name: fields.name ?? null, ...change })
  }
  return { value: await readCompany(tx, actor, companyId), conflicts }
}

/** Takes a contact or a workplace away, or brings it back. */
export async function removePart(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  part: Part,
  id: RecordId,
  at: string | null,
): Promise<Company> {
  await requireCompany(tx, actor, 'company.edit', companyId)
  const key = keyOf(actor, companyId)
  const { fields, removed } = await getPart(tx, actor, companyId, part, id)
  if (removed !== (at !== null)) {
    await setRemoved(tx, key, part, id, at)
    if (part === 'contact') await refreshSearch(tx, key)
    const kind = at === null ? `${part}.restored` : `${part}.removed`
    await tellPart(tx, actor, companyId, kind, id, { name: fields.name ?? null })
  }
  return readCompany(tx, actor, companyId)
}

async function getPart(tx: Tx, actor: Actor, companyId: CompanyId, part: Part, id: RecordId) {
  const found = await lockPart(tx, keyOf(actor, companyId), part, id)
  if (!found) throw new Problem('not-found')
  return found
}

/** Changes the figures of one financial year; the size class of the company follows. */
export async function changeYear(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  year: number,
  changes: readonly FieldChange[],
): Promise<Outcome<Company>> {
  await requireCompany(tx, actor, 'company.edit', companyId)
  const key = keyOf(actor, companyId)
  await lockStanding(tx, key)
  const years = await listYears(tx, key)
  const empty: StatedYear = { year, employees: null, turnoverCents: null, balanceCents: null }
  const stated = years.find((candidate) => candidate.year === year) ?? empty
  const { year: _, ...figures } = stated
  const { apply, conflicts, errors } = applyChanges(figures, changes, YEAR_FACTS)
  refuseErrors(errors)
  if (apply.length > 0) {
    await saveYear(tx, key, { ...stated, ...Object.fromEntries(apply.map(({ field, to }) => [field, to])) })
    await updateCompany(tx, key, { size_class: latestSize(await listYears(tx, key), null)?.size ?? null })
    for (const change of apply)
      await tellPart(tx, actor, companyId, 'company.year-changed', undefined, { year, ...change })
  }
  return { value: await readCompany(tx, actor, companyId), conflicts }
}

async function tellPart(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  kind: string,
  subjectId: RecordId | undefined,
  detail: Record<string, FieldValue>,
): Promise<void> {
  await recordEvent(tx, actor, { kind, companyId, ...(subjectId && { subjectId }), detail, audience: 'all' })
}
