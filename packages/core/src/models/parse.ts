import { checkModel } from './checks.ts'
import type { ModelError } from './errors.ts'
import { Model } from './schema.ts'
import { errorsOfFindings, errorsOfShape, readModelFile } from './source-errors.ts'
import type { Source } from './yaml-source.ts'

export type ParsedModel = { ok: true; model: Model } | { ok: false; errors: ModelError[] }

/**
 * Reads a ladder, YAML or JSON. Never throws: whatever the text, the answer is a model or the list of
 * its errors, in the order of the lines. `fileName` is only repeated in the errors.
 */
export function parseModel(text: string, fileName: string): ParsedModel {
  const read = readModelFile(text, fileName)
  return read.ok ? ladderIn(read.source, fileName) : read
}

export function ladderIn(source: Source, fileName: string): ParsedModel {
  const shaped = Model.safeParse(source.data)
  if (!shaped.success) return { ok: false, errors: errorsOfShape(source, fileName, shaped.error) }
  const findings = checkModel(shaped.data)
  if (findings.length === 0) return { ok: true, model: shaped.data }
  return { ok: false, errors: errorsOfFindings(source, fileName, findings) }
}
