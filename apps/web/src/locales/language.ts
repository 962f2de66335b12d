import type { Language } from '@stegvis/core/kernel/text.ts'

/** The server reads the same cookie, so mails, reports and refusals come in the language of the screen. */
const COOKIE = 'language'
const YEAR_SECONDS = 365 * 24 * 3600

/** What the person chose; else the first of the browser's languages that we speak; else Swedish. */
export function preferredLanguage(cookies: string, browserLanguages: readonly string[]): Language {
  const chosen = new RegExp(`(?:^|;\\s*)${COOKIE}=(\\w+)`).exec(cookies)?.[1]
  const wanted = [chosen, ...browserLanguages.map((tag) => tag.slice(0, 2).toLowerCase())]
  return wanted.find(isLanguage) ?? 'sv'
}

/** The language the pages here open in. */
export const languageOfPage = (): Language => preferredLanguage(document.cookie, navigator.languages)

// The schema of core would bring its library onto the public pages for two words.
const isLanguage = (code: string | undefined): code is Language => code === 'sv' || code === 'en'

export function rememberLanguage(language: Language): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser we support.
  document.cookie = `${COOKIE}=${language}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`
}

/** The tag for Intl and React Aria. English is British: day before month, Monday first. */
export const LOCALE: Record<Language, string> = { sv: 'sv-SE', en: 'en-GB' }
