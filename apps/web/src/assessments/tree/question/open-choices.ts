import type { TreeAnswer } from '@stegvis/core/models/tree/answers.ts'
import type { Scale } from '@stegvis/core/models/tree/schema-scales.ts'

export const OPEN_KINDS = ['unknown', 'not-applicable'] as const
export type OpenKind = (typeof OPEN_KINDS)[number]

/** "Don't know" and "not applicable", as far as the scale allows them. */
export function openKindsOf(scale: Scale): OpenKind[] {
  return OPEN_KINDS.filter((kind) => scale[kind] !== 'refused')
}

/** Whether saying so takes a reason: by the scale, or by the option chosen. */
export function needsReason(scale: Scale, answer: TreeAnswer | undefined): boolean {
  if (!answer) return false
  if (answer.kind === 'unknown' || answer.kind === 'not-applicable') return scale[answer.kind] === 'with-reason'
  if (scale.type !== 'single' && scale.type !== 'multiple') return false
  const chosen = answer.kind === 'option' ? [answer.option] : answer.kind === 'options' ? answer.options : []
  return scale.options.some(({ id, reason }) => reason === 'required' && chosen.includes(id))
}

/** The answer with another reason; an emptied one is taken away. */
export function withReason(answer: TreeAnswer, reason: string): TreeAnswer {
  const { reason: _before, ...rest } = answer
  // What is typed keeps its spaces until it is saved.
  return reason.trim() === '' ? rest : { ...rest, reason }
}
