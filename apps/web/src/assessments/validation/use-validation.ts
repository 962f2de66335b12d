import { ladderAnswer } from '@stegvis/core/assessments/any-answer.ts'
import { bestBeforeOf } from '@stegvis/core/assessments/evidence.ts'
import type { Respondent } from '@stegvis/core/assessments/respondents.ts'
import { type AssessmentResult, resultOf } from '@stegvis/core/assessments/result.ts'
import { answersFrom, type OpenItem, openItems } from '@stegvis/core/assessments/rules.ts'
import type { AnyAnswer, AssessmentView, EvidenceFacts, EvidenceReply } from '@stegvis/core/assessments/schema.ts'
import type { CompiledModel, Profile } from '@stegvis/core/assessments/walk.ts'
import type { Answer } from '@stegvis/core/models/answers.ts'
import { useMemo } from 'react'
import { useMe } from '../../app/session.ts'
import { assessmentQuery, assessmentUrl } from '../api.ts'
import { useOwnReading, withNewest } from '../own-reading.ts'
import { type Saved, type SavedValues, useSavedValues } from '../use-saved-values.ts'

export type Validation = {
  view: AssessmentView
  compiled: CompiledModel
  /** address of the assessment in the interface */
  url: string
  profile: Profile
  findings: SavedValues<Answer>
  evidence: SavedValues<EvidenceFacts>
  respondents: readonly Respondent[]
  /** what submitting would give now, by the same function the server uses */
  result: AssessmentResult
  open: readonly OpenItem[]
}

/** The coach's form: what is saved and what waits on this device, scored together at every tap. */
export function useValidation(programme: string, view: AssessmentView, compiled: CompiledModel): Validation {
  const { assessment } = view
  const url = assessmentUrl(programme, assessment.id)
  const kept = useKeptInReading(programme, assessment.id)
  const findings = useSavedValues<Answer>({
    url: `${url}/findings`,
    stored: useStoredFindings(view),
    onReply: kept.finding,
  })
  const evidence = useSavedValues<EvidenceFacts>({
    url: `${url}/evidence`,
    stored: useStoredEvidence(view),
    onReply: kept.evidence,
  })
  const respondents = useMemo(() => voicesOf(view), [view])
  const { employees } = assessment.profile
  const profile = useMemo(() => ({ employees: employees ?? undefined }), [employees])
  const result = useMemo(() => {
    const filed = [...evidence.values.values()].map((facts) => ({
      criterion: facts.question,
      class: facts.class,
      datedOn: facts.datedOn,
      bestBefore: facts.bestBeforeOn ?? bestBeforeOf(compiled.model, facts.question, facts.datedOn),
    }))
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

/** What the coach's form has sent stands in what was read of the assessment as well. */
export function useKeptInReading(programme: string, assessment: string) {
  const { queryKey } = useMemo(() => assessmentQuery(programme, assessment), [programme, assessment])
  const put = useOwnReading(queryKey)
  const foundBy = useMe().name
  return useMemo(
    () => ({
      finding: (question: string, saved: Saved<AnyAnswer>) => {
        const finding = { question, ...saved, foundBy, foundAt: new Date().toISOString() }
        put((read) => ({
          ...read,
          findings: withNewest(read.findings, finding, (one) => one.question === question),
        }))
      },
      evidence: (id: string, _saved: unknown, reply: unknown) => {
        const { evidence } = reply as EvidenceReply
        put((read) => ({
          ...read,
          evidence: evidence
            ? withNewest(read.evidence, evidence, (one) => one.id === id)
            : read.evidence.filter((one) => one.id !== id),
        }))
      },
    }),
    [put, foundBy],
  )
}

function useStoredFindings({ findings }: AssessmentView): ReadonlyMap<string, Saved<Answer>> {
  return useMemo(
    () =>
      new Map(
        findings.map(({ question, value, revision }) => [question, { value: value && ladderAnswer(value), revision }]),
      ),
    [findings],
  )
}

export function useStoredEvidence({ evidence }: AssessmentView): ReadonlyMap<string, Saved<EvidenceFacts>> {
  return useMemo(
    () =>
      new Map(
        evidence.map(({ id, question, class: evidenceClass, description, datedOn, bestBeforeOn, revision }) => [
          id,
          { value: { question, class: evidenceClass, description, datedOn, bestBeforeOn }, revision },
        ]),
      ),
    [evidence],
  )
}
