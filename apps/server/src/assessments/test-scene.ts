import { visibleQuestions } from '@stegvis/core/assessments/questions.ts'
import type { CompiledModel } from '@stegvis/core/assessments/walk.ts'
import type { AssessmentId, CompanyId, FocusAreaId, PersonId } from '@stegvis/core/kernel/ids.ts'
import type { Answer } from '@stegvis/core/models/answers.ts'
import type { InjectOptions } from 'fastify'
import type { TestApp } from '../../test/app.ts'
import { nextNumber } from '../../test/companies.ts'
import type { TestDatabase } from '../../test/database.ts'
import { giveRole, headersOf, makePerson, makeProgramme, signedInAs, type TestProgramme } from '../../test/people.ts'
import { newId } from '../ids.ts'

export const MODEL = { id: 'resource-efficient-production', version: '1.0.0' }

type Headers = Record<string, string>
export type TestPerson = { id: PersonId; name: string; email: string; headers: Headers }

let count = 0

/** A company with its coach, in a programme with one ladder: what every test of a measurement starts from. */
export async function makeScene(test: TestApp, database: TestDatabase) {
  const programme = await makeProgramme(database)
  const coach = await signedInAs(test, programme, { role: 'coach', partnerId: programme.partnerId })
  const focusAreaId = newId<FocusAreaId>()
  await database.inTenant({ programmeId: programme.id, personId: null }, (tx) =>
    tx
      .insertInto('focus_area')
      .values({
        programme_id: programme.id,
        id: focusAreaId,
        slug: 'resource-efficient-production',
        name: JSON.stringify({ sv: 'Resurseffektiv produktion', en: 'Resource-efficient production' }),
        model_id: MODEL.id,
        model_version: MODEL.version,
      })
      .execute(),
  )
  const company = await makeCompany(test, database, programme, coach.id)
  return { programme, coach, focusAreaId, ...company }
}
export type Scene = Awaited<ReturnType<typeof makeScene>>

export async function makeCompany(
  test: TestApp,
  database: TestDatabase,
  programme: TestProgramme,
  coachId: PersonId,
  employees?: number,
) {
  const companyId = newId<CompanyId>()
  await database.inTenant({ programmeId: programme.id, personId: null }, async (tx) => {
    await tx
      .insertInto('company')
      .values({
        programme_id: programme.id,
        id: companyId,
        organisation_number: nextNumber(),
        name: `Bolaget ${++count}`,
        partner_id: programme.partnerId,
        sub_project_id: programme.subProjectId,
        coach_id: coachId,
        status: 'active',
        status_since: '2026-01-01' as never,
        came_by: 'coach',
      })
      .execute()
    if (employees !== undefined) {
      await tx
        .insertInto('company_year')
        .values({ programme_id: programme.id, company_id: companyId, year: 2025, employees })
        .execute()
    }
  })
  const inCompany = async (role: 'company-manager' | 'company-member'): Promise<TestPerson> => {
    const person = await makePerson(database)
    await giveRole(database, programme.id, person.id, { role, companyId })
    return { ...person, headers: await headersOf(test, person) }
  }
  return { companyId, manager: await inCompany('company-manager'), member: await inCompany('company-member') }
}

/** Calls the interface of one programme as one person. */
export function callerOf({ app }: TestApp, programme: TestProgramme, person: { headers: Headers }) {
  return async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, payload?: InjectOptions['payload']) => {
    const url = `/api/programmes/${programme.slug}${path}`
    const reply = await app.inject({ method, url, headers: person.headers, ...(payload !== undefined && { payload }) })
    return { status: reply.statusCode, body: reply.body === '' ? null : reply.json(), headers: reply.headers }
  }
}
export type Call = ReturnType<typeof callerOf>

/** Starts measuring the scene's ladder; answers the id of the assessment. */
export async function startMeasuring(
  call: Call,
  scene: Pick<Scene, 'companyId' | 'focusAreaId'>,
  people: readonly PersonId[],
  kind: 'baseline' | 'follow-up' = 'baseline',
): Promise<AssessmentId> {
  const assessmentId = newId<AssessmentId>()
  const reply = await call('POST', `/companies/${scene.companyId}/occasions`, {
    id: newId(),
    kind,
    plannedOn: null,
    ladders: [{ assessmentId, focusAreaId: scene.focusAreaId }],
    invitees: people.map((personId) => ({ personId })),
  })
  if (reply.status !== 200) throw new Error(`starting answered ${reply.status}: ${JSON.stringify(reply.body)}`)
  return assessmentId
}

/** Answers to every question the ladder asks for when this rung is picked everywhere: its criteria met, those above not. */
export function wholeAnswers(
  model: CompiledModel,
  level: number,
  asked: 'self' | 'coach',
  remarks: { reason?: string } = {},
): Map<string, Answer> {
  const answers = new Map<string, Answer>(model.dimensions.map((id) => [id, { kind: 'rung', level, ...remarks }]))
  for (;;) {
    const open = visibleQuestions(model, answers, asked).filter(({ id }) => !answers.has(id))
    if (open.length === 0) return answers
    for (const { id, level: rung } of open) {
      const kind = (rung ?? 1) <= level ? 'yes' : 'no'
      answers.set(id, asked === 'coach' && kind === 'yes' ? { kind, evidence: 'E4' } : { kind })
    }
  }
}

export async function answerAll(call: Call, assessmentId: AssessmentId, answers: Iterable<[string, Answer]>) {
  for (const [question, value] of answers) {
    const reply = await call('PUT', `/assessments/${assessmentId}/answers/${question}`, { value, base: 0, seconds: 5 })
    if (reply.status !== 200) throw new Error(`${question} answered ${reply.status}: ${JSON.stringify(reply.body)}`)
  }
}

export async function findAll(call: Call, assessmentId: AssessmentId, answers: Iterable<[string, Answer]>) {
  for (const [question, value] of answers) {
    const reply = await call('PUT', `/assessments/${assessmentId}/findings/${question}`, { value, base: 0 })
    if (reply.status !== 200) throw new Error(`${question} found ${reply.status}: ${JSON.stringify(reply.body)}`)
  }
}
