import type { AssessmentId } from '@stegvis/core/kernel/ids.ts'
import { beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../test/app.ts'
import { testDatabase } from '../../../test/database.ts'
import { headersOf, signedInAs } from '../../../test/people.ts'
import { newId } from '../../ids.ts'
import {
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
let scene: Scene
let coach: Call
let manager: Call
let member: Call

beforeAll(async () => {
  app = await testApp(database)
  scene = await makeScene(app, database)
  coach = callerOf(app, scene.programme, scene.coach)
  manager = callerOf(app, scene.programme, scene.manager)
  member = callerOf(app, scene.programme, scene.member)
})

const occasion = (changes: object = {}) => ({
  id: newId(),
  kind: 'baseline',
  plannedOn: null,
  ladders: [{ assessmentId: newId(), focusAreaId: scene.focusAreaId }],
  invitees: [],
  ...changes,
})

const post = (call: Call, body: object) => call('POST', `/companies/${scene.companyId}/occasions`, body)

describe('starting to measure', () => {
  test('is not for members, and not there for a coach of another company', async () => {
    expect((await post(member, occasion())).status).toBe(403)
    const stranger = await signedInAs(app, scene.programme, { role: 'coach', partnerId: scene.programme.partnerId })
    const reply = await post(callerOf(app, scene.programme, stranger), occasion())
    expect(reply.status).toBe(403)
    expect((await callerOf(app, scene.programme, stranger)('GET', `/companies/${newId()}/occasions`)).status).toBe(404)
  })

  test('refuses a follow-up before there is a baseline', async () => {
    const reply = await post(coach, occasion({ kind: 'follow-up' }))
    expect(reply).toMatchObject({ status: 409, body: { type: '/problems/baseline-missing' } })
  })

  test('names the field when a ladder or a person is not of the programme or the company', async () => {
    const ladder = await post(coach, occasion({ ladders: [{ assessmentId: newId(), focusAreaId: newId() }] }))
    expect(ladder).toMatchObject({ status: 422, body: { errors: [{ pointer: '#/ladders/0/focusAreaId' }] } })
    const person = await post(coach, occasion({ invitees: [{ personId: scene.coach.id }] }))
    expect(person).toMatchObject({ status: 422, body: { errors: [{ pointer: '#/invitees/0' }] } })
  })

  test('offers the ladders, and the people and contacts of the company once each', async () => {
    const { body } = await manager('GET', `/companies/${scene.companyId}/occasions/options`)
    expect(body.ladders).toMatchObject([{ model: MODEL, baselineOn: null, openId: null }])
    expect(body.people.map(({ personId }: { personId: string }) => personId).sort()).toEqual(
      [scene.manager.id, scene.member.id].sort(),
    )
  })

  test('answers a repeat as the first time, and refuses another baseline beside it', async () => {
    const body = occasion({ invitees: [{ personId: scene.member.id }] })
    const first = await post(manager, body)
    expect(first.status).toBe(200)
    expect((await post(manager, body)).body).toEqual(first.body)
    expect(await post(coach, occasion())).toMatchObject({ status: 409, body: { type: '/problems/assessment-exists' } })
  })

  test('lets one of two coaches who start at the same moment through', async () => {
    const other = await makeScene(app, database)
    const call = callerOf(app, other.programme, other.coach)
    const body = () => ({
      ...occasion(),
      ladders: [{ assessmentId: newId(), focusAreaId: other.focusAreaId }],
    })
    const replies = await Promise.all([1, 2].map(() => call('POST', `/companies/${other.companyId}/occasions`, body())))
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
  })
})

describe('asking people', () => {
  let assessmentId: AssessmentId

  beforeAll(async () => {
    const { body } = await coach('GET', `/companies/${scene.companyId}/occasions`)
    assessmentId = body.occasions[0].assessments[0].id
  })

  test('mails somebody new a link in their language that signs them in and opens the ladder', async () => {
    const email = `new-${newId()}@example.org`
    const invitee = { name: 'Ny Person', email, title: 'Tekniker', language: 'en' }
    const reply = await coach('POST', `/assessments/${assessmentId}/respondents`, { invitees: [invitee] })
    expect(reply.body.respondents).toContainEqual(expect.objectContaining({ name: 'Ny Person', title: 'Tekniker' }))

    const mail = await database.asInstallation((tx) =>
      tx.selectFrom('mail').selectAll().where('to_address', '=', email).executeTakeFirstOrThrow(),
    )
    expect(mail).toMatchObject({ kind: 'assessment-invitation', language: 'en' })
    expect(mail.body_text).toContain('Resource-efficient production')
    const link = /http:\S+#\S+/.exec(mail.body_text)![0]
    expect(new URL(link).searchParams.get('to')).toBe(
      `/programmes/${scene.programme.slug}/assessments/${assessmentId}/answer`,
    )
    const signedIn = await headersOf(app, { name: 'Ny Person', email, language: 'en' })
    const call = callerOf(app, scene.programme, { headers: signedIn })
    expect((await call('GET', `/assessments/${assessmentId}/answering`)).status).toBe(200)
  })

  test('sends no second mail to somebody who was asked already', async () => {
    const mails = () =>
      database.asInstallation((tx) =>
        tx.selectFrom('mail').select('id').where('to_address', '=', scene.member.email).execute(),
      )
    const before = (await mails()).length
    await coach('POST', `/assessments/${assessmentId}/respondents`, { invitees: [{ personId: scene.member.id }] })
    expect((await mails()).length).toBe(before)
  })

  test('reminds who is not done, takes back who has not begun, and keeps who has', async () => {
    const { body } = await coach('POST', `/assessments/${assessmentId}/respondents`, {
      invitees: [{ personId: scene.manager.id }],
    })
    const partOf = (personId: string) => body.respondents.find((one: { personId: string }) => one.personId === personId)
    const [own, other] = [partOf(scene.manager.id), partOf(scene.member.id)]
    expect((await coach('POST', `/assessments/${assessmentId}/respondents/${other.id}/remind`)).status).toBe(204)
    expect((await coach('DELETE', `/assessments/${assessmentId}/respondents/${own.id}`)).status).toBe(200)
    expect((await coach('DELETE', `/assessments/${assessmentId}/respondents/${own.id}`)).status).toBe(404)

    const answer = { value: { kind: 'rung', level: 2 }, base: 0, seconds: 4 }
    await member('PUT', `/assessments/${assessmentId}/answers/flow`, answer)
    const kept = await coach('DELETE', `/assessments/${assessmentId}/respondents/${other.id}`)
    expect(kept).toMatchObject({ status: 409, body: { type: '/problems/in-use' } })
  })

  test('a measurement that is given up is gone, and makes room for a new one', async () => {
    expect((await coach('POST', `/assessments/${assessmentId}/withdraw`, { reason: 'no' })).status).toBe(422)
    expect((await coach('POST', `/assessments/${assessmentId}/withdraw`, { reason: 'Fel bolag' })).status).toBe(204)
    expect((await member('GET', `/assessments/${assessmentId}/answering`)).status).toBe(404)
    const next = await startMeasuring(coach, scene, [scene.member.id])
    await findAll(coach, next, wholeAnswers(app.deps.models.get(MODEL.id, MODEL.version), 2, 'coach'))
    expect((await coach('POST', `/assessments/${next}/submit`)).status).toBe(200)
    expect((await coach('POST', `/assessments/${next}/withdraw`, { reason: 'För sent' })).status).toBe(409)
    expect(await post(coach, occasion())).toMatchObject({ status: 409, body: { type: '/problems/baseline-exists' } })
    expect((await post(coach, occasion({ kind: 'follow-up' }))).status).toBe(200)
  })
})
