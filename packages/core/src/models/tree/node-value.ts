import { adjustNode } from './adjust.ts'
import { type Collected, collectChildren } from './collect.ts'
import { formulaValue } from './formula-value.ts'
import { settle } from './numbers.ts'
import type { CompiledChild, CompiledNode, CompiledTree } from './program.ts'
import { gateHolds, levelsValue, plainValue, productBetween } from './roll-up.ts'
import { BY_MISSING, COMPLETE, NONE, OFF, OPENED, PASSED, type TreeState, VALUED } from './state.ts'

/** Works out what a node is worth, once its children are. */
export function scoreNode(compiled: CompiledTree, state: TreeState, at: number): void {
  const node = compiled.nodes[at]!
  // Nothing of an earlier round may be read through a condition of the node's own.
  settleAs(state, at, OPENED, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, BY_MISSING)
  state.level[at] = -1
  state.band[at] = -1
  state.stage[at] = -1
  state.counted[at] = 0
  state.reached[at] = Number.NaN
  state.reachedMost[at] = Number.NaN
  state.possible[at] = Number.NaN
  if (state.applies[at] === 0) settleAs(state, at, OFF)
  else if (!answeredItself(state, at, node)) rollUp(compiled, state, at, node)
  if (state.node[at] !== OFF) adjustNode(state, at, node)
}

function settleAs(
  state: TreeState,
  at: number,
  standing: number,
  low: number = Number.NaN,
  high: number = low,
  cause = 0,
): void {
  state.node[at] = standing
  state.low[at] = low
  state.high[at] = high
  state.cause[at] = cause
}

/** An answer given for the node as a whole beats its children. */
function answeredItself(state: TreeState, at: number, { answeredBy, result, declared }: CompiledNode): boolean {
  if (answeredBy < 0) return false
  const standing = state.question[answeredBy]
  if (standing === PASSED) {
    settleAs(state, at, OFF)
    return true
  }
  if (standing !== VALUED) return false
  const value = state.questionLow[answeredBy]!
  if (result.op !== 'points') settleAs(state, at, COMPLETE, value)
  else {
    const reached = Math.min(1, Math.max(0, value)) * declared
    settlePoints(state, at, reached, reached, declared)
    settleAs(state, at, COMPLETE, reached)
  }
  return true
}

function settlePoints(state: TreeState, at: number, low: number, high: number, possible: number): void {
  state.reached[at] = low
  state.reachedMost[at] = high
  state.possible[at] = possible
}

function rollUp(compiled: CompiledTree, state: TreeState, at: number, node: CompiledNode): void {
  const collected = collectChildren(compiled, state, node)
  const { count, applicable, valueless, excluded, open } = collected
  const { op } = node.result
  const declared = node.children.length
  state.counted[at] = count
  if (declared > 0 && applicable === 0 && valueless === 0) settleAs(state, at, OFF)
  else if (node.formula) formulaValue(compiled, state, at, node, open | excluded)
  else if (op === 'none' || (applicable === 0 && (declared > 0 || NEEDS_CHILDREN.has(op)))) settleAs(state, at, NONE)
  // Everything is left out: nothing to tell, but for what it can be.
  else if (count === 0 && declared > 0) settleAs(state, at, OPENED, node.rolledLeast, node.rolledMost, excluded)
  else if (op === 'points') pointsWorth(state, at, count, open)
  else worth(state, at, node, collected)
}

const NEEDS_CHILDREN = new Set(['mean', 'weighted-mean', 'median', 'min', 'max', 'share-met', 'broad-step'])

/** The roll-up at the low and, while something is open, at the high end of the children. */
function worth(state: TreeState, at: number, node: CompiledNode, { count, open }: Collected): void {
  const { work } = state
  const standing = open ? OPENED : COMPLETE
  if (node.result.op === 'product') {
    const [low, high] = productBetween(work.low, work.high, count)
    settleAs(state, at, standing, low, high, open)
    return
  }
  const low = oneSide(state, at, node, work.low, count)
  const high = open ? oneSide(state, at, node, work.high, count) : low
  // All weights are zero: there are children, but nothing to weigh them by.
  if (low === null || high === null) settleAs(state, at, NONE)
  else settleAs(state, at, standing, low, high, open)
}

function oneSide(state: TreeState, at: number, node: CompiledNode, values: Float64Array, count: number): number | null {
  const { result, children } = node
  const { work } = state
  switch (result.op) {
    case 'gate': {
      const holds = gateHolds(result, children, work.child, values, count, (child) => isReasoned(state, child))
      if (values === work.low) state.stage[at] = holds ? 1 : 0
      return holds ? 1 : 0
    }
    case 'ladder':
    case 'high-water':
    case 'staged-percent': {
      const { value, stage } = levelsValue(result, node, work, values, count)
      if (values === work.low) state.stage[at] = stage
      return value
    }
    default:
      return plainValue(result, values, work.weight, count)
  }
}

/** Answered with a reason: enough for what is only recommended. */
export function isReasoned(state: TreeState, { at, isLeaf }: CompiledChild): boolean {
  return isLeaf && state.answer[at]?.reason !== undefined
}

function pointsWorth(state: TreeState, at: number, count: number, open: number): void {
  const { low, high, weight, possible } = state.work
  let [reached, most, whole] = [0, 0, 0]
  for (let n = 0; n < count; n++) {
    reached += low[n]! * weight[n]!
    most += high[n]! * weight[n]!
    whole += possible[n]! * weight[n]!
  }
  settlePoints(state, at, reached, most, whole)
  settleAs(state, at, open ? OPENED : COMPLETE, settle(reached), settle(most), open)
}
