import { RecordId } from '@stegvis/core/kernel/ids.ts'
import type { HistoryEntry, Programme } from '@stegvis/core/programmes/schema.ts'
import { z } from 'zod'
import {
  changeField,
  chooseLogo,
  orderParts,
  partUrl,
  programmeUrl,
  removePart,
  restorePart,
  setTerritory,
} from './api.ts'

/** The same change backwards; undefined for what cannot be taken back from here. */
export function undoOf(programme: string, entry: HistoryEntry): (() => Promise<Programme>) | undefined {
  const { kind, part, partId, field, from, to } = entry
  if (kind === 'programme.changed' && field !== null) {
    // Another address is another set of pages: it is changed where it stands.
    if (field === 'slug') return undefined
    const url = part && partId ? partUrl(programme, part, partId) : programmeUrl(programme)
    return () => changeField(url, { field, from: to, to: from })
  }
  if (kind === 'programme.logo-changed') {
    return () => chooseLogo(programme, partId, { from: idOf(to), to: idOf(from) })
  }
  if (kind === 'programme.parts-ordered' && part && isIds(from) && isIds(to)) {
    return () => orderParts(programme, part, { from: to, to: from })
  }
  if (!part || !partId) return undefined
  if (kind === 'programme.part-removed') return () => restorePart(programme, part, partId)
  if (kind === 'programme.part-added' || kind === 'programme.part-restored') {
    return () => removePart(programme, part, partId)
  }
  if (kind === 'programme.territory-changed' && isList(from) && isList(to)) {
    return () => setTerritory(programme, partId, { from: to, to: from })
  }
  return undefined
}

const isList = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((entry) => typeof entry === 'string')

const isIds = (value: unknown): value is RecordId[] => z.array(RecordId).safeParse(value).success

const idOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)
