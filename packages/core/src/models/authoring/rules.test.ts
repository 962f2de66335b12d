import { describe, expect, test } from 'vitest'
import type { PersonId, ProgrammeId } from '../../kernel/ids.ts'
import type { Actor } from '../../people/permissions.ts'
import type { Role } from '../../people/roles.ts'
import {
  beginsSitting,
  changeDraft,
  publishModel,
  removeModel,
  reviewModel,
  type Stage,
  stepsFor,
  submitForReview,
  takeBack,
  withdrawModel,
} from './rules.ts'
import type { AuthoredStatus } from './schema.ts'

const ANNA = 'a0000000-0000-4000-8000-000000000001' as PersonId
const BO = 'a0000000-0000-4000-8000-000000000002' as PersonId

const stage = (status: AuthoredStatus, approved = false): Stage => ({ status, changedById: ANNA, approved })
const refused = (problem: string) => expect.objectContaining({ ok: false, problem })

function actor(personId: PersonId, role: Role): Actor {
  const programmeId = 'e0000000-0000-4000-8000-000000000001' as ProgrammeId
  const grant = { role, partnerId: null, subProjectId: null, companyId: null }
  return { personId, name: 'Anna', language: 'sv', programmeId, timeZone: 'Europe/Stockholm', grants: [grant] }
}

describe('the way of a model', () => {
  test.each<[AuthoredStatus, string | null]>([
    ['draft', null],
    ['in-review', 'model-in-review'],
    ['published', 'model-frozen'],
    ['withdrawn', 'model-frozen'],
  ])('%s is written on only as a draft', (status, problem) => {
    const decision = changeDraft(stage(status))
    expect(decision).toEqual(problem ? refused(problem) : { ok: true, value: 'draft' })
  })

  test('goes to review without errors', () => {
    expect(submitForReview(stage('draft'), 2)).toEqual(refused('model-invalid'))
    expect(submitForReview(stage('draft'), 0)).toEqual({ ok: true, value: 'in-review' })
    expect(submitForReview(stage('in-review'), 0)).toEqual(refused('model-in-review'))
  })

  test('comes back only from review', () => {
    expect(takeBack(stage('in-review'))).toEqual({ ok: true, value: 'draft' })
    expect(takeBack(stage('draft'))).toEqual(refused('model-not-in-review'))
    expect(takeBack(stage('published'))).toEqual(refused('model-frozen'))
  })

  test('is reviewed by a second person, who says why when it is returned', () => {
    expect(reviewModel(stage('in-review'), ANNA, 'approve', '')).toEqual(refused('review-by-author'))
    expect(reviewModel(stage('in-review'), ANNA, 'return', 'Nej.')).toEqual(refused('review-by-author'))
    expect(reviewModel(stage('in-review'), BO, 'approve', '')).toEqual({ ok: true, value: 'in-review' })
    expect(reviewModel(stage('in-review'), BO, 'return', '  ')).toEqual(refused('reason-required'))
    expect(reviewModel(stage('in-review'), BO, 'return', 'Nej.')).toEqual({ ok: true, value: 'draft' })
    expect(reviewModel(stage('draft'), BO, 'approve', '')).toEqual(refused('model-not-in-review'))
  })

  test('is published once, with nothing left in the way', () => {
    expect(publishModel(stage('in-review', true), [])).toEqual({ ok: true, value: 'published' })
    expect(publishModel(stage('in-review'), [{ code: 'not-approved' }])).toEqual(refused('model-not-ready'))
    expect(publishModel(stage('published', true), [])).toEqual(refused('model-frozen'))
  })

  test('is withdrawn with a reason once published, and thrown away only before', () => {
    expect(withdrawModel(stage('published'), 'Ersatt.')).toEqual({ ok: true, value: 'withdrawn' })
    expect(withdrawModel(stage('published'), ' ')).toEqual(refused('reason-required'))
    expect(withdrawModel(stage('draft'), 'Ersatt.')).toEqual(refused('model-not-published'))
    expect(removeModel(stage('in-review')).ok).toBe(true)
    expect(removeModel(stage('withdrawn'))).toEqual(refused('model-frozen'))
  })
})

describe('the steps a person is offered', () => {
  test('leave the review to somebody else than who wrote', () => {
    expect(stepsFor(actor(ANNA, 'model-author'), stage('in-review'))).toMatchObject({ review: false, takeBack: true })
    expect(stepsFor(actor(BO, 'model-author'), stage('in-review'))).toMatchObject({ review: true, publish: false })
  })

  test('are none for who may only read', () => {
    const offered = stepsFor(actor(BO, 'coach'), stage('in-review', true))
    expect(Object.values(offered)).not.toContain(true)
  })

  test('hold publishing once approved', () => {
    expect(stepsFor(actor(ANNA, 'programme-manager'), stage('in-review', true))).toMatchObject({ publish: true })
  })
})

test('a sitting ends after half an hour, or with another person', () => {
  expect(beginsSitting({ by: ANNA, minutesAgo: 29 }, ANNA)).toBe(false)
  expect(beginsSitting({ by: ANNA, minutesAgo: 30 }, ANNA)).toBe(true)
  expect(beginsSitting({ by: ANNA, minutesAgo: 0 }, BO)).toBe(true)
})
