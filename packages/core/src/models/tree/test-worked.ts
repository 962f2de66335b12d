import type { TreeAnswer } from './answers.ts'
import { checkTreeModel, isError } from './check.ts'
import { compileTree } from './compile.ts'
import type { TreeModel } from './schema.ts'
import type { TreeNode } from './schema-nodes.ts'
import type { Option, Scale } from './schema-scales.ts'
import type { NodeScore, TreeScore } from './score.ts'
import { scoreTree } from './score-tree.ts'
import { expandAnswer } from './shorthand.ts'
import type { TreeScoreOptions } from './state.ts'
import { TEST_FACTS, TEST_POLICIES, testTree, treeQuestion, treeTexts } from './test-tree.ts'

/** Small models for worked examples: each method written as data, with its answers in short. */

const open = { unknown: 'allowed', 'not-applicable': 'allowed' } as const

/** A single choice whose options are named by what they are worth. */
export function choices(values: Record<string, number | Partial<Option>>): Scale {
  const options = Object.entries(values).map(([id, given]): Option => {
    const rest = typeof given === 'number' ? { value: given } : given
    return { id, name: treeTexts(id), value: 0, ...rest }
  })
  return { type: 'single', options, ...open }
}

export function numbers(bounds: Partial<Extract<Scale, { type: 'number' }>> = {}): Scale {
  return { type: 'number', unit: 't', decimals: 6, ...bounds, ...open }
}

export function rungs(from: number, to: number): Scale {
  const levels = Array.from({ length: to - from + 1 }, (_, at) => from + at)
  return { type: 'rungs', rungs: levels.map((level) => ({ level, name: treeTexts(`Rung ${level}`) })), ...open }
}

export const YES_NO = choices({ no: 0, yes: 1 })

type Answers = Record<string, unknown>

export type Worked = {
  model: TreeModel
  score(answers: Answers, options?: Partial<TreeScoreOptions>): TreeScore
  node(id: string, answers: Answers, options?: Partial<TreeScoreOptions>): NodeScore
  value(answers: Answers, options?: Partial<TreeScoreOptions>): number | null
}

/** A model of questions on one scale each, by id. It must be valid: what checking refuses throws. */
export function worked(scales: Record<string, Scale>, tree: TreeNode, extras: Partial<TreeModel> = {}): Worked {
  const model = testTree({
    scales: Object.fromEntries(Object.keys(scales).map((id) => [`${id}-scale`, scales[id]!])),
    questions: Object.keys(scales).map((id) => ({ ...treeQuestion(id, 'single'), scale: `${id}-scale` })),
    facts: TEST_FACTS,
    policies: TEST_POLICIES,
    tree,
    ...extras,
  })
  const fault = checkTreeModel(model).find(isError)
  if (fault) throw new Error(`${fault.path.join('.')}: ${fault.code} ${JSON.stringify(fault.details)}`)
  const compiled = compileTree(model)
  const score = (answers: Answers, options: Partial<TreeScoreOptions> = {}) =>
    scoreTree(compiled, answersIn(model, answers), { voice: 'self', ...options })
  const node = (id: string, answers: Answers, options?: Partial<TreeScoreOptions>) =>
    score(answers, options).nodes.find((row) => row.node === id)!
  return { model, score, node, value: (answers, options) => node(tree.id, answers, options).score }
}

/** Answers in short, or whole where they have a kind. */
export function answersIn(model: TreeModel, answers: Answers): Map<string, TreeAnswer> {
  return new Map(
    Object.entries(answers).map(([id, value]): [string, TreeAnswer] => {
      if (typeof value === 'object' && value !== null && 'kind' in value) return [id, value as TreeAnswer]
      const question = model.questions.find((one) => one.id === id)
      const expanded = expandAnswer(model.scales[question!.scale]!, value)
      if (!('answer' in expanded)) throw new Error(`${id}: ${expanded.message.en}`)
      return [id, expanded.answer]
    }),
  )
}

/** The same scale for many questions. */
export function each(ids: readonly string[], scale: Scale): Record<string, Scale> {
  return Object.fromEntries(ids.map((id) => [id, scale]))
}

/** Ids with a number behind: q-1 to q-n. */
export function numbered(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => `${prefix}-${at + 1}`)
}

export function answerAll(ids: readonly string[], values: readonly unknown[]): Answers {
  return Object.fromEntries(ids.flatMap((id, at) => (values[at] === undefined ? [] : [[id, values[at]]])))
}
