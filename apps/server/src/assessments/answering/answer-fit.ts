import { ladderAnswer, treeAnswer } from '@stegvis/core/assessments/any-answer.ts'
import { answerFits } from '@stegvis/core/assessments/questions.ts'
import type { AnyAnswer } from '@stegvis/core/assessments/schema.ts'
import { type Decision, refuse } from '@stegvis/core/kernel/decision.ts'
import { treeAnswerFits } from '@stegvis/core/models/tree/questions.ts'
import type { AnyModel } from '../../models/library.ts'

/** Refuses an answer to a question the model does not have, or of a kind the question does not take. */
export function fitAnswer(model: AnyModel, question: string, value: AnyAnswer): Decision<AnyAnswer> {
  if (model.kind === 'tree') {
    const answer = treeAnswer(value)
    return answer
      ? treeAnswerFits(model.compiled, question, answer)
      : refuse('answer-not-valid', 'not an answer to a tree')
  }
  const answer = ladderAnswer(value)
  return answer ? answerFits(model.compiled, question, answer) : refuse('answer-not-valid', 'not an answer to a ladder')
}
