import type { Evidence } from '@stegvis/core/assessments/evidence.ts'
import type { AnyAnswer, AssessmentView, EvidenceFacts, EvidenceReply } from '@stegvis/core/assessments/schema.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import { useMemo } from 'react'
import { useMe } from '../../app/session.ts'
import { assessmentQuery, assessmentUrl } from '../api.ts'
import { useOwnReading, withNewest } from '../own-reading.ts'
import { type Saved, type SavedValues, useSavedValues } from '../use-saved-values.ts'

type Read<A> = (value: AnyAnswer) => A | null

export type CoachRecords<A> = {
  /** address of the assessment in the interface */
  url: string
  findings: SavedValues<A>
  evidence: SavedValues<EvidenceFacts>
}

/** What the coach has found and filed, as saved and as it waits on this device. `read` is that of the kind of model. */
export function useCoachRecords<A extends AnyAnswer>(
  programme: string,
  view: AssessmentView,
  read: Read<A>,
): CoachRecords<A> {
  const url = assessmentUrl(programme, view.assessment.id)
  const kept = useKeptInReading(programme, view.assessment.id)
  const findings = useSavedValues<A>({
    url: `${url}/findings`,
    stored: useStoredFindings(view, read),
    onReply: kept.finding,
  })
  const evidence = useSavedValues<EvidenceFacts>({
    url: `${url}/evidence`,
    stored: useStoredEvidence(view),
    onReply: kept.evidence,
  })
  return { url, findings, evidence }
}

/** The evidence as scoring reads it; what has no best-before of its own holds as long as the model says. */
export function filedEvidence(
  evidence: ReadonlyMap<string, EvidenceFacts>,
  bestBefore: (question: string, datedOn: PlainDate) => PlainDate,
): Evidence[] {
  return [...evidence.values()].map((piece) => ({
    criterion: piece.question,
    class: piece.class,
    datedOn: piece.datedOn,
    bestBefore: piece.bestBeforeOn ?? bestBefore(piece.question, piece.datedOn),
  }))
}

/** What the coach's form has sent stands in what was read of the assessment as well. */
function useKeptInReading(programme: string, assessment: string) {
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

function useStoredFindings<A>({ findings }: AssessmentView, read: Read<A>): ReadonlyMap<string, Saved<A>> {
  return useMemo(
    () =>
      new Map(findings.map(({ question, value, revision }) => [question, { value: value && read(value), revision }])),
    [findings, read],
  )
}

function useStoredEvidence({ evidence }: AssessmentView): ReadonlyMap<string, Saved<EvidenceFacts>> {
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
