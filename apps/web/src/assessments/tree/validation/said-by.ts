import { sameValue } from '@stegvis/core/kernel/same-value.ts'
import type { EvidenceClass } from '@stegvis/core/models/schema.ts'
import type { TreeAnswer } from '@stegvis/core/models/tree/answers.ts'
import type { CompiledQuestion } from '@stegvis/core/models/tree/program.ts'
import { withoutRemarks } from '../answer-words.ts'
import type { TreeVoiceOf } from './use-tree-validation.ts'

/** One answer that was given in the company, and who gave it. */
export type Opinion = { answer: TreeAnswer; names: string[]; reasons: string[] }

/** The different answers of the company's people to one question, in the order they were met. */
export function opinionsOn(question: string, respondents: readonly TreeVoiceOf[]): Opinion[] {
  const opinions: Opinion[] = []
  for (const { name, answers } of respondents) {
    const answer = answers.get(question)
    if (!answer) continue
    const same = opinions.find((opinion) => saysTheSame(opinion.answer, answer))
    const opinion = same ?? { answer: withoutRemarks(answer), names: [], reasons: [] }
    if (!same) opinions.push(opinion)
    opinion.names.push(name)
    if (answer.reason) opinion.reasons.push(answer.reason)
  }
  return opinions
}

export function saysTheSame(a: TreeAnswer, b: TreeAnswer): boolean {
  return sameValue(withoutRemarks(a), withoutRemarks(b))
}

/** The class of evidence an answer needs: that of the option chosen, or else of the question; none is undefined. */
export function neededFor({ question, scale }: CompiledQuestion, answer: TreeAnswer): EvidenceClass | undefined {
  if (answer.kind === 'unknown' || answer.kind === 'not-applicable') return undefined
  const chosen = answer.kind === 'option' ? answer.option : undefined
  const options = scale.scale.type === 'single' ? scale.scale.options : []
  return options.find(({ id }) => id === chosen)?.evidence ?? question.evidence
}

/**
 * Another answer keeps the note and the class of evidence; the reason for "not applicable" or "don't know" goes with
 * it, and so does the class, which shows nothing there.
 */
export function keepRemarks(answer: TreeAnswer, before: TreeAnswer | undefined): TreeAnswer {
  const wasOpen = before?.kind === 'unknown' || before?.kind === 'not-applicable'
  const isOpen = answer.kind === 'unknown' || answer.kind === 'not-applicable'
  const reason = answer.reason ?? (wasOpen && before.kind !== answer.kind ? undefined : before?.reason)
  const evidence = isOpen ? undefined : (answer.evidence ?? before?.evidence)
  return { ...withoutRemarks(answer), ...(reason && { reason }), ...(evidence && { evidence }) }
}
