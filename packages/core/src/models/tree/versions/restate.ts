import { answerFault } from '../answer-faults.ts'
import type { TreeAnswer, TreeAnswers } from '../answers.ts'
import { compileScale } from '../compile-scales.ts'
import type { CompiledScale } from '../program.ts'
import { scaleOf } from '../scale-of.ts'
import type { TreeModel } from '../schema.ts'
import type { Scale } from '../schema-scales.ts'
import type { QuestionChange } from '../schema-versions.ts'
import { type CarryFault, carry, type ValueMap } from './carry.ts'
import { type Merged, merge } from './merge.ts'
import { type RestateRule, wayBetween } from './way.ts'

export type WhyNot = CarryFault | 'new' | 'not-declared' | 'partly-answered' | 'answers-differ'

/** A question of the version arrived at that could not be restated; `at` is the version where it was lost. */
export type NotRestated = { question: string; from: string[]; why: WhyNot; at: string }

export type Restated = {
  model: string
  /** The versions passed, the first and the last included. */
  versions: string[]
  rule: RestateRule
  answers: TreeAnswers
  notRestated: NotRestated[]
  /** Answered questions that the newer version no longer has. They never count. */
  gone: string[]
  /** Of the questions of the version arrived at: those whose state came along, answered or not, and all. */
  coverage: { restated: number; questions: number }
  /** The share that must have been restated; null where there is no way to restate. */
  needed: number | null
  comparable: boolean
}

/**
 * The answers to an older version of a model, said on a newer one as its `migrates` declares. Nobody's answer is
 * invented: what has no certain counterpart is left without one and named. The old assessment stays as it is.
 * `answers` should leave out what was hidden then, since it did not count then either.
 *
 * Source: the mapping kinds of docs/tree-format.md, “Versions”.
 */
export function restate(older: TreeModel, newer: TreeModel, answers: TreeAnswers): Restated {
  return restateAlong([older, newer], answers)
}

type Standing = { answers: TreeAnswers; lost: ReadonlyMap<string, NotRestated>; gone: string[] }

/** The same over several versions, each from the one before it. One version alone is restated to itself. */
export function restateAlong(versions: readonly TreeModel[], answers: TreeAnswers): Restated {
  let standing: Standing = { answers, lost: new Map(), gone: [] }
  let rule: RestateRule = 'same-version'
  let needed = 0
  for (const [at, newer] of versions.entries()) {
    const older = versions[at - 1]
    if (!older) continue
    const way = wayBetween(older, newer)
    if (way.rule === 'same-version') continue
    if (!way.questions) return refused(versions, way.rule)
    standing = takeStep(older, newer, way.questions, standing)
    needed = Math.max(needed, way.comparable)
    rule = rule === 'declared' ? rule : way.rule
  }
  return arrived(versions, rule, standing, needed)
}

function refused(versions: readonly TreeModel[], rule: RestateRule): Restated {
  const last = versions.at(-1)!
  const why: WhyNot = 'not-declared'
  return {
    model: last.id,
    versions: versions.map(({ version }) => version),
    rule,
    answers: new Map(),
    notRestated: last.questions.map(({ id }) => ({ question: id, from: [], why, at: last.version })),
    gone: [],
    coverage: { restated: 0, questions: last.questions.length },
    needed: null,
    comparable: false,
  }
}

function arrived(versions: readonly TreeModel[], rule: RestateRule, standing: Standing, needed: number): Restated {
  const last = versions.at(-1)!
  const questions = last.questions.length
  const restated = questions - standing.lost.size
  return {
    model: last.id,
    versions: versions.map(({ version }) => version),
    rule,
    answers: standing.answers,
    notRestated: [...standing.lost.values()],
    gone: standing.gone,
    coverage: { restated, questions },
    needed,
    comparable: isEnough(restated, questions, needed),
  }
}

/** Whether so many of so many reach a share; counted so that 2 of 3 reach a share written 0.666666667. */
function isEnough(restated: number, questions: number, needed: number): boolean {
  return restated + 1e-6 >= needed * questions
}

/** Where the answer to a question of the newer version comes from. */
type Origin = { from: readonly string[]; values?: ValueMap | undefined; rule?: 'lowest' | 'highest' | 'equal' }

function takeStep(
  older: TreeModel,
  newer: TreeModel,
  changes: readonly QuestionChange[],
  standing: Standing,
): Standing {
  const before = scalesOf(older)
  const now = scalesOf(newer)
  const origins = originsOf(changes)
  const answers = new Map<string, TreeAnswer>()
  const lost = new Map<string, NotRestated>()
  for (const { id } of newer.questions) {
    const origin = origins.get(id)
    const from = [...(origin?.from ?? [])]
    const earlier = from.map((source) => standing.lost.get(source)).find((one) => one !== undefined)
    if (earlier) {
      lost.set(id, { ...earlier, question: id })
      continue
    }
    const outcome = origin
      ? outcomeOf(origin, standing.answers, before, compileScale(now.get(id)!))
      : { why: 'not-declared' as const }
    if ('why' in outcome) lost.set(id, { question: id, from, why: outcome.why, at: newer.version })
    else if (outcome.answer) answers.set(id, outcome.answer)
  }
  const used = new Set([...origins.values()].flatMap(({ from }) => from))
  const gone = older.questions.map(({ id }) => id).filter((id) => standing.answers.has(id) && !used.has(id))
  return { answers, lost, gone: [...standing.gone, ...gone] }
}

/** The scale of each question. */
export function scalesOf(model: TreeModel): ReadonlyMap<string, Scale> {
  return new Map(
    model.questions.flatMap((question): [string, Scale][] => {
      const scale = scaleOf(model, question)
      return scale ? [[question.id, scale]] : []
    }),
  )
}

/** By newer question. What a migration says of a question twice counts once: the first time. */
function originsOf(changes: readonly QuestionChange[]): ReadonlyMap<string, Origin> {
  const origins = new Map<string, Origin>()
  const add = (to: string, origin: Origin): void => {
    if (!origins.has(to)) origins.set(to, origin)
  }
  for (const change of changes) {
    switch (change.change) {
      case 'same':
      case 'reworded':
        add(change.question, { from: [change.question] })
        break
      case 'moved':
        add(change.to, { from: [change.from] })
        break
      case 'rescaled':
        add(change.to, { from: [change.from], values: change.options })
        break
      case 'split':
        for (const to of change.to) add(to, { from: [change.from], values: change.options })
        break
      case 'merged':
        add(change.to, { from: change.from, rule: change.rule })
        break
      case 'new':
        add(change.question, { from: [] })
        break
      case 'gone':
        break
    }
  }
  return origins
}

/** The answer, nothing where nobody had answered, or why there is no telling. */
function outcomeOf(
  { from, values, rule }: Origin,
  answers: TreeAnswers,
  before: ReadonlyMap<string, Scale>,
  target: CompiledScale,
): Merged {
  if (from.length === 0) return { why: 'new' }
  const to = target.scale
  const said: (TreeAnswer | undefined)[] = []
  for (const source of from) {
    const [answer, scale] = [answers.get(source), before.get(source)]
    if (!scale) return { why: 'not-declared' }
    if (!answer) {
      said.push(undefined)
      continue
    }
    const outcome = carry(answer, scale, to, hasValues(scale) ? values : undefined)
    if (!outcome.ok) return { why: outcome.why }
    if (answerFault(target, outcome.answer) !== undefined) return { why: 'does-not-fit' }
    said.push(outcome.answer)
  }
  return rule ? merge(said, to, rule) : { answer: said[0] }
}

/** A rescaled number, day or text has no values to map: what fits stays as it is. */
const hasValues = ({ type }: Scale): boolean => type !== 'number' && type !== 'text' && type !== 'day'
