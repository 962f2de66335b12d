import type { TreeModel } from '../tree/schema.ts'
import { diffModels } from '../tree/versions/diff.ts'
import { changeText, verdictText } from '../tree/versions/diff-words.ts'
import type { ModelDiffView } from './schema.ts'

/** What changed between two versions, by meaning and in words. */
export function viewDiff(older: TreeModel, newer: TreeModel): ModelDiffView {
  const diff = diffModels(older, newer)
  const { needs, states, fits } = diff
  return {
    ...{ from: `${older.id}@${older.version}`, to: `${newer.id}@${newer.version}`, needs, states, fits },
    verdict: verdictText(diff),
    changes: diff.changes.map((change) => {
      const { part, id, key, step } = change
      return { part, id, change: change.change, key, step, text: changeText(change) }
    }),
  }
}
