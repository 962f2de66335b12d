import type { Text } from '../kernel/text.ts'
import * as digits from './check-digits.ts'
import { hasLuhnDigit } from './luhn.ts'

/** How an identifier is written, and whether it checks itself. */
export type Scheme = {
  /** ISO 3166-1; null for those of the whole world */
  country: string | null
  name: Text
  /** what stays of an identifier as people write it: without spaces, hyphens and the like, in capitals */
  form: RegExp
  /** how it looks, for whoever got it wrong */
  looks: Text
  /** null where the scheme has no public check digit */
  check: ((compact: string) => boolean) | null
  /** as it is written, from the compact form */
  print?: (compact: string) => string
  /** other identifiers that follow from it */
  derive?: (compact: string) => { scheme: string; value: string }[]
  /** whether it identifies the company, rather than a site of it or its tax */
  isCompany?: true
}

/** The Post's sites only add up to a multiple of five. */
const POST_OF_FRANCE = '356000000'

function siretCheck(compact: string): boolean {
  if (!hasLuhnDigit(compact.slice(0, 9))) return false
  if (!compact.startsWith(POST_OF_FRANCE)) return hasLuhnDigit(compact)
  return hasLuhnDigit(compact) || [...compact].reduce((sum, digit) => sum + Number(digit), 0) % 5 === 0
}

const count = (n: number): Text => ({ sv: `${n} siffror`, en: `${n} digits` })

/** Every scheme by its key. Sources: RULES.md E-01 to E-06 and E.3. */
export const SCHEMES = {
  'se-orgnr': {
    country: 'SE',
    name: { sv: 'Organisationsnummer', en: 'Organisation number' },
    form: /^\d{10}$/,
    looks: { sv: 'tio siffror, till exempel 559999-0008', en: 'ten digits, such as 559999-0008' },
    check: hasLuhnDigit,
    print: (compact) => `${compact.slice(0, 6)}-${compact.slice(6)}`,
    derive: (compact) => [{ scheme: 'se-vat', value: `SE${compact}01` }],
    isCompany: true,
  },
  'se-vat': {
    country: 'SE',
    name: { sv: 'Momsregistreringsnummer', en: 'VAT number' },
    form: /^SE\d{10}01$/,
    looks: { sv: 'SE, tio siffror och 01', en: 'SE, ten digits and 01' },
    check: (compact) => hasLuhnDigit(compact.slice(2, 12)),
    derive: (compact) => [{ scheme: 'se-orgnr', value: compact.slice(2, 12) }],
  },
  'se-cfar': {
    country: 'SE',
    name: { sv: 'Arbetsställenummer (CFAR)', en: 'Workplace number (CFAR)' },
    form: /^\d{8}$/,
    looks: count(8),
    check: null,
  },
  'no-orgnr': {
    country: 'NO',
    name: { sv: 'Norskt organisationsnummer', en: 'Norwegian organisation number' },
    form: /^[89]\d{8}$/,
    looks: { sv: 'nio siffror, först 8 eller 9', en: 'nine digits, 8 or 9 first' },
    check: digits.norwegian,
    print: (compact) => compact.replace(/(\d{3})(?=\d)/g, '$1 '),
    isCompany: true,
  },
  'dk-cvr': {
    country: 'DK',
    name: { sv: 'Danskt CVR-nummer', en: 'Danish CVR number' },
    form: /^[1-9]\d{7}$/,
    looks: count(8),
    check: digits.danish,
    isCompany: true,
  },
  'dk-p': {
    country: 'DK',
    name: { sv: 'Danskt P-nummer (arbetsställe)', en: 'Danish P-number (site)' },
    form: /^\d{10}$/,
    looks: count(10),
    check: null,
  },
  'fi-ytunnus': {
    country: 'FI',
    name: { sv: 'Finländskt FO-nummer', en: 'Finnish business ID' },
    form: /^\d{8}$/,
    looks: { sv: 'sju siffror, bindestreck och en siffra', en: 'seven digits, a hyphen and a digit' },
    check: digits.finnish,
    print: (compact) => `${compact.slice(0, 7)}-${compact.slice(7)}`,
    isCompany: true,
  },
  'de-ustid': {
    country: 'DE',
    name: { sv: 'Tyskt momsnummer (USt-IdNr)', en: 'German VAT number (USt-IdNr)' },
    form: /^DE[1-9]\d{8}$/,
    looks: { sv: 'DE och nio siffror', en: 'DE and nine digits' },
    check: (compact) => digits.german(compact.slice(2)),
    isCompany: true,
  },
  'de-widnr': {
    country: 'DE',
    name: { sv: 'Tyskt ekonomiskt id-nummer (W-IdNr)', en: 'German economic ID number (W-IdNr)' },
    form: /^DE\d{14}$/,
    looks: { sv: 'DE, nio siffror, bindestreck och fem siffror', en: 'DE, nine digits, a hyphen and five digits' },
    check: null,
    print: (compact) => `${compact.slice(0, 11)}-${compact.slice(11)}`,
    isCompany: true,
  },
  'ee-registrikood': {
    country: 'EE',
    name: { sv: 'Estnisk registerkod', en: 'Estonian registry code' },
    form: /^[1789]\d{7}$/,
    looks: { sv: 'åtta siffror, först 1, 7, 8 eller 9', en: 'eight digits, 1, 7, 8 or 9 first' },
    check: digits.estonian,
    isCompany: true,
  },
  'pl-nip': {
    country: 'PL',
    name: { sv: 'Polskt skattenummer (NIP)', en: 'Polish tax number (NIP)' },
    form: /^\d{10}$/,
    looks: count(10),
    check: digits.polishTax,
    isCompany: true,
  },
  'pl-regon': {
    country: 'PL',
    name: { sv: 'Polskt registernummer (REGON)', en: 'Polish register number (REGON)' },
    form: /^\d{9}(\d{5})?$/,
    looks: { sv: 'nio eller fjorton siffror', en: 'nine or fourteen digits' },
    check: digits.polishRegister,
    isCompany: true,
  },
  'pl-krs': {
    country: 'PL',
    name: { sv: 'Polskt domstolsregisternummer (KRS)', en: 'Polish court register number (KRS)' },
    form: /^\d{10}$/,
    looks: count(10),
    check: null,
    isCompany: true,
  },
  'nl-kvk': {
    country: 'NL',
    name: { sv: 'Nederländskt KvK-nummer', en: 'Dutch KvK number' },
    form: /^\d{8}$/,
    looks: count(8),
    check: null,
    isCompany: true,
  },
  'nl-rsin': {
    country: 'NL',
    name: { sv: 'Nederländskt RSIN', en: 'Dutch RSIN' },
    form: /^(?!0{9})\d{9}$/,
    looks: count(9),
    check: digits.dutch,
    isCompany: true,
  },
  'nl-vestiging': {
    country: 'NL',
    name: { sv: 'Nederländskt arbetsställenummer', en: 'Dutch site number (vestigingsnummer)' },
    form: /^\d{12}$/,
    looks: count(12),
    check: null,
  },
  'nl-btw': {
    country: 'NL',
    name: { sv: 'Nederländskt momsnummer (btw-id)', en: 'Dutch VAT number (btw-id)' },
    form: /^NL\d{9}B\d{2}$/,
    looks: { sv: 'NL, nio siffror, B och två siffror', en: 'NL, nine digits, B and two digits' },
    // Since 2020 a sole trader's number no longer contains the citizen's number, and checks by 97 instead.
    check: (compact) => digits.dutch(compact.slice(2, 11)) || digits.mod97(compact),
  },
  'fr-siren': {
    country: 'FR',
    name: { sv: 'Franskt SIREN', en: 'French SIREN' },
    form: /^\d{9}$/,
    looks: count(9),
    check: hasLuhnDigit,
    derive: (compact) => [{ scheme: 'fr-tva', value: `FR${digits.frenchKey(compact)}${compact}` }],
    isCompany: true,
  },
  'fr-siret': {
    country: 'FR',
    name: { sv: 'Franskt SIRET (arbetsställe)', en: 'French SIRET (site)' },
    form: /^\d{14}$/,
    looks: count(14),
    check: siretCheck,
    derive: (compact) => [{ scheme: 'fr-siren', value: compact.slice(0, 9) }],
  },
  'fr-tva': {
    country: 'FR',
    name: { sv: 'Franskt momsnummer', en: 'French VAT number' },
    form: /^FR\d{11}$/,
    looks: { sv: 'FR och elva siffror', en: 'FR and eleven digits' },
    check: (compact) => hasLuhnDigit(compact.slice(4)) && digits.frenchKey(compact.slice(4)) === compact.slice(2, 4),
    derive: (compact) => [{ scheme: 'fr-siren', value: compact.slice(4) }],
  },
  lei: {
    country: null,
    name: { sv: 'LEI', en: 'LEI' },
    form: /^[0-9A-Z]{18}\d{2}$/,
    looks: { sv: 'arton siffror eller bokstäver och två siffror', en: 'eighteen digits or letters and two digits' },
    check: digits.mod97,
  },
  euid: {
    country: null,
    name: { sv: 'Europeiskt id-nummer (EUID)', en: 'European unique identifier (EUID)' },
    form: /^[A-Z]{2}[A-Z0-9]{1,20}\.[A-Z0-9./]{1,40}(_[0-9A-Z]{1,2})?$/,
    looks: {
      sv: 'landskod, registrets kod, punkt och numret i registret',
      en: 'country code, code of the register, a point and the number in the register',
    },
    // The number after the point is the register's own, with or without a check digit.
    check: null,
  },
  duns: {
    country: null,
    name: { sv: 'D-U-N-S-nummer', en: 'D-U-N-S number' },
    form: /^\d{9}$/,
    looks: count(9),
    check: null,
  },
} as const satisfies Record<string, Scheme>

export type SchemeKey = keyof typeof SCHEMES
