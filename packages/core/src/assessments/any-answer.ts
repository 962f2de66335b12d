import { Answer } from '../models/answers.ts'
import { TreeAnswer, type TreeAnswers } from '../models/tree/answers.ts'
import type { AnyAnswer, SavedAnswer } from './schema.ts'

/** The answer as one to a ladder; null when it can only be one to a tree. */
export function ladderAnswer(value: AnyAnswer): Answer | null {
  return Answer.safeParse(value).data ?? null
}

/** The answer as one to a tree; null when it can only be one to a ladder. */
export function treeAnswer(value: AnyAnswer): TreeAnswer | null {
  return TreeAnswer.safeParse(value).data ?? null
}

/** The answers to a tree that count: those taken back are as if never given. */
export function treeAnswersFrom(saved: Iterable<{ question: string; value: SavedAnswer }>): TreeAnswers {
  const answers = new Map<string, TreeAnswer>()
  for (const { question, value } of saved) {
    const answer = value && treeAnswer(value)
    if (answer) answers.set(question, answer)
  }
  return answers
}
