import { parseModel } from '@stegvis/core/models/parse.ts'
import type { Model } from '@stegvis/core/models/schema.ts'
import { TreeModel } from '@stegvis/core/models/tree/schema.ts'
import { readSource } from '@stegvis/core/models/yaml-source.ts'

export type ModelFile = { kind: 'ladder'; model: Model } | { kind: 'tree'; model: TreeModel }

/** Throws with every error of the file by line. */
export function readModel(text: string, file: string): ModelFile {
  const source = readSource(text)
  if (source.ok && (source.source.data as { format?: unknown })?.format === 'stegvis-model/2') {
    return { kind: 'tree', model: TreeModel.parse(source.source.data) }
  }
  const parsed = parseModel(text, file)
  if (parsed.ok) return { kind: 'ladder', model: parsed.model }
  const lines = parsed.errors.map((error) => `${error.file}:${error.line}: ${error.message.en}`)
  throw new Error(`A model file has errors:\n${lines.join('\n')}`)
}
