import { LOCALE } from '../locales/language.ts'
import { useLanguage } from '../locales/texts.tsx'

/** The name of a language in the language of the screen: `svenska`, `Swedish`. An unknown tag stays as it is. */
export function useLanguageName(): (tag: string) => string {
  const { language } = useLanguage()
  const names = new Intl.DisplayNames([LOCALE[language]], { type: 'language' })
  return (tag) => {
    try {
      return names.of(tag) ?? tag
    } catch {
      // Not a language tag yet: somebody is typing it.
      return tag
    }
  }
}
