import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CompanyId, PartnerId, PersonId, ProgrammeId, SubProjectId } from '../kernel/ids.ts'
import { type Actor, type CompanySubject, can, PERMISSIONS } from '../people/permissions.ts'
import { Role } from '../people/roles.ts'
import { handOver } from './hand-over.ts'
import { checkFit, isNewContact, routeTo, type Territory } from './intake.ts'
import { openAnswers } from './opening.ts'
import { reachOf } from './register.ts'
import { foldText, searchTextOf, searchWords } from './search.ts'
import { latestSize, sizeOfYear } from './size.ts'
import { audiencesFor, detailFor, groupOf } from './timeline.ts'

const uuid = (last: number) => `01900000-0000-7000-8000-${String(last).padStart(12, '0')}`
const north = PartnerId.parse(uuid(1))
const south = PartnerId.parse(uuid(2))
const person = PersonId.parse(uuid(3))
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

describe('search', () => {
  test('finds words whatever their accents and case', () => {
    const text = searchTextOf(['Mölndals Möbelteknik AB', '5599990008', null, 'Göteborg'])
    for (const query of ['molndal', 'MÖBEL', 'goteborg ab']) {
      expect(searchWords(query).every((word) => text.includes(word))).toBe(true)
    }
  })

  test('a number with hyphen or prefix is the number as it is stored', () => {
    expect(searchWords('559999-0008')).toEqual(['5599990008'])
    expect(searchWords('165599990008')).toEqual(['5599990008'])
    expect(searchWords('559999-00')).toEqual(['55999900'])
  })

  test('folding is idempotent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text))
      }),
    )
  })
})

describe('size by year', () => {
  const year = { year: 2025, employees: 9, turnoverCents: 400 * MILLION_KRONOR, balanceCents: 300 * MILLION_KRONOR }

  test('without a rate it is by headcount alone, and says so', () => {
    expect(sizeOfYear(year, null)).toEqual({ size: 'micro', basis: 'headcount' })
  })

  test('with a rate the amounts count', () => {
    expect(sizeOfYear(year, 1 / 11)).toEqual({ size: 'medium', basis: 'full' })
  })

  test('the latest is the newest year whose size is known', () => {
    const unknown = { year: 2026, employees: null, turnoverCents: null, balanceCents: null }
    expect(latestSize([{ ...year, year: 2023 }, unknown, year], null)).toMatchObject({ year: 2025, size: 'micro' })
    expect(latestSize([unknown], null)).toBeNull()
  })
})

const company: CompanySubject = {
  companyId: CompanyId.parse(uuid(10)),
  partnerId: north,
  subProjectId: SubProjectId.parse(uuid(4)),
  coachId: person,
}

describe('what the list reaches', () => {
  test('agrees with the permission table for every role, action and company', () => {
    const actions = Object.keys(PERMISSIONS) as (keyof typeof PERMISSIONS)[]
    const grants = fc.record({
      role: fc.constantFrom(...Role.options),
      partnerId: fc.constantFrom(north, null),
      subProjectId: fc.constantFrom(company.subProjectId, SubProjectId.parse(uuid(9)), null),
      companyId: fc.constantFrom(company.companyId, CompanyId.parse(uuid(11)), null),
    })
    fc.assert(
      fc.property(
        fc.array(grants, { maxLength: 3 }),
        fc.constantFrom(...actions),
        fc.boolean(),
        (held, action, mine) => {
          const actor = actorWith(held)
          const subject = { ...company, coachId: mine ? person : null }
          const { everywhere, assigned, subProjectIds, companyIds } = reachOf(actor, action)
          const reached =
            everywhere ||
            (assigned && subject.coachId === actor.personId) ||
            subProjectIds.some((id) => id === subject.subProjectId) ||
            companyIds.some((id) => id === subject.companyId)
          expect(reached).toBe(can(actor, action, subject))
        },
      ),
    )
  })
})

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

test('opening answers needs a reason one can understand', () => {
  expect(openAnswers('  kort ')).toMatchObject({ problem: 'reason-required' })
  expect(openAnswers('Underlag till lägesrapport 5')).toEqual({ ok: true, value: 'Underlag till lägesrapport 5' })
})

function actorWith(grants: Actor['grants']): Actor {
  return {
    personId: person,
    name: 'Test',
    language: 'sv',
    programmeId: ProgrammeId.parse(uuid(20)),
    timeZone: 'Europe/Stockholm',
    grants,
  }
}
