import { treeAnswer, treeAnswersFrom } from '@stegvis/core/assessments/any-answer.ts'
import { treeBestBeforeOf } from '@stegvis/core/assessments/evidence.ts'
import type { AssessmentView } from '@stegvis/core/assessments/schema.ts'
import { openTreeItems, type TreeParts } from '@stegvis/core/assessments/tree-open.ts'
import { previousLevels, treeResultOf } from '@stegvis/core/assessments/tree-result.ts'
import type { TreeOpenItem, TreeResult } from '@stegvis/core/assessments/tree-schema.ts'
import type { TreeAnswer, TreeAnswers } from '@stegvis/core/models/tree/answers.ts'
import type { CompiledTree } from '@stegvis/core/models/tree/program.ts'
import { visibleTreeQuestions } from '@stegvis/core/models/tree/questions.ts'
import { useMemo } from 'react'
import { assessmentQuery } from '../../api.ts'
import { type CoachRecords, filedEvidence, useCoachRecords } from '../../validation/use-coach-records.ts'
import { type Section, sectionsOf, shownSections } from '../sections.ts'
import type { Basis } from '../tree-explained.tsx'
import { type FactsState, useFacts } from '../use-facts.ts'

export type TreeVoiceOf = { id: string; name: string; answers: TreeAnswers }

export type TreeValidation = CoachRecords<TreeAnswer> & {
  view: AssessmentView
  compiled: CompiledTree
  facts: FactsState
  respondents: readonly TreeVoiceOf[]
  /** the pages with the questions that show in the coach's answers */
  sections: readonly Section[]
  /** what submitting would give now, by the same function the server uses */
  result: TreeResult
  open: readonly TreeOpenItem[]
  /** what the coach's figures are explained from */
  basis: Basis
}

/** The coach's form on a tree: what is saved and what waits on this device, scored together at every tap. */
export function useTreeValidation(programme: string, view: AssessmentView, compiled: CompiledTree): TreeValidation {
  const { assessment } = view
  const { url, findings, evidence } = useCoachRecords(programme, view, treeAnswer)
  const { queryKey } = assessmentQuery(programme, assessment.id)
  const facts = useFacts(programme, assessment.id, view.tree?.facts ?? NONE, queryKey)
  const respondents = useMemo(() => treeVoicesOf(view), [view])
  const previous = useMemo(() => previousLevels(view.tree?.earlier?.result ?? null), [view])
  const parts = useMemo(
    (): TreeParts => ({ facts: facts.values, respondents, findings: findings.values, previous }),
    [facts.values, respondents, findings.values, previous],
  )
  const result = useMemo(() => {
    const filed = filedEvidence(evidence.values, (question, datedOn) =>
      treeBestBeforeOf(compiled.model, question, datedOn),
    )
    return treeResultOf(compiled, { ...parts, evidence: filed }, assessment.today)
  }, [compiled, parts, evidence.values, assessment.today])
  const open = useMemo(() => openTreeItems(compiled, parts), [compiled, parts])
  const basis = useMemo(
    (): Basis => ({
      compiled,
      answers: findings.values,
      options: { facts: facts.values, voice: 'coach', previous },
    }),
    [compiled, findings.values, facts.values, previous],
  )
  const sections = useSections(basis)
  return { view, compiled, url, findings, evidence, facts, respondents, sections, result, open, basis }
}

const NONE: [] = []

function useSections({ compiled, answers, options }: Basis): Section[] {
  const all = useMemo(() => sectionsOf(compiled), [compiled])
  return useMemo(
    () => shownSections(all, new Set(visibleTreeQuestions(compiled, answers, options))),
    [all, compiled, answers, options],
  )
}

/** Everybody who has answered something, by name. */
export function treeVoicesOf({ answers, respondents }: Pick<AssessmentView, 'answers' | 'respondents'>): TreeVoiceOf[] {
  return [...Map.groupBy(answers, ({ respondentId }) => respondentId)].map(([id, own]) => ({
    id,
    name: respondents.find((respondent) => respondent.id === id)?.name ?? '',
    answers: treeAnswersFrom(own),
  }))
}
