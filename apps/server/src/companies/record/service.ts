import { COMPANY_FACTS, TEAM_FACTS } from '@stegvis/core/companies/facts.ts'
import { searchTextOf } from '@stegvis/core/companies/list/search.ts'
import type { Company, CompanyDetails } from '@stegvis/core/companies/schema.ts'
import { latestSize, sizeOfYear } from '@stegvis/core/companies/size/size.ts'
import { applyChanges, type FieldChange } from '@stegvis/core/kernel/changes.ts'
import type { CompanyId, FocusAreaId } from '@stegvis/core/kernel/ids.ts'
import {
  type Action,
  type Actor,
  type CompanySubject,
  can,
  canEverywhere,
  PERMISSIONS,
} from '@stegvis/core/people/permissions.ts'
import { recordEvent } from '../../audit/store.ts'
import type { Tx } from '../../db/tenancy.ts'
import { type Outcome, refuseErrors } from '../../http/outcome.ts'
import { Problem } from '../../http/problem.ts'
import { requireCompany } from '../access.ts'
import { findTerritory } from '../intake/store.ts'
import { type CompanyKey, keyOf } from '../key.ts'
import { municipalityName } from '../municipalities.ts'
import { listContacts, listWorkplaces, listYears } from '../parts/store.ts'
import { listCoachPeriods, listStatusChanges, lockStanding } from '../standing/store.ts'
import { findSubject } from '../subject-store.ts'
import { findOpenedUntil } from '../timeline/store.ts'
import { searchableNumber } from './search-parts.ts'
import {
  addFocusAreas,
  type CompanyColumns,
  getDetails,
  getRegister,
  getSearchParts,
  listFocusAreaIds,
  lockFacts,
  removeFocusAreas,
  updateCompany,
} from './store.ts'

/**
 * Kronor and other currencies are not converted yet: thresholds are in euro and the Recommendation fixes no rate,
 * so every size is by headcount and says so.
 */
const EURO_RATE = null

const ACTIONS = Object.keys(PERMISSIONS) as Action[]

/** The company as this person may see it. Throws `not-found` when they may not know of it. */
export async function readCompany(tx: Tx, actor: Actor, companyId: CompanyId): Promise<Company> {
  const subject = await findSubject(tx, actor, companyId)
  if (!subject) throw new Problem('not-found')
  const isFull = can(actor, 'company.read', subject)
  if (!isFull && !canEverywhere(actor, 'company.list')) throw new Problem('not-found')
  const key = keyOf(actor, companyId)
  const { register, coachContact } = await getRegister(tx, key)
  return {
    ...register,
    may: ACTIONS.filter((action) => can(actor, action, subject)),
    openedUntil: subject.openedWithReason ? await findOpenedUntil(tx, key, actor.personId) : null,
    coachContact: isFull ? coachContact : null,
    details: isFull ? await readDetails(tx, actor, subject) : null,
  }
}

async function readDetails(tx: Tx, actor: Actor, subject: CompanySubject): Promise<CompanyDetails> {
  const key = keyOf(actor, subject.companyId)
  const years = await listYears(tx, key)
  const seesReasons = can(actor, 'company.status', subject)
  return {
    ...(await getDetails(tx, key)),
    size: latestSize(years, EURO_RATE),
    years: years.map((stated) => ({ ...stated, ...(sizeOfYear(stated, EURO_RATE) ?? { size: null, basis: null }) })),
    contacts: await listContacts(tx, key),
    workplaces: await listWorkplaces(tx, key),
    statusHistory: (await listStatusChanges(tx, key)).map((change) =>
      seesReasons ? change : { ...change, reason: null },
    ),
    coachHistory: (await listCoachPeriods(tx, key)).map((period) => (seesReasons ? period : { ...period, note: null })),
  }
}

/** Changes facts field by field; what others changed first is told in the outcome. */
export async function changeFacts(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  changes: readonly FieldChange[],
): Promise<Outcome<Company>> {
  const subject = await requireCompany(tx, actor, 'company.edit', companyId)
  if (changes.some(({ field }) => TEAM_FACTS.has(field)) && !can(actor, 'company.status', subject)) {
    throw new Problem('not-allowed')
  }
  const key = keyOf(actor, companyId)
  const { apply, conflicts, errors } = applyChanges(await lockFacts(tx, key), changes, COMPANY_FACTS)
  refuseErrors(errors)
  if (apply.length > 0) {
    await updateCompany(tx, key, await follow(tx, subject, key, apply), apply)
    await refreshSearch(tx, key)
    for (const change of apply) {
      await recordEvent(tx, actor, { kind: 'company.changed', companyId, detail: change, audience: 'all' })
    }
  }
  return { value: await readCompany(tx, actor, companyId), conflicts }
}

/**
 * A company without a coach follows its municipality to the sub-project there. With a coach it stays: moving it
 * then is a hand-over between people.
 */
async function follow(
  tx: Tx,
  subject: CompanySubject,
  key: CompanyKey,
  apply: readonly FieldChange[],
): Promise<CompanyColumns> {
  const moved = apply.find(({ field }) => field === 'municipalityCode')
  if (!moved || subject.coachId !== null || typeof moved.to !== 'string') return {}
  const territory = await findTerritory(tx, key.programmeId, moved.to)
  return territory ? { sub_project_id: territory.subProject.id, partner_id: territory.partner.id } : {}
}

/** Keeps what is searched in step with name, place and contacts. */
export async function refreshSearch(tx: Tx, key: CompanyKey): Promise<void> {
  const parts = await getSearchParts(tx, key)
  await updateCompany(tx, key, {
    search_text: searchTextOf([
      parts.name,
      searchableNumber(parts.number),
      municipalityName(parts.municipalityCode),
      parts.city,
    ]),
    contact_text: searchTextOf(parts.contacts),
  })
}

/** Chooses the focus areas the company wants help with. Throws `changed-meanwhile` when they were others. */
export async function changeFocusAreas(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  { from, to }: { from: readonly FocusAreaId[]; to: readonly FocusAreaId[] },
): Promise<Company> {
  await requireCompany(tx, actor, 'company.edit', companyId)
  const key = keyOf(actor, companyId)
  await lockStanding(tx, key)
  const present = await listFocusAreaIds(tx, key)
  const same = (ids: readonly FocusAreaId[]) => [...ids].sort().join() === [...present].sort().join()
  if (!same(to)) {
    if (!same(from)) throw new Problem('changed-meanwhile', undefined, { present })
    await addFocusAreas(
      tx,
      key,
      to.filter((id) => !present.includes(id)),
    )
    await removeFocusAreas(
      tx,
      key,
      present.filter((id) => !to.includes(id)),
    )
    await recordEvent(tx, actor, {
      kind: 'company.focus-areas-changed',
      companyId,
      detail: { from, to },
      audience: 'all',
    })
  }
  return readCompany(tx, actor, companyId)
}
