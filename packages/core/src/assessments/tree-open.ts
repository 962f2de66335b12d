import type { FactValues, TreeAnswers } from '../models/tree/answers.ts'
import type { CompiledTree } from '../models/tree/program.ts'
import { visibleTreeQuestions } from '../models/tree/questions.ts'
import { reconcile } from '../models/tree/reconcile.ts'
import type { TreeModel } from '../models/tree/schema.ts'
import type { TreeVoice } from '../models/tree/state.ts'
import type { TreeOpenItem } from './tree-schema.ts'

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
  return visible(compiled, answers, around, 'self').flatMap(({ id, isRequired }) =>
    isRequired && !answers.has(id) ? [id] : [],
  )
}

/**
 * Everything that stands between a coach and submitting, in the order of the model: questions where voices that must
 * agree do not, and required ones without an answer to make the result from.
 */
export function openTreeItems(compiled: CompiledTree, parts: TreeParts): TreeOpenItem[] {
  const met = reconcile(compiled, heard(parts), parts.findings)
  const differing = new Set(met.openBecauseDiffering)
  const voice = resultVoice(compiled.model)
  return visible(compiled, met.answers, parts, voice).flatMap(({ id, isRequired }): TreeOpenItem[] => {
    if (differing.has(id)) return [{ question: id, why: 'differing' }]
    return isRequired && !met.answers.has(id) ? [{ question: id, why: 'unanswered' }] : []
  })
}

/** The answers the result is made from, as the model says how the voices meet. */
export function resultAnswers(compiled: CompiledTree, parts: Pick<TreeParts, 'respondents' | 'findings'>): TreeAnswers {
  return reconcile(compiled, heard(parts), parts.findings).answers
}

/** The company's people as one voice, also where the result is made from another. */
export function companyAnswers(compiled: CompiledTree, parts: Pick<TreeParts, 'respondents'>): TreeAnswers {
  const { model } = compiled
  const alone = { ...compiled, model: { ...model, voices: { ...model.voices, result: 'self' as const } } }
  return reconcile(alone, heard(parts), null).answers
}

/** Whose rules of evidence the result is scored by: once the coach has a say, the coach's. */
export function resultVoice({ voices }: TreeModel): TreeVoice {
  return voices.result === 'self' ? 'self' : 'coach'
}

/** The answers of those who have given any. */
export function heard({ respondents }: Pick<TreeParts, 'respondents'>): TreeAnswers[] {
  return respondents.flatMap(({ answers }) => (answers.size > 0 ? [answers] : []))
}

function visible(
  compiled: CompiledTree,
  answers: TreeAnswers,
  { facts, previous }: Pick<TreeParts, 'facts' | 'previous'>,
  voice: TreeVoice,
): { id: string; isRequired: boolean }[] {
  const importance = new Map(compiled.questions.map(({ id, question }) => [id, question.importance]))
  const shown = visibleTreeQuestions(compiled, answers, { facts, voice, previous })
  return shown.map((id) => ({ id, isRequired: importance.get(id) === 'required' }))
}
