import type { FactValues, TreeAnswers } from '../models/tree/answers.ts'
import type { CompiledTree } from '../models/tree/program.ts'
import { visibleTreeQuestions } from '../models/tree/questions.ts'
import type { TreeVoice } from '../models/tree/state.ts'
import type { TreeOpenItem } from './tree-schema.ts'
import { reconcile } from './tree-voices.ts'

/** What a measurement with a tree is worked out from, besides the evidence. */
export type TreeParts = {
  facts: FactValues
  /** everybody who was asked */
  respondents: readonly { id: string; answers: TreeAnswers }[]
  /** the coach's answers */
  findings: TreeAnswers
  /** levels of nodes in the measurement before */
  previous: ReadonlyMap<string, number>
}

/** The required questions a person of the company is shown and has not answered, in the order of the model. */
export function openForSelf(
  compiled: CompiledTree,
  answers: TreeAnswers,
  around: Pick<TreeParts, 'facts' | 'previous'>,
): string[] {
  return unanswered(compiled, answers, around, 'self')
}

/**
 * Everything that stands between a coach and submitting, in the order of the model: required questions without an
 * answer in the voice the result is made from, and those where voices that must agree do not.
 */
export function openTreeItems(compiled: CompiledTree, parts: TreeParts): TreeOpenItem[] {
  const { result } = compiled.model.voices
  const self = heard(parts)
  const met = reconcile(compiled, self, result === 'self' ? null : parts.findings)
  const open =
    result === 'self'
      ? unanswered(compiled, met.answers, parts, 'self')
      : unanswered(compiled, parts.findings, parts, 'coach')
  const differing = result === 'coach' ? [] : met.openBecauseDiffering.filter((question) => !open.includes(question))
  const items: TreeOpenItem[] = [
    ...open.map((question): TreeOpenItem => ({ question, why: 'unanswered' })),
    ...differing.map((question): TreeOpenItem => ({ question, why: 'differing' })),
  ]
  const place = ({ question }: TreeOpenItem): number => compiled.questionAt.get(question) ?? 0
  return items.sort((a, b) => place(a) - place(b))
}

/** The answers of those who have given any. */
export function heard({ respondents }: Pick<TreeParts, 'respondents'>): TreeAnswers[] {
  return respondents.flatMap(({ answers }) => (answers.size > 0 ? [answers] : []))
}

function unanswered(
  compiled: CompiledTree,
  answers: TreeAnswers,
  { facts, previous }: Pick<TreeParts, 'facts' | 'previous'>,
  voice: TreeVoice,
): string[] {
  const importance = new Map(compiled.questions.map(({ id, question }) => [id, question.importance]))
  return visibleTreeQuestions(compiled, answers, { facts, voice, previous }).filter(
    (id) => importance.get(id) === 'required' && !answers.has(id),
  )
}
