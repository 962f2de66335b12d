import type { AssessmentId } from '@stegvis/core/kernel/ids.ts'
import type { AuthoredModelView } from '@stegvis/core/models/authoring/schema.ts'
import type { TreeAnswer } from '@stegvis/core/models/tree/answers.ts'
import type { TreeModel } from '@stegvis/core/models/tree/schema.ts'
import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../test/app.ts'
import { testDatabase } from '../../test/database.ts'
import { newId } from '../ids.ts'
import { type Call, callerAs } from '../models/authoring/test-authoring.ts'
import { startMeasuring } from './test-scene.ts'
import { makeTreeScene, publishedWith, TREE, type TreeScene, WHOLE } from './test-tree.ts'

const database = await testDatabase()
let app: TestApp

beforeAll(async () => {
  app = await testApp(database)
})

let scene: TreeScene
let coach: Call
let manager: Call
let member: Call
let id: AssessmentId

async function start(given: Partial<TreeModel> = {}) {
  scene = await makeTreeScene(app, database, given)
  coach = callerAs(app, scene.programme, scene.coach)
  manager = callerAs(app, scene.programme, scene.manager)
  member = callerAs(app, scene.programme, scene.member)
  id = await startMeasuring(coach, scene, [scene.member.id, scene.manager.id])
}

const answer = (call: Call, question: string, value: TreeAnswer, base = 0) =>
  call('PUT', `/assessments/${id}/answers/${question}`, { value, base, seconds: 7 })
const find = (question: string, value: TreeAnswer, base = 0) =>
  coach('PUT', `/assessments/${id}/findings/${question}`, { value, base })
const view = async () => (await coach('GET', `/assessments/${id}`)).body
const E2 = { evidence: 'E2' } as const

async function findAll(answers: readonly (readonly [string, TreeAnswer])[] = WHOLE) {
  for (const [question, value] of answers) {
    const reply = await find(question, question === 'routine' ? { ...value, ...E2 } : value)
    if (reply.status !== 200) throw new Error(`${question} found ${reply.status}: ${reply.text}`)
  }
}

describe('answering', () => {
  beforeEach(() => start())

  test('keeps what fits the scale, and the time it took', async () => {
    expect(await answer(member, 'share', { kind: 'number', value: 40 })).toMatchObject({ status: 200 })
    const own = (await member('GET', `/assessments/${id}/answering`)).body
    expect(own.assessment).toMatchObject({ modelKind: 'tree', model: { id: scene.model.modelId, version: '1.0.0' } })
    expect(own.answers).toEqual([{ question: 'share', value: { kind: 'number', value: 40 }, revision: 1 }])
    const [row] = await database.inTenant({ programmeId: scene.programme.id, personId: null }, (tx) =>
      tx.selectFrom('answer').select('seconds').where('assessment_id', '=', id).execute(),
    )
    expect(row).toEqual({ seconds: 7 })
  })

  test.each<[string, TreeAnswer]>([
    ['no-such', { kind: 'option', option: 'yes' }],
    ['measured', { kind: 'option', option: 'maybe' }],
    ['measured', { kind: 'number', value: 1 }],
    ['share', { kind: 'number', value: 101 }],
    ['measured', { kind: 'not-applicable' }],
    ['measured', { kind: 'option', option: 'yes', evidence: 'E2' }],
  ])('refuses %s %j', async (question, value) => {
    expect(await answer(member, question, value)).toMatchObject({
      status: 422,
      body: { type: '/problems/answer-not-valid' },
    })
  })

  test('is done when every required question that is shown has an answer', async () => {
    await coach('PUT', `/assessments/${id}/facts/shifts`, { value: 3, base: 0 })
    await answer(member, 'measured', { kind: 'unknown' })
    const early = await member('POST', `/assessments/${id}/answering/complete`)
    expect(early).toMatchObject({ status: 409, body: { open: ['routine', 'share'] } })
    await answer(member, 'routine', { kind: 'not-applicable', reason: 'Vi är två personer.' })
    await answer(member, 'share', { kind: 'number', value: 10 })
    expect((await member('POST', `/assessments/${id}/answering/complete`)).status).toBe(200)
  })

  test('an answer to a ladder has no place in it', async () => {
    const reply = await member('PUT', `/assessments/${id}/answers/measured`, {
      ...{ value: { kind: 'partly' }, base: 0, seconds: null },
    })
    expect(reply.body.type).toBe('/problems/answer-not-valid')
  })
})

describe('facts', () => {
  beforeEach(() => start())
  const say = (call: Call, fact: string, value: unknown, base = 0) =>
    call('PUT', `/assessments/${id}/facts/${fact}`, { value, base })

  test('that the company record holds come from there; the others are said for the measurement', async () => {
    await database.inTenant({ programmeId: scene.programme.id, personId: null }, (tx) =>
      tx
        .insertInto('company_year')
        .values({ programme_id: scene.programme.id, company_id: scene.companyId, year: 2025, employees: 24 })
        .execute(),
    )
    expect(await say(member, 'shifts', 2)).toMatchObject({
      status: 200,
      body: { id: 'shifts', value: 2, source: 'assessment', revision: 1 },
    })
    expect((await member('GET', `/assessments/${id}/answering`)).body.facts).toEqual([
      { id: 'employees', value: 24, source: 'company', revision: 0 },
      { id: 'shifts', value: 2, source: 'assessment', revision: 1 },
    ])
    expect(await say(member, 'employees', 10)).toMatchObject({ status: 422, body: { type: '/problems/invalid-input' } })
  })

  test('of another type, unknown, or said by somebody outside are refused', async () => {
    expect((await say(coach, 'shifts', 'two')).status).toBe(422)
    expect((await say(coach, 'no-such', 2)).status).toBe(404)
    expect((await say(scene.lead, 'shifts', 2)).status).toBe(403)
  })

  test('said from two places: the later is told what stands', async () => {
    await say(coach, 'shifts', 1)
    expect(await say(member, 'shifts', 3)).toMatchObject({ status: 412, body: { present: { value: 1, revision: 1 } } })
    expect((await say(member, 'shifts', 1)).body.revision).toBe(1)
  })

  test('open and close questions', async () => {
    await say(coach, 'shifts', 1)
    await findAll()
    expect((await view()).tree.open).toEqual([{ question: 'nights', why: 'unanswered' }])
    await say(coach, 'shifts', 3, 1)
    expect((await view()).tree.open).toEqual([])
  })
})

describe('submitting', () => {
  test('is refused while something required is open, and says what', async () => {
    await start()
    await find('measured', { kind: 'option', option: 'yes' })
    const reply = await coach('POST', `/assessments/${id}/submit`)
    expect(reply).toMatchObject({ status: 409, body: { type: '/problems/assessment-incomplete' } })
    expect(reply.body.open).toEqual([
      { question: 'routine', why: 'unanswered' },
      { question: 'share', why: 'unanswered' },
    ])
  })

  test('keeps the voices side by side, the spread without names, and the level of the whole', async () => {
    await start()
    await answer(member, 'share', { kind: 'number', value: 20 })
    await answer(manager, 'share', { kind: 'number', value: 60 })
    await answer(manager, 'measured', { kind: 'option', option: 'no', reason: 'Inte än.' })
    await findAll()
    const { body } = await coach('POST', `/assessments/${id}/submit`)
    const { result } = body.tree
    expect(result).toMatchObject({ format: 'stegvis-result/2', people: 2, levels: { order: 1, energy: null } })
    expect(result.respondents).toEqual([
      { question: 'measured', people: 1, answers: [{ answer: { kind: 'option', option: 'no' }, people: 1 }] },
      {
        question: 'share',
        people: 2,
        answers: [
          { answer: { kind: 'number', value: 20 }, people: 1 },
          { answer: { kind: 'number', value: 60 }, people: 1 },
        ],
      },
    ])
    const scoreOf = (score: { nodes: { node: string }[] }, node: string) => score.nodes.find((one) => one.node === node)
    expect(scoreOf(result.self, 'energy')).toMatchObject({ score: 0.2 })
    expect(scoreOf(result.result, 'whole')).toMatchObject({ score: 0.8, level: 2, band: 'high' })
    const rows = (await coach('GET', `/companies/${scene.companyId}/occasions`)).body.occasions[0].assessments
    expect(rows).toMatchObject([{ modelKind: 'tree', status: 'submitted', steps: { coach: 2, verified: 1 } }])
  })

  test('counts evidence on file for the verified level, until it lapses', async () => {
    await start()
    await findAll()
    const piece = { question: 'routine', class: 'E2', description: 'Rutinen', datedOn: '2026-01-10' }
    const noted = await coach('PUT', `/assessments/${id}/evidence/${newId()}`, { value: piece, base: 0 })
    expect(noted.body.evidence.bestBeforeOn).toBe('2028-01-10')
    const { body } = await coach('POST', `/assessments/${id}/submit`)
    expect(body.tree.result.lapses).toEqual([{ question: 'routine', since: '2028-01-11' }])
    const rows = (await coach('GET', `/companies/${scene.companyId}/occasions`)).body.occasions[0].assessments
    expect(rows[0].steps).toEqual({ self: null, coach: 2, verified: 2 })
  })

  test('waits until voices that must agree do', async () => {
    await start({ voices: { result: 'agreed', respondents: 'agreed' } })
    for (const [question, value] of WHOLE) await answer(member, question, value)
    await findAll([...WHOLE.slice(0, 2), ['share', { kind: 'number', value: 50 }]])
    const refused = await coach('POST', `/assessments/${id}/submit`)
    expect(refused.body.open).toEqual([{ question: 'share', why: 'differing' }])
    await find('share', { kind: 'number', value: 80 }, 1)
    expect((await coach('POST', `/assessments/${id}/submit`)).status).toBe(200)
  })

  test('closes it: answers, findings and facts change no more, and a correction begins with all of them', async () => {
    await start()
    await coach('PUT', `/assessments/${id}/facts/shifts`, { value: 3, base: 0 })
    await findAll()
    await coach('POST', `/assessments/${id}/submit`)
    expect((await find('share', { kind: 'number', value: 1 }, 1)).body.type).toBe('/problems/assessment-closed')
    const late = await coach('PUT', `/assessments/${id}/facts/shifts`, { value: 1, base: 1 })
    expect(late.body.type).toBe('/problems/assessment-closed')
    const corrected = newId()
    const body = { id: corrected, reason: 'Fel andel angiven.' }
    const { body: next } = await coach('POST', `/assessments/${id}/corrections`, body)
    expect(next).toMatchObject({ assessment: { modelKind: 'tree', revision: 2 }, tree: { result: null, open: [] } })
    expect(next.findings).toHaveLength(3)
    expect(next.tree.facts).toContainEqual({ id: 'shifts', value: 3, source: 'assessment', revision: 1 })
  })
})

describe('over time', () => {
  const results = async () => (await coach('GET', `/companies/${scene.companyId}/tree-results`)).body

  async function submitWith(answers: readonly (readonly [string, TreeAnswer])[]) {
    await findAll(answers)
    const reply = await coach('POST', `/assessments/${id}/submit`)
    if (reply.status !== 200) throw new Error(`submitting answered ${reply.status}: ${reply.text}`)
  }

  /** Version 2, in which the share is asked in another way and a question has come. */
  async function publishNext(): Promise<AuthoredModelView> {
    const copy = { from: 'version', id: newId(), model: `${scene.model.modelId}@1.0.0`, version: '2.0.0' }
    const draft: AuthoredModelView = (await scene.author('POST', '/models', copy)).body
    const fresh = { id: 'goal', scale: 'met', text: { sv: 'Finns ett mål?', en: 'Is there a goal?' } }
    const questions = [...TREE.questions.slice(0, 3), { ...fresh, importance: 'optional' }, TREE.questions[3]]
    const same = TREE.questions.map(({ id: question }) => ({ change: 'same', question }))
    const [order, energy] = TREE.tree.children
    const children = [{ ...order!, children: [...order!.children, { question: 'goal' }] }, energy]
    const migrates = [{ from: '1.0.0', comparable: 0.75, questions: [...same, { change: 'new', question: 'goal' }] }]
    const policies = { ...TREE.policies, missing: 'exclude' }
    const values = { questions, migrates, tree: { ...TREE.tree, children }, policies }
    return publishedWith(scene.author, scene.lead, draft, values)
  }

  const follow = async () => {
    id = await startMeasuring(coach, scene, [], 'follow-up')
  }

  test('two measurements on one version are set against each other; those with ladders stay apart', async () => {
    await start()
    await submitWith([...WHOLE.slice(0, 2), ['share', { kind: 'number', value: 30 }]])
    await follow()
    await submitWith(WHOLE)
    const { areas } = await results()
    expect(areas).toHaveLength(1)
    expect(areas[0].measurements).toHaveLength(2)
    expect(areas[0].measurements[0].restated).toBeNull()
    expect(areas[0].comparisons).toMatchObject([{ basis: 'same-version', notRestated: [] }])
    const whole = areas[0].comparisons[0].nodes.find(({ node }: { node: string }) => node === 'whole')
    expect(whole).toMatchObject({ change: 'up', score: 0.5, level: 1 })
    const ladders = (await coach('GET', `/companies/${scene.companyId}/results`)).body.ladders
    expect(ladders).toEqual([])
    expect((await coach('GET', `/companies/${scene.companyId}/plan`)).status).toBe(200)
    expect((await coach('GET', `/companies/${scene.companyId}/peers`)).body.ladders).toEqual([])
  })

  test('an older one is restated on the version measured with now, and compared on what both ask', async () => {
    await start()
    await submitWith(WHOLE)
    const next = await publishNext()
    const model = `${scene.model.modelId}@2.0.0`
    const from = `${scene.model.modelId}@1.0.0`
    const changes = [{ field: 'model', from, to: model }]
    const chosen = await scene.lead('GET', '/models')
    expect(chosen.body.own.find((one: { id: string }) => one.id === scene.model.id).use.assessments).toBe(1)
    const changed = await scene.lead('PATCH', `/parts/focus-area/${scene.focusAreaId}`, { changes })
    expect(changed.status).toBe(200)
    const [area] = (await results()).areas
    expect(area.measurements[0]).toMatchObject({
      model: { version: '1.0.0' },
      result: { result: { version: '1.0.0' } },
      restated: { version: '2.0.0', comparable: true, restated: 4, questions: 5, notRestated: [{ question: 'goal' }] },
    })
    expect(area.measurements[0].restated.score.version).toBe(next.version)
    await follow()
    await submitWith([...WHOLE, ['goal', { kind: 'option', option: 'no' }]])
    const [compared] = (await results()).areas
    expect(compared.comparisons).toMatchObject([
      {
        ...{ basis: 'anchors', enough: true, notRestated: [{ question: 'goal', why: 'new' }], gone: [] },
        versions: { before: '1.0.0', after: '2.0.0', compared: '2.0.0' },
      },
    ])
    const order = compared.comparisons[0].nodes.find(({ node }: { node: string }) => node === 'order')
    // The question that came shuts the gate now; nobody had asked it then.
    expect(compared.measurements[1].result.levels).toMatchObject({ order: 0 })
    expect(order).toMatchObject({ change: 'same', anchors: { anchors: 3, questions: 4 } })
  })

  test('is read by those who may read results, and by nobody else', async () => {
    await start()
    await submitWith(WHOLE)
    const own = (await manager('GET', `/companies/${scene.companyId}/tree-results`)).body
    expect(own).toMatchObject({ areas: [{ findings: expect.any(Array) }], mayValidate: false })
    expect((await member('GET', `/companies/${scene.companyId}/tree-results`)).body.areas[0].findings).toBeNull()
    expect((await scene.author('GET', `/companies/${scene.companyId}/tree-results`)).status).toBe(403)
  })
})

describe('other companies', () => {
  /** Companies with a submitted measurement that stand like this; written into the database for speed. */
  async function addCompanies(number: number, standing: { level: number; energy: number }, version = '1.0.0') {
    const nodes = [
      { node: 'whole', view: 'main', level: standing.level, score: null },
      { node: 'order', view: 'main', level: 1, score: 1 },
      { node: 'energy', view: 'main', level: null, score: standing.energy },
    ]
    await database.inTenant({ programmeId: scene.programme.id, personId: null }, async (tx) => {
      for (let at = 0; at < number; at++) {
        const [company, occasion] = [newId<string>(), newId<string>()]
        const programme_id = scene.programme.id
        await sql`insert into company (programme_id, id, organisation_number, name, status, status_since, came_by)
          values (${programme_id}, ${company}, ${company.slice(-10)}, 'Annat bolag', 'active', '2026-01-01', 'coach')`.execute(
          tx,
        )
        await sql`insert into occasion (programme_id, id, company_id, kind)
          values (${programme_id}, ${occasion}, ${company}, 'baseline')`.execute(tx)
        await sql`insert into assessment (programme_id, id, occasion_id, company_id, focus_area_id, model_id, model_version,
            model_kind, status, started_on, submitted_on, result)
          values (${programme_id}, ${newId<string>()}, ${occasion}, ${company}, ${scene.focusAreaId},
            ${scene.model.modelId}, ${version}, 'tree', 'submitted', '2026-02-01', '2026-02-01',
            jsonb_build_object('levels', '{}'::jsonb,
              'result', jsonb_build_object('nodes', ${JSON.stringify(nodes)}::jsonb)))`.execute(tx)
      }
    })
  }
  const peers = async () => (await manager('GET', `/companies/${scene.companyId}/peers`)).body.trees[0]

  test('stand beside the whole and its parts, from ten on, on versions whose results mean the same', async () => {
    await start()
    await findAll()
    await coach('POST', `/assessments/${id}/submit`)
    await addCompanies(9, { level: 1, energy: 0.5 })
    await addCompanies(5, { level: 2, energy: 1 }, '2.0.0')
    expect(await peers()).toMatchObject({ threshold: 10, all: { shown: false }, model: { version: '1.0.0' } })
    await addCompanies(1, { level: 2, energy: 1 }, '1.2.0')
    const { all } = await peers()
    expect(all).toMatchObject({ shown: true, companies: 10 })
    const shares = (low: number, high: number) => [
      { level: low, percent: 90 },
      { level: high, percent: 10 },
    ]
    expect(all.dimensions).toHaveLength(3)
    expect(all.dimensions).toContainEqual({ dimension: 'whole', median: 1, shares: shares(1, 2) })
    // In fifths of the scale from 0 to 1: the score of a company is never told.
    expect(all.dimensions).toContainEqual({ dimension: 'energy', median: 3, shares: shares(3, 5) })
    expect(all.dimensions).toContainEqual({ dimension: 'order', median: 1, shares: [{ level: 1, percent: 100 }] })
  })
})
