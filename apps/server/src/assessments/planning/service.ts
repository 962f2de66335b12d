import { planOccasion } from '@stegvis/core/assessments/rules.ts'
import type {
  Invitee,
  InviteeOption,
  NewOccasion,
  OccasionList,
  PlanningOptions,
} from '@stegvis/core/assessments/schema.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { AssessmentId, CompanyId, RecordId } from '@stegvis/core/kernel/ids.ts'
import type { DraftText } from '@stegvis/core/kernel/text.ts'
import type { Actor } from '@stegvis/core/people/permissions.ts'
import { recordEvent } from '../../audit/store.ts'
import { requireCompany, requireInCompany } from '../../companies/access.ts'
import type { Tx } from '../../db/tenancy.ts'
import type { Deps } from '../../deps.ts'
import { Problem } from '../../http/problem.ts'
import { requireOffered } from '../../models/offered.ts'
import { type CompanyPerson, ensureMember, readCompanyPeople } from '../../people/company-people/member-service.ts'
import { listRespondents } from '../answering/store.ts'
import { type AssessmentRecord, findAssessment, getHead, setStatus } from '../assessment-store.ts'
import { sendInvitations } from './invitation-mail.ts'
import {
  getCompanyName,
  hasOccasion,
  insertOccasion,
  insertRespondent,
  listLadders,
  listOccasions,
  listReachableContacts,
  removeRespondent,
} from './store.ts'

type Mailer = Pick<Deps, 'sendMail' | 'signIn' | 'models'>

export async function getPlanningOptions(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  today: PlainDate,
): Promise<PlanningOptions> {
  await requireCompany(tx, actor, 'assessment.plan', companyId)
  return {
    company: { id: companyId, name: await getCompanyName(tx, companyId) },
    ladders: await listLadders(tx, companyId),
    people: await listInvitees(tx, actor, companyId),
    today,
  }
}

/** The company's own people, then its contacts with an address who are not among them. */
async function listInvitees(tx: Tx, { programmeId }: Actor, companyId: CompanyId): Promise<InviteeOption[]> {
  const people = await readCompanyPeople(tx, programmeId, companyId)
  const contacts = await listReachableContacts(tx, companyId)
  const options: InviteeOption[] = [
    ...people.map(({ id, name, email, title }) => ({ personId: id, name, email, title })),
    ...contacts.map((contact) => ({ personId: null, ...contact })),
  ]
  return options.filter(({ email }, at) => options.findIndex((option) => option.email === email) === at)
}

export async function getOccasions(tx: Tx, actor: Actor, companyId: CompanyId): Promise<OccasionList> {
  await requireCompany(tx, actor, 'result.read', companyId)
  return { occasions: await listOccasions(tx, companyId) }
}

/** Starts measuring: one assessment for each ladder, and a mail to everybody asked. */
export async function startOccasion(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  input: NewOccasion,
  mailer: Mailer,
  today: PlainDate,
): Promise<OccasionList> {
  await requireCompany(tx, actor, 'assessment.plan', companyId)
  if (!(await hasOccasion(tx, input.id, companyId))) await insertNew(tx, actor, companyId, input, mailer, today)
  return { occasions: await listOccasions(tx, companyId) }
}

async function insertNew(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  input: NewOccasion,
  mailer: Mailer,
  today: PlainDate,
): Promise<void> {
  const offered = new Map((await listLadders(tx, companyId)).map((ladder) => [ladder.focusArea.id, ladder]))
  const ladders = input.ladders.map(({ assessmentId, focusAreaId }, at) => {
    const ladder = offered.get(focusAreaId)
    if (!ladder) {
      const errors = [{ pointer: `#/ladders/${at}/focusAreaId`, detail: 'not a focus area of the programme' }]
      throw new Problem('invalid-input', undefined, { errors })
    }
    return { assessmentId, ladder }
  })
  for (const { ladder } of ladders) await requireOffered(tx, mailer.models, ladder.model)
  const decision = planOccasion(
    input.kind,
    ladders.map(({ ladder }) => ({ ...ladder, focusAreaId: ladder.focusArea.id })),
  )
  if (!decision.ok) throw new Problem(decision.problem, decision.detail)
  await insertOccasion(tx, actor, {
    id: input.id,
    companyId,
    kind: input.kind,
    plannedOn: input.plannedOn,
    startedOn: today,
    assessments: ladders.map(({ assessmentId, ladder }) => ({
      id: assessmentId,
      focusAreaId: ladder.focusArea.id,
      modelId: ladder.model.id,
      modelVersion: ladder.model.version,
      modelKind: ladder.modelKind,
    })),
  })
  for (const { assessmentId } of ladders) {
    await recordEvent(tx, actor, {
      kind: 'assessment.started',
      companyId,
      subjectId: assessmentId,
      detail: { occasion: input.kind },
      audience: 'all',
    })
  }
  await invite(
    tx,
    actor,
    companyId,
    ladders.map(({ assessmentId, ladder }) => ({ assessmentId, name: ladder.focusArea.name })),
    input.invitees,
    mailer,
  )
}

type Asked = { assessmentId: AssessmentId; name: DraftText }

async function invite(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  ladders: readonly Asked[],
  invitees: readonly Invitee[],
  mailer: Mailer,
): Promise<void> {
  const people = await findPeople(tx, actor, companyId, invitees, mailer)
  const asked: CompanyPerson[] = []
  for (const person of people) {
    let isNew = false
    for (const { assessmentId } of ladders) {
      isNew = (await insertRespondent(tx, actor.programmeId, assessmentId, person)) || isNew
    }
    if (isNew) asked.push(person)
  }
  const mailed = asked.filter(({ id }) => id !== actor.personId)
  const company = await getCompanyName(tx, companyId)
  const { programmeId, name: inviter } = actor
  await sendInvitations(tx, mailer, mailed, { programmeId, inviter, company, kind: 'invited', ladders })
  for (const { assessmentId } of asked.length > 0 ? ladders : []) {
    await recordEvent(tx, actor, {
      kind: 'assessment.respondents-invited',
      companyId,
      subjectId: assessmentId,
      detail: { count: asked.length },
      audience: 'all',
    })
  }
}

/** Those asked, as people of the company; somebody new becomes a member of it. */
async function findPeople(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  invitees: readonly Invitee[],
  { signIn }: Mailer,
): Promise<CompanyPerson[]> {
  const people: CompanyPerson[] = []
  const found = new Map(
    (await readCompanyPeople(tx, actor.programmeId, companyId)).map((person) => [person.id, person]),
  )
  for (const [at, invitee] of invitees.entries()) {
    if ('personId' in invitee) {
      const person = found.get(invitee.personId)
      if (!person) {
        const errors = [{ pointer: `#/invitees/${at}`, detail: 'not one of the people of the company' }]
        throw new Problem('invalid-input', undefined, { errors })
      }
      people.push(person)
    } else {
      await requireCompany(tx, actor, 'company-people.invite', companyId)
      const { name, email, title = null, language = actor.language } = invitee
      const id = await signIn.ensurePerson(tx, { name, email, language })
      await ensureMember(tx, actor, companyId, { personId: id, title })
      people.push({ id, name, email, language, title })
    }
  }
  return [...new Map(people.map((person) => [person.id, person])).values()]
}

async function requireOpen(tx: Tx, actor: Actor, id: AssessmentId): Promise<AssessmentRecord> {
  const assessment = await findAssessment(tx, id, 'keep')
  if (!assessment) throw new Problem('not-found')
  await requireInCompany(tx, actor, 'assessment.plan', assessment.companyId)
  if (assessment.status === 'submitted' || assessment.status === 'withdrawn') throw new Problem('assessment-closed')
  return assessment
}

export async function inviteRespondents(
  tx: Tx,
  actor: Actor,
  id: AssessmentId,
  invitees: readonly Invitee[],
  mailer: Mailer,
  today: PlainDate,
) {
  const assessment = await requireOpen(tx, actor, id)
  const head = await getHead(tx, id, today)
  await invite(tx, actor, assessment.companyId, [{ assessmentId: id, name: head.focusArea.name }], invitees, mailer)
  return { respondents: await listRespondents(tx, id) }
}

/** Takes back an invitation. Somebody who has answered stays: what was said is kept. */
export async function uninviteRespondent(tx: Tx, actor: Actor, id: AssessmentId, respondentId: RecordId) {
  const assessment = await requireOpen(tx, actor, id)
  const respondents = await listRespondents(tx, id)
  if (!respondents.some((respondent) => respondent.id === respondentId)) throw new Problem('not-found')
  if (!(await removeRespondent(tx, id, respondentId))) throw new Problem('in-use', 'the person has answered')
  await recordEvent(tx, actor, {
    kind: 'assessment.respondent-removed',
    companyId: assessment.companyId,
    subjectId: id,
  })
  return { respondents: await listRespondents(tx, id) }
}

/** Mails a new link to someone who has not finished. */
export async function remindRespondent(
  tx: Tx,
  actor: Actor,
  id: AssessmentId,
  respondentId: RecordId,
  mailer: Mailer,
  today: PlainDate,
): Promise<void> {
  const assessment = await requireOpen(tx, actor, id)
  const respondent = (await listRespondents(tx, id)).find((one) => one.id === respondentId)
  if (!respondent) throw new Problem('not-found')
  if (respondent.completedAt !== null) throw new Problem('self-assessment-closed')
  const inCompany = await readCompanyPeople(tx, actor.programmeId, assessment.companyId)
  const people = inCompany.filter(({ id }) => id === respondent.personId)
  const { company, focusArea } = await getHead(tx, id, today)
  const ladders = [{ assessmentId: id, name: focusArea.name }]
  const { programmeId, name: inviter } = actor
  await sendInvitations(tx, mailer, people, { programmeId, inviter, company: company.name, kind: 'reminded', ladders })
  await recordEvent(tx, actor, {
    kind: 'assessment.respondent-reminded',
    companyId: assessment.companyId,
    subjectId: id,
    detail: { respondent: respondentId },
  })
}

/** Gives up a measurement that was never submitted; what was said in it is kept and shown nowhere. */
export async function withdrawAssessment(tx: Tx, actor: Actor, id: AssessmentId, reason: string): Promise<void> {
  const assessment = await findAssessment(tx, id, 'close')
  if (!assessment) throw new Problem('not-found')
  await requireInCompany(tx, actor, 'assessment.plan', assessment.companyId)
  if (assessment.status === 'withdrawn') return
  if (assessment.status === 'submitted') throw new Problem('assessment-closed')
  await setStatus(tx, id, 'withdrawn')
  await recordEvent(tx, actor, {
    kind: 'assessment.withdrawn',
    companyId: assessment.companyId,
    subjectId: id,
    detail: { reason },
    audience: 'all',
  })
}
