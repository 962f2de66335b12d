import type { Language } from '@stegvis/core/kernel/text.ts'
import { ProblemError } from '../../../app/send.ts'
import { useLanguage } from '../../../locales/texts.tsx'
import { Callout, useProblemText } from '../../../ui/states.tsx'

/** The server's sentences about what cannot be true, or in general what went wrong. */
export function RefusedFacts({ problem }: { problem: unknown }) {
  const { language } = useLanguage()
  const text = useProblemText()
  if (problem === null || problem === undefined) return null
  const sentences = sentencesOf(problem, language)
  return (
    <Callout tone="danger">
      {sentences.length > 0 ? sentences.map((sentence) => <div key={sentence}>{sentence}</div>) : text(problem)}
    </Callout>
  )
}

/** Each once: one mistake may be seen at two places. */
function sentencesOf(problem: unknown, language: Language): string[] {
  const errors = problem instanceof ProblemError ? problem.errors : []
  return [...new Set(errors.flatMap(({ message }) => message?.[language] ?? []))]
}
