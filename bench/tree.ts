import type { TreeAnswer, TreeAnswers } from '../packages/core/src/models/tree/answers.ts'
import { compileTree } from '../packages/core/src/models/tree/compile.ts'
import { createIncremental } from '../packages/core/src/models/tree/incremental.ts'
import type { TreeModel } from '../packages/core/src/models/tree/schema.ts'
import { scoreTree } from '../packages/core/src/models/tree/score-tree.ts'
import { generator } from './chance.ts'
import { printTable, ratio } from './table.ts'
import { ladderOf60, treeOf1500 } from './tree-models.ts'
import { type ByHand, byExpressions, byHand, bySurvey } from './tree-others.ts'

const SETS = 40
/** How long each way of scoring runs at least, so that fast and slow ones are measured alike. */
const MILLISECONDS = 1500

/**
 * A tree model scored in several ways in one run: the same sums as straight-line code for that one model, the
 * engine, an expression library with one formula a node, and SurveyJS with one calculated value a node. The others
 * give a number for each node; the engine also gives ranges, levels, coverage and reasons.
 */
export async function benchTree(): Promise<void> {
  const rows: string[][] = []
  for (const model of [ladderOf60(), treeOf1500()]) {
    const sets = answersOf(model)
    const compiling = perSecond(1, () => compileTree(model))
    const compiled = compileTree(model)
    const engine = (answers: TreeAnswers) => scoreTree(compiled, answers, { voice: 'self' })
    const [hand, expressions, survey] = [byHand(model), byExpressions(model), bySurvey(model)]
    for (const other of [hand, expressions, survey]) agrees(sets[0]!, engine, other)
    const speed = {
      hand: overAll(sets, hand),
      engine: overAll(sets, engine),
      expressions: overAll(sets, expressions),
      // A fraction of a second each: a few sets are enough.
      survey: overAll(sets.slice(0, 2), survey),
    }
    const incremental = changing(compiled, model, sets[0]!)
    const row = (name: string, value: number) => [
      `${model.id}: ${name}`,
      Math.round(value).toLocaleString('en'),
      ratio(speed.hand / value),
      ratio(speed.engine / value),
    ]
    rows.push(
      [`${model.id}: compile`, Math.round(compiling).toLocaleString('en'), '', ''],
      row('by hand', speed.hand),
      row('engine', speed.engine),
      row('engine, one answer changed', incremental),
      row('expression library', speed.expressions),
      row('SurveyJS', speed.survey),
    )
  }
  printTable('Scoring a tree model on one core', ['', 'per second', 'slower than by hand', 'than the engine'], rows)
}

function answersOf({ questions, scales }: TreeModel): TreeAnswers[] {
  const random = generator(11)
  return Array.from({ length: SETS }, () => {
    const answers = new Map<string, TreeAnswer>()
    for (const { id, scale } of questions) {
      const own = scales[scale]!
      if (own.type !== 'single') continue
      answers.set(id, { kind: 'option', option: own.options[Math.floor(random() * own.options.length)]!.id })
    }
    return answers
  })
}

function agrees(answers: TreeAnswers, engine: (answers: TreeAnswers) => ReturnType<typeof scoreTree>, other: ByHand) {
  const scores = engine(answers).nodes.map(({ score }) => score ?? Number.NaN)
  other(answers).forEach((value, at) => {
    if (!(Math.abs(value - scores[at]!) < 1e-8)) throw new Error(`node ${at}: ${value} is not ${scores[at]}`)
  })
}

const overAll = (sets: readonly TreeAnswers[], score: (answers: TreeAnswers) => unknown) =>
  perSecond(sets.length, () => {
    for (const answers of sets) score(answers)
  })

function changing(compiled: ReturnType<typeof compileTree>, model: TreeModel, answers: TreeAnswers): number {
  const incremental = createIncremental(compiled, answers, { voice: 'self' })
  const options = ['no', 'yes'] as const
  let turn = 0
  return perSecond(model.questions.length, () => {
    turn++
    for (const { id } of model.questions) incremental.change(id, { kind: 'option', option: options[turn % 2]! })
  })
}

/** Runs per second of what does `times` of them at once, after a warm-up. */
function perSecond(times: number, run: () => void): number {
  const warm = performance.now() + MILLISECONDS / 3
  do run()
  while (performance.now() < warm)
  const start = performance.now()
  let rounds = 0
  do {
    run()
    rounds++
  } while (performance.now() - start < MILLISECONDS)
  return (times * rounds * 1000) / (performance.now() - start)
}
