import type { DraftText, Language } from './text.ts'

/** The text in the language asked for, or in the other while the first is still unwritten. */
export function inLanguage(text: DraftText, language: Language): string {
  return text[language] || (language === 'sv' ? text.en : text.sv)
}
