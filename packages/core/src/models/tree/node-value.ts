import { adjustNode } from './adjust.ts'
import { type Collected, collectChildren, collectKnown } from './collect.ts'
import { formulaValue } from './formula-value.ts'
import { settle } from './numbers.ts'
import type { CompiledChild, CompiledNode, CompiledTree } from './program.ts'
import { type Counted, gateHolds, levelsValue, plainValue, productBetween } from './roll-up.ts'
import { BESIDE, BY_MISSING, KNOWN, type TreeState, VALUELESS } from './state.ts'

/** Works out what a node is worth, once its children are. */
export function scoreNode(compiled: CompiledTree, state: TreeState, at: number): void {
  const node = compiled.nodes[at]!
  // Nothing of an earlier round may be read through a condition of the node's own.
  settleAs(state, node.slot, BY_MISSING, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)
  state.level[at] = -1
  state.band[at] = -1
  state.stage[at] = -1
  state.counted[at] = 0
  settlePoints(state, at, Number.NaN, Number.NaN, Number.NaN)
  if (state.applies[at] === 0) settleAs(state, node.slot, BESIDE)
  else if (!answeredItself(state, at, node)) rollUp(compiled, state, at, node)
  if (state.standing[node.slot] !== BESIDE) adjustNode(state, at, node)
}

/** Without ends there is no value; with one the value is known. */
function settleAs(
  state: TreeState,
  slot: number,
  standing: number,
  low: number = Number.NaN,
  high: number = low,
): void {
  state.standing[slot] = standing
  state.low[slot] = low
  state.high[slot] = high
}

/** An answer given for the node as a whole beats its children. */
function answeredItself(state: TreeState, at: number, { slot, answeredBy, result, declared }: CompiledNode): boolean {
  if (answeredBy < 0) return false
  const standing = state.standing[answeredBy]
  if (standing === BESIDE) {
    settleAs(state, slot, BESIDE)
    return true
  }
  if (standing !== KNOWN) return false
  const value = state.low[answeredBy]!
  if (result.op !== 'points') settleAs(state, slot, KNOWN, value)
  else {
    const reached = Math.min(1, Math.max(0, value)) * declared
    settlePoints(state, at, reached, reached, declared)
    settleAs(state, slot, KNOWN, reached)
  }
  return true
}

function settlePoints(state: TreeState, at: number, low: number, high: number, possible: number): void {
  state.reached[at] = low
  state.reachedMost[at] = high
  state.possible[at] = possible
}

function rollUp(compiled: CompiledTree, state: TreeState, at: number, node: CompiledNode): void {
  const { slot, slots, weights } = node
  const { op } = node.result
  const declared = slots.length
  if (collectKnown(state, node)) {
    state.counted[at] = declared
    const value = oneSide(state, at, node, { values: state.work.low, child: state.work.all, weights, count: declared })
    if (value === null) settleAs(state, slot, VALUELESS)
    else settleAs(state, slot, KNOWN, value)
    return
  }
  const collected = collectChildren(compiled, state, node)
  const { count, applicable, valueless, excluded, open } = collected
  state.counted[at] = count
  if (declared > 0 && applicable === 0 && valueless === 0) settleAs(state, slot, BESIDE)
  else if (node.formula) formulaValue(compiled, state, node, open | excluded)
  else if (op === 'none' || (applicable === 0 && (declared > 0 || NEEDS_CHILDREN.has(op))))
    settleAs(state, slot, VALUELESS)
  // Everything is left out: nothing to tell, but for what it can be.
  else if (count === 0 && declared > 0) settleAs(state, slot, excluded, node.rolledLeast, node.rolledMost)
  else if (op === 'points') pointsWorth(state, at, slot, count, open)
  else worth(state, at, node, collected)
}

const NEEDS_CHILDREN = new Set(['mean', 'weighted-mean', 'median', 'min', 'max', 'share-met', 'broad-step'])

/** The roll-up at the low and, while something is open, at the high end of the children. */
function worth(state: TreeState, at: number, node: CompiledNode, { count, open }: Collected): void {
  const { work } = state
  const standing = open || KNOWN
  if (node.result.op === 'product') {
    const [low, high] = productBetween(work.low, work.high, count)
    settleAs(state, node.slot, standing, low, high)
    return
  }
  const side = (values: Float64Array) => ({ values, child: work.child, weights: work.weight, count })
  const low = oneSide(state, at, node, side(work.low))
  const high = open ? oneSide(state, at, node, side(work.high)) : low
  // All weights are zero: there are children, but nothing to weigh them by.
  if (low === null || high === null) settleAs(state, node.slot, VALUELESS)
  else settleAs(state, node.slot, standing, low, high)
}

function oneSide(state: TreeState, at: number, node: CompiledNode, counted: Counted): number | null {
  const { result, children } = node
  const isLow = counted.values === state.work.low
  switch (result.op) {
    case 'gate': {
      const holds = gateHolds(result, children, counted, (child) => isReasoned(state, child))
      if (isLow) state.stage[at] = holds ? 1 : 0
      return holds ? 1 : 0
    }
    case 'ladder':
    case 'high-water':
    case 'staged-percent': {
      const { value, stage } = levelsValue(result, node, state.work, counted)
      if (isLow) state.stage[at] = stage
      return value
    }
    default:
      return plainValue(result, counted.values, counted.weights, counted.count)
  }
}

/** Answered with a reason: enough for what is only recommended. */
export function isReasoned(state: TreeState, { at, isLeaf }: CompiledChild): boolean {
  return isLeaf && state.answer[at]?.reason !== undefined
}

function pointsWorth(state: TreeState, at: number, slot: number, count: number, open: number): void {
  const { low, high, weight, possible } = state.work
  let [reached, most, whole] = [0, 0, 0]
  for (let n = 0; n < count; n++) {
    reached += low[n]! * weight[n]!
    most += high[n]! * weight[n]!
    whole += possible[n]! * weight[n]!
  }
  settlePoints(state, at, reached, most, whole)
  settleAs(state, slot, open || KNOWN, settle(reached), settle(most))
}
