import { weighAlways, weighAnswer } from './answer-worth.ts'
import type { TreeAnswers } from './answers.ts'
import { askedBelow } from './asked.ts'
import { fillBuckets } from './buckets.ts'
import { scoreKnownNode, scoreNode } from './node-value.ts'
import { APPLIES, type CompiledQuestion, type CompiledTree, QUESTION } from './program.ts'
import { BESIDE, BY_MISSING, BY_UNKNOWN, HIDDEN, newState, type TreeScoreOptions, type TreeState } from './state.ts'

const NOTHING: ReadonlyMap<string, number> = new Map()

/** Works everything out, once through the program. A state used before is written over. */
export function runTree(
  compiled: CompiledTree,
  answers: TreeAnswers,
  { facts = {}, voice, previous = NOTHING }: TreeScoreOptions,
  state: TreeState = newState(compiled),
): TreeState {
  state.answers = answers
  state.facts = facts
  state.voice = voice
  state.previous = previous
  weighAlways(compiled, state)
  const places = compiled.steps.at.length
  for (let place = compiled.alwaysFirst; place < places; place++) runStep(compiled, state, place)
  return state
}

/** Works out one step again, from what it reads. */
export function runStep(compiled: CompiledTree, state: TreeState, place: number): void {
  const at = compiled.steps.at[place]!
  const kind = compiled.steps.kind[place]
  if (kind === QUESTION) runQuestion(compiled.questions[at]!, state, at)
  else if (kind === APPLIES) decideApplies(compiled, state, at)
  else {
    runNode(compiled, state, at)
    if (compiled.buckets) fillBuckets(compiled, state, at, compiled.buckets)
  }
}

function runNode(compiled: CompiledTree, state: TreeState, at: number): void {
  const node = compiled.nodes[at]!
  if (node.isPlain && state.applies[at] === 1 && scoreKnownNode(compiled, state, at, node)) return
  countQuestions(compiled, state, at)
  scoreNode(compiled, state, at)
}

function decideApplies(compiled: CompiledTree, state: TreeState, at: number): void {
  const { parent, appliesWhen, appliesUndetermined } = compiled.nodes[at]!
  const told = appliesWhen?.(state)
  const own = appliesWhen === undefined || told === true || (told !== false && appliesUndetermined)
  state.applies[at] = own && (parent < 0 || state.applies[parent] === 1) ? 1 : 0
}

function runQuestion(question: CompiledQuestion, state: TreeState, at: number): void {
  if (question.isAlways || isShown(question, state)) {
    weighAnswer(state, at, question)
    return
  }
  state.standing[at] = HIDDEN
  state.option[at] = -1
}

function isShown({ question, visibleWhen, under, isFilter }: CompiledQuestion, state: TreeState): boolean {
  if (visibleWhen) {
    const told = visibleWhen(state)
    if (told !== true && (told === false || question['hidden-when-undetermined'])) return false
  }
  if (isFilter || under.length === 0) return true
  for (const node of under) if (state.applies[node] === 1) return true
  return false
}

/** Coverage: answered, asked, not applicable, unknown. */
function countQuestions(compiled: CompiledTree, state: TreeState, at: number): void {
  const { below, repeats, wholes, first, count } = compiled.nodes[at]!
  const { childSlots, firstNode } = compiled
  const { coverage, standing } = state
  const own = at * 4
  let answered = 0
  let asked = 0
  let passed = 0
  let unknown = 0
  const slots = wholes ? askedBelow(compiled, state, at) : repeats ? below : childSlots.subarray(first, first + count)
  for (const slot of slots) {
    if (slot >= firstNode) {
      const inner = (slot - firstNode) * 4
      answered += coverage[inner]!
      asked += coverage[inner + 1]!
      passed += coverage[inner + 2]!
      unknown += coverage[inner + 3]!
      continue
    }
    const how = standing[slot]!
    if (how === HIDDEN) continue
    if (how === BESIDE) {
      passed++
      continue
    }
    asked++
    if (how === BY_UNKNOWN) unknown++
    else if (how !== BY_MISSING) answered++
  }
  coverage[own] = answered
  coverage[own + 1] = asked
  coverage[own + 2] = passed
  coverage[own + 3] = unknown
}
