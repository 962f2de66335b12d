import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withCheckDigit } from '../companies/organisation-number.ts'
import { maskPersonalNumbers } from './masking.ts'
import { checkNumber, companyNumberFault } from './number.ts'
import { SCHEMES, type SchemeKey } from './schemes.ts'

describe('identifiers (RULES.md E)', () => {
  test.each([
    ['E-01', 'se-orgnr', '5599990008'],
    ['E-01', 'se-orgnr', '556012‑5790'.replace('‑', '-')],
    ['E-01', 'se-orgnr', '16559999-0008'],
    ['E-04', 'se-vat', 'SE 559999000801'],
    ['E-05', 'se-cfar', '12345678'],
    ['E-06', 'lei', '549300ABCDEFGHIJKL19'],
    ['E-06', 'euid', 'SEBOLREG.5599990008'],
    ['E.3', 'no-orgnr', '999 999 018'],
    ['E.3', 'dk-cvr', '99999004'],
    ['E.3', 'fi-ytunnus', '9999900-1'],
    ['E.3', 'de-ustid', 'DE999999000'],
    ['E.3', 'de-widnr', 'DE999999000-00001'],
    ['E.3', 'ee-registrikood', '99999003'],
    ['E.3', 'pl-nip', '999-999-90-02'],
    ['E.3', 'pl-regon', '999999004'],
    ['E.3', 'nl-rsin', '999999011'],
    ['E.3', 'fr-siren', '999 999 006'],
    ['E.3', 'fr-siret', '99999900600011'],
    ['E.3', 'fr-tva', 'FR42999999006'],
  ] as const)('%s: %s %s is valid', (_, scheme, value) => {
    expect(checkNumber(scheme, value)).toMatchObject({ valid: true, reason: null })
  })

  test.each([
    ['se-orgnr', '5599990009'],
    ['se-orgnr', '556012-5791'],
    ['se-vat', 'SE559999000901'],
    ['no-orgnr', '999999019'],
    ['fr-siret', '99999900600012'],
    ['lei', '549300ABCDEFGHIJKL18'],
    ['fi-ytunnus', '9999900-2'],
    ['de-ustid', 'DE999999001'],
    ['pl-regon', '99999900400000'],
    ['fr-tva', 'FR43999999006'],
  ] as const)('E: %s %s fails by its check digit', (scheme, value) => {
    const { valid, value: shown, reason } = checkNumber(scheme, value)
    expect([valid, shown]).toEqual([false, null])
    expect(reason!.en).toContain('the check digit does not fit')
  })

  test('a wrong form is told by how it should look', () => {
    expect(checkNumber('no-orgnr', '123').reason).toEqual({
      sv: 'Norskt organisationsnummer: ska vara nio siffror, först 8 eller 9.',
      en: 'Norwegian organisation number: must be nine digits, 8 or 9 first.',
    })
  })

  test('the VAT number follows from the organisation number, and back', () => {
    expect(checkNumber('se-orgnr', '5599990008')).toMatchObject({
      value: '559999-0008',
      derived: [{ scheme: 'se-vat', value: 'SE559999000801' }],
    })
    expect(checkNumber('fr-siret', '99999900600011').derived).toEqual([{ scheme: 'fr-siren', value: '999999006' }])
    expect(checkNumber('fr-siren', '999999006').derived).toEqual([{ scheme: 'fr-tva', value: 'FR42999999006' }])
  })

  test('a site of the French post need not follow Luhn', () => {
    expect(checkNumber('fr-siret', '35600000049837').valid).toBe(true)
    expect(checkNumber('fr-siret', '35600000049838').valid).toBe(false)
  })

  test('schemes without a check digit say that only their form was looked at', () => {
    expect(checkNumber('nl-kvk', '12345678')).toMatchObject({ valid: true, by: 'form' })
    expect(checkNumber('se-orgnr', '5599990008').by).toBe('check-digit')
  })
})

describe('a sole trader’s number', () => {
  const personal = withCheckDigit('811228987')

  test('is told to be personal and never shown whole, derived numbers included', () => {
    for (const [scheme, written] of [
      ['se-orgnr', personal],
      ['se-orgnr', `${personal.slice(0, 6)}-${personal.slice(6)}`],
      ['se-vat', `SE${personal}01`],
    ] as const) {
      const answer = checkNumber(scheme, written)
      expect(answer).toMatchObject({ valid: true, personal: true })
      expect(JSON.stringify(answer)).not.toContain(personal.slice(6))
    }
  })

  test('is masked wherever it stands in a text, with and without century', () => {
    const text = `Anna ${personal.slice(0, 6)}-${personal.slice(6)}, 19${personal}, 559999-0008`
    expect(maskPersonalNumbers(text)).toBe('Anna 811228-****, 19811228-****, 559999-0008')
  })

  test('whatever is written, nothing with a valid personal number comes back', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(SCHEMES) as SchemeKey[])),
        fc.string(),
        fc.string(),
        (scheme, before, after) => {
          const answer = JSON.stringify(checkNumber(scheme, `${before}${personal}${after}`))
          expect(answer.replace(/\D/g, '')).not.toContain(personal)
        },
      ),
    )
  })
})

describe('the number of a company of one country', () => {
  test('is told where it belongs to another', () => {
    expect(companyNumberFault('SE', '559999-0008')).toBeNull()
    expect(companyNumberFault('SE', '999999018')?.en).toBe(
      'The number is not one of SE; it looks like: Norwegian organisation number.',
    )
    expect(companyNumberFault('NO', '559999-0008')?.en).toContain('it looks like: Organisation number')
    expect(companyNumberFault('SE', 'abc')?.en).toBe('The number is not one of SE.')
    expect(companyNumberFault('US', 'anything')).toBeNull()
    expect(companyNumberFault('SE', '549300ABCDEFGHIJKL19')).toBeNull()
  })
})
