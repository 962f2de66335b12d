import type { RecordId } from '@stegvis/core/kernel/ids.ts'
import { printDocument } from '@stegvis/core/models/authoring/print.ts'
import { printModel } from '@stegvis/core/models/print.ts'
import type { Tx } from '../db/tenancy.ts'
import { Problem } from '../http/problem.ts'
import { requireModel } from './authoring/service.ts'
import { findPublished, getSource } from './authoring/store.ts'
import type { ModelLibrary } from './library.ts'

export type ModelFile = { name: string; text: string }

const nameOf = (id: string, version: string): string => `${id}-${version}.yaml`

/** An own model: as it was published, or as the draft stands now. */
export async function fileOf(tx: Tx, id: RecordId): Promise<ModelFile> {
  const { modelId, version, source, document } = await requireModel(tx, id)
  if (source !== null) return { name: nameOf(modelId, version), text: source }
  return { name: nameOf(modelId, version), text: printDocument(document) }
}

export async function downloadModel(tx: Tx, models: ModelLibrary, id: string, version: string): Promise<ModelFile> {
  const name = nameOf(id, version)
  const own = await findPublished(tx, id, version)
  if (own) return { name, text: await getSource(tx, own) }
  const found = models.find(id, version)
  if (!found) throw new Problem('not-found')
  return { name, text: found.kind === 'ladder' ? printModel(found.model) : printDocument(found.model) }
}
