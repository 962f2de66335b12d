import { ladderAnswer } from '@stegvis/core/assessments/any-answer.ts'
import { bestBeforeOf } from '@stegvis/core/assessments/evidence.ts'
import type { Respondent } from '@stegvis/core/assessments/respondents.ts'
import { type AssessmentResult, resultOf } from '@stegvis/core/assessments/result.ts'
import { answersFrom, type OpenItem, openItems } from '@stegvis/core/assessments/rules.ts'
import type { AssessmentView } from '@stegvis/core/assessments/schema.ts'
import type { CompiledModel, Profile } from '@stegvis/core/assessments/walk.ts'
import type { Answer } from '@stegvis/core/models/answers.ts'
import { useMemo } from 'react'
import { type CoachRecords, filedEvidence, useCoachRecords } from './use-coach-records.ts'

export type Validation = CoachRecords<Answer> & {
  view: AssessmentView
  compiled: CompiledModel
  profile: Profile
  respondents: readonly Respondent[]
  /** what submitting would give now, by the same function the server uses */
  result: AssessmentResult
  open: readonly OpenItem[]
}

/** The coach's form: what is saved and what waits on this device, scored together at every tap. */
export function useValidation(programme: string, view: AssessmentView, compiled: CompiledModel): Validation {
  const { assessment } = view
  const { url, findings, evidence } = useCoachRecords(programme, view, ladderAnswer)
  const respondents = useMemo(() => voicesOf(view), [view])
  const { employees } = assessment.profile
  const profile = useMemo(() => ({ employees: employees ?? undefined }), [employees])
  const result = useMemo(() => {
    const filed = filedEvidence(evidence.values, (question, datedOn) => bestBeforeOf(compiled.model, question, datedOn))
    const input = { respondents, findings: findings.values, evidence: filed, employees }
    return resultOf(compiled, input, assessment.today)
  }, [compiled, respondents, findings.values, evidence.values, employees, assessment.today])
  const open = useMemo(
    () => openItems(compiled, findings.values, respondents, profile),
    [compiled, findings.values, respondents, profile],
  )
  return { view, compiled, url, profile, findings, evidence, respondents, result, open }
}

export function voicesOf({ answers }: Pick<AssessmentView, 'answers'>): Respondent[] {
  return [...Map.groupBy(answers, ({ respondentId }) => respondentId)].map(([id, own]) => ({
    id,
    answers: answersFrom(own),
  }))
}
