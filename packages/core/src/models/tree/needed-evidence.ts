import type { TreeAnswer } from './answers.ts'
import type { CompiledQuestion } from './program.ts'

/**
 * The class of evidence an answer needs to count as given, as a rank: that of its option, or else of its question; the
 * highest where several are chosen. 0 where the model asks none.
 */
export function neededEvidence({ scale, needs }: CompiledQuestion, answer: TreeAnswer): number {
  return chosenIn(answer).reduce(
    (highest, id) => {
      const own = scale.needs[scale.optionAt.get(id) ?? -1] ?? -1
      return Math.max(highest, own < 0 ? needs : own)
    },
    hasOptions(answer) ? 0 : needs,
  )
}

/** Whether any answer to the question needs evidence. */
export function asksEvidence({ scale, needs }: CompiledQuestion): boolean {
  return needs > 0 || scale.needs.some((own) => own > 0)
}

const hasOptions = ({ kind }: TreeAnswer) => kind === 'option' || kind === 'options' || kind === 'matrix'

function chosenIn(answer: TreeAnswer): readonly string[] {
  if (answer.kind === 'option') return [answer.option]
  if (answer.kind === 'options') return answer.options
  return answer.kind === 'matrix' ? Object.values(answer.cells).flatMap((row) => Object.values(row)) : []
}
