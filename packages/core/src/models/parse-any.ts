import type { ModelError } from './errors.ts'
import { ladderIn } from './parse.ts'
import type { Model } from './schema.ts'
import { errorsOfFindings, readModelFile } from './source-errors.ts'
import { treeIn } from './tree/parse.ts'
import type { TreeModel } from './tree/schema.ts'

export type ParsedAny =
  | { ok: true; kind: 'ladder'; model: Model; warnings: ModelError[] }
  | { ok: true; kind: 'tree'; model: TreeModel; warnings: ModelError[] }
  | { ok: false; errors: ModelError[] }

const FORMATS = ['stegvis-model/1', 'stegvis-model/2']

/** Reads a model of either format, a ladder or a tree: the key `format` tells which. Never throws. */
export function parseAnyModel(text: string, fileName: string): ParsedAny {
  const read = readModelFile(text, fileName)
  if (!read.ok) return read
  const { source } = read
  const format = formatOf(source.data)
  if (format === 'stegvis-model/1') {
    const parsed = ladderIn(source, fileName)
    return parsed.ok ? { ok: true, kind: 'ladder', model: parsed.model, warnings: [] } : parsed
  }
  if (format === 'stegvis-model/2') {
    const parsed = treeIn(source, fileName)
    return parsed.ok ? { ...parsed, kind: 'tree' } : parsed
  }
  const details = { allowed: FORMATS.join(', ') }
  return {
    ok: false,
    errors: errorsOfFindings(source, fileName, [{ path: ['format'], code: 'unknown-format', details }]),
  }
}

function formatOf(data: unknown): unknown {
  return typeof data === 'object' && data !== null && 'format' in data ? data.format : undefined
}
