import { accept, type Decision, refuse } from '../kernel/decision.ts'
import type { FactValues, TreeAnswer, TreeAnswers } from '../models/tree/answers.ts'
import type { TreeModel } from '../models/tree/schema.ts'
import type { TreeOpenItem } from './tree-schema.ts'

export type TreeParts = {
  facts: FactValues
  respondents: readonly { id: string; answers: TreeAnswers }[]
  findings: TreeAnswers
}

export function treeAnswerFits(model: TreeModel, question: string, answer: TreeAnswer): Decision<TreeAnswer> {
  return model.questions.some(({ id }) => id === question) ? accept(answer) : refuse('answer-not-valid', question)
}

/** The required questions a person of the company has not answered, in the order of the model. */
export function openForSelf(model: TreeModel, answers: TreeAnswers, _facts: FactValues): string[] {
  return model.questions.flatMap(({ id, importance }) => (importance === 'required' && !answers.has(id) ? [id] : []))
}

/** Everything that stands between a coach and submitting, in the order of the model. */
export function openTreeItems(model: TreeModel, { findings }: TreeParts): TreeOpenItem[] {
  return openForSelf(model, findings, {}).map((question) => ({ question, why: 'unanswered' }))
}
