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
    if (how === KNOWN) continue
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
  const row: NodeScore = {
    node: node.id,
    view: node.view,
    state: stateOf(standing),
    score: standing === KNOWN && isBounded ? low : null,
    range: isBounded ? { low, high } : null,
    level: level < 0 ? null : level,
    band: band < 0 ? null : node.bands[band]!.id,
    points: pointsOf(state, at, standing),
    blocking: EMPTY,
    ahead: EMPTY,
    coverage: coverageOf(state, at, node),
    reason: reasonOf(state, at, node, standing),
  }
  if (state.stage[at] !== NO_STAGE && standing < HIDDEN) tellStage(compiled, state, at, node, row)
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

/** What keeps a gate shut or the next level from being reached, and what is met above the level, the lowest first. */
function tellStage(compiled: CompiledTree, state: TreeState, at: number, node: CompiledNode, row: NodeScore): void {
  const { op, children, highest } = node
  const stage = state.stage[at]!
  if (op === 'gate' && stage === 0) row.blocking = shuttingOf(compiled, state, node)
  if ((op !== 'ladder' && op !== 'staged-percent') || stage >= highest) return
  const { first, byLevel, levelStart, threshold } = node
  const { childSlots, firstNode } = compiled
  const { standing, low, work } = state
  const nextEnds = levelStart[stage + 2]!
  const end = byLevel.length
  let blocking = 0
  let ahead = 0
  for (let n = levelStart[stage + 1]!; n < end; n++) {
    const which = byLevel[n]!
    const slot = childSlots[first + which]!
    const how = standing[slot]!
    const isMet = Number(low[slot]! >= threshold)
    // Counted without a branch: which of them are met is beyond any prediction.
    work.child[blocking] = which
    work.place[ahead] = which
    if (how === KNOWN) {
      ahead += isMet
      blocking += (1 - isMet) & Number(n < nextEnds)
    } else {
      // A node that is open may be met already, whatever its open questions give.
      if (how < HIDDEN && slot >= firstNode) ahead += isMet
      if (n < nextEnds && holdsBack(compiled, state, node, which)) blocking++
    }
  }
  row.blocking = idsOf(children, work.child, blocking)
  row.ahead = idsOf(children, work.place, ahead)
}

function shuttingOf(compiled: CompiledTree, state: TreeState, node: CompiledNode): string[] {
  const { result, children } = node
  const byImportance = result.op === 'gate' && result.importance !== undefined
  return children.flatMap((child, n) => {
    const isAsked = !byImportance || isAskedFor(state, child)
    return isAsked && holdsBack(compiled, state, node, n) ? [child.id] : []
  })
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

/** A child that counts and does not surely hold. */
function holdsBack(
  { questions, nodes, childSlots, firstNode }: CompiledTree,
  { standing, low }: TreeState,
  { first, policies, threshold }: CompiledNode,
  child: number,
): boolean {
  const slot = childSlots[first + child]!
  const how = standing[slot]!
  const isMet = low[slot]! >= threshold
  if (how === KNOWN) return !isMet
  if (how >= HIDDEN || isMet) return false
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
