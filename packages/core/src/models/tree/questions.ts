import { accept, type Decision, refuse } from '../../kernel/decision.ts'
import { answerFault } from './answer-faults.ts'
import type { TreeAnswer, TreeAnswers } from './answers.ts'
import type { CompiledTree } from './program.ts'
import { runTree } from './run.ts'
import { HIDDEN, type TreeScoreOptions } from './state.ts'

/** The questions to show, in the order of the model. */
export function visibleTreeQuestions(
  compiled: CompiledTree,
  answers: TreeAnswers,
  options: TreeScoreOptions,
): string[] {
  const { standing } = runTree(compiled, answers, options)
  return compiled.questions.flatMap(({ id }, at) => (standing[at] === HIDDEN ? [] : [id]))
}

/** Refuses an answer to a question the model does not have, or one its scale does not take. */
export function treeAnswerFits(compiled: CompiledTree, question: string, answer: TreeAnswer): Decision<TreeAnswer> {
  const at = compiled.questionAt.get(question)
  if (at === undefined) return refuse('answer-not-valid', `there is no question ${question}`)
  const fault = answerFault(compiled.questions[at]!.scale, answer)
  return fault === undefined ? accept(answer) : refuse('answer-not-valid', `${question}: ${fault.en}`)
}
