import type { TreeAnswer, TreeAnswers } from './answers.ts'
import { type CompiledTree, NODE } from './program.ts'
import { runStep, runTree } from './run.ts'
import type { TreeScore } from './score.ts'
import { nodeScore, scoreOf, withQuestions } from './score-tree.ts'
import type { TreeScoreOptions } from './state.ts'

export type Incremental = {
  readonly score: TreeScore
  /** Takes one answer given, changed or (without one) taken back, and gives the score that follows. */
  change(question: string, answer: TreeAnswer | undefined): TreeScore
}

/** Scores again and again while somebody answers: each change walks only through what hangs on it. */
export function createIncremental(
  compiled: CompiledTree,
  answers: TreeAnswers,
  options: TreeScoreOptions,
): Incremental {
  const own = new Map(answers)
  const state = runTree(compiled, own, options)
  let score = scoreOf(compiled, state)
  return {
    get score() {
      return score
    },
    change(question, answer) {
      if (answer === undefined) own.delete(question)
      else own.set(question, answer)
      const at = compiled.questionAt.get(question)
      if (at === undefined) return score
      const nodes = [...score.nodes]
      for (const place of stepsAfter(compiled, compiled.questionStep[at]!)) {
        runStep(compiled, state, place)
        if (compiled.steps.kind[place] !== NODE) continue
        const node = compiled.steps.at[place]!
        nodes[node] = nodeScore(compiled, state, node)
      }
      score = withQuestions(compiled, state, nodes)
      return score
    },
  }
}

/** A step and all that hang on it, in the order in which they are worked out. */
function stepsAfter({ dependents }: CompiledTree, start: number): number[] {
  const reached = new Set([start])
  // A set may grow while it is walked through.
  for (const place of reached) for (const dependent of dependents[place]!) reached.add(dependent)
  return [...reached].sort((a, b) => a - b)
}
