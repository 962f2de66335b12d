import type { TreeModel } from '@stegvis/core/models/tree/schema.ts'
import { startModel } from '@stegvis/core/models/tree/starters/start.ts'

/** A ladder of two dimensions with three rungs each, as an author begins with it. */
export function ladderDraft(): TreeModel {
  return startModel('ladder', { id: 'trial', name: { sv: 'Försök', en: 'Trial' } })
}
