import { describe, expect, test } from 'vitest'
import { SubProjectId } from '../../kernel/ids.ts'
import { north, uuid } from '../test-company.ts'
import { checkFit, isNewContact, routeTo, type Territory } from './fit.ts'

const territories: Territory[] = [
  {
    municipalityCode: '1490',
    subProject: { id: SubProjectId.parse(uuid(4)), name: 'Sjuhärad' },
    partner: { id: north, name: 'Norra' },
  },
]
const MILLION_KRONOR = 100_000_000

describe('the two-minute check', () => {
  test('says yes to a small company in the territory, and whose it is', () => {
    const fit = checkFit({ municipalityCode: '1490', employees: 24, turnoverCents: 60 * MILLION_KRONOR }, territories)
    expect(fit).toMatchObject({ answer: 'yes', reasons: [], size: 'small', territory: { partner: { name: 'Norra' } } })
  })

  test('asks a company outside the territory to get in touch', () => {
    const fit = checkFit({ municipalityCode: '0180', employees: 24, turnoverCents: null }, territories)
    expect(fit).toMatchObject({ answer: 'ask', reasons: ['outside-territory'], territory: null })
  })

  test('asks a large company to get in touch', () => {
    const fit = checkFit({ municipalityCode: '1490', employees: 250, turnoverCents: null }, territories)
    expect(fit).toMatchObject({ answer: 'ask', reasons: ['too-large'], size: 'large' })
  })

  test('leaves it open when the turnover is near the ceiling', () => {
    const fit = checkFit({ municipalityCode: '1490', employees: 240, turnoverCents: 560 * MILLION_KRONOR }, territories)
    expect(fit).toMatchObject({ answer: 'probably', reasons: ['near-ceiling'] })
  })

  test('names what it does not know', () => {
    expect(checkFit({ municipalityCode: null, employees: null, turnoverCents: null }, territories)).toMatchObject({
      answer: 'probably',
      reasons: ['municipality-unknown', 'size-unknown'],
    })
  })

  test('routes only by a municipality of the territory', () => {
    expect(routeTo(territories, '1490')?.subProject.name).toBe('Sjuhärad')
    expect(routeTo(territories, null)).toBeUndefined()
  })

  test('knows a contact by the address, however it is written', () => {
    const known = [
      { name: 'Eva', email: 'eva@example.com' },
      { name: 'Bo', email: null },
    ]
    expect(isNewContact(known, 'Eva@Example.com')).toBe(false)
    expect(isNewContact(known, 'bo@example.com')).toBe(true)
  })
})
