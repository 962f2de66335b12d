import type { FactValues, TreeAnswer, TreeAnswers } from '@stegvis/core/models/tree/answers.ts'
import type { CompiledTree } from '@stegvis/core/models/tree/program.ts'
import type { TreeScore } from '@stegvis/core/models/tree/score.ts'
import type { TreeScoreOptions } from '@stegvis/core/models/tree/state.ts'
import { createContext, useContext } from 'react'

/** The model tried on answers of the author's own; the last one without errors, while there are some. */
export type Preview = {
  compiled: CompiledTree
  answers: TreeAnswers
  options: TreeScoreOptions
  facts: FactValues
  score: TreeScore
  answer: (question: string, answer: TreeAnswer | undefined) => void
  setFacts: (facts: FactValues) => void
  /** other answers in place of all */
  load: (answers: TreeAnswers, facts: FactValues) => void
}

export const PreviewContext = createContext<Preview | null>(null)

/** Null while the model has never been without errors. */
export function usePreview(): Preview | null {
  return useContext(PreviewContext)
}
