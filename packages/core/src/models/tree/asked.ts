import type { CompiledTree } from './program.ts'
import { BESIDE, KNOWN, type TreeState } from './state.ts'

/**
 * The questions below a node that it still takes: once a part is answered as a whole only that answer is asked for,
 * and until then only its parts are.
 */
export function askedBelow(
  compiled: CompiledTree,
  state: TreeState,
  at: number,
  asked: Set<number> = new Set(),
): Set<number> {
  const { answeredBy, children } = compiled.nodes[at]!
  const whole = answeredBy < 0 ? undefined : state.standing[answeredBy]
  const isWhole = whole === KNOWN || whole === BESIDE || children.length === 0
  if (whole !== undefined && isWhole) return asked.add(answeredBy)
  for (const child of children) {
    if (child.isLeaf) asked.add(child.at)
    else askedBelow(compiled, state, child.at, asked)
  }
  return asked
}

/** The same for all trees together; undefined where everything that is shown is asked for. */
export function askedInAll(compiled: CompiledTree, state: TreeState): ReadonlySet<number> | undefined {
  if (!compiled.wholes) return undefined
  const asked = new Set<number>()
  for (const [at, { parent }] of compiled.nodes.entries()) if (parent < 0) askedBelow(compiled, state, at, asked)
  return asked
}
