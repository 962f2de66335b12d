import type { z } from 'zod'
import type { Finding } from './checks.ts'
import { describeError, type ModelError, type ModelErrorCode } from './errors.ts'
import type { Fillings } from './fill-text.ts'
import { shapeFaults } from './shape.ts'
import { type Path, type Position, readSource, type Source } from './yaml-source.ts'

/** How the faults of a model file get their place and their sentence, whatever the format of the model. */

/** More than this helps nobody; the first ones are usually the cause of the others. */
const MOST_ERRORS = 200

export type ReadFile = { ok: true; source: Source } | { ok: false; errors: ModelError[] }

/** YAML or JSON; `fileName` is only repeated in the errors. */
export function readModelFile(text: string, fileName: string): ReadFile {
  const reading = readSource(text)
  if (reading.ok) return reading
  const errors = reading.faults.map(({ at, code, details }) => modelError(fileName, at, [], code, details))
  return { ok: false, errors: inOrder(errors) }
}

/** What Zod found, at the lines of the file. */
export function errorsOfShape({ data, locate, locateKey }: Source, fileName: string, error: z.ZodError): ModelError[] {
  const faults = (error.issues as z.core.$ZodIssue[]).flatMap((issue) => shapeFaults(issue, data))
  return inOrder(
    faults.map(({ path, onKey, code, details }) =>
      modelError(fileName, onKey ? locateKey(path) : locate(path), path, code, details),
    ),
  )
}

/** What the checks of a format found, at the lines of the file. */
export function errorsOfFindings({ locate }: Source, fileName: string, findings: readonly Finding[]): ModelError[] {
  return inOrder(
    findings.map(({ path, code, details, other, offset }) => {
      const filled = other ? { ...details, [other.as]: locate(other.path).line } : details
      return modelError(fileName, locate(path, offset), path, code, filled)
    }),
  )
}

function modelError(
  file: string,
  at: Position,
  path: Path,
  code: ModelErrorCode,
  details: Fillings | undefined,
): ModelError {
  return { file, ...at, path: printPath(path), code, message: describeError(code, details) }
}

function inOrder(errors: ModelError[]): ModelError[] {
  const sorted = errors.sort((a, b) => a.line - b.line || a.column - b.column)
  // One broken bracket is reported by the YAML reader once for each thing it leaves open.
  const distinct = sorted.filter((error, at) => {
    const before = sorted[at - 1]
    return !before || before.line !== error.line || before.path !== error.path || before.message.en !== error.message.en
  })
  return distinct.slice(0, MOST_ERRORS)
}

/** `dimensions[0].rungs[2].criteria[1].text.en` */
function printPath(path: Path): string {
  return path.map((step, at) => (typeof step === 'number' ? `[${step}]` : at === 0 ? step : `.${step}`)).join('')
}
