import type { Language, Text } from '../kernel/text.ts'

/** What a sentence is filled with: the same in both languages, or one for each. */
export type Fillings = Readonly<Record<string, string | number | Text>>

/** Puts `fillings` in place of `{name}` in both languages. Numbers get the decimal sign of the language. */
export function fillText(template: Text, fillings: Fillings): Text {
  const fill = (language: Language) =>
    template[language].replace(/\{(\w+)\}/g, (_, name: string) => {
      const filling = fillings[name] ?? ''
      if (typeof filling === 'object') return filling[language]
      return typeof filling === 'number' && language === 'sv' ? String(filling).replace('.', ',') : String(filling)
    })
  return { sv: fill('sv'), en: fill('en') }
}
