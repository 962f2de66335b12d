import { isNewContact, LEAST_SECONDS_IN_FORM } from '@stegvis/core/companies/intake/fit.ts'
import type { Interest, NewCompany } from '@stegvis/core/companies/intake/schema.ts'
import type { Company } from '@stegvis/core/companies/schema.ts'
import { latestSize } from '@stegvis/core/companies/size/size.ts'
import { handOver } from '@stegvis/core/companies/standing/hand-over.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { CompanyId, PartnerId } from '@stegvis/core/kernel/ids.ts'
import type { Actor } from '@stegvis/core/people/permissions.ts'
import { recordEvent } from '../../audit/store.ts'
import type { Tx } from '../../db/tenancy.ts'
import type { Deps } from '../../deps.ts'
import { Problem } from '../../http/problem.ts'
import { newId } from '../../ids.ts'
import { limitAttempts } from '../../people/attempts.ts'
import { openCompanyTo } from '../../people/company-people/member-service.ts'
import { type CompanyKey, keyOf } from '../key.ts'
import { tellReceivers, thankContact } from '../mails.ts'
import { municipalityName } from '../municipalities.ts'
import { insertContact, listContacts, saveYear } from '../parts/store.ts'
import { readCompany, refreshSearch } from '../record/service.ts'
import { addFocusAreas, updateCompany } from '../record/store.ts'
import { findCoach } from '../standing/coach-store.ts'
import { insertCoachPeriod, insertStatusChange } from '../standing/store.ts'
import {
  existingFocusAreas,
  findByNumber,
  findOpenProgramme,
  findTerritory,
  insertCompany,
  isReceived,
  type KnownCompany,
  listReceivers,
  type OpenProgramme,
} from './store.ts'

const PER_ADDRESS = { attempts: 20, minutes: 60 }
const PER_MAIL = { attempts: 5, minutes: 24 * 60 }

/**
 * Takes an expression of interest. A number that is in the programme already joins its record; the visitor gets
 * the same answer. What a machine sent is dropped, also with the same answer.
 */
export async function receiveInterest(deps: Deps, slug: string, interest: Interest, ip: string): Promise<void> {
  const programme = await getOpenProgramme(deps.database, slug)
  await limitAttempts(deps.database, 'interest', ip, PER_ADDRESS)
  if (interest.homepage !== '') return
  // A restored draft can be sent by a person this fast; it is kept in the browser, and asking again costs a moment.
  if (interest.secondsInForm < LEAST_SECONDS_IN_FORM) throw new Problem('too-many-requests')
  await limitAttempts(deps.database, 'interest-mail', interest.email, PER_MAIL)
  await deps.database.inTenant(visitorTo(programme), (tx) =>
    keepInterest(tx, deps, programme, interest, deps.clock.today(programme.timeZone)),
  )
}

async function getOpenProgramme(database: Deps['database'], slug: string): Promise<OpenProgramme> {
  const programme = await database.asInstallation((tx) => findOpenProgramme(tx, slug), { readOnly: true })
  if (!programme) throw new Problem('not-found')
  return programme
}

const visitorTo = (programme: OpenProgramme) => ({ programmeId: programme.id, personId: null })

async function keepInterest(
  tx: Tx,
  deps: Deps,
  programme: OpenProgramme,
  interest: Interest,
  on: PlainDate,
): Promise<void> {
  if (await isReceived(tx, programme.id, interest.id)) return
  const territory = await findTerritory(tx, programme.id, interest.municipalityCode ?? null)
  const isNew = await insertCompany(tx, programme.id, {
    id: interest.id,
    organisationNumber: interest.organisationNumber,
    name: interest.companyName,
    municipalityCode: interest.municipalityCode ?? null,
    territory,
    cameBy: 'interest-form',
    industryCode: interest.industryCode ?? null,
    interestMessage: interest.message ?? null,
    on,
  })
  const company = await findByNumber(tx, programme.id, interest.organisationNumber)
  if (!company) throw new Error('the company of an interest is neither new nor known')
  if (isNew) await keepFacts(tx, programme, interest, on)
  await joinContact(tx, programme, company.id, interest)
  await refreshSearch(tx, keyOf({ programmeId: programme.id }, company.id))
  await recordInterest(tx, programme, company, interest, isNew)
  await sendMails(tx, deps, programme, company, interest, { isNew, partner: territory?.partner.name ?? null })
}

/** What the visitor said of a company that is new; a known one keeps its own facts. */
async function keepFacts(tx: Tx, programme: OpenProgramme, interest: Interest, on: PlainDate): Promise<void> {
  const key = keyOf({ programmeId: programme.id }, interest.id)
  await addFocusAreas(tx, key, await existingFocusAreas(tx, programme.id, interest.focusAreaIds))
  await insertStatusChange(tx, key, { id: newId(), from: null, to: 'interest', reason: null, by: null, on })
  const stated = {
    year: Number(on.slice(0, 4)) - 1,
    employees: interest.employees ?? null,
    turnoverCents: interest.turnoverCents ?? null,
    balanceCents: null,
  }
  await saveYear(tx, key, stated)
  await updateCompany(tx, key, { size_class: latestSize([stated], null)?.size ?? null })
}

async function joinContact(tx: Tx, programme: OpenProgramme, companyId: CompanyId, interest: Interest): Promise<void> {
  const key = keyOf({ programmeId: programme.id }, companyId)
  const known = await listContacts(tx, key)
  if (!isNewContact(known, interest.email)) return
  await insertContact(tx, key, {
    id: newId(),
    name: interest.contactName,
    email: interest.email,
    phone: interest.phone,
    main: known.length === 0,
  })
}

async function recordInterest(
  tx: Tx,
  programme: OpenProgramme,
  company: KnownCompany,
  interest: Interest,
  isNew: boolean,
): Promise<void> {
  const source = { programmeId: programme.id, personId: null }
  const { contactName, email, message, municipalityCode, focusAreaIds, employees, turnoverCents } = interest
  const said = { contactName, email, message, municipalityCode, focusAreaIds, employees, turnoverCents }
  await recordEvent(tx, source, {
    kind: isNew ? 'company.interest-received' : 'company.interest-joined',
    companyId: company.id,
    subjectId: interest.id,
    detail: isNew ? { contactName } : { team: said },
    // That somebody else wrote in the company's name is for the team to look into first.
    audience: isNew ? 'all' : 'team',
  })
}

async function sendMails(
  tx: Tx,
  deps: Deps,
  programme: OpenProgramme,
  company: KnownCompany,
  interest: Interest,
  { isNew, partner }: { isNew: boolean; partner: string | null },
): Promise<void> {
  const contact = { name: interest.contactName, email: interest.email, language: interest.language }
  const signsIn = await mayOpen(tx, deps, programme, company.id, contact, isNew)
  await thankContact(tx, deps, programme.id, contact, { company: company.name, partner, signsIn })
  const receivers = await listReceivers(tx, programme.id, company.subProjectId, company.coachId)
  await tellReceivers(tx, deps, programme.id, receivers, {
    companyId: company.id,
    company: company.name,
    contact: interest.contactName,
    municipality: municipalityName(interest.municipalityCode ?? null),
    message: interest.message || null,
    known: !isNew,
  })
}

/**
 * Whether the contact gets a link into the company. The first to name a company that is new opens it; a record that
 * exists opens only to those who hold a role there, since anyone can know a number. Who works in the programme
 * gets no company of their own this way.
 */
async function mayOpen(
  tx: Tx,
  { signIn }: Deps,
  programme: OpenProgramme,
  companyId: CompanyId,
  contact: Parameters<Deps['signIn']['ensurePerson']>[1],
  isNew: boolean,
): Promise<boolean> {
  const personId = await signIn.ensurePerson(tx, contact)
  return openCompanyTo(tx, programme.id, companyId, personId, { isNew })
}

/** Adds a company by hand. Throws `company-exists` with its id when the number is in the programme already. */
export async function addCompany(tx: Tx, actor: Actor, input: NewCompany, on: PlainDate): Promise<Company> {
  const key = keyOf(actor, input.id)
  const territory = await findTerritory(tx, actor.programmeId, input.municipalityCode ?? null)
  const isNew = await insertCompany(tx, actor.programmeId, {
    ...input,
    municipalityCode: input.municipalityCode ?? null,
    territory,
    on,
  })
  if (!isNew) {
    const known = await findByNumber(tx, actor.programmeId, input.organisationNumber)
    if (known?.id === input.id) return readCompany(tx, actor, input.id)
    throw new Problem('company-exists', undefined, known ? { companyId: known.id } : {})
  }
  await insertStatusChange(tx, key, { id: newId(), from: null, to: 'interest', reason: null, by: actor.personId, on })
  if (input.contact) await insertContact(tx, key, { ...input.contact, main: true })
  await coachOneself(tx, actor, key, territory?.partner.id ?? null, on)
  await refreshSearch(tx, key)
  const detail = { cameBy: input.cameBy }
  await recordEvent(tx, actor, { kind: 'company.created', companyId: input.id, detail, audience: 'all' })
  return readCompany(tx, actor, input.id)
}

/** A coach who brings a company in follows it from then on, unless another partner has its municipality. */
async function coachOneself(
  tx: Tx,
  actor: Actor,
  key: CompanyKey,
  partnerId: PartnerId | null,
  on: PlainDate,
): Promise<void> {
  const decision = handOver({ partnerId, coachId: null }, await findCoach(tx, actor.programmeId, actor.personId))
  if (!decision.ok) return
  await insertCoachPeriod(tx, key, { id: newId(), coachId: actor.personId, from: on, note: null, by: actor.personId })
  await updateCompany(tx, key, { coach_id: actor.personId })
}
