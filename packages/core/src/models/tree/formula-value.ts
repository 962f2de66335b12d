import { type CompiledNode, type CompiledTree, LOWEST, MET } from './program.ts'
import { BESIDE, BY_MISSING, isOpen, KNOWN, type TreeState } from './state.ts'

/**
 * What a formula gives, kept within the range the node declares. What its own children lack is filled in before, as
 * far as the policies of the node say with what.
 */
export function formulaValue(compiled: CompiledTree, state: TreeState, node: CompiledNode, open: number): void {
  const filled = fillIn(compiled, state, node)
  const value = node.formula!(state)
  for (const undo of filled) undo()
  const { slot, rolledLeast: least, rolledMost: most } = node
  const isTold = typeof value === 'number'
  state.standing[slot] = isTold ? KNOWN : open || BY_MISSING
  state.low[slot] = isTold ? Math.min(Math.max(value, least), most) : least
  state.high[slot] = isTold ? state.low[slot]! : most
}

/** Puts in place of what is missing, unknown or does not apply what the policies count it as. */
function fillIn(compiled: CompiledTree, state: TreeState, { children, policies }: CompiledNode): (() => void)[] {
  const undo: (() => void)[] = []
  const { missing, unknown, notApplicable } = policies
  if (missing !== LOWEST && unknown !== LOWEST && notApplicable !== MET) return undo
  for (const { at, slot, isLeaf } of children) {
    const [standing, low] = [state.standing[slot]!, state.low[slot]!]
    const { most } = isLeaf ? compiled.questions[at]!.scale : compiled.nodes[at]!
    const filling = fillingOf(standing, policies, low, most)
    if (filling === undefined || !Number.isFinite(filling)) continue
    undo.push(() => {
      state.standing[slot] = standing
      state.low[slot] = low
    })
    state.standing[slot] = KNOWN
    state.low[slot] = filling
  }
  return undo
}

function fillingOf(
  standing: number,
  { missing, unknown, notApplicable }: CompiledNode['policies'],
  least: number,
  most: number,
): number | undefined {
  if (standing === BESIDE) return notApplicable === MET ? most : undefined
  if (!isOpen(standing)) return undefined
  return (standing & BY_MISSING ? missing : unknown) === LOWEST ? least : undefined
}
