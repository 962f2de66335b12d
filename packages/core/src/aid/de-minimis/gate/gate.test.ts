import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { withLaw } from '../test-law.ts'
import { GateFacts, mayLogAdvice } from './gate.ts'

const { LAW } = withLaw((name) =>
  readFileSync(new URL(`../../../../../../content/aid/${name}`, import.meta.url), 'utf8'),
)

const READY = {
  eligibility: { verdict: 'pass', on: '2026-11-02' },
  declaration: { signedOn: '2026-11-10' },
  headroom: { verdict: 'pass', on: '2026-11-10' },
  grantingDecision: { outcome: 'approved', decidedOn: '2026-11-16' },
  activity: { kind: 'advice', on: '2026-11-20' },
  on: '2026-11-23',
}
const gate = (part: object = {}) => mayLogAdvice(LAW, GateFacts.parse({ ...READY, ...part }))
const codes = (part: object) => gate(part).missing.map(({ code }) => code)

test('opens when all four steps are taken', () => {
  expect(gate()).toEqual({ verdict: 'pass', isAid: true, billable: true, missing: [], override: null })
})

test('tells what is missing in the order of the steps, and who can take each', () => {
  const nothing = { eligibility: null, declaration: null, headroom: null, grantingDecision: null }
  const { verdict, billable, missing } = gate(nothing)
  expect([verdict, billable]).toEqual(['block', false])
  expect(missing.map(({ step, code, fixedBy }) => [step, code, fixedBy[0]])).toEqual([
    ['eligibility', 'ELIGIBILITY_UNDECIDED', 'sub-project-lead'],
    ['declaration', 'NO_DECLARATION', 'company-manager'],
    ['headroom', 'HEADROOM_UNCHECKED', 'sub-project-lead'],
    ['granting-decision', 'NO_GRANTING_DECISION', 'programme-manager'],
  ])
})

test('B-T24: advice before the award is blocked, and its hours cannot be claimed', () => {
  const answer = gate({ grantingDecision: { outcome: 'approved', decidedOn: '2026-11-24' }, on: '2026-11-25' })
  expect(answer).toMatchObject({ verdict: 'block', billable: false, missing: [{ code: 'BEFORE_GRANT' }] })
})

test('advice on the day of the award is not before it', () => {
  expect(gate({ activity: { kind: 'advice', on: '2026-11-16' } }).verdict).toBe('pass')
})

test.each([
  ['NOT_ELIGIBLE', { eligibility: { verdict: 'block', on: '2026-11-02' } }, 'block'],
  ['ELIGIBILITY_REVIEW', { eligibility: { verdict: 'review', on: '2026-11-02' } }, 'review'],
  ['DECLARATION_LATE', { declaration: { signedOn: '2026-11-17' } }, 'block'],
  ['HEADROOM_SHORT', { headroom: { verdict: 'block', on: '2026-11-10' } }, 'block'],
  ['HEADROOM_REVIEW', { headroom: { verdict: 'review', on: '2026-11-10' } }, 'review'],
  ['GRANT_REFUSED', { grantingDecision: { outcome: 'refused', decidedOn: '2026-11-16' } }, 'block'],
  ['NOT_DONE_YET', { activity: { kind: 'advice', on: '2026-11-24' } }, 'block'],
])('%s stands in the way alone', (code, part, verdict) => {
  expect(codes(part)).toEqual([code])
  expect(gate(part).verdict).toBe(verdict)
})

test('no declaration is asked for once the register holds three years', () => {
  const later = { activity: { kind: 'advice', on: '2029-01-10' }, on: '2029-01-10' }
  const decided = { grantingDecision: { outcome: 'approved', decidedOn: '2029-01-02' }, declaration: null }
  expect(gate({ ...later, ...decided }).verdict).toBe('pass')
})

describe('an open event', () => {
  const event = (part: object = {}) => ({
    eligibility: null,
    declaration: null,
    headroom: null,
    grantingDecision: null,
    activity: { kind: 'open-event', on: '2026-11-20', reason: 'Öppet seminarium', advantage: 'none', ...part },
  })

  test('is no aid and waits for nothing but its reason', () => {
    expect(gate(event())).toMatchObject({ verdict: 'pass', isAid: false, billable: true, missing: [] })
    expect(codes(event({ reason: ' ' }))).toEqual(['REASON_MISSING'])
  })

  test('is reviewed where a company may gain by it', () => {
    expect(gate(event({ advantage: 'unclear' }))).toMatchObject({
      verdict: 'review',
      missing: [{ code: 'ADVANTAGE_UNCLEAR' }],
    })
  })
})

describe('an override', () => {
  const blocked = { grantingDecision: null }

  test('by the programme manager passes, and what is missing stays listed and not billable', () => {
    const answer = gate({ ...blocked, override: { by: 'programme-manager', reason: 'Beslutet är muntligt lämnat' } })
    expect(answer).toMatchObject({
      verdict: 'pass',
      billable: false,
      missing: [{ code: 'NO_GRANTING_DECISION' }],
      override: { reason: 'Beslutet är muntligt lämnat' },
    })
  })

  test('needs the role and a reason', () => {
    expect(codes({ ...blocked, override: { by: 'coach', reason: 'x' } })).toContain('OVERRIDE_NOT_ALLOWED')
    expect(codes({ ...blocked, override: { by: 'programme-manager', reason: ' ' } })).toContain(
      'OVERRIDE_REASON_MISSING',
    )
  })

  test('never makes the future done, and is not told where nothing was missing', () => {
    const override = { by: 'programme-manager', reason: 'x' }
    const ahead = { ...blocked, override, activity: { kind: 'advice', on: '2026-12-24' } }
    expect(gate(ahead).verdict).toBe('block')
    expect(gate({ override }).override).toBeNull()
  })
})
