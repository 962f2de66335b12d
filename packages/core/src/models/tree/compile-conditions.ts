import { EVIDENCE_CLASSES } from '../schema.ts'
import { shownOptions } from './answer-worth.ts'
import { parseExpression, type Reference, referencesOf } from './expression.ts'
import { ANY, type Span, spanOfExpression } from './expression-spans.ts'
import { compileExpression, type Read } from './expression-value.ts'
import { own } from './own.ts'
import { type CompiledNode, type CompiledQuestion, type Condition, NODE, QUESTION } from './program.ts'
import { BESIDE, countedAnswer, HIDDEN, isOpen, KNOWN, type TreeState, VALUELESS } from './state.ts'

/** The numbers of questions and nodes while a model is being laid out. */
export type Places = {
  questionAt: ReadonlyMap<string, number>
  nodeAt: ReadonlyMap<string, number>
  /** The slot of the first node. */
  firstNode: number
  questions: readonly CompiledQuestion[]
  nodes: readonly CompiledNode[]
}

/** A condition that cannot be read, which checking refuses, is never determined. */
const UNDETERMINED: Condition = () => undefined

export function compileCondition(source: string, places: Places): Condition {
  const parsed = parseExpression(source)
  return parsed.ok ? compileExpression(parsed.expression, (reference) => bind(reference, places)) : UNDETERMINED
}

/** Between what a formula lies while what it reads is open: as wide as that may still become. */
export function compileSpan(source: string, places: Places): (state: TreeState) => Span {
  const parsed = parseExpression(source)
  if (!parsed.ok) return () => ANY
  const { expression } = parsed
  return (state) => spanOfExpression(expression, (reference) => spanIn(state, reference, places))
}

function spanIn({ standing, low, high, level }: TreeState, { read, id }: Reference, places: Places): Span | undefined {
  const node = places.nodeAt.get(id)
  if (read === 'share') return { low: 0, high: 1 }
  if (read === 'level' && node !== undefined) {
    const known = level[node]!
    return known < 0 ? { low: 0, high: 20 } : { low: known, high: known }
  }
  const slot = read === 'value' && node !== undefined ? places.firstNode + node : places.questionAt.get(id)
  if (slot === undefined || (read !== 'value' && read !== 'answer')) return undefined
  const how = standing[slot]!
  if (how === KNOWN) return { low: low[slot]!, high: low[slot]! }
  return isOpen(how) ? { low: low[slot]!, high: high[slot]! } : undefined
}

/** The steps a condition reads, as `[kind, number]`. */
export function stepsRead(source: string, places: Pick<Places, 'questionAt' | 'nodeAt'>): [number, number][] {
  const parsed = parseExpression(source)
  if (!parsed.ok) return []
  return referencesOf(parsed.expression).flatMap(({ read, id }): [number, number][] => {
    const question = places.questionAt.get(id)
    const node = places.nodeAt.get(id)
    if (read === 'answer' || read === 'answered' || read === 'chosen') {
      return question === undefined ? [] : [[QUESTION, question]]
    }
    return (read === 'value' || read === 'share' || read === 'level') && node !== undefined ? [[NODE, node]] : []
  })
}

function bind(reference: Reference, places: Places): Read<TreeState> {
  const { id } = reference
  switch (reference.read) {
    case 'fact':
      return ({ facts }) => own(facts, id) ?? undefined
    case 'previous':
      return ({ previous }) => previous.get(id)
    case 'name':
      return UNDETERMINED
    case 'answer':
    case 'answered':
    case 'chosen': {
      const at = places.questionAt.get(id)
      return at === undefined ? UNDETERMINED : bindQuestion(reference, at, places)
    }
    default: {
      const at = places.nodeAt.get(id)
      return at === undefined ? UNDETERMINED : bindNode(reference.read, at, places.firstNode + at)
    }
  }
}

function bindQuestion(reference: Reference, at: number, places: Places): Read<TreeState> {
  if (reference.read === 'answered') return ({ standing }) => standing[at] === KNOWN || standing[at] === VALUELESS
  if (reference.read === 'chosen') {
    const { option } = reference
    return (state) => isChosen(state, at, option, places)
  }
  return (state) => {
    const standing = state.standing[at]
    if (standing === KNOWN) return state.low[at]
    if (standing !== VALUELESS) return undefined
    const answer = countedAnswer(state, at, reference.id)
    return answer?.kind === 'day' ? answer.day : undefined
  }
}

/** Nobody chose anything where the question is not shown or does not apply; otherwise an open one cannot tell. */
function isChosen(state: TreeState, at: number, option: string, { questions }: Places): boolean | undefined {
  const standing = state.standing[at]!
  if (standing === HIDDEN || standing === BESIDE) return false
  if (isOpen(standing)) return undefined
  const question = questions[at]!
  const answer = countedAnswer(state, at, question.id)
  if (answer?.kind === 'option') return question.scale.optionAt.get(option) === state.option[at]
  if (answer?.kind !== 'options') return false
  const shown = state.voice === 'self' ? EVIDENCE_CLASSES.length : EVIDENCE_CLASSES.indexOf(answer.evidence ?? 'E0')
  return shownOptions(question, answer.options, shown).includes(option)
}

function bindNode(read: 'value' | 'share' | 'level', at: number, slot: number): Read<TreeState> {
  if (read === 'level') return ({ level }) => (level[at]! < 0 ? undefined : level[at])
  if (read === 'value') return ({ standing, low }) => (standing[slot] === KNOWN ? low[slot] : undefined)
  return ({ standing, reached, possible }) =>
    standing[slot] === KNOWN && possible[at]! > 0 ? reached[at]! / possible[at]! : undefined
}

/** Whether an expression cannot tell because it reads what does not apply, rather than what is open. */
export function readsBeside({ standing }: TreeState, slots: readonly number[]): boolean {
  return slots.some((slot) => standing[slot] === BESIDE || standing[slot] === HIDDEN)
}
