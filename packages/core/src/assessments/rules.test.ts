import { describe, expect, test } from 'vitest'
import { PlainDate } from '../kernel/day.ts'
import type { CompanyId, PartnerId, PersonId, ProgrammeId, SubProjectId } from '../kernel/ids.ts'
import { testModel } from '../models/test-model.ts'
import type { Actor, CompanySubject, Grant } from '../people/permissions.ts'
import type { Role } from '../people/roles.ts'
import {
  answersFrom,
  answersSeen,
  correctAssessment,
  mayAnswer,
  openItems,
  planOccasion,
  revise,
  selfPick,
  submitAssessment,
} from './rules.ts'
import { compileModel } from './scoring.ts'
import { answersOf } from './test-answers.ts'

const on = PlainDate.parse('2026-03-01')
const ladder = (baselineOn: PlainDate | null, openId: string | null = null) => ({
  focusAreaId: 'area',
  baselineOn,
  openId,
})
const problem = (decision: { ok: true } | { ok: false; problem: string }) => (decision.ok ? null : decision.problem)

describe('starting to measure', () => {
  test('begins with one baseline; everything after it builds on that', () => {
    expect(problem(planOccasion('baseline', [ladder(null)]))).toBeNull()
    expect(problem(planOccasion('baseline', [ladder(on)]))).toBe('baseline-exists')
    expect(problem(planOccasion('follow-up', [ladder(on)]))).toBeNull()
    expect(problem(planOccasion('follow-up', [ladder(null)]))).toBe('baseline-missing')
    expect(problem(planOccasion('closing', [ladder(null)]))).toBe('baseline-missing')
  })

  test('is refused for all ladders when one of them is being measured', () => {
    expect(problem(planOccasion('follow-up', [ladder(on), ladder(on, 'other')]))).toBe('assessment-exists')
  })
})

describe('whose answers a reader sees', () => {
  const subject: CompanySubject = {
    companyId: 'c' as CompanyId,
    partnerId: 'p' as PartnerId,
    subProjectId: 's' as SubProjectId,
    coachId: 'coach' as PersonId,
  }
  const as = (person: string, ...roles: Role[]): Actor => ({
    personId: person as PersonId,
    name: person,
    language: 'sv',
    programmeId: 'programme' as ProgrammeId,
    timeZone: 'Europe/Stockholm',
    grants: roles.map(
      (role): Grant => ({
        role,
        partnerId: null,
        subProjectId: role === 'sub-project-lead' ? subject.subProjectId : null,
        companyId: role.startsWith('company') || role === 'expert' ? subject.companyId : null,
      }),
    ),
  })

  test('the team and the invited expert see each one', () => {
    expect(answersSeen(as('coach', 'coach'), subject, 'self')).toBe('all')
    expect(answersSeen(as('lead', 'sub-project-lead'), subject, 'self')).toBe('all')
    expect(answersSeen(as('expert', 'expert'), subject, 'coach')).toBe('all')
  })

  test("the company's manager sees the spread, once submitted; a member only their own", () => {
    expect(answersSeen(as('boss', 'company-manager'), subject, 'coach')).toBe('own')
    expect(answersSeen(as('boss', 'company-manager'), subject, 'submitted')).toBe('spread')
    expect(answersSeen(as('worker', 'company-member'), subject, 'submitted')).toBe('own')
  })

  test('the programme manager sees them only with a stated reason', () => {
    const office = as('office', 'programme-manager')
    expect(answersSeen(office, subject, 'submitted')).toBe('own')
    expect(answersSeen(office, { ...subject, openedWithReason: true }, 'submitted')).toBe('all')
  })
})

test('who has said "done" may think again until the coach has begun', () => {
  expect(problem(mayAnswer('self', true))).toBeNull()
  expect(problem(mayAnswer('coach', false))).toBeNull()
  expect(problem(mayAnswer('coach', true))).toBe('self-assessment-closed')
  expect(problem(mayAnswer('submitted', false))).toBe('assessment-closed')
})

describe('a change that builds on a revision', () => {
  const stored = { value: { kind: 'rung', level: 3 }, revision: 2 }

  test('is taken when nothing came between', () => {
    expect(revise(undefined, { value: { kind: 'yes' }, base: 0 })).toEqual({
      ok: true,
      value: { revision: 1, changed: true },
    })
    expect(revise(stored, { value: null, base: 2 })).toEqual({ ok: true, value: { revision: 3, changed: true } })
  })

  test('sent again answers as the first time, whatever the order of its keys', () => {
    expect(revise(stored, { value: { level: 3, kind: 'rung' }, base: 1 })).toEqual({
      ok: true,
      value: { revision: 2, changed: false },
    })
  })

  test('is refused when it builds on something older, or on something that never was', () => {
    expect(problem(revise(stored, { value: { kind: 'rung', level: 4 }, base: 1 }))).toBe('changed-meanwhile')
    expect(problem(revise(undefined, { value: { kind: 'yes' }, base: 4 }))).toBe('changed-meanwhile')
  })

  test('taking back what was never given changes nothing', () => {
    expect(revise(undefined, { value: null, base: 0 })).toEqual({ ok: true, value: { revision: 0, changed: false } })
  })
})

describe('what stands between a coach and submitting', () => {
  const model = compileModel(testModel(['flow', 'waste']))
  const whole = {
    flow: 2,
    'flow-2-a': 'yes E2',
    'flow-2-b': 'yes E2',
    'flow-3-a': 'no',
    'flow-3-b': 'no',
    waste: 'unknown',
  }
  const self = (level: number) => ({ id: `r${level}`, answers: answersOf({ flow: level }) })

  test('is every required question, in the order of the ladder', () => {
    const open = openItems(model, answersOf({ waste: 'unknown', flow: 2 }), [])
    expect(open.map(({ question }) => question)).toEqual(['flow-2-a', 'flow-2-b', 'flow-3-a', 'flow-3-b'])
    expect(openItems(model, answersOf(whole), [])).toEqual([])
  })

  test("is a reason where the coach's rung is not the company's, the lower median of its people", () => {
    const people = [self(2), self(3)]
    expect(selfPick('flow', people)).toBe(2)
    expect(openItems(model, answersOf(whole), people)).toEqual([])
    expect(openItems(model, answersOf(whole), [self(3)])).toEqual([
      { question: 'flow', dimension: 'flow', why: 'reason-missing' },
    ])
    const reasoned = new Map(answersOf(whole)).set('flow', { kind: 'rung', level: 2, reason: 'Ingen karta finns' })
    expect(openItems(model, reasoned, [self(3)])).toEqual([])
  })

  test('closes once, and only when nothing is open', () => {
    expect(problem(submitAssessment('coach', []))).toBeNull()
    expect(problem(submitAssessment('submitted', []))).toBe('assessment-closed')
    const open = [{ question: 'flow', dimension: 'flow', why: 'unanswered' as const }]
    expect(problem(submitAssessment('coach', open))).toBe('assessment-incomplete')
  })
})

test('a correction needs a submitted assessment, its newest revision and a reason', () => {
  const submitted = { status: 'submitted' as const, revision: 1, corrected: false }
  expect(correctAssessment(submitted, 'Fel fil granskad')).toEqual({ ok: true, value: { revision: 2 } })
  expect(problem(correctAssessment(submitted, ' nej '))).toBe('reason-required')
  expect(problem(correctAssessment({ ...submitted, corrected: true }, 'Fel fil granskad'))).toBe('assessment-exists')
  expect(problem(correctAssessment({ ...submitted, status: 'coach' }, 'Fel fil granskad'))).toBe(
    'assessment-incomplete',
  )
})

test('answers that were taken back do not count', () => {
  const answers = answersFrom([
    { question: 'flow', value: { kind: 'rung', level: 2 } },
    { question: 'flow-2-a', value: null },
  ])
  expect([...answers.keys()]).toEqual(['flow'])
})
