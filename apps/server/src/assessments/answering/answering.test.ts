import type { AssessmentId } from '@stegvis/core/kernel/ids.ts'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../test/app.ts'
import { testDatabase } from '../../../test/database.ts'
import { giveRole, headersOf, makePerson, signedInAs } from '../../../test/people.ts'
import {
  answerAll,
  type Call,
  callerOf,
  findAll,
  MODEL,
  makeScene,
  type Scene,
  startMeasuring,
  wholeAnswers,
} from '../test-scene.ts'

const database = await testDatabase()
let app: TestApp

beforeAll(async () => {
  app = await testApp(database)
})

let scene: Scene
let coach: Call
let manager: Call
let member: Call
let assessmentId: AssessmentId

beforeEach(async () => {
  scene = await makeScene(app, database)
  coach = callerOf(app, scene.programme, scene.coach)
  manager = callerOf(app, scene.programme, scene.manager)
  member = callerOf(app, scene.programme, scene.member)
  assessmentId = await startMeasuring(coach, scene, [scene.member.id])
})

const answers = () => `/assessments/${assessmentId}/answers`
const rung = (level: number, base: number) => ({ value: { kind: 'rung', level }, base, seconds: 9 })

describe('an answer', () => {
  test('is there for the next request, with its revision', async () => {
    expect(await member('PUT', `${answers()}/flow`, rung(3, 0))).toMatchObject({ status: 200, body: { revision: 1 } })
    const { body } = await member('GET', `/assessments/${assessmentId}/answering`)
    expect(body.answers).toEqual([{ question: 'flow', value: { kind: 'rung', level: 3 }, revision: 1 }])
    expect(body.respondent.firstAnswerAt).not.toBeNull()
  })

  test('sent twice is saved once, and a change builds on the last', async () => {
    await member('PUT', `${answers()}/flow`, rung(3, 0))
    expect((await member('PUT', `${answers()}/flow`, rung(3, 0))).body.revision).toBe(1)
    expect((await member('PUT', `${answers()}/flow`, rung(4, 1))).body.revision).toBe(2)
    const stale = await member('PUT', `${answers()}/flow`, rung(2, 1))
    expect(stale).toMatchObject({
      status: 412,
      body: { type: '/problems/changed-meanwhile', present: { value: { level: 4 }, revision: 2 } },
    })
  })

  test('can be taken back', async () => {
    await member('PUT', `${answers()}/flow`, rung(3, 0))
    expect((await member('PUT', `${answers()}/flow`, { value: null, base: 1, seconds: null })).body.revision).toBe(2)
    const { body } = await member('GET', `/assessments/${assessmentId}/answering`)
    expect(body.answers).toEqual([{ question: 'flow', value: null, revision: 2 }])
  })

  test('keeps the seconds of the first time', async () => {
    await member('PUT', `${answers()}/flow`, rung(3, 0))
    await member('PUT', `${answers()}/flow`, { ...rung(4, 1), seconds: 1 })
    const row = await database.inTenant({ programmeId: scene.programme.id, personId: null }, (tx) =>
      tx.selectFrom('answer').select(['seconds', 'revision']).where('assessment_id', '=', assessmentId).execute(),
    )
    expect(row).toEqual([{ seconds: 9, revision: 2 }])
  })

  test('to a question the model does not have, of the wrong kind, or with evidence is refused by field', async () => {
    const put = (question: string, value: object) =>
      member('PUT', `${answers()}/${question}`, { value, base: 0, seconds: 1 })
    expect(await put('no-such', { kind: 'yes' })).toMatchObject({
      status: 422,
      body: { type: '/problems/answer-not-valid' },
    })
    expect((await put('flow', { kind: 'yes' })).status).toBe(422)
    expect((await put('flow', { kind: 'rung', level: 7 })).status).toBe(422)
    expect(await put('flow-2-map', { kind: 'yes', evidence: 'E4' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '#/value/evidence' }] },
    })
    expect((await put('flow-2-map', { kind: 'not-applicable' })).status).toBe(422)
  })
})

describe('whose answers they are', () => {
  test('who was not asked finds nothing: colleagues, the coach, other companies', async () => {
    const url = `/assessments/${assessmentId}/answering`
    expect((await manager('GET', url)).status).toBe(404)
    expect((await coach('GET', url)).status).toBe(403)
    const other = await makePerson(database)
    await giveRole(database, scene.programme.id, other.id, { role: 'company-member', companyId: scene.companyId })
    const colleague = callerOf(app, scene.programme, { headers: await headersOf(app, other) })
    expect((await colleague('GET', url)).status).toBe(404)
    expect((await colleague('PUT', `${answers()}/flow`, rung(1, 0))).status).toBe(404)
  })

  test('a person sees only their own, and what they said last time only after answering again', async () => {
    const model = app.deps.models.get(MODEL.id, MODEL.version)
    await answerAll(member, assessmentId, wholeAnswers(model, 2, 'self'))
    await findAll(coach, assessmentId, wholeAnswers(model, 2, 'coach'))
    expect((await coach('POST', `/assessments/${assessmentId}/submit`)).status).toBe(200)

    assessmentId = await startMeasuring(coach, scene, [scene.member.id, scene.manager.id], 'follow-up')
    const fresh = await member('GET', `/assessments/${assessmentId}/answering`)
    expect(fresh.body).toMatchObject({ answers: [], earlier: { answers: [] } })
    const saved = await member('PUT', `${answers()}/flow`, rung(3, 0))
    expect(saved.body.earlier).toEqual({ question: 'flow', value: { kind: 'rung', level: 2 } })
    const { body } = await member('GET', `/assessments/${assessmentId}/answering`)
    expect(body.earlier.answers).toEqual([saved.body.earlier])
    expect((await manager('GET', `/assessments/${assessmentId}/answering`)).body).toMatchObject({
      answers: [],
      earlier: null,
    })
  })
})

describe('being done', () => {
  const done = () => member('POST', `/assessments/${assessmentId}/answering/complete`)

  test('is refused while a question is open, and says which', async () => {
    await member('PUT', `${answers()}/flow`, rung(1, 0))
    const reply = await done()
    expect(reply).toMatchObject({ status: 409, body: { type: '/problems/assessment-incomplete' } })
    expect(reply.body.open).toContain('flow-2-map')
    expect(reply.body.open).not.toContain('flow')
  })

  test('can be thought over until the coach has begun', async () => {
    const model = app.deps.models.get(MODEL.id, MODEL.version)
    await answerAll(member, assessmentId, wholeAnswers(model, 2, 'self'))
    expect((await done()).body.respondent.completedAt).not.toBeNull()
    expect((await done()).status).toBe(200)
    expect(
      (await member('POST', `/assessments/${assessmentId}/answering/reopen`)).body.respondent.completedAt,
    ).toBeNull()
    expect((await member('PUT', `${answers()}/flow`, rung(3, 1))).status).toBe(200)
    await member('PUT', `${answers()}/flow`, rung(2, 2))
    await done()

    await coach('PUT', `/assessments/${assessmentId}/findings/flow`, { value: { kind: 'rung', level: 2 }, base: 0 })
    const late = await member('PUT', `${answers()}/flow`, rung(5, 3))
    expect(late).toMatchObject({ status: 409, body: { type: '/problems/self-assessment-closed' } })
    expect((await member('POST', `/assessments/${assessmentId}/answering/reopen`)).status).toBe(409)
  })

  test('nothing is answered after submission', async () => {
    await findAll(coach, assessmentId, wholeAnswers(app.deps.models.get(MODEL.id, MODEL.version), 1, 'coach'))
    await coach('POST', `/assessments/${assessmentId}/submit`)
    expect(await member('PUT', `${answers()}/flow`, rung(5, 0))).toMatchObject({
      status: 409,
      body: { type: '/problems/assessment-closed' },
    })
  })
})

test('a programme manager may not answer for a company', async () => {
  const office = await signedInAs(app, scene.programme, { role: 'programme-manager' })
  const call = callerOf(app, scene.programme, office)
  expect((await call('PUT', `${answers()}/flow`, rung(5, 0))).status).toBe(403)
})
