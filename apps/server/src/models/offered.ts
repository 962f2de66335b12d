import { summaryOf } from '@stegvis/core/models/summary.ts'
import type { ModelOption } from '@stegvis/core/programmes/schema.ts'
import type { Tx } from '../db/tenancy.ts'
import { Problem } from '../http/problem.ts'
import { findPublished, listPublished } from './authoring/store.ts'
import { type AnyModel, findModel, type ModelLibrary } from './library.ts'

/** As the set-up offers them for focus areas. */
export async function listModelOptions(tx: Tx, models: ModelLibrary): Promise<ModelOption[]> {
  const own = new Set((await listPublished(tx)).map(({ modelId, version }) => `${modelId}@${version}`))
  return (await listOffered(tx, models)).map(({ model }) => {
    const { levels: _, dimensions, ...summary } = summaryOf(model)
    return { ...summary, dimensions: dimensions.length, own: own.has(`${model.id}@${model.version}`) }
  })
}

type Ref = { id: string; version: string }

/** A model that a programme may measure with: published, and not withdrawn. Throws where it may not. */
export async function requireOffered(tx: Tx, models: ModelLibrary, { id, version }: Ref): Promise<AnyModel> {
  const found = await findModel(tx, models, id, version)
  if (!found) throw new Problem('model-not-found', `${id} ${version}`)
  const own = await findPublished(tx, id, version)
  const isOffered = own ? !own.withdrawn : found.model.status === 'published'
  if (!isOffered) throw new Problem('model-not-published', `${id} ${version}`)
  return found
}

/** Everything a programme may choose from: installed models and its own. */
async function listOffered(tx: Tx, models: ModelLibrary): Promise<AnyModel[]> {
  const own = (await listPublished(tx)).filter(({ withdrawn }) => !withdrawn)
  const installed = models.installed().filter(({ status }) => status === 'published')
  const names = [...installed, ...own].map(({ modelId, version }) => ({ id: modelId, version }))
  const offered: AnyModel[] = []
  for (const { id, version } of names) {
    const found = await findModel(tx, models, id, version)
    if (found) offered.push(found)
  }
  return offered
}
