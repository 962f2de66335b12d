import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { Language } from '@stegvis/core/kernel/text.ts'
import { LOCALE } from './language.ts'

export type Formats = ReturnType<typeof createFormats>

const MOST_DECIMALS = 6

/**
 * Numbers, days and money as they are written in the language. Swedish: `1 234,5`, `2026-11-23`, `1 234 kr`,
 * with spaces that do not break. Days are ISO in tables in both languages, since they must align and compare.
 */
function createFormats(language: Language) {
  const locale = LOCALE[language]
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const decimals = Array.from(
    { length: MOST_DECIMALS + 1 },
    (_, digits) => new Intl.NumberFormat(locale, { maximumFractionDigits: digits }),
  )
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency: 'SEK', maximumFractionDigits: 0 })
  const ratio = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const longDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })
  const day = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short' })
  const time = new Intl.DateTimeFormat('sv-SE', { hour: '2-digit', minute: '2-digit' })
  const all = new Intl.ListFormat(locale, { type: 'conjunction' })
  const plural = new Intl.PluralRules(locale)
  const noon = (on: PlainDate) => new Date(`${on}T12:00:00Z`)

  return {
    language,
    integer: (value: number) => whole.format(value),
    /** At most `digits` decimals (0 to 6, one unless told). */
    number: (value: number, digits = 1) => (decimals[digits] ?? decimals[MOST_DECIMALS]!).format(value),
    /** Whole kronor from öre. */
    money: (amountCents: number) => money.format(amountCents / 100),
    /** From 0.25: `25 %`. */
    percent: (share: number) => ratio.format(share),
    /** A calendar day in a sentence: `23 november 2026`. In tables the day is shown as it is. */
    longDay: (on: PlainDate) => longDay.format(noon(on)),
    /** `november 2026` */
    month: (on: PlainDate) => month.format(noon(on)),
    /** `måndag 23 november` */
    weekday: (on: PlainDate) => weekday.format(noon(on)),
    /** The day of an instant where the reader is: `2026-11-23`. */
    dayOf: (instant: string) => day.format(new Date(instant)),
    /** `2026-11-23 14:05` where the reader is. */
    instant: (instant: string) => `${day.format(new Date(instant))} ${time.format(new Date(instant))}`,
    time: (instant: string) => time.format(new Date(instant)),
    list: (items: readonly string[]) => all.format(items),
    fileSize: (bytes: number) => fileSize(bytes, decimals[1]!),
    /** `1 företag`, `2 företag`, `1,5 timmar`: the number with at most `digits` decimals, and the form it takes. */
    count: (n: number, forms: PluralForms, digits = 0) => {
      const shown = Number(n.toFixed(digits))
      const form = plural.select(shown) === 'one' ? forms.one : forms.other
      return `${(decimals[digits] ?? whole).format(shown)} ${form}`
    },
  }
}

export type PluralForms = { one: string; other: string }

function fileSize(bytes: number, decimal: Intl.NumberFormat): string {
  if (bytes < 1000) return `${bytes} B`
  if (bytes < 1_000_000) return `${decimal.format(bytes / 1000)} kB`
  return `${decimal.format(bytes / 1_000_000)} MB`
}

/** Made once per language: building Intl objects is slow. */
export const FORMATS: Record<Language, Formats> = { sv: createFormats('sv'), en: createFormats('en') }
