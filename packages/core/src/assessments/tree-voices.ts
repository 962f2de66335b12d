import type { TreeAnswer, TreeAnswers } from '../models/tree/answers.ts'
import type { CompiledTree } from '../models/tree/program.ts'

/** The answers of several voices as one: the coach's, or else those of the first of the company's people. */
export function reconcile(
  compiled: CompiledTree,
  self: readonly TreeAnswers[],
  coach: TreeAnswers | null,
): { answers: TreeAnswers; openBecauseDiffering: string[] } {
  const answers = new Map<string, TreeAnswer>()
  for (const { id } of compiled.questions) {
    const answer = coach?.get(id) ?? self.find((one) => one.has(id))?.get(id)
    if (answer) answers.set(id, answer)
  }
  return { answers, openBecauseDiffering: [] }
}
