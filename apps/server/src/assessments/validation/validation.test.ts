import { createHash } from 'node:crypto'
import type { AssessmentId } from '@stegvis/core/kernel/ids.ts'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../test/app.ts'
import { testDatabase } from '../../../test/database.ts'
import { giveRole, headersOf, makePerson, signedInAs } from '../../../test/people.ts'
import { newId } from '../../ids.ts'
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
let id: AssessmentId

beforeEach(async () => {
  scene = await makeScene(app, database)
  coach = callerOf(app, scene.programme, scene.coach)
  manager = callerOf(app, scene.programme, scene.manager)
  member = callerOf(app, scene.programme, scene.member)
  id = await startMeasuring(coach, scene, [scene.member.id])
})

const model = () => app.deps.models.get(MODEL.id, MODEL.version)
const finding = (value: object | null, base = 0) => ({ value, base })
const submit = () => coach('POST', `/assessments/${id}/submit`)

async function findWhole(level: number, reason?: string) {
  await findAll(coach, id, wholeAnswers(model(), level, 'coach', reason === undefined ? {} : { reason }))
}

describe('who sees what', () => {
  test('a coach of another partner, and one not assigned, finds nothing', async () => {
    const other = await signedInAs(app, scene.programme, { role: 'coach', partnerId: scene.programme.partnerId })
    const call = callerOf(app, scene.programme, other)
    expect((await call('GET', `/assessments/${id}`)).status).toBe(404)
    expect((await call('PUT', `/assessments/${id}/findings/flow`, finding({ kind: 'unknown' }))).status).toBe(404)
    expect((await call('POST', `/assessments/${id}/submit`)).status).toBe(404)
    expect((await call('GET', `/companies/${scene.companyId}/results`)).status).toBe(403)
  })

  test("another programme's coach finds nothing", async () => {
    const other = await makeScene(app, database)
    const call = callerOf(app, other.programme, other.coach)
    expect((await call('GET', `/assessments/${id}`)).status).toBe(404)
    const url = `/api/programmes/${scene.programme.slug}/assessments/${id}`
    expect((await app.app.inject({ url, headers: other.coach.headers })).statusCode).toBe(404)
  })

  test('the team sees each answer; the company sees findings and spread, never names with answers, once submitted', async () => {
    await answerAll(member, id, wholeAnswers(model(), 2, 'self'))
    const before = await coach('GET', `/assessments/${id}`)
    expect(before.body.answers.length).toBeGreaterThan(10)
    expect((await manager('GET', `/assessments/${id}`)).status).toBe(404)
    expect((await member('GET', `/assessments/${id}`)).status).toBe(404)

    await findWhole(2)
    expect((await submit()).status).toBe(200)
    const { body } = await manager('GET', `/assessments/${id}`)
    expect(body).toMatchObject({ answers: [], mayValidate: false, result: { self: { respondents: 1 } } })
    expect(body.findings.length).toBeGreaterThan(10)
    expect((await member('GET', `/assessments/${id}`)).status).toBe(404)
    expect((await member('GET', `/companies/${scene.companyId}/results`)).body.ladders[0]).toMatchObject({
      findings: null,
      measurements: [{ result: { coach: { step: 2 } } }],
    })
  })

  test('the programme manager sees results, and answers only with a stated reason', async () => {
    await findWhole(3)
    await submit()
    const office = await signedInAs(app, scene.programme, { role: 'programme-manager' })
    const call = callerOf(app, scene.programme, office)
    expect((await call('GET', `/assessments/${id}`)).status).toBe(404)
    const results = await call('GET', `/companies/${scene.companyId}/results`)
    expect(results.body.ladders[0]).toMatchObject({ findings: null, evidence: null })
    expect(results.body.ladders[0].measurements).toHaveLength(1)

    await database.inTenant({ programmeId: scene.programme.id, personId: office.id }, (tx) =>
      tx
        .insertInto('opened_record')
        .values({
          programme_id: scene.programme.id,
          id: newId(),
          company_id: scene.companyId,
          person_id: office.id,
          reason: 'Stickprov',
          until_at: '2100-01-01T00:00:00Z',
        })
        .execute(),
    )
    expect((await call('GET', `/assessments/${id}`)).body).toMatchObject({ mayValidate: false })
    expect((await call('POST', `/assessments/${id}/submit`)).status).toBe(403)
  })

  test('the economist sees neither', async () => {
    const person = await signedInAs(app, scene.programme, { role: 'economist' })
    const call = callerOf(app, scene.programme, person)
    expect((await call('GET', `/assessments/${id}`)).status).toBe(403)
    expect((await call('GET', `/companies/${scene.companyId}/results`)).status).toBe(403)
  })
})

describe('findings', () => {
  test('of two coaches in one form, the later is told what stands and who wrote it', async () => {
    const second = await makePerson(database)
    await giveRole(database, scene.programme.id, second.id, {
      role: 'sub-project-lead',
      subProjectId: scene.programme.subProjectId,
    })
    const lead = callerOf(app, scene.programme, { headers: await headersOf(app, second) })
    const url = `/assessments/${id}/findings/flow`
    const replies = await Promise.all([
      coach('PUT', url, finding({ kind: 'rung', level: 2 })),
      lead('PUT', url, finding({ kind: 'rung', level: 4, reason: 'Sett på plats' })),
    ])
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 412])
    const [won, lost] = replies[0]!.status === 200 ? replies : replies.toReversed()
    expect(lost!.body.present).toMatchObject({ value: won!.body.value, revision: 1, foundBy: won!.body.foundBy })
    const again = await lead('PUT', url, finding({ kind: 'rung', level: 4 }, 1))
    expect(again.body).toMatchObject({ revision: 2, foundBy: second.name })
  })

  test('keep reason and class of evidence, and can be taken back', async () => {
    const value = { kind: 'yes', reason: 'Kartan hänger vid linan', evidence: 'E2' }
    await coach('PUT', `/assessments/${id}/findings/flow-2-map`, finding(value))
    const { body } = await coach('GET', `/assessments/${id}`)
    expect(body.findings).toMatchObject([{ question: 'flow-2-map', value, revision: 1, foundBy: scene.coach.name }])
    expect(body.assessment.status).toBe('coach')
    await coach('PUT', `/assessments/${id}/findings/flow-2-map`, finding(null, 1))
    expect((await coach('GET', `/assessments/${id}`)).body.findings).toMatchObject([{ value: null, revision: 2 }])
  })

  test('that do not fit the question are refused', async () => {
    const reply = await coach('PUT', `/assessments/${id}/findings/flow`, finding({ kind: 'yes' }))
    expect(reply).toMatchObject({ status: 422, body: { type: '/problems/answer-not-valid' } })
  })

  test('are noted in the trail without what they say', async () => {
    await coach('PUT', `/assessments/${id}/findings/flow`, finding({ kind: 'rung', level: 5, reason: 'Hemligt' }))
    const events = await database.inTenant({ programmeId: scene.programme.id, personId: null }, (tx) =>
      tx.selectFrom('event').select(['kind', 'detail']).where('subject_id', '=', id).execute(),
    )
    const event = events.find(({ kind }) => kind === 'assessment.finding-set')
    expect(event?.detail).toEqual({ question: 'flow', revision: 1 })
  })
})

describe('submitting', () => {
  test('is refused while something required is open, and says what', async () => {
    await coach('PUT', `/assessments/${id}/findings/flow`, finding({ kind: 'rung', level: 2 }))
    const reply = await submit()
    expect(reply).toMatchObject({ status: 409, body: { type: '/problems/assessment-incomplete' } })
    expect(reply.body.open).toContainEqual({ question: 'flow-2-map', dimension: 'flow', why: 'unanswered' })
  })

  test("asks for a reason where the coach's level is not the company's", async () => {
    await answerAll(member, id, wholeAnswers(model(), 3, 'self'))
    await findWhole(2)
    const reply = await submit()
    expect(reply.status).toBe(409)
    expect(reply.body.open).toHaveLength(model().dimensions.length)
    expect(reply.body.open[0]).toMatchObject({ why: 'reason-missing' })
    for (const dimension of model().dimensions) {
      const value = { kind: 'rung', level: 2, reason: 'Kartan är från 2019' }
      await coach('PUT', `/assessments/${id}/findings/${dimension}`, finding(value, 1))
    }
    expect((await submit()).status).toBe(200)
  })

  test('keeps the three voices side by side, never averaged', async () => {
    await answerAll(member, id, wholeAnswers(model(), 4, 'self'))
    await findWhole(2, 'Sett på plats')
    const { body } = await submit()
    expect(body.assessment).toMatchObject({ status: 'submitted', submittedBy: scene.coach.name })
    expect(body.result).toMatchObject({ self: { step: 4 }, coach: { step: 2 }, verified: { step: 1 } })
    const { body: list } = await coach('GET', `/companies/${scene.companyId}/occasions`)
    expect(list.occasions[0].assessments[0].steps).toEqual({ self: 4, coach: 2, verified: 1 })
  })

  test('closes the assessment: nothing in it changes any more', async () => {
    await findWhole(2)
    const first = await submit()
    const again = [
      await submit(),
      await coach('PUT', `/assessments/${id}/findings/flow`, finding({ kind: 'rung', level: 5 }, 1)),
      await coach('PUT', `/assessments/${id}/evidence/${newId()}`, evidence()),
      await coach('POST', `/assessments/${id}/respondents`, { invitees: [{ personId: scene.manager.id }] }),
    ]
    expect(again.map(({ status }) => status)).toEqual([409, 409, 409, 409])
    expect((await coach('GET', `/assessments/${id}`)).body).toEqual(first.body)
  })

  test('of two at once happens once', async () => {
    await findWhole(2)
    const replies = await Promise.all([submit(), submit()])
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
  })
})

describe('a correction', () => {
  test('is a new revision with a reason; the old one is kept and counts until the new one is submitted', async () => {
    await answerAll(member, id, wholeAnswers(model(), 2, 'self'))
    await findWhole(2)
    expect((await coach('POST', `/assessments/${id}/corrections`, { id: newId(), reason: 'Fel' })).status).toBe(422)
    await submit()
    const old = await coach('GET', `/assessments/${id}`)
    const body = { id: newId<AssessmentId>(), reason: 'Fel fil granskades' }
    const opened = await coach('POST', `/assessments/${id}/corrections`, body)
    expect(opened.body.assessment).toMatchObject({ id: body.id, revision: 2, status: 'coach' })
    expect(opened.body.findings).toEqual(old.body.findings)
    expect(opened.body.answers).toHaveLength(old.body.answers.length)
    expect((await coach('POST', `/assessments/${id}/corrections`, body)).body.assessment.id).toBe(body.id)
    const other = await coach('POST', `/assessments/${id}/corrections`, { ...body, id: newId() })
    expect(other).toMatchObject({ status: 409, body: { type: '/problems/assessment-exists' } })

    const standing = async () =>
      (await coach('GET', `/companies/${scene.companyId}/results`)).body.ladders[0].measurements.map(
        (one: { revision: number }) => one.revision,
      )
    expect(await standing()).toEqual([1])
    expect((await coach('POST', `/assessments/${body.id}/submit`)).status).toBe(200)
    expect(await standing()).toEqual([2])
    const kept = await coach('GET', `/assessments/${id}`)
    expect(kept.body.findings).toEqual(old.body.findings)
    expect(kept.body.result).toEqual(old.body.result)
    expect(kept.body.revisions).toMatchObject([{ revision: 1 }, { revision: 2, reason: 'Fel fil granskades' }])
  })

  test('is refused for what is not submitted yet', async () => {
    const reply = await coach('POST', `/assessments/${id}/corrections`, { id: newId(), reason: 'Fel fil granskades' })
    expect(reply.status).toBe(409)
  })
})

const evidence = (changes: object = {}, base = 0) => ({
  value: {
    question: 'flow-2-map',
    class: 'E2',
    description: 'Flödeskarta, daterad',
    datedOn: '2026-03-01',
    ...changes,
  },
  base,
})

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

function upload(name: string, content: Buffer) {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(content)]), name)
  return form
}

async function attach(evidenceId: string, name: string, content: Buffer) {
  const encoded = new Response(upload(name, content))
  const url = `/api/programmes/${scene.programme.slug}/assessments/${id}/evidence/${evidenceId}/file`
  const headers = { ...scene.coach.headers, 'content-type': encoded.headers.get('content-type')! }
  const payload = Buffer.from(await encoded.arrayBuffer())
  return app.app.inject({ method: 'PUT', url, headers, payload })
}

describe('evidence', () => {
  test('holds as long as the model says, unless told otherwise', async () => {
    const evidenceId = newId()
    const noted = await coach('PUT', `/assessments/${id}/evidence/${evidenceId}`, evidence())
    expect(noted.body).toMatchObject({ revision: 1, evidence: { file: null, addedBy: scene.coach.name } })
    expect(noted.body.evidence.bestBeforeOn > '2027-01-01').toBe(true)
    const changed = evidence({ bestBeforeOn: '2026-12-31' }, 1)
    expect((await coach('PUT', `/assessments/${id}/evidence/${evidenceId}`, changed)).body.evidence.bestBeforeOn).toBe(
      '2026-12-31',
    )
    const stale = await coach('PUT', `/assessments/${id}/evidence/${evidenceId}`, evidence({ description: 'Annat' }))
    expect(stale).toMatchObject({ status: 412, body: { present: { revision: 2 } } })
  })

  test('is refused by field: no such question, best before its own day, no such day', async () => {
    const put = (changes: object) => coach('PUT', `/assessments/${id}/evidence/${newId()}`, evidence(changes))
    expect((await put({ question: 'nothing' })).body.errors[0].pointer).toBe('#/value/question')
    expect((await put({ bestBeforeOn: '2026-02-01' })).body.errors[0].pointer).toBe('#/value/bestBeforeOn')
    expect((await put({ datedOn: '2026-02-30' })).body.errors[0].pointer).toBe('#/value/datedOn')
  })

  test('a file comes back byte by byte under its own name, and only to those who may see it', async () => {
    const evidenceId = newId()
    await coach('PUT', `/assessments/${id}/evidence/${evidenceId}`, evidence())
    const kept = await attach(evidenceId, 'Flödeskarta vår 26.png', PNG)
    expect(kept.json().file).toEqual({
      name: 'Flödeskarta vår 26.png',
      mediaType: 'image/png',
      sizeBytes: PNG.length,
      sha256: createHash('sha256').update(PNG).digest('hex'),
    })
    const url = `/api/programmes/${scene.programme.slug}/assessments/${id}/evidence/${evidenceId}/file`
    const file = await app.app.inject({ url, headers: scene.coach.headers })
    expect(file.rawPayload.equals(PNG)).toBe(true)
    expect(file.headers['content-disposition']).toContain("filename*=UTF-8''Fl%C3%B6deskarta%20v%C3%A5r%2026.png")
    expect(file.headers['x-content-type-options']).toBe('nosniff')
    expect((await app.app.inject({ url, headers: scene.manager.headers })).statusCode).toBe(404)
    const stranger = await signedInAs(app, scene.programme, { role: 'coach', partnerId: scene.programme.partnerId })
    expect((await app.app.inject({ url, headers: stranger.headers })).statusCode).toBe(404)
  })

  test('is judged by what the file is, not by what it is called', async () => {
    const evidenceId = newId()
    await coach('PUT', `/assessments/${id}/evidence/${evidenceId}`, evidence())
    const html = await attach(evidenceId, 'karta.pdf', Buffer.from('<html><script>alert(1)</script>'))
    expect(html.statusCode).toBe(415)
    expect(html.json().type).toBe('/problems/evidence-not-accepted')
    expect((await attach(evidenceId, 'tom.pdf', Buffer.alloc(0))).statusCode).toBe(415)
    expect((await attach(evidenceId, 'program.exe', Buffer.from('MZ\u0000\u0001'))).statusCode).toBe(415)
    expect((await attach(evidenceId, 'foto.pdf', PNG)).json().file.name).toBe('foto.pdf.png')
    expect((await attach(evidenceId, 'serie.csv', Buffer.from('dag;kWh\n1;20\n'))).json().file.mediaType).toBe(
      'text/csv',
    )
    expect((await attach(evidenceId, 'stor.pdf', Buffer.alloc(10 * 1024 * 1024 + 1))).statusCode).toBe(413)
  })

  test('taken out is gone, and noting it again brings it back with its file', async () => {
    const evidenceId = newId()
    const url = `/assessments/${id}/evidence/${evidenceId}`
    await coach('PUT', url, evidence())
    await attach(evidenceId, 'karta.png', PNG)
    expect((await coach('PUT', url, { value: null, base: 1 })).body).toEqual({ revision: 2, evidence: null })
    expect((await coach('GET', `/assessments/${id}`)).body.evidence).toEqual([])
    const back = await coach('PUT', url, evidence({}, 2))
    expect(back.body).toMatchObject({ revision: 3, evidence: { file: { name: 'karta.png' } } })
  })

  test('on file lifts the verified level, and its lapse is known from the result', async () => {
    for (const dimension of model().model.dimensions) {
      for (const criterion of dimension.rungs[1]!.criteria) {
        const body = evidence({
          question: criterion.id,
          class: 'E4',
          datedOn: '2026-01-01',
          bestBeforeOn: '2027-01-01',
        })
        await coach('PUT', `/assessments/${id}/evidence/${newId()}`, body)
      }
    }
    await findWhole(2)
    const { body } = await submit()
    expect(body.result).toMatchObject({ coach: { step: 2 }, verified: { step: 2 } })
    expect(body.result.lapses).toContainEqual({ dimension: 'flow', criterion: 'flow-2-map', since: '2027-01-02' })
  })
})
