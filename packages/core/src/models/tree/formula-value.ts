import { type CompiledNode, type CompiledTree, LOWEST, MET } from './program.ts'
import { BY_MISSING, COMPLETE, MISSING, OFF, OPENED, PASSED, type TreeState, UNKNOWN, VALUED } from './state.ts'

/**
 * What a formula gives, kept within the range the node declares. What its own children lack is filled in before, as
 * far as the policies of the node say with what.
 */
export function formulaValue(
  compiled: CompiledTree,
  state: TreeState,
  at: number,
  node: CompiledNode,
  open: number,
): void {
  const filled = fillIn(compiled, state, node)
  const value = node.formula!(state)
  for (const undo of filled) undo()
  const { rolledLeast: least, rolledMost: most } = node
  if (typeof value === 'number') {
    const kept = Math.min(Math.max(value, least), most)
    state.node[at] = COMPLETE
    state.cause[at] = 0
    state.low[at] = kept
    state.high[at] = kept
    return
  }
  state.node[at] = OPENED
  state.cause[at] = open || BY_MISSING
  state.low[at] = least
  state.high[at] = most
}

/** Puts in place of what is missing, unknown or does not apply what the policies count it as. */
function fillIn(compiled: CompiledTree, state: TreeState, { children, policies }: CompiledNode): (() => void)[] {
  const undo: (() => void)[] = []
  const { missing, unknown, notApplicable } = policies
  if (missing !== LOWEST && unknown !== LOWEST && notApplicable !== MET) return undo
  for (const { at, isLeaf } of children) {
    const [standings, values] = isLeaf ? [state.question, state.questionLow] : [state.node, state.low]
    const [standing, value] = [standings[at]!, values[at]!]
    const filling = isLeaf
      ? fillingOf(standing, policies, value, compiled.questions[at]!.scale.most)
      : nodeFilling(state, at, policies, value, compiled.nodes[at]!.most)
    if (filling === undefined) continue
    undo.push(() => {
      standings[at] = standing
      values[at] = value
    })
    standings[at] = isLeaf ? VALUED : COMPLETE
    values[at] = filling
  }
  return undo
}

function fillingOf(
  standing: number,
  { missing, unknown, notApplicable }: CompiledNode['policies'],
  least: number,
  most: number,
): number | undefined {
  if (standing === MISSING) return missing === LOWEST ? least : undefined
  if (standing === UNKNOWN) return unknown === LOWEST ? least : undefined
  return standing === PASSED && notApplicable === MET ? most : undefined
}

function nodeFilling(
  state: TreeState,
  at: number,
  policies: CompiledNode['policies'],
  least: number,
  most: number,
): number | undefined {
  if (state.node[at] === OFF) return policies.notApplicable === MET ? most : undefined
  if (state.node[at] !== OPENED) return undefined
  const policy = state.cause[at]! & BY_MISSING ? policies.missing : policies.unknown
  return policy === LOWEST ? least : undefined
}
