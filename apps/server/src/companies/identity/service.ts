import { formatNumber } from '@stegvis/core/companies/organisation-number.ts'
import { checkIndustry, type IndustryScheme } from '@stegvis/core/identity/industry.ts'
import { type CheckedNumber, checkNumber, numberSchemes } from '@stegvis/core/identity/number.ts'
import {
  type CompanyIdentity,
  type IdentifierChange,
  type IndustryInput,
  identifierFault,
  industryFaults,
  industryInfo,
  offeredSchemes,
  type Place,
} from '@stegvis/core/identity/records.ts'
import { SCHEMES, type SchemeKey } from '@stegvis/core/identity/schemes.ts'
import type { CompanyId, RecordId } from '@stegvis/core/kernel/ids.ts'
import { type Actor, can } from '@stegvis/core/people/permissions.ts'
import { recordEvent } from '../../audit/store.ts'
import type { Tx } from '../../db/tenancy.ts'
import { refuseFaults } from '../../http/faults.ts'
import { Problem } from '../../http/problem.ts'
import { municipalitiesOf } from '../../programmes/geography.ts'
import { requireCompany, requireInCompany } from '../access.ts'
import { keyOf } from '../key.ts'
import { listWorkplaces } from '../parts/store.ts'
import { lockStanding } from '../standing/store.ts'
import {
  deleteIdentifier,
  getRecord,
  insertIndustry,
  listIdentifiers,
  listIndustries,
  type StoredIndustry,
  saveIdentifier,
  setIndustryRemoved,
  updateIndustry,
} from './store.ts'
import { CLASSIFICATIONS } from './tables.ts'

/** What a company is called by registers, what it does and where. */
export async function readIdentity(tx: Tx, actor: Actor, companyId: CompanyId): Promise<CompanyIdentity> {
  const subject = await requireInCompany(tx, actor, 'company.read', companyId)
  const key = keyOf(actor, companyId)
  const record = await getRecord(tx, key)
  const { country, industryCode } = record
  const own = ownNumber(record)
  const derived = (own?.derived ?? []).map(({ scheme, value }) => ({ scheme, name: SCHEMES[scheme].name, value }))
  const identifiers = await listIdentifiers(tx, key)
  const industries = (await listIndustries(tx, key)).filter(({ removed }) => !removed)
  const place = placeIn(country)
  return {
    number: {
      ...{ country, scheme: own?.scheme ?? 'se-orgnr', name: own?.name ?? SCHEMES['se-orgnr'].name },
      value: own?.value ?? formatNumber(record.number),
      personal: own?.personal ?? false,
    },
    derived,
    identifiers: identifiers.map(({ scheme, value, by, at }) => ({
      ...{ scheme, name: SCHEMES[scheme].name, value, by, at, checked: checkNumber(scheme, value).by },
      differs: derived.some((other) => other.scheme === scheme && other.value !== value),
    })),
    offered: offeredSchemes(country, own?.personal ?? false).map((scheme) => {
      const { name, looks } = SCHEMES[scheme]
      return { scheme, name, looks }
    }),
    mainIndustry: industryCode === null ? null : { code: industryCode, ...infoOf('sni-2007', industryCode) },
    industries: industries.map(({ removed: _, ...entry }) => ({ ...entry, ...infoOf(entry.scheme, entry.code) })),
    place: place(record.municipalityCode),
    workplaces: (await listWorkplaces(tx, key)).map(({ id, name, workplaceNumber, municipalityCode }) => ({
      ...{ id, name, number: workplaceNumber, place: place(municipalityCode) },
    })),
    mayEdit: can(actor, 'company.edit', subject),
  }
}

/** The company's own number by the scheme of its country that it fits. */
function ownNumber({ country, number }: { country: string; number: string }): CheckedNumber | undefined {
  return numberSchemes(country)
    .map((scheme) => checkNumber(scheme, number))
    .find(({ valid }) => valid)
}

const infoOf = (scheme: IndustryScheme, code: string) => industryInfo(checkIndustry(CLASSIFICATIONS, scheme, code))

/** Source: content/geography/; a NUTS 2 region is the first four signs of its NUTS 3 regions. */
function placeIn(country: string): (code: string | null) => Place | null {
  const byCode = new Map(municipalitiesOf(country).map((municipality) => [municipality.code, municipality]))
  return (code) => {
    const found = code === null ? undefined : byCode.get(code)
    if (!found) return null
    const { name, county, nuts3 } = found
    return { municipality: { code: found.code, name }, county, nuts3, nuts2: nuts3.slice(0, 4) }
  }
}

/** Changes one identifier of the company; null takes it away. Throws `changed-meanwhile` with the one there is. */
export async function changeIdentifier(
  tx: Tx,
  actor: Actor,
  { companyId, scheme }: { companyId: CompanyId; scheme: SchemeKey },
  { from, to }: IdentifierChange,
  now: string,
): Promise<void> {
  await requireCompany(tx, actor, 'company.edit', companyId)
  const key = keyOf(actor, companyId)
  await lockStanding(tx, key)
  const record = await getRecord(tx, key)
  const offered = offeredSchemes(record.country, ownNumber(record)?.personal ?? false)
  const fault = to === null ? null : identifierFault(scheme, to, offered)
  refuseFaults(fault ? [fault] : [])
  const value = to === null ? null : checkNumber(scheme, to).value
  const present = (await listIdentifiers(tx, key)).find((each) => each.scheme === scheme)?.value ?? null
  if (present === value) return
  if (present !== from) throw new Problem('changed-meanwhile', undefined, { present })
  if (value === null) await deleteIdentifier(tx, key, scheme)
  else await saveIdentifier(tx, key, { scheme, value, by: actor.personId, at: now })
  const detail = { field: scheme, from: present, to: value }
  await recordEvent(tx, actor, { kind: 'company.changed', companyId, detail, audience: 'all' })
}

type Key = { companyId: CompanyId; id: RecordId }

/** Adds an industry code, or changes one. Throws `invalid-input` where it is none, or stands for the time already. */
export async function putIndustry(tx: Tx, actor: Actor, key: Key, input: IndustryInput, now: string): Promise<void> {
  const { before, others, company } = await openIndustries(tx, actor, key)
  const { base, ...sent } = input
  refuseFaults(industryFaults(CLASSIFICATIONS, sent, others))
  const entry = { ...sent, code: checkIndustry(CLASSIFICATIONS, sent.scheme, sent.code).code! }
  if (before && !before.removed && isSame(before, entry)) return
  requireBase(before, base)
  const written = { ...entry, id: key.id, by: actor.personId, at: now }
  if (before) await updateIndustry(tx, company, written)
  else await insertIndustry(tx, company, written)
  await tell(tx, actor, key, before ? 'company.industry-changed' : 'company.industry-added', { before, after: entry })
}

/** Takes an industry code away at an instant, or brings it back with null, where nothing stands in its place. */
export async function removeIndustry(
  tx: Tx,
  actor: Actor,
  key: Key,
  at: { base: number; now: string } | null,
): Promise<void> {
  const { before, others, company } = await openIndustries(tx, actor, key)
  if (!before) throw new Problem('not-found')
  if (before.removed === (at !== null)) return
  if (at) requireBase(before, at.base)
  else refuseFaults(industryFaults(CLASSIFICATIONS, before, others))
  await setIndustryRemoved(tx, company, key.id, at?.now ?? null)
  await tell(tx, actor, key, at ? 'company.industry-removed' : 'company.industry-restored', { before })
}

async function openIndustries(tx: Tx, actor: Actor, { companyId, id }: Key) {
  await requireCompany(tx, actor, 'company.edit', companyId)
  const company = keyOf(actor, companyId)
  await lockStanding(tx, company)
  const all = await listIndustries(tx, company)
  const others = all.filter((each) => each.id !== id && !each.removed)
  return { company, others, before: all.find((each) => each.id === id) }
}

const shown = ({ scheme, code, rank, from, to }: Omit<IndustryInput, 'base'>) => ({ scheme, code, rank, from, to })

function isSame(before: StoredIndustry, entry: Omit<IndustryInput, 'base'>): boolean {
  return JSON.stringify(shown(before)) === JSON.stringify(shown(entry))
}

function requireBase(before: StoredIndustry | undefined, base: number): void {
  if ((before?.revision ?? 0) === base) return
  const present = before && !before.removed ? { ...shown(before), revision: before.revision } : null
  throw new Problem('changed-meanwhile', undefined, { present })
}

type Change = { before: StoredIndustry | undefined; after?: Omit<IndustryInput, 'base'> }

async function tell(tx: Tx, actor: Actor, { companyId, id }: Key, kind: string, change: Change): Promise<void> {
  const detail = {
    before: change.before ? shown(change.before) : null,
    after: change.after ? shown(change.after) : null,
  }
  await recordEvent(tx, actor, { kind, companyId, subjectId: id, detail, audience: 'all' })
}
