import { parseOrganisationNumber } from '../organisation-number.ts'

/** Combining marks, which NFD takes off their letters. */
const MARKS = /\p{M}/gu
const LETTERS: Record<string, string> = { ø: 'o', æ: 'ae', ß: 'ss', ł: 'l', đ: 'd' }

/** Lower case without accents, so that `Malmo`, `malmö` and `MALMÖ` are the same word. */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(/[øæßłđ]/g, (letter) => LETTERS[letter]!)
}

/** Everything a person may search a company by. A sole trader's number is personal and is not part of it. */
export function searchTextOf(parts: readonly (string | null | undefined)[]): string {
  return foldText(parts.filter(Boolean).join(' ')).replace(/\s+/g, ' ').trim()
}

/**
 * The words that must all occur, folded, at most six. A number written with hyphen or prefix is one word of
 * ten digits, as it is stored.
 */
export function searchWords(query: string): string[] {
  const number = parseOrganisationNumber(query)
  if (number.ok) return [number.value]
  const digits = query.trim().replace(/^(\d{6})-(\d{0,4})$/, '$1$2')
  return foldText(digits).split(/\s+/).filter(Boolean).slice(0, 6)
}
