import type { TreeAnswers } from './answers.ts'
import { askedInAll } from './asked.ts'
import { bucketsOfRow } from './buckets.ts'
import { isReasoned } from './node-value.ts'
import { settle } from './numbers.ts'
import { type CompiledChild, type CompiledNode, type CompiledTree, EXCLUDE } from './program.ts'
import { runTree } from './run.ts'
import type { NodeReason, NodeScore, NodeState, TreeScore } from './score.ts'
import {
  BESIDE,
  BY_MISSING,
  HIDDEN,
  isOpen,
  KNOWN,
  NO_STAGE,
  newState,
  type TreeScoreOptions,
  type TreeState,
  VALUELESS,
} from './state.ts'

/** Room for working out one model's scores, used again for the next: nothing in it outlives a call. */
const rooms = new WeakMap<CompiledTree, TreeState>()

/**
 * Scores a tree model in one voice. Total: any answers give a result, and answers to questions the model does not
 * have, or to hidden ones, change nothing. Rows stand in the order of the tree, then of the views.
 *
 * Source: docs/tree-format.md, "How a tree is scored".
 */
export function scoreTree(compiled: CompiledTree, answers: TreeAnswers, options: TreeScoreOptions): TreeScore {
  let room = rooms.get(compiled)
  if (!room) {
    room = newState(compiled)
    rooms.set(compiled, room)
  }
  return scoreOf(compiled, runTree(compiled, answers, options, room))
}

export function scoreOf(compiled: CompiledTree, state: TreeState): TreeScore {
  const count = compiled.nodes.length
  const nodes = new Array<NodeScore>(count)
  for (let at = 0; at < count; at++) nodes[at] = nodeScore(compiled, state, at)
  return withQuestions(compiled, state, nodes)
}

export function withQuestions(compiled: CompiledTree, state: TreeState, nodes: NodeScore[]): TreeScore {
  const { model, questions } = compiled
  const { standing } = state
  const asked = askedInAll(compiled, state)
  const unknown: string[] = []
  const missing: string[] = []
  const hidden: string[] = []
  for (let at = 0; at < questions.length; at++) {
    const how = standing[at]!
    if (how === HIDDEN) hidden.push(questions[at]!.id)
    else if (how === BY_MISSING) {
      if (!asked || asked.has(at) || questions[at]!.under.length === 0) missing.push(questions[at]!.id)
    } else if (isOpen(how)) unknown.push(questions[at]!.id)
  }
  return { format: 'stegvis-score/2', model: model.id, version: model.version, nodes, unknown, missing, hidden }
}

export function nodeScore(compiled: CompiledTree, state: TreeState, at: number): NodeScore {
  const node = compiled.nodes[at]!
  const standing = state.standing[node.slot]!
  const low = settle(state.low[node.slot]!)
  const high = standing === KNOWN ? low : settle(state.high[node.slot]!)
  const isBounded = standing < HIDDEN && Number.isFinite(low) && Number.isFinite(high)
  const level = state.level[at]!
  const band = state.band[at]!
  const hasStage = state.stage[at] !== NO_STAGE && standing < HIDDEN
  const row: NodeScore = {
    node: node.id,
    view: node.view,
    state: stateOf(standing),
    score: standing === KNOWN && isBounded ? low : null,
    range: isBounded ? { low, high } : null,
    level: level < 0 ? null : level,
    band: band < 0 ? null : node.bands[band]!.id,
    points: pointsOf(state, at, standing),
    blocking: hasStage ? blockingOf(compiled, state, at, node) : EMPTY,
    ahead: hasStage ? aheadOf(compiled, state, at, node) : EMPTY,
    coverage: coverageOf(state, at, node),
    reason: reasonOf(state, at, node, standing),
  }
  if (compiled.buckets) row.buckets = bucketsOfRow(state, at, compiled.buckets)
  return row
}

function stateOf(standing: number): NodeState {
  if (standing === KNOWN) return 'complete'
  if (standing === BESIDE) return 'not-applicable'
  return standing === VALUELESS ? 'none' : 'open'
}

function pointsOf({ reached, possible }: TreeState, at: number, standing: number): NodeScore['points'] {
  if (!(possible[at]! >= 0) || standing >= HIDDEN) return null
  return { reached: settle(reached[at]!), possible: settle(possible[at]!) }
}

function coverageOf({ coverage }: TreeState, at: number, { usualCoverage }: CompiledNode): NodeScore['coverage'] {
  const own = at * 4
  const answered = coverage[own]!
  if (answered === usualCoverage.answered) return usualCoverage
  return {
    answered,
    asked: coverage[own + 1]!,
    notApplicable: coverage[own + 2]!,
    unknown: coverage[own + 3]!,
  }
}

/** Shared by all rows that have nothing in it, which are most. */
const EMPTY = Object.freeze<string[]>([]) as string[]

/** What keeps a gate shut, or the next level from being reached. */
function blockingOf(compiled: CompiledTree, state: TreeState, at: number, node: CompiledNode): string[] {
  const { op, result, children, byLevel, levelStart } = node
  const stage = state.stage[at]!
  const found = state.work.child
  let count = 0
  if (op === 'gate') {
    if (stage === 1) return EMPTY
    const byImportance = result.op === 'gate' && result.importance !== undefined
    for (let n = 0; n < children.length; n++) {
      if (byImportance && !isAskedFor(state, children[n]!)) continue
      if (holdsBack(compiled, state, node, n)) found[count++] = n
    }
  } else if ((op === 'ladder' || op === 'staged-percent') && stage < node.highest) {
    const end = levelStart[stage + 2]!
    for (let n = levelStart[stage + 1]!; n < end; n++) {
      if (holdsBack(compiled, state, node, byLevel[n]!)) found[count++] = byLevel[n]!
    }
  }
  return idsOf(children, found, count)
}

function idsOf(children: readonly CompiledChild[], found: Int32Array, count: number): string[] {
  if (count === 0) return EMPTY
  const ids = new Array<string>(count)
  for (let n = 0; n < count; n++) ids[n] = children[found[n]!]!.id
  return ids
}

/** By importance: what is required, and what is recommended and not reasoned away. */
function isAskedFor(state: TreeState, child: CompiledChild): boolean {
  return child.importance === 'required' || (child.importance === 'recommended' && !isReasoned(state, child))
}

/** What is met above the level, the lowest first. */
function aheadOf({ childSlots, firstNode }: CompiledTree, state: TreeState, at: number, node: CompiledNode): string[] {
  const { op, first, children, byLevel, levelStart, highest, threshold } = node
  const stage = state.stage[at]!
  if (stage >= highest || (op !== 'ladder' && op !== 'staged-percent')) return EMPTY
  const { standing, low } = state
  const found = state.work.child
  let count = 0
  for (let n = levelStart[stage + 1]!; n < byLevel.length; n++) {
    const slot = childSlots[first + byLevel[n]!]!
    if (!(low[slot]! >= threshold)) continue
    const how = standing[slot]!
    // A node that is open may be met already, whatever its open questions give.
    if (how === KNOWN || (how < HIDDEN && slot >= firstNode)) found[count++] = byLevel[n]!
  }
  return idsOf(children, found, count)
}

/** A child that counts and does not surely hold. */
function holdsBack(
  { questions, nodes, childSlots, firstNode }: CompiledTree,
  { standing, low }: TreeState,
  { first, policies, threshold }: CompiledNode,
  child: number,
): boolean {
  const slot = childSlots[first + child]!
  if (low[slot]! >= threshold) return false
  const how = standing[slot]!
  if (how === KNOWN) return true
  if (how >= HIDDEN) return false
  if ((how & BY_MISSING ? policies.missing : policies.unknown) === EXCLUDE) return false
  return slot < firstNode ? !Number.isNaN(questions[slot]!.scale.least) : nodes[slot - firstNode]!.op !== 'none'
}

/** Why the state is what it is, for programs; `explainTree` has the whole chain. */
function reasonOf(state: TreeState, at: number, node: CompiledNode, standing: number): NodeReason {
  const { usualReason, op, count, answeredBy } = node
  const isBeaten = answeredBy >= 0 && state.standing[answeredBy] === KNOWN
  const counted = state.counted[at]!
  if (standing === KNOWN && !isBeaten && counted === count) return usualReason
  return { rule: ruleOf(state, at, op, standing, isBeaten), inputs: { counted, children: count } }
}

function ruleOf({ applies }: TreeState, at: number, op: string, standing: number, isBeaten: boolean): string {
  if (standing === KNOWN) return isBeaten ? 'answered-by' : op
  if (standing === BESIDE) return applies[at] === 0 ? 'does-not-apply' : 'nothing-applies'
  if (standing === VALUELESS) return op === 'none' ? 'none' : 'nothing-counts'
  return 'open'
}
