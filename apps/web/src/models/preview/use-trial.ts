import type { FactValues, TreeAnswer, TreeAnswers } from '@stegvis/core/models/tree/answers.ts'
import { compileTree } from '@stegvis/core/models/tree/compile.ts'
import { createIncremental } from '@stegvis/core/models/tree/incremental.ts'
import type { TreeModel } from '@stegvis/core/models/tree/schema.ts'
import type { TreeScoreOptions } from '@stegvis/core/models/tree/state.ts'
import { useMemo, useRef, useState } from 'react'
import type { Preview } from './preview-context.ts'

const NOBODY = new Map<string, TreeAnswer>()

/**
 * Answers kept while the model changes under them. Each tap is scored from what it changes; another model or other
 * facts are scored from the beginning.
 */
export function useTrial(model: TreeModel | null): Preview | null {
  const [answers, setAnswers] = useState<TreeAnswers>(NOBODY)
  const [facts, setFacts] = useState<FactValues>({})
  const given = useRef(answers)
  given.current = answers
  // Evidence counts as it does for the coach, whose result is the one that is shown.
  const options = useMemo<TreeScoreOptions>(() => ({ facts, voice: 'coach' }), [facts])
  const compiled = useMemo(() => model && compileTree(model), [model])
  const [loaded, setLoaded] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: answers that were loaded are scored from the beginning.
  const scoring = useMemo(
    () => compiled && createIncremental(compiled, given.current, options),
    [compiled, options, loaded],
  )
  if (!compiled || !scoring) return null
  return {
    ...{ compiled, answers, options, facts, setFacts },
    score: scoring.score,
    answer: (question, answer) => {
      scoring.change(question, answer)
      const next = new Map(answers)
      if (answer === undefined) next.delete(question)
      else next.set(question, answer)
      setAnswers(next)
    },
    load: (next, nextFacts) => {
      setAnswers(next)
      setFacts(nextFacts)
      setLoaded((times) => times + 1)
    },
  }
}
