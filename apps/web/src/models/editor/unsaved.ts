import type { TreeModel } from '@stegvis/core/models/tree/schema.ts'
import { openDraft } from '../document/open-draft.ts'
import type { Stored } from './saver.ts'

const PREFIX = 'stegvis-model:'

export type Unsaved = { stored: Stored; model: TreeModel }

/** What was written and not saved before the page was closed, kept on this device; one a person and model. */
export function unsavedModel(person: string, model: string) {
  const key = `${PREFIX}${person}:${model}`
  return {
    read(): Unsaved | null {
      const text = localStorage.getItem(key)
      if (text === null) return null
      try {
        const kept = JSON.parse(text) as Unsaved
        return openDraft(kept.model) && openDraft(kept.stored.document) ? kept : null
      } catch {
        // Cut off, or written by an older version of the page: nothing that could be shown.
        return null
      }
    },
    keep(unsaved: Unsaved | null): void {
      try {
        if (unsaved) localStorage.setItem(key, JSON.stringify(unsaved))
        else localStorage.removeItem(key)
      } catch {
        // A very large model does not fit on the device; it is saved on the server all the same.
      }
    },
  }
}
