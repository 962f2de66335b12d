import { weighAnswer } from './answer-worth.ts'
import type { TreeAnswers } from './answers.ts'
import { scoreNode } from './node-value.ts'
import { APPLIES, type CompiledQuestion, type CompiledTree, QUESTION } from './program.ts'
import { HIDDEN, MISSING, newState, PASSED, type TreeScoreOptions, type TreeState, UNKNOWN } from './state.ts'

/** Works everything out, once through the program. */
export function runTree(compiled: CompiledTree, answers: TreeAnswers, options: TreeScoreOptions): TreeState {
  const state = newState(compiled, answers, options)
  for (let place = 0; place < compiled.order.length; place++) runStep(compiled, state, place)
  return state
}

/** Works out one step again, from what it reads. */
export function runStep(compiled: CompiledTree, state: TreeState, place: number): void {
  const step = compiled.order[place]!
  const kind = step % 3
  const at = (step - kind) / 3
  if (kind === APPLIES) decideApplies(compiled, state, at)
  else if (kind === QUESTION) runQuestion(compiled.questions[at]!, state, at)
  else {
    countQuestions(compiled, state, at)
    scoreNode(compiled, state, at)
  }
}

function decideApplies(compiled: CompiledTree, state: TreeState, at: number): void {
  const { parent, appliesWhen, appliesUndetermined } = compiled.nodes[at]!
  const told = appliesWhen?.(state)
  const own = appliesWhen === undefined || told === true || (told !== false && appliesUndetermined)
  state.applies[at] = own && (parent < 0 || state.applies[parent] === 1) ? 1 : 0
}

function runQuestion(question: CompiledQuestion, state: TreeState, at: number): void {
  if (isShown(question, state)) {
    weighAnswer(state, at, question)
    return
  }
  state.question[at] = HIDDEN
  state.answer[at] = undefined
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
function countQuestions({ nodes }: CompiledTree, { coverage, question }: TreeState, at: number): void {
  const { below, repeats, children, answeredBy } = nodes[at]!
  const own = at * 4
  coverage.fill(0, own, own + 4)
  if (repeats) {
    for (const q of below) countQuestion(coverage, own, question[q]!)
    return
  }
  if (answeredBy >= 0) countQuestion(coverage, own, question[answeredBy]!)
  for (const child of children) {
    if (child.isLeaf) {
      countQuestion(coverage, own, question[child.at]!)
      continue
    }
    for (let n = 0; n < 4; n++) coverage[own + n]! += coverage[child.at * 4 + n]!
  }
}

function countQuestion(coverage: Int32Array, own: number, standing: number): void {
  if (standing === HIDDEN) return
  if (standing === PASSED) {
    coverage[own + 2]!++
    return
  }
  coverage[own + 1]!++
  if (standing === UNKNOWN) coverage[own + 3]!++
  else if (standing !== MISSING) coverage[own]!++
}
