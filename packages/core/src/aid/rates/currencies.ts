import { type Fault, faultAt, type Path } from '../input.ts'

const KNOWN: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))

const UNKNOWN = {
  sv: '”{currency}” är ingen valuta.',
  en: '“{currency}” is not a currency.',
}

/** Three letters can have the form of a currency and be none. Source: ISO 4217, as the runtime knows it. */
export function currencyFaults(currency: string, at: Path): Fault[] {
  return KNOWN.has(currency) ? [] : [faultAt(at, UNKNOWN, { currency })]
}

const OWN: Readonly<Record<string, string>> = { SE: 'SEK', NO: 'NOK', DK: 'DKK', PL: 'PLN', CZ: 'CZK', GB: 'GBP' }

/** The currency that companies of a country state their figures in, where nothing else is said. */
export function currencyOf(country: string): string {
  return OWN[country] ?? 'EUR'
}
