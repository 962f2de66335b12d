import { adjustNode } from './adjust.ts'
import { type Collected, collectChildren } from './collect.ts'
import { formulaValue } from './formula-value.ts'
import { bandOf } from './levels.ts'
import { settle } from './numbers.ts'
import type { CompiledChild, CompiledNode, CompiledTree } from './program.ts'
import { gateHolds, highWater, levelHeld, plainValue, productBetween, stagedPercent } from './roll-up.ts'
import { BESIDE, BY_MISSING, KNOWN, NO_STAGE, type TreeState, VALUELESS } from './state.ts'

/** Works out what a node is worth, once its children are. */
export function scoreNode(compiled: CompiledTree, state: TreeState, at: number): void {
  const node = compiled.nodes[at]!
  // Nothing of an earlier round may be read through a condition of the node's own.
  settleAs(state, node.slot, BY_MISSING, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)
  state.level[at] = -1
  state.band[at] = -1
  state.stage[at] = NO_STAGE
  state.counted[at] = 0
  settlePoints(state, at, Number.NaN, Number.NaN, Number.NaN)
  if (state.applies[at] === 0) settleAs(state, node.slot, BESIDE)
  else if (!answeredItself(state, at, node)) rollUp(compiled, state, at, node)
  if (state.standing[node.slot] !== BESIDE) adjustNode(state, at, node)
}

/**
 * The quick way for a plain node whose children are all known, which are most once everything is answered: the same
 * as the long way gives. False where it has to be done the long way.
 */
export function scoreKnownNode(compiled: CompiledTree, state: TreeState, at: number, node: CompiledNode): boolean {
  const { slot, first, count, bands } = node
  const { childSlots, childWeights, firstNode } = compiled
  const { standing, low, work, coverage, band, level } = state
  if (count === 0) return false
  let answered = 0
  let asked = 0
  let passed = 0
  let unknown = 0
  for (let n = 0; n < count; n++) {
    const child = childSlots[first + n]!
    if (standing[child] !== KNOWN) return false
    work.low[n] = low[child]!
    work.weight[n] = childWeights[first + n]!
    if (child < firstNode) {
      answered++
      asked++
      continue
    }
    const inner = (child - firstNode) * 4
    if (node.readsLevels) {
      const reached = level[child - firstNode]!
      if (reached >= 0) work.low[n] = reached
      else if (compiled.nodes[child - firstNode]!.stars.length > 0) return false
    }
    answered += coverage[inner]!
    asked += coverage[inner + 1]!
    passed += coverage[inner + 2]!
    unknown += coverage[inner + 3]!
  }
  const value = oneSide(state, at, node, work.low, work.all, work.weight, count)
  if (value === null || !Number.isFinite(value)) return false
  settleAs(state, slot, KNOWN, value)
  state.counted[at] = count
  const found = bands.length > 0 ? bandOf(bands, value) : -1
  band[at] = found
  const own = node.hasOwnLevel ? Math.floor(settle(value)) : -1
  level[at] = found < 0 ? own : (bands[found]!.level ?? own)
  coverage[at * 4] = answered
  coverage[at * 4 + 1] = asked
  coverage[at * 4 + 2] = passed
  coverage[at * 4 + 3] = unknown
  return true
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
  const { slot, count: declared } = node
  const { op } = node.result
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
  const low = oneSide(state, at, node, work.low, work.child, work.weight, count)
  const high = open ? oneSide(state, at, node, work.high, work.child, work.weight, count) : low
  // All weights are zero: there are children, but nothing to weigh them by.
  if (low === null || high === null) settleAs(state, node.slot, VALUELESS)
  else settleAs(state, node.slot, standing, low, high)
}

/** The roll-up at one end of the children that count: `which` they are, their values there, and their weights. */
function oneSide(
  state: TreeState,
  at: number,
  node: CompiledNode,
  values: Float64Array,
  which: Int32Array,
  weights: Float64Array,
  count: number,
): number | null {
  const { result, children } = node
  const { work, stage } = state
  const isLow = values === work.low
  switch (result.op) {
    case 'gate': {
      const holds = gateHolds(result, children, { values, which, count }, (child) => isReasoned(state, child))
      if (isLow) stage[at] = holds ? 1 : 0
      return holds ? 1 : 0
    }
    case 'high-water': {
      const reached = highWater(result['at-least'], node, values, which, count)
      if (isLow) stage[at] = reached
      return reached
    }
    case 'ladder':
    case 'staged-percent': {
      const held = levelHeld(result, node, work, values, which, count)
      if (isLow) stage[at] = held
      return result.op === 'ladder' ? Math.max(0, held) : stagedPercent(node, work, held)
    }
    default:
      return plainValue(result, values, weights, count)
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
