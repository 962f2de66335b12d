import type { AuthoredModelView } from '@stegvis/core/models/authoring/schema.ts'
import { Role } from '@stegvis/core/people/roles.ts'
import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../test/app.ts'
import { testDatabase } from '../../../test/database.ts'
import { makeProgramme, signedInAs, type TestProgramme } from '../../../test/people.ts'
import { newId } from '../../ids.ts'
import { begin, type Call, callerAs, edited, published } from './test-authoring.ts'

const database = await testDatabase()
let app: TestApp

beforeAll(async () => {
  app = await testApp(database)
})

let programme: TestProgramme
let author: Call
let reviewer: Call

beforeEach(async () => {
  programme = await makeProgramme(database)
  author = callerAs(app, programme, await signedInAs(app, programme, { role: 'model-author' }))
  reviewer = callerAs(app, programme, await signedInAs(app, programme, { role: 'programme-manager' }))
})

const read = async (id: string): Promise<AuthoredModelView> => (await author('GET', `/models/${id}`)).body

describe('a draft', () => {
  test('begins complete from a structure, and a repeated request makes no second one', async () => {
    const id = newId()
    const body = { from: 'structure', id, structure: 'ladder', modelId: 'our-ladder', name: { sv: 'Vår stege' } }
    const first = await author('POST', '/models', body)
    expect(first).toMatchObject({
      status: 200,
      body: { modelId: 'our-ladder', version: '1.0.0', status: 'draft', revision: 1, languages: ['sv'] },
    })
    expect((await author('GET', `/models/${id}/check`)).body).toMatchObject({
      errors: [],
      hindrances: [{ code: 'not-approved' }],
    })
    await author('POST', '/models', body)
    expect((await author('GET', '/models')).body.own).toHaveLength(1)
  })

  test('is kept unfinished, as it was written and in its order', async () => {
    const model = await begin(author, 'blank')
    const scales = { zebra: { type: 'single' }, ant: {} }
    const document = { ...model.document, scales, id: 'Not An Id', questions: [{ id: 'q' }] }
    const saved = await author('PUT', `/models/${model.id}/document`, { document, base: 1 })
    expect(saved).toMatchObject({ status: 200, body: { revision: 2, modelId: model.modelId } })
    const now = await read(model.id)
    expect(now.document).toEqual(document)
    expect(Object.keys(now.document.scales as object)).toEqual(['zebra', 'ant'])
  })

  test('saved from two places: the later is told what stands, and by whom', async () => {
    const model = await begin(author, 'gate')
    await author('PUT', `/models/${model.id}/document`, edited(model, { licence: 'CC0-1.0' }))
    const late = await reviewer('PUT', `/models/${model.id}/document`, edited(model, { licence: 'MIT' }))
    expect(late).toMatchObject({
      status: 412,
      body: { type: '/problems/changed-meanwhile', present: { revision: 2, document: { licence: 'CC0-1.0' } } },
    })
    const again = await author('PUT', `/models/${model.id}/document`, edited(model, { licence: 'CC0-1.0' }))
    expect(again).toMatchObject({ status: 200, body: { revision: 2 } })
  })

  test('is refused with characters or a size that cannot be kept', async () => {
    const model = await begin(author, 'blank')
    const put = (licence: string) => author('PUT', `/models/${model.id}/document`, edited(model, { licence }))
    expect((await put('a\u0000b')).status).toBe(422)
    expect((await put('\ud83d')).status).toBe(422)
    expect((await put('x'.repeat(4_100_000))).status).toBe(413)
    expect((await put('\\u0000 🙂')).status).toBe(200)
  })

  test('is told in the history once a sitting', async () => {
    const model = await begin(author, 'gate')
    for (const [at, licence] of ['MIT', 'ISC', 'CC0-1.0'].entries()) {
      await author('PUT', `/models/${model.id}/document`, { ...edited(model, { licence }), base: at + 1 })
    }
    await reviewer('PUT', `/models/${model.id}/document`, { ...edited(model, { licence: 'BSD' }), base: 4 })
    const { entries } = (await author('GET', `/models/${model.id}/history`)).body
    expect(entries.map(({ kind }: { kind: string }) => kind)).toEqual(['model.changed', 'model.created'])
  })

  test('can be thrown away, and is then unknown', async () => {
    const model = await begin(author, 'gate')
    expect((await author('DELETE', `/models/${model.id}`)).status).toBe(204)
    expect((await author('GET', `/models/${model.id}`)).status).toBe(404)
    expect((await author('DELETE', `/models/${model.id}`)).status).toBe(204)
  })

  test('is unknown in another programme', async () => {
    const model = await begin(author, 'gate')
    const elsewhere = await makeProgramme(database)
    const other = callerAs(app, elsewhere, await signedInAs(app, elsewhere, { role: 'model-author' }))
    expect((await other('GET', `/models/${model.id}`)).status).toBe(404)
    expect((await other('PUT', `/models/${model.id}/document`, edited(model, {}))).status).toBe(404)
    expect((await other('GET', '/models')).body.own).toEqual([])
  })
})

describe('a file', () => {
  test('comes in as a draft and goes out as it would be published', async () => {
    const model = await begin(author, 'points')
    const file = await author('GET', `/models/${model.id}/file`)
    expect(file.headers['content-disposition']).toBe(`attachment; filename="${model.modelId}-1.0.0.yaml"`)
    const imported = await author('POST', '/models', { from: 'file', id: newId(), fileName: 'x.yaml', text: file.text })
    expect(imported.body.document).toEqual(model.document)
  })

  test('with faults is refused with line, pointer and a sentence in both languages', async () => {
    const text = 'format: stegvis-model/2\nid: mine\nversion: 1.0.0\nstatus: odd\n'
    const reply = await author('POST', '/models', { from: 'file', id: newId(), fileName: 'mine.yaml', text })
    expect(reply).toMatchObject({ status: 422, body: { type: '/problems/model-invalid' } })
    expect(reply.body.errors).toContainEqual(
      expect.objectContaining({
        pointer: '#/status',
        line: 4,
        message: { sv: expect.any(String), en: expect.any(String) },
      }),
    )
  })

  test('of a draft with faults still leaves, to be mended by hand', async () => {
    const model = await begin(author, 'blank')
    expect((await author('GET', `/models/${model.id}/file`)).text).toContain('questions: []')
  })

  test('that holds a ladder is not written here', async () => {
    const ladder = (await author('GET', '/models/versions/energy-transition/1.0.0/file')).text
    const reply = await author('POST', '/models', { from: 'file', id: newId(), fileName: 'l.yaml', text: ladder })
    expect(reply).toMatchObject({ status: 409, body: { type: '/problems/model-not-writable' } })
    const copy = { from: 'version', id: newId(), model: 'energy-transition@1.0.0' }
    expect((await author('POST', '/models', copy)).body.type).toBe('/problems/model-not-writable')
  })
})

describe('a review', () => {
  test('is never by whoever changed the model last', async () => {
    const model = await begin(author, 'gate')
    await author('POST', `/models/${model.id}/submit`, { base: 1 })
    const own = { id: newId(), base: 1, verdict: 'approve', comment: '' }
    const refused = await author('POST', `/models/${model.id}/reviews`, own)
    expect(refused).toMatchObject({ status: 403, body: { type: '/problems/review-by-author' } })
    expect((await read(model.id)).steps).toMatchObject({ review: false, takeBack: true, change: false })
    const given = await reviewer('POST', `/models/${model.id}/reviews`, { ...own, comment: 'Bra.' })
    expect(given.body).toMatchObject({
      approved: true,
      reviews: [{ verdict: 'approve', comment: 'Bra.', revision: 1 }],
    })
    expect(
      (await reviewer('POST', `/models/${model.id}/reviews`, { ...own, comment: 'Bra.' })).body.reviews,
    ).toHaveLength(1)
  })

  test('keeps the model still until it is returned with a comment or taken back', async () => {
    const model = await begin(author, 'gate')
    await author('POST', `/models/${model.id}/submit`, { base: 1 })
    const change = () => author('PUT', `/models/${model.id}/document`, edited(model, { licence: 'MIT' }))
    expect(await change()).toMatchObject({ status: 409, body: { type: '/problems/model-in-review' } })
    const send = { id: newId(), base: 1, verdict: 'return', comment: ' ' }
    expect((await reviewer('POST', `/models/${model.id}/reviews`, send)).body.type).toBe('/problems/reason-required')
    const returned = await reviewer('POST', `/models/${model.id}/reviews`, { ...send, comment: 'Fråga 2 är otydlig.' })
    expect(returned.body).toMatchObject({ status: 'draft', approved: false })
    expect((await change()).status).toBe(200)
    await author('POST', `/models/${model.id}/submit`, { base: 2 })
    expect((await author('POST', `/models/${model.id}/take-back`)).body.status).toBe('draft')
  })

  test('is not asked for with errors, nor of another revision than was seen', async () => {
    const blank = await begin(author, 'blank')
    const refused = await author('POST', `/models/${blank.id}/submit`, { base: 1 })
    expect(refused).toMatchObject({ status: 422, body: { type: '/problems/model-invalid' } })
    expect(refused.body.errors.length).toBeGreaterThan(0)
    const gate = await begin(author, 'gate')
    expect((await author('POST', `/models/${gate.id}/submit`, { base: 7 })).status).toBe(412)
  })

  test('of an earlier revision does not let a later one be published', async () => {
    const model = await begin(author, 'gate')
    await author('POST', `/models/${model.id}/submit`, { base: 1 })
    await reviewer('POST', `/models/${model.id}/reviews`, { id: newId(), base: 1, verdict: 'approve', comment: '' })
    await author('POST', `/models/${model.id}/take-back`)
    await author('PUT', `/models/${model.id}/document`, edited(model, { licence: 'MIT' }))
    const reply = await author('POST', `/models/${model.id}/publish`, { base: 2 })
    expect(reply).toMatchObject({ status: 409, body: { hindrances: [{ code: 'not-approved' }] } })
  })
})

describe('publishing', () => {
  test('fixes the version for ever, in the service and in the database', async () => {
    const model = await published(author, reviewer, await begin(author, 'gate'))
    expect(model).toMatchObject({ status: 'published', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(model.document).toMatchObject({ status: 'published', 'published-on': model.publishedOn })
    const change = await author('PUT', `/models/${model.id}/document`, edited(model, { licence: 'MIT' }))
    expect(change.body.type).toBe('/problems/model-frozen')
    expect((await author('DELETE', `/models/${model.id}`)).body.type).toBe('/problems/model-frozen')
    const scope = { programmeId: programme.id, personId: null }
    for (const statement of [sql`update authored_model set source = 'x'`, sql`delete from authored_model`]) {
      await expect(database.inTenant(scope, (tx) => statement.execute(tx))).rejects.toThrow('never changes')
    }
  })

  test('serves the version to everybody in the programme, and to nobody in another', async () => {
    const model = await published(author, reviewer, await begin(author, 'gate'))
    const address = `/models/versions/${model.modelId}/${model.version}`
    const funder = callerAs(app, programme, await signedInAs(app, programme, { role: 'funder' }))
    const reply = await funder('GET', address)
    expect(reply.body).toMatchObject({ format: 'stegvis-model/2', id: model.modelId, status: 'published' })
    expect(reply.headers['cache-control']).toContain('immutable')
    const elsewhere = await makeProgramme(database)
    const other = callerAs(app, elsewhere, await signedInAs(app, elsewhere, { role: 'model-author' }))
    expect((await other('GET', address)).status).toBe(404)
  })

  test('is refused while an example gives something else than expected', async () => {
    const model = await begin(author, 'gate')
    const tree = model.document.tree as { id: string }
    const examples = [{ name: 'Inget klart', answers: {}, expected: { [tree.id]: { level: 9 } } }]
    await author('PUT', `/models/${model.id}/document`, edited(model, { examples }))
    const check = (await author('GET', `/models/${model.id}/check`)).body
    expect(check.examples).toMatchObject([{ name: 'Inget klart', holds: false, differences: [{ node: tree.id }] }])
    const reply = await author('POST', `/models/${model.id}/publish`, { base: 2 })
    expect(reply.body.hindrances).toContainEqual({ code: 'examples', names: ['Inget klart'] })
  })

  test('is refused where a question rests on a source that may not be adapted', async () => {
    const model = await begin(author, 'gate')
    const use = { sv: 'Ordalydelsen.', en: 'The wording.' }
    const sources = [{ id: 'standard', title: 'A standard', use, licence: 'all rights reserved', adaptable: false }]
    const questions = (model.document.questions as object[]).map((one) => ({ ...one, source: 'standard' }))
    await author('PUT', `/models/${model.id}/document`, edited(model, { sources, questions }))
    const reply = await author('POST', `/models/${model.id}/publish`, { base: 2 })
    expect(reply.status).toBe(409)
    const codes = reply.body.hindrances.map(({ code }: { code: string }) => code)
    expect(codes).toContain('not-approved')
    expect(codes.some((code: string) => code === 'sources' || code === 'errors')).toBe(true)
  })

  test('is refused under a version there is, or before the newest', async () => {
    const first = await published(author, reviewer, await begin(author, 'gate'))
    const twin = await begin(author, 'gate', first.modelId)
    const taken = await author('POST', `/models/${twin.id}/publish`, { base: 1 })
    expect(taken.body.hindrances).toContainEqual({ code: 'version-taken' })
    await author('PUT', `/models/${twin.id}/document`, edited(twin, { version: '0.9.0' }))
    const older = await author('POST', `/models/${twin.id}/publish`, { base: 2 })
    expect(older.body.hindrances).toContainEqual({ code: 'version-not-newer', newest: '1.0.0' })
  })

  test('of a new version asks what became of every question, and for a number that says enough', async () => {
    const first = await published(author, reviewer, await begin(author, 'gate'))
    const copy = { from: 'version', id: newId(), model: `${first.modelId}@1.0.0` }
    const next: AuthoredModelView = (await author('POST', '/models', copy)).body
    expect(next).toMatchObject({ version: '1.1.0', basedOn: `${first.modelId}@1.0.0`, status: 'draft' })
    const [migration] = next.document.migrates as { questions: object[] }[]
    const migrates = [{ ...migration, questions: migration!.questions.slice(1) }]
    const document = edited(next, {
      migrates,
      policies: { missing: 'lowest', unknown: 'lowest', 'not-applicable': 'met' },
    })
    await author('PUT', `/models/${next.id}/document`, document)
    const { hindrances } = (await author('GET', `/models/${next.id}/check`)).body
    expect(hindrances).toContainEqual({ code: 'version-step', from: '1.0.0', needs: 'major', states: 'minor' })
    expect(hindrances).toContainEqual(expect.objectContaining({ code: 'migration', from: '1.0.0' }))
    const diff = await author('GET', `/models/${next.id}/diff?against=${first.modelId}@1.0.0`)
    expect(diff.body).toMatchObject({ needs: 'major', fits: false, verdict: { sv: expect.any(String) } })
    expect(diff.body.changes.length).toBeGreaterThan(0)
  })

  test('can be withdrawn with a reason: the version stays readable, and is offered no more', async () => {
    const model = await published(author, reviewer, await begin(author, 'gate'))
    const offered = async () =>
      (await reviewer('GET', '/set-up-choices')).body.models.some(({ id }: { id: string }) => id === model.modelId)
    expect(await offered()).toBe(true)
    const gone = await author('POST', `/models/${model.id}/withdraw`, { reason: 'Ersatt av en annan.' })
    expect(gone.body).toMatchObject({ status: 'withdrawn', withdrawalReason: 'Ersatt av en annan.' })
    expect(await offered()).toBe(false)
    expect((await author('GET', `/models/versions/${model.modelId}/1.0.0`)).status).toBe(200)
    const area = { part: 'focus-area', id: newId(), model: `${model.modelId}@1.0.0` }
    expect((await reviewer('POST', '/parts', area)).body.type).toBe('/problems/model-not-published')
  })
})

const WRITERS: readonly Role[] = ['programme-manager', 'model-author']
const READERS: readonly Role[] = [
  ...WRITERS,
  ...(['coach', 'expert', 'sub-project-lead', 'economist', 'communicator', 'evaluator'] as const),
]

test.each(Role.options)('%s reads and writes models only where the role says so', async (role) => {
  const { partnerId, subProjectId } = programme
  const grant = { role, partnerId, subProjectId }
  const call = callerAs(app, programme, await signedInAs(app, programme, grant))
  const model = await begin(author, 'gate')
  const [reads, writes] = [READERS.includes(role), WRITERS.includes(role)]
  for (const path of [
    '',
    `/${model.id}`,
    `/${model.id}/check`,
    `/${model.id}/file`,
    `/${model.id}/history`,
    '/structures',
  ]) {
    expect((await call('GET', `/models${path}`)).status, path).toBe(reads ? 200 : 403)
  }
  const tries = [
    ['PUT', '/document', edited(model, {})],
    ['POST', '/submit', { base: 1 }],
    ['POST', '/reviews', { id: newId(), base: 1, verdict: 'approve', comment: '' }],
    ['POST', '/publish', { base: 1 }],
    ['POST', '/withdraw', { reason: 'Den är för gammal.' }],
    ['POST', '/take-back', undefined],
    ['DELETE', '', undefined],
  ] as const
  for (const [method, path, body] of tries) {
    const { body: answer } = await call(method, `/models/${model.id}${path}`, body)
    expect(answer?.type === '/problems/not-allowed', `${method} ${path}`).toBe(!writes)
  }
})
