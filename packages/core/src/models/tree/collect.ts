import { standingLevels } from './levels.ts'
import {
  type CompiledChild,
  type CompiledNode,
  type CompiledTree,
  EQUAL,
  EXCLUDE,
  LOWEST,
  MET,
  PROPORTIONAL,
} from './program.ts'
import { BESIDE, BY_MISSING, HIDDEN, KNOWN, type TreeState, VALUELESS } from './state.ts'

/** What the children of a node come to, beside what is put into the working arrays. */
export type Collected = {
  /** How many are in the working arrays. */
  count: number
  /** Those that apply, counted or left out. */
  applicable: number
  /** Those that have no value of their own: texts, profiles. */
  valueless: number
  /** Why counted children are open, and why others were left out. */
  open: number
  excluded: number
}

/**
 * Looks at each child and puts those that count into the working arrays: between what their value lies, and with
 * which weight (for `points` the points). What is missing, unknown or does not apply is dealt with as the policies of
 * the node say; the weight of what does not apply goes to the others where they say so, so that the whole stays.
 */
export function collectChildren(compiled: CompiledTree, state: TreeState, node: CompiledNode): Collected {
  const { work } = state
  const { policies, children } = node
  const byPoints = node.op === 'points'
  const weighs = WEIGHS.has(node.op) && policies.notApplicable !== EQUAL
  const collected: Collected = { count: 0, applicable: 0, valueless: 0, open: 0, excluded: 0 }
  let passedWeight = 0
  let applicableWeight = 0
  for (let n = 0; n < children.length; n++) {
    const child = children[n]!
    const standing = standingOf(state, child)
    work.place[n] = -1
    if (standing === HIDDEN) continue
    if (standing === VALUELESS || (!child.byLevel && isValueless(compiled, child))) {
      collected.valueless++
      continue
    }
    const weight = weightOf(state, child, byPoints)
    if (standing === BESIDE) {
      if (policies.notApplicable === MET) countAsMet(compiled, state, node, n, weight, collected)
      else passedWeight += weight
      continue
    }
    collected.applicable++
    applicableWeight += weight
    const at = collected.count
    if (standing !== KNOWN) {
      const policy = standing & BY_MISSING ? policies.missing : policies.unknown
      if (policy === EXCLUDE) {
        collected.excluded |= standing
        continue
      }
      place(compiled, state, n, child, at, weight, byPoints)
      if (policy === LOWEST) work.high[at] = work.low[at]!
      // Nothing hangs on what weighs nothing, unless it may be handed what does not apply.
      else if (weight !== 0 || !weighs) collected.open |= standing
    } else place(compiled, state, n, child, at, weight, byPoints)
    collected.count++
  }
  if (passedWeight > 0 && collected.applicable > 0) {
    redistribute(state, collected, policies.notApplicable, passedWeight, applicableWeight)
  }
  return collected
}

/** A profile whose level counts is known by it, and open while its stars are. */
function standingOf({ standing, level }: TreeState, { slot, at, byLevel }: CompiledChild): number {
  if (!byLevel || standing[slot] !== VALUELESS) return standing[slot]!
  return level[at]! < 0 ? BY_MISSING : KNOWN
}

function isValueless({ questions, nodes }: CompiledTree, { at, isLeaf }: CompiledChild): boolean {
  return isLeaf ? Number.isNaN(questions[at]!.scale.least) : nodes[at]!.op === 'none'
}

function weightOf(state: TreeState, child: CompiledChild, byPoints: boolean): number {
  let weight = byPoints ? child.points : child.weight
  // What cannot be told does not hold.
  for (const { when, factor } of child.factors) if (when(state) === true) weight *= factor
  return weight
}

function place(
  compiled: CompiledTree,
  state: TreeState,
  n: number,
  child: CompiledChild,
  at: number,
  weight: number,
  byPoints: boolean,
): void {
  const { work } = state
  work.child[at] = n
  work.place[n] = at
  work.weight[at] = weight
  if (byPoints && !child.isLeaf && state.possible[child.at]! >= 0) {
    placePoints(compiled, state, child, at)
    return
  }
  const [low, high] = child.byLevel
    ? standingLevels(state, compiled.nodes[child.at]!, child.at)
    : [state.low[child.slot]!, state.high[child.slot]!]
  work.low[at] = low
  work.high[at] = high
  if (!byPoints) return
  work.low[at] = between0And1(work.low[at]!)
  work.high[at] = between0And1(work.high[at]!)
  work.possible[at] = 1
}

/** A node of points below another: the shares of its own points, so that they are added up in the points above. */
function placePoints({ nodes }: CompiledTree, state: TreeState, child: CompiledChild, at: number): void {
  const { declared } = nodes[child.at]!
  const share = (points: number) => (declared > 0 ? points / declared : 0)
  state.work.low[at] = share(state.reached[child.at]!)
  state.work.high[at] = share(state.reachedMost[child.at]!)
  state.work.possible[at] = share(state.possible[child.at]!)
}

const WEIGHS = new Set(['sum', 'weighted-mean', 'deduct', 'points'])

const between0And1 = (value: number) => Math.min(1, Math.max(0, value))

const THRESHOLDS = new Set(['count-met', 'share-met', 'deduct', 'gate', 'ladder', 'high-water', 'staged-percent'])

/** What does not apply counts as the most it can be; above any threshold where only meeting one matters. */
function countAsMet(
  compiled: CompiledTree,
  { work }: TreeState,
  node: CompiledNode,
  n: number,
  weight: number,
  collected: Collected,
): void {
  const child = node.children[n]!
  const { op } = node
  const whole = child.isLeaf ? compiled.questions[child.at]!.scale : compiled.nodes[child.at]!
  const most = child.byLevel ? compiled.nodes[child.at]!.mostLevel : whole.most
  const value = THRESHOLDS.has(op) ? Number.POSITIVE_INFINITY : op === 'points' ? 1 : most
  if (!THRESHOLDS.has(op) && !Number.isFinite(value)) return
  const at = collected.count++
  work.child[at] = n
  work.place[n] = at
  work.low[at] = value
  work.high[at] = value
  work.weight[at] = weight
  work.possible[at] = 1
}

function redistribute(
  { work }: TreeState,
  { count, applicable }: Collected,
  policy: number,
  passedWeight: number,
  applicableWeight: number,
): void {
  if (policy === EQUAL) {
    const part = passedWeight / applicable
    for (let at = 0; at < count; at++) work.weight[at]! += part
  } else if (policy === PROPORTIONAL && applicableWeight > 0) {
    const whole = passedWeight + applicableWeight
    for (let at = 0; at < count; at++) work.weight[at] = (work.weight[at]! * whole) / applicableWeight
  }
}
