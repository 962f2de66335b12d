import { resultOf, stepsOf } from '@stegvis/core/assessments/result.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { AssessmentId } from '@stegvis/core/kernel/ids.ts'
import type { InjectOptions } from 'fastify'
import type { TestApp } from '../../test/app.ts'
import type { TestDatabase } from '../../test/database.ts'
import { MODEL, makeScene, type Scene, wholeAnswers } from '../assessments/test-scene.ts'
import { newId } from '../ids.ts'

/** A company that has been measured: every dimension of its ladder stands on `level`. */
export async function makeMeasured(test: TestApp, database: TestDatabase, level: number) {
  const scene = await makeScene(test, database)
  await measure(test, database, scene, level)
  return scene
}

async function measure(test: TestApp, database: TestDatabase, scene: Scene, level: number): Promise<void> {
  const compiled = test.deps.models.get(MODEL.id, MODEL.version)
  const day = '2026-03-01' as PlainDate
  const findings = wholeAnswers(compiled, level, 'coach')
  const result = resultOf(compiled, { respondents: [], findings, evidence: [], employees: null }, day)
  const steps = stepsOf(result)
  const [occasion, within] = [newId<string>(), { programme_id: scene.programme.id, company_id: scene.companyId }]
  await database.inTenant({ programmeId: scene.programme.id, personId: null }, async (tx) => {
    await tx
      .insertInto('occasion')
      .values({ ...within, id: occasion, kind: 'baseline' })
      .execute()
    await tx
      .insertInto('assessment')
      .values({
        ...within,
        id: newId<AssessmentId>(),
        occasion_id: occasion,
        focus_area_id: scene.focusAreaId,
        model_id: MODEL.id,
        model_version: MODEL.version,
        status: 'submitted',
        started_on: day,
        submitted_on: day,
        submitted_by: scene.coach.id,
        result: JSON.stringify(result),
        self_step: steps.self,
        coach_step: steps.coach,
        verified_step: steps.verified,
      })
      .execute()
  })
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** Calls the interface of the scene's programme as one person; paths start after the programme. */
export function calling({ app }: TestApp, { programme }: Scene, person: { headers: Record<string, string> }) {
  return async (method: Method, path: string, payload?: InjectOptions['payload']) => {
    const url = `/api/programmes/${programme.slug}${path}`
    const reply = await app.inject({ method, url, headers: person.headers, ...(payload !== undefined && { payload }) })
    const isJson = String(reply.headers['content-type']).includes('json')
    return { status: reply.statusCode, body: isJson ? reply.json() : null, raw: reply.rawPayload }
  }
}
