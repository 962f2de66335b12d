import { evidenceRank } from '../schema.ts'
import { answerFault, inScaleUnit } from './answer-faults.ts'
import type { TreeAnswer } from './answers.ts'
import { onCurve } from './compile-scales.ts'
import { settle } from './numbers.ts'
import { own } from './own.ts'
import type { CompiledQuestion, CompiledScale, CompiledTree } from './program.ts'
import { BESIDE, BY_MISSING, BY_UNKNOWN, KNOWN, type TreeState, VALUELESS } from './state.ts'

/**
 * The questions that are shown in any case, in a loop of their own: they are most, and a choice among a few options
 * in the company's own voice, which is most of them, is worked out here and now.
 */
export function weighAlways({ questions, steps, alwaysFirst }: CompiledTree, state: TreeState): void {
  const { answers, standing, low, high, option } = state
  const isSelf = state.voice === 'self'
  for (let place = 0; place < alwaysFirst; place++) {
    const at = steps.at[place]!
    const question = questions[at]!
    const { few, values } = question.scale
    const answer = answers.get(question.id)
    if (answer === undefined || !isSelf || few.length === 0 || answer.kind !== 'option') {
      weighAnswer(state, at, question)
      continue
    }
    let chosen = -1
    for (let n = 0; n < few.length; n++) chosen += (n + 1) * Number(few[n] === answer.option)
    if (chosen < 0) {
      leaveOpen(state, at, question.scale)
      continue
    }
    const value = values[chosen]!
    option[at] = chosen
    standing[at] = KNOWN
    low[at] = value
    high[at] = value
  }
}

/**
 * Works out what the answer to a question that is shown is worth, into the state: how it stands, and between
 * what its value lies. An answer that does not fit its scale counts as missing.
 */
export function weighAnswer(state: TreeState, at: number, question: CompiledQuestion): void {
  const { scale } = question
  const answer = state.answers.get(question.id)
  if (answer !== undefined && answer.kind === 'option' && scale.isSingle) {
    weighOption(state, at, question, answer)
    return
  }
  leaveOpen(state, at, scale)
  if (answer === undefined || answerFault(scale, answer) !== undefined) return
  if (answer.kind === 'unknown') state.standing[at] = BY_UNKNOWN
  else if (answer.kind === 'not-applicable') state.standing[at] = BESIDE
  else if (answer.kind === 'text' || answer.kind === 'day') state.standing[at] = VALUELESS
  else if (answer.kind === 'matrix') weighMatrix(state, at, question, answer)
  else if (answer.kind !== 'option') setValue(state, at, worthOf(state, question, answer))
}

function leaveOpen(state: TreeState, at: number, scale: CompiledScale): void {
  state.option[at] = -1
  state.standing[at] = BY_MISSING
  state.low[at] = scale.least
  state.high[at] = scale.most
}

/** The most usual answer, and so the quickest. */
function weighOption(
  state: TreeState,
  at: number,
  question: CompiledQuestion,
  answer: Extract<TreeAnswer, { kind: 'option' }>,
): void {
  const { scale } = question
  const chosen = scale.optionAt.get(answer.option)
  if (chosen === undefined || (scale.reasons[chosen] === 1 && !answer.reason)) {
    leaveOpen(state, at, scale)
    return
  }
  const option = state.voice === 'self' ? chosen : shownOption(scale, chosen, question.needs, shownBy(state, answer))
  state.option[at] = option
  state.standing[at] = KNOWN
  const value = scale.values[option]!
  state.low[at] = value
  state.high[at] = value
}

/** A value that cannot be told, for want of evidence, is open like "don't know". */
function setValue(state: TreeState, at: number, value: number | undefined): void {
  state.standing[at] = value === undefined ? BY_UNKNOWN : KNOWN
  if (value === undefined) return
  state.low[at] = value
  state.high[at] = value
}

type Weighable = Extract<TreeAnswer, { kind: 'options' | 'rung' | 'number' | 'split' }>

function worthOf(state: TreeState, question: CompiledQuestion, answer: Weighable): number | undefined {
  const { scale } = question
  if (answer.kind === 'options') return worthOfOptions(question, answer, shownBy(state, answer))
  // A scale without options is shown whole or not at all; not at all is the least there is.
  if (shownBy(state, answer) < question.needs) return Number.isFinite(scale.least) ? scale.least : undefined
  if (answer.kind === 'rung') return answer.level
  if (answer.kind === 'split') return worthOfSplit(scale, answer)
  return worthOfNumber(scale, answer)
}

/** The class of evidence there is, as a rank; in the company's own voice everything counts as shown. */
export function shownBy(state: TreeState, answer: TreeAnswer): number {
  return state.voice === 'self' ? Number.POSITIVE_INFINITY : answer.evidence ? evidenceRank(answer.evidence) : 0
}

/** The option that counts: with too little evidence the next below in value, and so on down. */
function shownOption(scale: CompiledScale, chosen: number, needs: number, shown: number): number {
  let option = chosen
  for (;;) {
    const own = scale.needs[option]!
    const below = scale.below[option]!
    if (shown >= (own < 0 ? needs : own) || below === option) return option
    option = below
  }
}

/** The options that count of several chosen: those shown well enough. */
export function shownOptions(
  { scale, needs }: CompiledQuestion,
  options: readonly string[],
  shown: number,
): readonly string[] {
  return options.filter((id) => {
    const own = scale.needs[scale.optionAt.get(id)!]!
    return shown >= (own < 0 ? needs : own)
  })
}

function worthOfOptions(
  question: CompiledQuestion,
  answer: Extract<TreeAnswer, { kind: 'options' }>,
  shown: number,
): number {
  const { scale } = question.scale
  if (scale.type !== 'multiple') return 0
  const counting = shownOptions(question, answer.options, shown)
  const values = [...counting].map((id) => question.scale.optionAt.get(id)!).sort((a, b) => a - b)
  const worth: Record<typeof scale.worth, () => number> = {
    // Added up in the order of the scale, whatever the order of the answer.
    sum: () => values.reduce((sum, option) => sum + question.scale.values[option]!, 0),
    highest: () =>
      values.reduce(
        (most, option) => Math.max(most, question.scale.values[option]!),
        values.length > 0 ? Number.NEGATIVE_INFINITY : 0,
      ),
    count: () => counting.length,
    share: () => counting.length / scale.options.length,
  }
  return Math.min(worth[scale.worth](), scale.cap ?? Number.POSITIVE_INFINITY)
}

function worthOfSplit({ scale }: CompiledScale, { parts }: Extract<TreeAnswer, { kind: 'split' }>): number {
  if (scale.type !== 'split') return 0
  return settle(scale.parts.reduce((sum, { id, value }) => sum + (own(parts, id) ?? 0) * value, 0) / 100)
}

function worthOfNumber({ scale }: CompiledScale, answer: Extract<TreeAnswer, { kind: 'number' }>): number {
  if (scale.type !== 'number') return answer.value
  const value = inScaleUnit(scale, answer) ?? answer.value
  return scale.curve ? (onCurve(scale.curve, value) ?? value) : value
}

/** A matrix with empty cells is missing still, but what is filled in narrows what it can be worth. */
function weighMatrix(
  state: TreeState,
  at: number,
  question: CompiledQuestion,
  answer: Extract<TreeAnswer, { kind: 'matrix' }>,
): void {
  const compiled = question.scale
  const { scale } = compiled
  if (scale.type !== 'matrix') return
  const shown = shownBy(state, answer)
  const bounds = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of compiled.values) {
    bounds[0] = Math.min(bounds[0]!, value)
    bounds[1] = Math.max(bounds[1]!, value)
  }
  const [low, high] = [[], []] as [number[], number[]]
  let empty = 0
  for (const { id: row } of scale.rows) {
    for (const { id: column } of scale.columns) {
      const option = compiled.optionAt.get(own(own(answer.cells, row) ?? {}, column) ?? '')
      const value =
        option === undefined ? undefined : compiled.values[shownOption(compiled, option, question.needs, shown)]
      if (value === undefined) empty++
      low.push(value ?? bounds[0]!)
      high.push(value ?? bounds[1]!)
    }
  }
  state.standing[at] = empty > 0 ? BY_MISSING : KNOWN
  state.low[at] = worthOfCells(scale.worth, low)
  state.high[at] = worthOfCells(scale.worth, high)
}

function worthOfCells(worth: 'mean' | 'sum' | 'lowest' | 'highest', values: readonly number[]): number {
  if (worth === 'lowest') return Math.min(...values)
  if (worth === 'highest') return Math.max(...values)
  const sum = values.reduce((total, value) => total + value, 0)
  return worth === 'sum' ? sum : sum / values.length
}
