import { readFile } from '@stegvis/core/models/authoring/check.ts'
import { headOf, nextVersion } from '@stegvis/core/models/authoring/document.ts'
import type { ModelDocument, NewModel } from '@stegvis/core/models/authoring/schema.ts'
import { beginStructure } from '@stegvis/core/models/authoring/structures.ts'
import type { Tx } from '../../db/tenancy.ts'
import { Problem } from '../../http/problem.ts'
import { findModel, type ModelLibrary } from '../library.ts'

export type Beginning = { document: ModelDocument; basedOn: string | null }

/** What a new draft begins with. Throws `model-invalid` with the faults of a file by place. */
export async function beginningOf(tx: Tx, models: ModelLibrary, input: NewModel): Promise<Beginning> {
  switch (input.from) {
    case 'structure':
      return { document: beginStructure(input.structure, { id: input.modelId, name: input.name }), basedOn: null }
    case 'version':
      return copyOf(tx, models, input)
    case 'file': {
      const checked = readFile(input.text, input.fileName)
      if (checked === 'ladder') throw new Problem('model-not-writable')
      if (!checked.ok) throw new Problem('model-invalid', undefined, { errors: checked.errors })
      return { document: asDraft({ ...checked.model }), basedOn: null }
    }
  }
}

async function copyOf(tx: Tx, models: ModelLibrary, input: Extract<NewModel, { from: 'version' }>): Promise<Beginning> {
  const [id, version] = input.model.split('@') as [string, string]
  const found = await findModel(tx, models, id, version)
  if (!found) throw new Problem('model-not-found', input.model)
  if (found.kind === 'ladder') throw new Problem('model-not-writable', input.model)
  const modelId = input.modelId ?? id
  // Under another id it is a model of its own, which nothing is restated from.
  const isNext = modelId === id
  const document: ModelDocument = { ...asDraft({ ...found.model }), id: modelId }
  document.version = input.version ?? (isNext ? nextVersion(version) : '1.0.0')
  delete document.migrates
  if (isNext) {
    const questions = found.model.questions.map((question) => ({ change: 'same', question: question.id }))
    document.migrates = [{ from: version, comparable: 0.8, questions }]
  }
  return { document, basedOn: input.model }
}

function asDraft(document: ModelDocument): ModelDocument {
  const { 'published-on': _, ...rest } = document
  const { modelId, version } = headOf(document)
  return { ...rest, ...(modelId && { id: modelId }), ...(version && { version }), status: 'draft' }
}
