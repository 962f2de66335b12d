import { describe, expect, test } from 'vitest'
import { actorWith, company } from '../test-company.ts'
import { audiencesFor, detailFor, groupOf } from './timeline.ts'

describe('the timeline', () => {
  const grant = { partnerId: null, subProjectId: null, companyId: company.companyId }

  test('a company reads what is for all, its coach the notes of the team too', () => {
    expect(audiencesFor(actorWith([{ ...grant, role: 'company-manager' }]), { ...company, coachId: null })).toEqual([
      'all',
    ])
    expect(audiencesFor(actorWith([{ ...grant, role: 'coach' }]), company)).toEqual(['all', 'team'])
  })

  test('the programme manager reads the notes of the team only with a reason', () => {
    const manager = actorWith([{ ...grant, role: 'programme-manager' }])
    expect(audiencesFor(manager, company)).toEqual(['all', 'office'])
    expect(audiencesFor(manager, { ...company, openedWithReason: true })).toEqual(['all', 'team', 'office'])
  })

  test('the reason of a change stays in the team', () => {
    const detail = { to: 'paused', team: { reason: 'Svarar inte' } }
    expect(detailFor(detail, ['all'])).toEqual({ to: 'paused' })
    expect(detailFor(detail, ['all', 'team'])).toEqual(detail)
  })

  test('events find their group by kind', () => {
    expect(groupOf('company.status-changed')).toBe('company')
    expect(groupOf('contact.removed')).toBe('changes')
    expect(groupOf('something.else')).toBeUndefined()
  })
})
