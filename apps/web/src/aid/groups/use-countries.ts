import { useMemo } from 'react'
import { LOCALE } from '../../locales/language.ts'
import { useLanguage } from '../../locales/texts.tsx'

/** Codes of the browser's table that are no countries of their own. */
const NO_COUNTRIES = new Set(['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ'])
/** Those that most owners come from, before the others. */
const NEAR = ['SE', 'NO', 'DK', 'FI', 'DE']
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

/** Every country by its code of ISO 3166-1, named in the language of the screen. */
export function useCountries(): { id: string; label: string }[] {
  const { language } = useLanguage()
  return useMemo(() => {
    const names = new Intl.DisplayNames(LOCALE[language], { type: 'region', fallback: 'none' })
    const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second))
    const all = codes.flatMap((id) => {
      const label = isCountry(id) ? names.of(id) : undefined
      return label ? [{ id, label }] : []
    })
    const order = new Intl.Collator(LOCALE[language])
    const place = (id: string) => (NEAR.includes(id) ? NEAR.indexOf(id) : NEAR.length)
    return all.sort((a, b) => place(a.id) - place(b.id) || order.compare(a.label, b.label))
  }, [language])
}

/** Codes given up for others are known by the others: `UK` is `GB`. */
function isCountry(id: string): boolean {
  return !NO_COUNTRIES.has(id) && Intl.getCanonicalLocales(`und-${id}`)[0] === `und-${id}`
}
