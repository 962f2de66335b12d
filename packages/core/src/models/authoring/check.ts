import { pointerTo } from '../../kernel/pointer.ts'
import type { Finding } from '../checks.ts'
import { describeError, type ModelError } from '../errors.ts'
import { parseAnyModel } from '../parse-any.ts'
import { isError } from '../tree/check.ts'
import { checkTreeData } from '../tree/parse.ts'
import type { TreeModel } from '../tree/schema.ts'
import type { ModelDocument, ModelFault } from './schema.ts'

export type CheckedModel = { ok: true; model: TreeModel; warnings: ModelFault[] } | { ok: false; errors: ModelFault[] }

/** More than this helps nobody; the first ones are usually the cause of the others. */
const MOST_FAULTS = 200

/** Checks a model as it is written on screen. Total: the document may be anything that JSON can hold. */
export function checkDocument(document: ModelDocument): CheckedModel {
  const checked = checkTreeData(document)
  if (checked.ok) return { ok: true, model: checked.model, warnings: checked.findings.map(faultOf) }
  return { ok: false, errors: checked.findings.filter(isError).slice(0, MOST_FAULTS).map(faultOf) }
}

/** A document has no lines, so a fault that is about two places names the other by its pointer. */
export function faultOf({ path, code, details, other }: Finding): ModelFault {
  const message = describeError(code, other ? { ...details, [other.as]: pointerTo(other.path) } : details)
  return { pointer: pointerTo(path), line: null, column: null, code, message }
}

/** Reads a model file, YAML or JSON, each fault with its line as well. `ladder`: a ladder, which is not written here. */
export function readFile(text: string, fileName: string): CheckedModel | 'ladder' {
  const parsed = parseAnyModel(text, fileName)
  if (!parsed.ok) return { ok: false, errors: parsed.errors.map(faultInFile) }
  if (parsed.kind === 'ladder') return 'ladder'
  return { ok: true, model: parsed.model, warnings: parsed.warnings.map(faultInFile) }
}

function faultInFile({ path, line, column, code, message }: ModelError): ModelFault {
  const steps = path === '' ? [] : path.replaceAll(/\[(\d+)\]/g, '.$1').split('.')
  return { pointer: pointerTo(steps), line, column, code, message }
}
