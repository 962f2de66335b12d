import type { TreeModel } from '@stegvis/core/models/tree/schema.ts'
import type { Tx } from '../db/tenancy.ts'
import { listPublished } from './authoring/store.ts'
import { findModel, type ModelLibrary } from './library.ts'

/** The versions of a model there are, of either kind: installed, or published by the programme. */
export async function listVersions(tx: Tx, models: ModelLibrary, modelId: string): Promise<string[]> {
  const all = [...models.installed(), ...(await listPublished(tx))].filter((one) => one.modelId === modelId)
  return [...new Set(all.map(({ version }) => version))]
}

/** Those that are trees, for the ways that lead from one to the next. */
export async function listTrees(tx: Tx, models: ModelLibrary, modelId: string): Promise<TreeModel[]> {
  const trees: TreeModel[] = []
  for (const version of await listVersions(tx, models, modelId)) {
    const found = await findModel(tx, models, modelId, version)
    if (found?.kind === 'tree') trees.push(found.model)
  }
  return trees
}
