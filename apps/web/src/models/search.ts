import type { PartKey } from './document/places.ts'

/** What the addresses of these pages carry besides their path. */

/** Which part of the model is open. */
export function readEditorSearch(search: Record<string, unknown>): { part?: PartKey } {
  return typeof search.part === 'string' && search.part !== '' ? { part: search.part } : {}
}

/** What the list is searched for. */
export function readListSearch(search: Record<string, unknown>): { q?: string } {
  return typeof search.q === 'string' && search.q !== '' ? { q: search.q } : {}
}
