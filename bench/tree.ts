import type { TreeAnswer, TreeAnswers } from '../packages/core/src/models/tree/answers.ts'
import { compileTree } from '../packages/core/src/models/tree/compile.ts'
import { createIncremental } from '../packages/core/src/models/tree/incremental.ts'
import type { TreeModel } from '../packages/core/src/models/tree/schema.ts'
import type { TreeNode } from '../packages/core/src/models/tree/schema-nodes.ts'
import { scoreTree } from '../packages/core/src/models/tree/score-tree.ts'
import { generator } from './chance.ts'
import { printTable, ratio } from './table.ts'
import { ladderOf60, treeOf1500 } from './tree-models.ts'
import { byExpressions, byHand, byJsonata, bySurvey } from './tree-others.ts'

const SETS = 40
/** How long each way of scoring runs at least in a turn, so that fast and slow ones are measured alike. */
const MILLISECONDS = 150
const TURNS = 12

/**
 * A tree model scored in several ways in one run: the same sums as straight-line code for that one model, the
 * engine, two expression libraries with one formula a node, and SurveyJS with one calculated value a node. The others
 * give a number for each node; the engine also gives ranges, levels, coverage and reasons.
 *
 * Within three times of what is written by hand is the target, and twenty times faster than the general-purpose ones:
 * JSONata, which reads a document, and SurveyJS. expr-eval with every formula compiled once is closer, five to ten
 * times slower than the engine: it does nothing but arithmetic, and by hand itself is not forty times faster than it.
 */
export async function benchTree(): Promise<void> {
  const models = [ladderOf60(), treeOf1500()].map((model) => ({ model, sets: answersOf(model) }))
  const rows: string[][] = []
  // The slow ones come last: the memory they leave behind would slow the others down.
  const quick = models.map(({ model, sets }) => quickOnes(model, sets))
  for (const [at, { model, sets }] of models.entries()) {
    const { compile, hand, engine, changed, formulas } = quick[at]!
    const slow = await slowOnes(model, sets)
    const row = (name: string, value: number) => [
      `${model.id}: ${name}`,
      Math.round(value).toLocaleString('en'),
      ratio(hand / value),
      ratio(engine / value),
    ]
    rows.push(
      [`${model.id}: compile`, Math.round(compile).toLocaleString('en'), '', ''],
      row('by hand', hand),
      row('engine', engine),
      row('engine, one answer changed', changed),
      row('expr-eval, formulas compiled once', formulas),
      row('JSONata', slow.jsonata),
      row('SurveyJS', slow.survey),
    )
  }
  printTable('Scoring a tree model on one core', ['', 'per second', 'slower than by hand', 'than the engine'], rows)
}

function quickOnes(model: TreeModel, sets: readonly TreeAnswers[]) {
  const compile = perSecond(1, () => compileTree(model))
  const compiled = compileTree(model)
  const score = (answers: TreeAnswers) => scoreTree(compiled, answers, { voice: 'self' })
  const [byItself, byFormulas] = [byHand(model), byExpressions(model)]
  agrees(model, sets[0]!, byItself(sets[0]!))
  agrees(model, sets[0]!, byFormulas(sets[0]!))
  const [hand = 0, engine = 0] = inTurns([byItself, score], sets)
  const [formulas = 0] = inTurns([byFormulas], sets)
  return { compile, hand, engine, formulas, changed: changing(compiled, model, sets[0]!) }
}

async function slowOnes(model: TreeModel, sets: readonly TreeAnswers[]) {
  const [byDocument, byCalculatedValues] = [byJsonata(model), bySurvey(model)]
  agrees(model, sets[0]!, await byDocument(sets[0]!))
  agrees(model, sets[0]!, byCalculatedValues(sets[0]!))
  // A fraction of a second each: a few sets are enough.
  const few = sets.slice(0, 2)
  const start = process.cpuUsage()
  let rounds = 0
  for (; rounds === 0 || spentSince(start) < MILLISECONDS * TURNS * 1000; rounds++) {
    for (const answers of few) await byDocument(answers)
  }
  const jsonata = (few.length * rounds * 1e6) / spentSince(start)
  return { jsonata, survey: perSecond(few.length, () => few.map(byCalculatedValues)) }
}

/** As companies answer: the higher the rung, the rarer a yes. Without rungs as often yes as no. */
function answersOf({ tree, questions }: TreeModel): TreeAnswers[] {
  const random = generator(11)
  const levels = levelsIn(tree)
  const chances = questions.map(({ id }) => {
    const level = levels.get(id)
    return level === undefined ? 0.5 : 1.15 - level * 0.2
  })
  return Array.from({ length: SETS }, () => {
    const answers = new Map<string, TreeAnswer>()
    questions.forEach(({ id }, at) => {
      answers.set(id, { kind: 'option', option: random() < chances[at]! ? 'yes' : 'no' })
    })
    return answers
  })
}

function levelsIn(node: TreeNode): Map<string, number> {
  return new Map(
    node.children.flatMap((child) => {
      if (!('question' in child)) return [...levelsIn(child)]
      return child.level === undefined ? [] : [[child.question, child.level] as const]
    }),
  )
}

function agrees(model: TreeModel, answers: TreeAnswers, others: readonly number[]): void {
  const { nodes } = scoreTree(compileTree(model), answers, { voice: 'self' })
  nodes.forEach(({ node, score }, at) => {
    if (!(Math.abs(others[at]! - (score ?? Number.NaN)) < 1e-8))
      throw new Error(`${node}: ${others[at]} is not ${score}`)
  })
}

/**
 * Scores per second of several ways, in turns and each at its best, so that what else the machine does in the
 * meantime weighs on none of them.
 */
function inTurns(ways: readonly ((answers: TreeAnswers) => unknown)[], sets: readonly TreeAnswers[]): number[] {
  const best = ways.map(() => 0)
  for (let turn = 0; turn < TURNS; turn++) {
    ways.forEach((way, at) => {
      const speed = perSecond(sets.length, () => {
        for (const answers of sets) way(answers)
      })
      best[at] = Math.max(best[at]!, speed)
    })
  }
  return best
}

function changing(compiled: ReturnType<typeof compileTree>, model: TreeModel, answers: TreeAnswers): number {
  const incremental = createIncremental(compiled, answers, { voice: 'self' })
  const options = ['no', 'yes'] as const
  let turn = 0
  return perSecond(model.questions.length, () => {
    turn++
    for (const { id } of model.questions) incremental.change(id, { kind: 'option', option: options[turn % 2]! })
  })
}

/** Runs per second of processor time of what does `times` of them at once. */
function perSecond(times: number, run: () => unknown): number {
  const start = process.cpuUsage()
  let rounds = 0
  do {
    run()
    rounds++
  } while (spentSince(start) < MILLISECONDS * 1000)
  return (times * rounds * 1e6) / spentSince(start)
}

/** Microseconds of processor time. */
function spentSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start)
  return user + system
}
