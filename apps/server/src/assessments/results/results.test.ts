import type { AssessmentId } from '@stegvis/core/kernel/ids.ts'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../test/app.ts'
import { testDatabase } from '../../../test/database.ts'
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
let scene: Scene
let coach: Call
let manager: Call

const model = () => app.deps.models.get(MODEL.id, MODEL.version)

async function measure(kind: 'baseline' | 'follow-up', level: number): Promise<AssessmentId> {
  const id = await startMeasuring(coach, scene, [scene.member.id], kind)
  const member = callerOf(app, scene.programme, scene.member)
  await answerAll(member, id, wholeAnswers(model(), level, 'self'))
  await findAll(coach, id, wholeAnswers(model(), level, 'coach'))
  const reply = await coach('POST', `/assessments/${id}/submit`)
  if (reply.status !== 200) throw new Error(JSON.stringify(reply.body))
  return id
}

beforeAll(async () => {
  app = await testApp(database)
  scene = await makeScene(app, database)
  coach = callerOf(app, scene.programme, scene.coach)
  manager = callerOf(app, scene.programme, scene.manager)
})

describe('results', () => {
  test('are empty for a ladder nobody has measured or asked for', async () => {
    expect((await manager('GET', `/companies/${scene.companyId}/results`)).body).toMatchObject({
      ladders: [],
      mayPlan: true,
    })
  })

  test('hold every measurement oldest first, and what is under way with the part of who reads', async () => {
    await measure('baseline', 2)
    await measure('follow-up', 3)
    app.clock.advance(1)
    await startMeasuring(coach, scene, [scene.manager.id], 'follow-up')
    const { body } = await manager('GET', `/companies/${scene.companyId}/results`)
    const steps = body.ladders[0].measurements.map((one: { kind: string; result: { coach: { step: number } } }) => [
      one.kind,
      one.result.coach.step,
    ])
    expect(steps).toEqual([
      ['baseline', 2],
      ['follow-up', 3],
    ])
    expect(body.ladders[0].open).toMatchObject({ kind: 'follow-up', asked: 1, completed: 0, mine: 'asked' })
    expect(body.ladders[0].findings.length).toBeGreaterThan(10)
  })
})

describe('the comparison', () => {
  /** Other companies with a submitted measurement, all on this level; copied in the database for speed. */
  async function addCompanies(number: number, level: number): Promise<void> {
    await database.inTenant({ programmeId: scene.programme.id, personId: null }, async (tx) => {
      for (let at = 0; at < number; at++) {
        const [company, occasion] = [newId<string>(), newId<string>()]
        const levels = JSON.stringify(Object.fromEntries(model().dimensions.map((id) => [id, level])))
        await sql`insert into company (programme_id, id, organisation_number, name, status, status_since, came_by)
          values (${scene.programme.id}, ${company}, ${company.slice(-10)}, 'Annat bolag', 'active', '2026-01-01', 'coach')`.execute(
          tx,
        )
        await sql`insert into company_year (programme_id, company_id, year, employees)
          values (${scene.programme.id}, ${company}, 2025, 20)`.execute(tx)
        await sql`insert into occasion (programme_id, id, company_id, kind)
          values (${scene.programme.id}, ${occasion}, ${company}, 'baseline')`.execute(tx)
        await sql`insert into assessment (programme_id, id, occasion_id, company_id, focus_area_id, model_id, model_version,
            status, started_on, submitted_on, result)
          values (${scene.programme.id}, ${newId<string>()}, ${occasion}, ${company}, ${scene.focusAreaId}, ${MODEL.id},
            ${MODEL.version}, 'submitted', '2026-02-01', '2026-02-01', jsonb_build_object('levels', ${levels}::jsonb))`.execute(
          tx,
        )
      }
    })
  }
  const peers = async () => (await manager('GET', `/companies/${scene.companyId}/peers`)).body.ladders[0]

  test('is hidden under ten other companies, and counts the newest measurement of each once', async () => {
    await addCompanies(9, 2)
    expect(await peers()).toMatchObject({ threshold: 10, all: { shown: false }, alike: null })
    await addCompanies(1, 4)
    const { all } = await peers()
    expect(all).toMatchObject({ shown: true, companies: 10 })
    expect(all.dimensions).toContainEqual({
      dimension: 'flow',
      median: 2,
      shares: [
        { level: 2, percent: 90 },
        { level: 4, percent: 10 },
      ],
    })
  })

  test('follows the threshold of the programme', async () => {
    await database.inTenant({ programmeId: scene.programme.id, personId: null }, (tx) =>
      sql`update programme set settings = '{"comparisonThreshold": 12}' where id = ${scene.programme.id}`.execute(tx),
    )
    expect(await peers()).toMatchObject({ threshold: 12, all: { shown: false } })
  })

  test('reads the index of the newest results alone', async () => {
    const plan = await database.inTenant({ programmeId: scene.programme.id, personId: null }, async (tx) => {
      await sql`set local enable_seqscan = off`.execute(tx)
      const { rows } = await sql<{ 'QUERY PLAN': string }>`explain
        select distinct on (a.company_id) a.company_id, a.levels from assessment a
        where a.focus_area_id = ${scene.focusAreaId} and a.status = 'submitted'
        order by a.company_id, a.started_on desc, a.occasion_id desc, a.revision desc`.execute(tx)
      return rows.map((row) => row['QUERY PLAN']).join('\n')
    })
    expect(plan).toContain('assessment_newest')
    expect(plan).not.toContain('Sort')
  })
})

describe('a model', () => {
  const get = (query = '', headers: Record<string, string> = {}) =>
    app.app.inject({
      url: `/api/models/${MODEL.id}/${MODEL.version}${query}`,
      headers: { ...scene.member.headers, ...headers },
    })

  test('is kept by the browser, and told unchanged by its tag', async () => {
    const first = await get()
    expect(first.headers['cache-control']).toContain('immutable')
    expect(first.json()).toMatchObject({ id: MODEL.id, status: 'published' })
    expect((await get('', { 'if-none-match': String(first.headers.etag) })).statusCode).toBe(304)
  })

  test('comes in one language, and small for those who answer', async () => {
    const [whole, english, short] = [await get(), await get('?language=en'), await get('?language=en&for=answering')]
    expect(english.json().dimensions[0].name).toEqual({ sv: '', en: 'Flow and lead time' })
    expect(short.json()).toMatchObject({ actions: [], sources: [] })
    expect(english.body.length).toBeLessThan(whole.body.length * 0.7)
    expect(short.body.length).toBeLessThan(english.body.length * 0.8)
  })

  test('that is not installed is not there, and none is for those not signed in', async () => {
    const url = `/api/models/${MODEL.id}/9.0.0`
    expect((await app.app.inject({ url, headers: scene.member.headers })).statusCode).toBe(404)
    expect((await app.app.inject({ url })).statusCode).toBe(401)
  })
})
