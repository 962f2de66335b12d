import type { TreeAnswers } from './answers.ts'
import { isReasoned } from './node-value.ts'
import { settle } from './numbers.ts'
import type { CompiledChild, CompiledNode, CompiledTree } from './program.ts'
import { EXCLUDE } from './program.ts'
import { isMet } from './roll-up.ts'
import { runTree } from './run.ts'
import type { NodeReason, NodeScore, TreeScore } from './score.ts'
import {
  COMPLETE,
  HIDDEN,
  MISSING,
  NONE,
  OFF,
  OPENED,
  type TreeScoreOptions,
  type TreeState,
  UNKNOWN,
  VALUED,
} from './state.ts'

/**
 * Scores a tree model in one voice. Total: any answers give a result, and answers to questions the model does not
 * have, or to hidden ones, change nothing. Rows stand in the order of the tree, then of the views.
 *
 * Source: docs/tree-format.md, "How a tree is scored".
 */
export function scoreTree(compiled: CompiledTree, answers: TreeAnswers, options: TreeScoreOptions): TreeScore {
  return scoreOf(compiled, runTree(compiled, answers, options))
}

export function scoreOf(compiled: CompiledTree, state: TreeState): TreeScore {
  const nodes = new Array<NodeScore>(compiled.nodes.length)
  for (let at = 0; at < nodes.length; at++) nodes[at] = nodeScore(compiled, state, at)
  return withQuestions(compiled, state, nodes)
}

export function withQuestions(compiled: CompiledTree, state: TreeState, nodes: NodeScore[]): TreeScore {
  const { model, questions } = compiled
  const [unknown, missing, hidden] = [[], [], []] as [string[], string[], string[]]
  for (let at = 0; at < questions.length; at++) {
    const standing = state.question[at]
    if (standing === MISSING) missing.push(questions[at]!.id)
    else if (standing === UNKNOWN) unknown.push(questions[at]!.id)
    else if (standing === HIDDEN) hidden.push(questions[at]!.id)
  }
  return { format: 'stegvis-score/2', model: model.id, version: model.version, nodes, unknown, missing, hidden }
}

const STATES = ['complete', 'open', 'not-applicable', 'none'] as const

export function nodeScore(compiled: CompiledTree, state: TreeState, at: number): NodeScore {
  const node = compiled.nodes[at]!
  const standing = state.node[at]!
  const [low, high] = [settle(state.low[at]!), settle(state.high[at]!)]
  const c = at * 4
  const { coverage } = state
  const level = state.level[at]!
  return {
    node: node.id,
    view: node.view,
    state: STATES[standing]!,
    score: standing === COMPLETE && Number.isFinite(low) ? low : null,
    range: standing <= OPENED && Number.isFinite(low) && Number.isFinite(high) ? { low, high } : null,
    level: level < 0 ? null : level,
    band: node.bands[state.band[at]!]?.id ?? null,
    points: pointsOf(state, at),
    blocking: blockingOf(compiled, state, at, node),
    ahead: aheadOf(state, at, node),
    coverage: {
      answered: coverage[c]!,
      asked: coverage[c + 1]!,
      notApplicable: coverage[c + 2]!,
      unknown: coverage[c + 3]!,
    },
    reason: reasonOf(state, at, node),
  }
}

function pointsOf({ node, reached, possible }: TreeState, at: number): NodeScore['points'] {
  if (!(possible[at]! >= 0) || node[at]! > OPENED) return null
  return { reached: settle(reached[at]!), possible: settle(possible[at]!) }
}

/** Shared by all rows that have nothing in it, which are most. */
const EMPTY: string[] = []

/** What keeps a gate shut, or the next level from being reached. */
function blockingOf(compiled: CompiledTree, state: TreeState, at: number, node: CompiledNode): string[] {
  const { result, children } = node
  if (state.stage[at]! < 0 || result.op === 'high-water' || state.node[at]! > OPENED) return EMPTY
  const stage = state.stage[at]!
  if (result.op === 'gate') {
    if (stage === 1) return EMPTY
    const counts = ({ importance }: CompiledChild) => !result.importance || importance !== 'optional'
    const reasoned = (child: CompiledChild) =>
      result.importance !== undefined && child.importance === 'recommended' && isReasoned(state, child)
    return children
      .filter(
        (child) => counts(child) && !reasoned(child) && holdsBack(compiled, state, node, child, result['at-least']),
      )
      .map(({ id }) => id)
  }
  if (result.op !== 'ladder' && result.op !== 'staged-percent') return EMPTY
  // Where not even level 0 holds, that is the next one.
  const next = Math.max(stage + 1, node.lowest)
  return children
    .filter((child) => child.level === next || (node.lowest === 0 && stage === 0 && child.level === 0))
    .filter((child) => holdsBack(compiled, state, node, child, result['at-least']))
    .map(({ id }) => id)
}

function aheadOf(state: TreeState, at: number, { result, children }: CompiledNode): string[] {
  if (result.op !== 'ladder' && result.op !== 'staged-percent') return EMPTY
  const stage = state.stage[at]!
  if (stage < 0 || state.node[at]! > OPENED) return EMPTY
  const ahead: string[] = []
  for (const child of children) {
    if (child.level > stage && surelyMet(state, child, result['at-least'])) ahead.push(child.id)
  }
  return ahead.length > 0 ? ahead : EMPTY
}

function surelyMet(state: TreeState, { at, isLeaf }: CompiledChild, atLeast: number): boolean {
  if (isLeaf) return state.question[at] === VALUED && isMet(state.questionLow[at]!, atLeast)
  return state.node[at]! <= OPENED && isMet(state.low[at]!, atLeast)
}

/** A child that counts and does not surely hold. */
function holdsBack(
  { questions, nodes }: CompiledTree,
  state: TreeState,
  { policies }: CompiledNode,
  { at, isLeaf }: CompiledChild,
  atLeast: number,
): boolean {
  if (!isLeaf) {
    const standing = state.node[at]!
    if (standing === OFF || standing === NONE || nodes[at]!.result.op === 'none') return false
    if (standing === OPENED && (state.cause[at]! & 1 ? policies.missing : policies.unknown) === EXCLUDE) return false
    return !isMet(state.low[at]!, atLeast)
  }
  const standing = state.question[at]!
  if (standing === MISSING && policies.missing === EXCLUDE) return false
  if (standing === UNKNOWN && policies.unknown === EXCLUDE) return false
  if (standing !== VALUED && standing !== MISSING && standing !== UNKNOWN) return false
  return !Number.isNaN(questions[at]!.scale.least) && !isMet(state.questionLow[at]!, atLeast)
}

/** Why the state is what it is, for programs; `explainTree` has the whole chain. */
function reasonOf(state: TreeState, at: number, { result, children, answeredBy }: CompiledNode): NodeReason {
  const inputs = { counted: state.counted[at]!, children: children.length }
  return { rule: ruleOf(state, at, result.op, answeredBy), inputs }
}

function ruleOf(state: TreeState, at: number, op: string, answeredBy: number): string {
  switch (state.node[at]) {
    case OFF:
      return state.applies[at] === 0 ? 'does-not-apply' : 'nothing-applies'
    case OPENED:
      return 'open'
    case NONE:
      return op === 'none' ? 'none' : 'nothing-counts'
    default:
      return answeredBy >= 0 && state.question[answeredBy] === VALUED ? 'answered-by' : op
  }
}
