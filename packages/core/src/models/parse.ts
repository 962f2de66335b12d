import type { z } from 'zod'
import { checkModel } from './checks.ts'
import { describeError, type ModelError, type ModelErrorCode } from './errors.ts'
import type { Fillings } from './fill-text.ts'
import { Model } from './schema.ts'
import { shapeFaults } from './shape.ts'
import { type Path, type Position, readSource } from './yaml-source.ts'

export type ParsedModel = { ok: true; model: Model } | { ok: false; errors: ModelError[] }

/** More than this helps nobody; the first ones are usually the cause of the others. */
const MOST_ERRORS = 200

/**
 * Reads a model file, YAML or JSON. Never throws: whatever the text, the answer is a model or the list of
 * its errors, in the order of the lines. `fileName` is only repeated in the errors.
 */
export function parseModel(text: string, fileName: string): ParsedModel {
  const fault = (at: Position, path: Path, code: ModelErrorCode, details?: Fillings): ModelError => ({
    file: fileName,
    ...at,
    path: printPath(path),
    code,
    message: describeError(code, details),
  })
  const reading = readSource(text)
  if (!reading.ok) {
    return refused(reading.faults.map(({ at, code, details }) => fault(at, [], code, details)))
  }
  const { data, locate, locateKey } = reading.source
  const shaped = Model.safeParse(data)
  if (!shaped.success) {
    return refused(
      (shaped.error.issues as z.core.$ZodIssue[])
        .flatMap((issue) => shapeFaults(issue, data))
        .map(({ path, onKey, code, details }) => fault(onKey ? locateKey(path) : locate(path), path, code, details)),
    )
  }
  const findings = checkModel(shaped.data)
  if (findings.length === 0) return { ok: true, model: shaped.data }
  return refused(
    findings.map(({ path, code, details, other }) =>
      fault(locate(path), path, code, other ? { ...details, [other.as]: locate(other.path).line } : details),
    ),
  )
}

function refused(errors: ModelError[]): ParsedModel {
  const sorted = errors.sort((a, b) => a.line - b.line || a.column - b.column)
  // One broken bracket is reported by the YAML reader once for each thing it leaves open.
  const distinct = sorted.filter((error, at) => {
    const before = sorted[at - 1]
    return !before || before.line !== error.line || before.path !== error.path || before.message.en !== error.message.en
  })
  return { ok: false, errors: distinct.slice(0, MOST_ERRORS) }
}

/** `dimensions[0].rungs[2].criteria[1].text.en` */
function printPath(path: Path): string {
  return path.map((step, at) => (typeof step === 'number' ? `[${step}]` : at === 0 ? step : `.${step}`)).join('')
}
