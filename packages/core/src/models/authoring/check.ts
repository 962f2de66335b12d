import type { Text } from '../../kernel/text.ts'
import { describeError } from '../errors.ts'
import { TreeModel } from '../tree/schema.ts'
import { readSource } from '../yaml-source.ts'
import type { ModelDocument, ModelFault } from './schema.ts'

export type CheckedModel = { ok: true; model: TreeModel; warnings: ModelFault[] } | { ok: false; errors: ModelFault[] }

/** Checks a model as it is written on screen. */
export function checkDocument(document: ModelDocument): CheckedModel {
  const parsed = TreeModel.safeParse(document)
  if (parsed.success) return { ok: true, model: parsed.data, warnings: [] }
  return {
    ok: false,
    errors: parsed.error.issues.map(({ path, message }) => ({
      pointer: `#${path.map((step) => `/${String(step)}`).join('')}`,
      ...{ line: null, column: null, code: 'not-valid', message: both(message) },
    })),
  }
}

/** Checks a model file, YAML or JSON: each fault with its line as well. */
export function checkFile(text: string, _fileName: string): CheckedModel {
  const reading = readSource(text)
  if (reading.ok) return checkDocument(reading.source.data as ModelDocument)
  return {
    ok: false,
    errors: reading.faults.map(({ at, code, details }) => ({
      ...{ pointer: '#', line: at.line, column: at.column, code, message: describeError(code, details) },
    })),
  }
}

const both = (text: string): Text => ({ sv: text, en: text })
