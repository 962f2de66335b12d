import { describe, expect, test } from 'vitest'
import { north, person, south } from '../test-company.ts'
import { handOver } from './hand-over.ts'
import { openAnswers } from './opening.ts'
import { CompanyStatus, changeStatus, STATUS_PATHS } from './status.ts'

describe('company status', () => {
  test('goes forward with a note', () => {
    expect(changeStatus('interest', 'in-dialogue', 'Ringt')).toEqual({ ok: true, value: 'in-dialogue' })
  })

  test('refuses a jump over steps', () => {
    expect(changeStatus('interest', 'active', 'Bråttom')).toMatchObject({ problem: 'status-path-not-allowed' })
  })

  test('refuses to leave without a reason', () => {
    expect(changeStatus('active', 'left', '  ')).toMatchObject({ problem: 'reason-required' })
  })

  test('every status can be reached from the first, and none is a dead end', () => {
    const reached = new Set<string>(['interest'])
    for (let grew = true; grew; ) {
      grew = false
      for (const from of [...reached] as CompanyStatus[]) {
        for (const { to } of STATUS_PATHS[from]) {
          if (!reached.has(to)) {
            reached.add(to)
            grew = true
          }
        }
      }
    }
    expect([...reached].sort()).toEqual([...CompanyStatus.options].sort())
    for (const status of CompanyStatus.options) expect(STATUS_PATHS[status].length).toBeGreaterThan(0)
  })
})

describe('hand-over', () => {
  const company = { partnerId: north, coachId: null }

  test('takes a coach of the same partner', () => {
    expect(handOver(company, { personId: person, partnerIds: [north] })).toEqual({
      ok: true,
      value: { coachId: person, changed: true },
    })
  })

  test('takes a coach who works for every partner', () => {
    expect(handOver(company, { personId: person, partnerIds: [null] }).ok).toBe(true)
  })

  test('refuses a coach of another partner, and somebody who is no coach', () => {
    expect(handOver(company, { personId: person, partnerIds: [south] })).toMatchObject({
      problem: 'coach-not-in-partner',
    })
    expect(handOver(company, undefined)).toMatchObject({ problem: 'coach-not-in-partner' })
  })

  test('a repeated hand-over changes nothing', () => {
    const decision = handOver({ ...company, coachId: person }, { personId: person, partnerIds: [north] })
    expect(decision).toMatchObject({ ok: true, value: { changed: false } })
  })
})

test('opening answers needs a reason one can understand', () => {
  expect(openAnswers('  kort ')).toMatchObject({ problem: 'reason-required' })
  expect(openAnswers('Underlag till lägesrapport 5')).toEqual({ ok: true, value: 'Underlag till lägesrapport 5' })
})
