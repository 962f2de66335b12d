import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CompanyId, SubProjectId } from '../../kernel/ids.ts'
import { can, PERMISSIONS } from '../../people/permissions.ts'
import { Role } from '../../people/roles.ts'
import { actorWith, company, north, person, uuid } from '../test-company.ts'
import { reachOf } from './register.ts'
import { foldText, searchTextOf, searchWords } from './search.ts'

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
