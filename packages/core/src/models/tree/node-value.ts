import { adjustNode } from './adjust.ts'
import { type Collected, collectChildren } from './collect.ts'
import { formulaValue } from './formula-value.ts'
import { bandOf } from './levels.ts'
import { settle } from './numbers.ts'
import type { CompiledChild, CompiledNode, CompiledTree } from './program.ts'
import { gateHolds, highWater, levelHeld, plainValue, productBetween, stagedPercent } from './roll-up.ts'
import { BESIDE, BY_MISSING, countedAnswer, KNOWN, NO_STAGE, type Taken, type TreeState, VALUELESS } from './state.ts'

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
  const { first, count } = node
  const { standing } = state
  const { slots } = state.stands
  for (let n = first; n < first + count; n++) if (standing[slots[n]!] !== KNOWN) return false
  const taken = node.readsLevels ? takeLevels(compiled, state, node) : state.stands
  if (taken === undefined || count === 0) return false
  if (!node.readsLevels) taken.first = first
  taken.count = count
  const value = oneSide(state, at, node, taken)
  if (!Number.isFinite(value)) return false
  settleAs(state, node.slot, KNOWN, value)
  state.counted[at] = count
  readOff(state, at, node, value)
  countKnown(compiled, state, at, node)
  return true
}

/** Children by their level, where they have one; undefined while that of one hangs on its stars. */
function takeLevels(compiled: CompiledTree, state: TreeState, { first, count }: CompiledNode): Taken | undefined {
  const { childSlots, firstNode, nodes } = compiled
  const { lows, low, level } = state
  for (let n = 0; n < count; n++) {
    const slot = childSlots[first + n]!
    const reached = slot < firstNode ? -1 : level[slot - firstNode]!
    if (reached < 0 && slot >= firstNode && nodes[slot - firstNode]!.stars.length > 0) return undefined
    lows.values[n] = reached < 0 ? low[slot]! : reached
  }
  return lows
}

function readOff({ band, level }: TreeState, at: number, { bands, hasOwnLevel }: CompiledNode, value: number): void {
  const own = hasOwnLevel ? Math.floor(settle(value)) : -1
  if (bands.length === 0) {
    level[at] = own
    return
  }
  const found = bandOf(bands, value)
  band[at] = found
  level[at] = found < 0 ? own : (bands[found]!.level ?? own)
}

/** Coverage: answered, asked, not applicable, unknown. Of questions that are known nothing is open. */
function countKnown(
  { childSlots, firstNode }: CompiledTree,
  { coverage }: TreeState,
  at: number,
  { first, count, isFlat }: CompiledNode,
): void {
  const own = at * 4
  coverage[own] = isFlat ? count : 0
  coverage[own + 1] = isFlat ? count : 0
  coverage[own + 2] = 0
  coverage[own + 3] = 0
  if (isFlat) return
  for (let n = first; n < first + count; n++) {
    const inner = (childSlots[n]! - firstNode) * 4
    if (inner < 0) {
      coverage[own]!++
      coverage[own + 1]!++
      continue
    }
    for (let part = 0; part < 4; part++) coverage[own + part]! += coverage[inner + part]!
  }
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
function answeredItself(state: TreeState, at: number, { slot, answeredBy, op, declared }: CompiledNode): boolean {
  if (answeredBy < 0) return false
  const standing = state.standing[answeredBy]
  if (standing === BESIDE) {
    settleAs(state, slot, BESIDE)
    return true
  }
  if (standing !== KNOWN) return false
  const value = state.low[answeredBy]!
  if (op !== 'points') settleAs(state, slot, KNOWN, value)
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
  const { op } = node
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
  const { lows, highs, work } = state
  const standing = open || KNOWN
  if (node.op === 'product') {
    const [low, high] = productBetween(work.low, work.high, count)
    settleAs(state, node.slot, standing, low, high)
    return
  }
  lows.count = count
  highs.count = count
  const low = oneSide(state, at, node, lows)
  const high = open ? oneSide(state, at, node, highs) : low
  // All weights are zero: there are children, but nothing to weigh them by.
  if (Number.isNaN(low) || Number.isNaN(high)) settleAs(state, node.slot, VALUELESS)
  else settleAs(state, node.slot, standing, low, high)
}

/** The roll-up at one end of the children that count. NaN where there is nothing to tell. */
function oneSide(state: TreeState, at: number, node: CompiledNode, taken: Taken): number {
  const isLow = taken !== state.highs
  switch (node.op) {
    case 'gate': {
      const holds = gateHolds(node, taken, (child) => isReasoned(state, child)) ? 1 : 0
      if (isLow) state.stage[at] = holds
      return holds
    }
    case 'high-water': {
      const reached = highWater(node, taken)
      if (isLow) state.stage[at] = reached
      return reached
    }
    case 'ladder':
    case 'staged-percent': {
      const held = levelHeld(node, taken)
      if (isLow) state.stage[at] = held
      return node.op === 'ladder' ? Math.max(0, held) : stagedPercent(node, taken, held)
    }
    default:
      return plainValue(node, taken)
  }
}

/** Answered with a reason: enough for what is only recommended. */
export function isReasoned(state: TreeState, { at, id, isLeaf }: CompiledChild): boolean {
  return isLeaf && countedAnswer(state, at, id)?.reason !== undefined
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
