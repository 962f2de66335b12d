import type { Answer } from '@stegvis/core/models/answers.ts'
import type { Dimension } from '@stegvis/core/models/schema.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { useInWords } from './model-context.tsx'

/** `steg 3, Igångsatt` or `delvis`: an answer in a sentence. */
export function useAnswerWords(): (answer: Answer | null, dimension: Dimension) => string {
  const { assessments } = useTexts()
  const words = useInWords()
  return (answer, dimension) => {
    if (answer === null) return assessments.noAnswer
    if (answer.kind !== 'rung') return assessments.answers[answer.kind].toLowerCase()
    const rung = dimension.rungs.find(({ level }) => level === answer.level)
    return assessments.rung({ level: String(answer.level), name: rung ? words(rung.name) : '' })
  }
}
