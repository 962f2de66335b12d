import type { Finding } from '../checks.ts'
import type { ModelError } from '../errors.ts'
import { shapeFaults } from '../shape.ts'
import { errorsOfFindings, errorsOfShape, readModelFile } from '../source-errors.ts'
import type { Source } from '../yaml-source.ts'
import { checkTreeModel, isError } from './check.ts'
import type { TreeFinding } from './checks/finding.ts'
import { treeSizeFindings } from './checks/places.ts'
import { TreeModel } from './schema.ts'

export type ParsedTree = { ok: true; model: TreeModel; warnings: ModelError[] } | { ok: false; errors: ModelError[] }

/**
 * Reads a tree model, YAML or JSON. Never throws: whatever the text, the answer is a model with its warnings or
 * the list of its errors, in the order of the lines. `fileName` is only repeated in the errors.
 */
export function parseTreeModel(text: string, fileName: string): ParsedTree {
  const read = readModelFile(text, fileName)
  return read.ok ? treeIn(read.source, fileName) : read
}

export function treeIn(source: Source, fileName: string): ParsedTree {
  const size = treeSizeFindings(source.data)
  if (size.length > 0) return { ok: false, errors: errorsOfFindings(source, fileName, size) }
  const shaped = TreeModel.safeParse(source.data)
  if (!shaped.success) return { ok: false, errors: errorsOfShape(source, fileName, shaped.error) }
  const findings = checkTreeModel(shaped.data)
  const errors = findings.filter(isError)
  if (errors.length > 0) return { ok: false, errors: errorsOfFindings(source, fileName, errors) }
  return { ok: true, model: shaped.data, warnings: errorsOfFindings(source, fileName, findings) }
}

export type CheckedTree = { ok: true; model: TreeModel; findings: TreeFinding[] } | { ok: false; findings: Finding[] }

/**
 * The same for a model that is not in a file, as while it is written on screen: the findings have paths, no
 * lines. `data` may be anything that JSON can hold.
 */
export function checkTreeData(data: unknown): CheckedTree {
  const size = treeSizeFindings(data)
  if (size.length > 0) return { ok: false, findings: size }
  const shaped = TreeModel.safeParse(data)
  if (!shaped.success) {
    const findings = shaped.error.issues.flatMap((issue) => shapeFaults(issue, data))
    return {
      ok: false,
      findings: findings.map(({ path, code, details }) => ({ path, code, ...(details && { details }) })),
    }
  }
  const findings = checkTreeModel(shaped.data)
  return findings.some(isError) ? { ok: false, findings } : { ok: true, model: shaped.data, findings }
}
