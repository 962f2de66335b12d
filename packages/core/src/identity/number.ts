import { tenDigits } from '../companies/check-digit.ts'
import { isPersonalNumber, OrganisationNumber } from '../companies/organisation-number.ts'
import type { Text } from '../kernel/text.ts'
import { fillText } from '../models/fill-text.ts'
import { maskPersonalNumbers } from './masking.ts'
import { SCHEMES, type Scheme, type SchemeKey } from './schemes.ts'

/** What there is to say of one identifier. A person's number never stands in it unmasked. */
export type CheckedNumber = {
  scheme: SchemeKey
  name: Text
  country: string | null
  valid: boolean
  /** by what: its check digit, or its form alone where the scheme has none */
  by: 'check-digit' | 'form'
  /** as it is written; null where it is not valid */
  value: string | null
  /** whether it is somebody's own number, and personal data with it */
  personal: boolean
  derived: { scheme: SchemeKey; value: string }[]
  /** why it is not valid */
  reason: Text | null
}

const SENTENCES = {
  form: { sv: '{name}: ska vara {looks}.', en: '{name}: must be {looks}.' },
  check: { sv: '{name}: kontrollsiffran stämmer inte.', en: '{name}: the check digit does not fit.' },
  otherCountry: {
    sv: 'Numret är inget nummer för {country}; det ser ut som {name}.',
    en: 'The number is not one of {country}; it looks like: {name}.',
  },
  notOfCountry: { sv: 'Numret är inget nummer för {country}.', en: 'The number is not one of {country}.' },
} as const satisfies Record<string, Text>

/** The signs people write between the digits. A point and an underscore are part of an EUID. */
function compactForm(scheme: SchemeKey, written: string): string {
  const text = written.replace(/[\s\u00a0\u2013-]/g, '').toUpperCase()
  if (scheme === 'se-orgnr') return tenDigits(written)
  return scheme === 'euid' ? text : text.replaceAll('.', '')
}

function printed(scheme: Scheme, compact: string): string {
  return maskPersonalNumbers(scheme.print ? scheme.print(compact) : compact)
}

/** One identifier against its scheme. Total: whatever is written, an answer. */
export function checkNumber(key: SchemeKey, written: string): CheckedNumber {
  const scheme: Scheme = SCHEMES[key]
  const compact = compactForm(key, written)
  const hasForm = scheme.form.test(compact)
  const valid = hasForm && (scheme.check?.(compact) ?? true)
  const personal = valid && isPersonal(key, compact)
  const answer = { scheme: key, name: scheme.name, country: scheme.country, valid, personal }
  const by = scheme.check ? 'check-digit' : 'form'
  if (!valid) {
    const sentence = hasForm ? SENTENCES.check : SENTENCES.form
    return {
      ...answer,
      by,
      value: null,
      derived: [],
      reason: fillText(sentence, { name: scheme.name, looks: scheme.looks }),
    }
  }
  const derived = (scheme.derive?.(compact) ?? []).map(({ scheme: to, value }) => {
    const other = to as SchemeKey
    return { scheme: other, value: personal ? maskedInside(value) : printed(SCHEMES[other], value) }
  })
  return {
    ...answer,
    by,
    value: personal ? maskedInside(printed(scheme, compact)) : printed(scheme, compact),
    derived,
    reason: null,
  }
}

/** In a VAT number the personal number stands between letters and other digits. */
function maskedInside(value: string): string {
  return value.includes('*') ? value : value.replace(/(\d{6})-?\d{4}/, '$1-****')
}

function isPersonal(key: SchemeKey, compact: string): boolean {
  if (key !== 'se-orgnr' && key !== 'se-vat') return false
  const number = OrganisationNumber.safeParse(key === 'se-vat' ? compact.slice(2, 12) : compact)
  return number.success && isPersonalNumber(number.data)
}

const KEYS = Object.keys(SCHEMES) as SchemeKey[]
const companySchemes: readonly SchemeKey[] = KEYS.filter((key) => 'isCompany' in SCHEMES[key])

/** The schemes that companies of a country are numbered by. */
export function numberSchemes(country: string): SchemeKey[] {
  return companySchemes.filter((key) => SCHEMES[key].country === country)
}

/**
 * What is wrong with the number of a company of one country, `null` where nothing is. Countries whose numbers we do
 * not know pass, as does the LEI everywhere.
 */
export function companyNumberFault(country: string, written: string): Text | null {
  const own = numberSchemes(country)
  if (own.length === 0 || [...own, 'lei' as const].some((key) => checkNumber(key, written).valid)) return null
  const foreign = companySchemes.find(
    (key) => !own.includes(key) && SCHEMES[key].check && checkNumber(key, written).valid,
  )
  return foreign
    ? fillText(SENTENCES.otherCountry, { country, name: SCHEMES[foreign].name })
    : fillText(SENTENCES.notOfCountry, { country })
}

/**
 * The number of a company in the one form it is stored and compared in, whichever way it was written. A number that
 * fits no scheme of its country keeps what was written, in capitals and without spaces.
 */
export function companyNumber(country: string, written: string): string {
  const known = [...numberSchemes(country), 'lei' as const]
  const scheme = known.find((key) => checkNumber(key, written).valid)
  return scheme ? compactForm(scheme, written) : written.replace(/\s/g, '').toUpperCase()
}
