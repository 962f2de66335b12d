import { type PlainDate, yearOf } from '../../kernel/day.ts'
import { type DraftText, inLanguage, type Language } from '../../kernel/text.ts'

const MONTHS: Record<Language, readonly string[]> = {
  sv: 'januari februari mars april maj juni juli augusti september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
}

export type Forms = { one: string; other: string }

/** How texts, numbers, days and money are written in the language of a report. */
export type Wording = {
  language: Language
  pick: (text: DraftText) => string
  number: (value: number, decimals?: number) => string
  /** With its sign, `+3` or `−3`; a change of nothing has none. */
  signed: (value: number, decimals?: number) => string
  percent: (share: number) => string
  money: (cents: number) => string
  /** `23 november 2026` */
  longDay: (day: PlainDate) => string
  list: (items: readonly string[]) => string
  /** `ett mål`, `3 mål`: the form with its number in it, `{n}` */
  count: (n: number, forms: Forms) => string
}

export function wordingIn(language: Language): Wording {
  const locale = language === 'sv' ? 'sv-SE' : 'en-GB'
  const decimalsOf = (decimals: number) => ({ minimumFractionDigits: decimals, maximumFractionDigits: decimals })
  const number = (value: number, decimals = 0) => new Intl.NumberFormat(locale, decimalsOf(decimals)).format(value)
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const plural = new Intl.PluralRules(locale)
  return {
    language,
    pick: (text) => inLanguage(text, language),
    number,
    signed: (value, decimals = 0) =>
      new Intl.NumberFormat(locale, { ...decimalsOf(decimals), signDisplay: 'exceptZero' })
        .format(value)
        .replace('-', '−'),
    percent: (share) => new Intl.NumberFormat(locale, { style: 'percent' }).format(share),
    money: (cents) => {
      const amount = number(cents / 100)
      return language === 'sv' ? `${amount} kr` : `SEK ${amount}`
    },
    longDay: (day) => `${Number(day.slice(8))} ${MONTHS[language][Number(day.slice(5, 7)) - 1]} ${yearOf(day)}`,
    list: (items) => list.format(items),
    count: (n, forms) => (plural.select(n) === 'one' ? forms.one : forms.other).replace('{n}', number(n)),
  }
}

/** The first letter large, for a form that starts a sentence. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
