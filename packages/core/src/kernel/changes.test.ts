import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { COMPANY_FACTS, CONTACT_FACTS } from '../companies/facts.ts'
import { applyChanges } from './changes.ts'

const stored = { name: 'Exempel AB', city: 'Borås', website: null, industryCode: null }

describe('changes field by field', () => {
  test('two people in different fields are merged', () => {
    const mine = applyChanges(stored, [{ field: 'city', from: 'Borås', to: 'Kinna' }], COMPANY_FACTS)
    const theirs = applyChanges(
      { ...stored, city: 'Kinna' },
      [{ field: 'name', from: 'Exempel AB', to: 'Exempel i Kinna AB' }],
      COMPANY_FACTS,
    )
    expect(mine.apply).toHaveLength(1)
    expect(theirs).toMatchObject({ apply: [{ field: 'name' }], conflicts: [] })
  })

  test('tells what a field holds now when somebody else wrote first', () => {
    const result = applyChanges(stored, [{ field: 'city', from: 'Mark', to: 'Kinna' }], COMPANY_FACTS)
    expect(result).toEqual({ apply: [], conflicts: [{ field: 'city', present: 'Borås' }], errors: [] })
  })

  test('a repeated change is neither an error nor a conflict', () => {
    const result = applyChanges(stored, [{ field: 'city', from: 'Mark', to: 'Borås' }], COMPANY_FACTS)
    expect(result).toEqual({ apply: [], conflicts: [], errors: [] })
  })

  test('an emptied field is null, and a required one is refused', () => {
    const result = applyChanges(
      stored,
      [
        { field: 'city', from: 'Borås', to: '  ' },
        { field: 'name', from: 'Exempel AB', to: ' ' },
      ],
      COMPANY_FACTS,
    )
    expect(result.apply).toEqual([{ field: 'city', from: 'Borås', to: null }])
    expect(result.errors).toMatchObject([{ at: 1, part: 'to' }])
  })

  test.each(['organisationNumber', 'status', '__proto__', 'toString'])('refuses the field %s', (field) => {
    expect(applyChanges(stored, [{ field, from: null, to: 'x' }], COMPANY_FACTS).errors).toMatchObject([
      { at: 0, part: 'field' },
    ])
  })

  test('writes a website and an industry code as they are stored', () => {
    const result = applyChanges(
      stored,
      [
        { field: 'website', from: null, to: 'exempel.se' },
        { field: 'industryCode', from: null, to: '25.620' },
      ],
      COMPANY_FACTS,
    )
    expect(result.apply.map(({ to }) => to)).toEqual(['https://exempel.se', '25620'])
  })

  test('a mail address is lower case and must be one', () => {
    const from = { email: null }
    expect(applyChanges(from, [{ field: 'email', from: null, to: ' Eva@Example.COM ' }], CONTACT_FACTS).apply).toEqual([
      { field: 'email', from: null, to: 'eva@example.com' },
    ])
    expect(applyChanges(from, [{ field: 'email', from: null, to: 'eva' }], CONTACT_FACTS).errors).toHaveLength(1)
  })

  test('the same change backwards undoes it', () => {
    const text = fc
      .string({ minLength: 1, maxLength: 40 })
      .map((value) => value.trim())
      .filter(Boolean)
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { apply } = applyChanges({ name: before }, [{ field: 'name', from: before, to: after }], COMPANY_FACTS)
        const now = apply[0]?.to ?? before
        const back = applyChanges({ name: now }, [{ field: 'name', from: now, to: before }], COMPANY_FACTS)
        expect(back.conflicts).toEqual([])
        expect(back.apply[0]?.to ?? now).toBe(before)
      }),
    )
  })
})
