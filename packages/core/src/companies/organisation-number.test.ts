import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  formatOrganisationNumber,
  isPersonalNumber,
  OrganisationNumber,
  parseOrganisationNumber,
  withCheckDigit,
} from './organisation-number.ts'

describe('organisation number', () => {
  test.each(['5599990008', '559999-0008', ' 559999 0008 ', '16559999-0008', '556012-5790'])('accepts %s', (input) => {
    expect(parseOrganisationNumber(input).ok).toBe(true)
  })

  test.each(['5599990009', '556012-5791', '55999900', 'abc', '', '175599990008'])('refuses %s', (input) => {
    expect(parseOrganisationNumber(input)).toEqual({ ok: false, problem: 'organisation-number-invalid' })
  })

  test('masks the number of a sole trader, and only that', () => {
    const personal = withCheckDigit('811228987')
    expect(isPersonalNumber(personal)).toBe(true)
    expect(formatOrganisationNumber(personal)).toBe('811228-****')
    expect(formatOrganisationNumber(OrganisationNumber.parse('5599990008'))).toBe('559999-0008')
  })

  test('any nine digits have exactly one check digit', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{9}$/), (nine) => {
        const valid = withCheckDigit(nine)
        const others = '0123456789'.replace(valid[9]!, '')
        for (const digit of others) expect(parseOrganisationNumber(nine + digit).ok).toBe(false)
      }),
    )
  })
})
