import { readTreeAnswers } from '../tree/answers-file.ts'
import { compileTree } from '../tree/compile.ts'
import { settle } from '../tree/numbers.ts'
import type { CompiledTree } from '../tree/program.ts'
import type { Example, TreeModel } from '../tree/schema.ts'
import type { NodeScore } from '../tree/score.ts'
import { scoreTree } from '../tree/score-tree.ts'
import type { ExampleResult } from './schema.ts'

/**
 * Scores each example of a checked model, its answers read as the coach's with the evidence they name, and tells
 * where it gives something else than its author expects.
 */
export function runExamples(model: TreeModel): ExampleResult[] {
  const { examples = [] } = model
  if (examples.length === 0) return []
  const compiled = compileTree(model)
  return examples.map((example) => runExample(compiled, example))
}

function runExample(compiled: CompiledTree, { name, profile, answers, expected }: Example): ExampleResult {
  const read = readTreeAnswers(compiled, answers, ['answers'])
  if (!read.ok) return { name, holds: false, faults: read.faults, differences: [] }
  const { nodes } = scoreTree(compiled, read.answers, { facts: profile ?? {}, voice: 'coach' })
  // A node of another view bears its own id, so the id alone tells which one is meant.
  const byId = new Map(nodes.map((node) => [node.node, node]))
  const differences = Object.entries(expected).flatMap(([node, wanted]): ExampleResult['differences'] => {
    const given = byId.get(node)
    if (given && isAsExpected(given, wanted)) return []
    return [{ node, expected: wanted, given: given ? { score: given.score, level: given.level } : null }]
  })
  return { name, holds: differences.length === 0, faults: [], differences }
}

type Wanted = Example['expected'][string]

/** A figure left out is not looked at; null asks that there be none. */
function isAsExpected({ score, level }: NodeScore, wanted: Wanted): boolean {
  return isSame(score, wanted.score) && isSame(level, wanted.level)
}

function isSame(given: number | null, wanted: number | null | undefined): boolean {
  if (wanted === undefined) return true
  if (wanted === null || given === null) return wanted === given
  return settle(given) === settle(wanted)
}
