import { explainDimension } from '@stegvis/core/assessments/explain.ts'
import type { AssessmentResult } from '@stegvis/core/assessments/result.ts'
import { answersFrom } from '@stegvis/core/assessments/rules.ts'
import type { AssessmentView, EvidenceView } from '@stegvis/core/assessments/schema.ts'
import type { CompiledModel } from '@stegvis/core/assessments/walk.ts'
import { type Dimension, EVIDENCE_NAMES } from '@stegvis/core/models/schema.ts'
import { ButtonLink, Link } from '../../app/link.tsx'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats } from '../../locales/texts.tsx'
import { keepDays } from '../../ui/days.tsx'
import { Card, Row, Section, Stack } from '../../ui/layout.tsx'
import { Callout } from '../../ui/states.tsx'
import { useAnswerWords } from '../answer-words.ts'
import { assessmentUrl } from '../api.ts'
import { Explained } from '../explained.tsx'
import { useInWords, useModel } from '../model-context.tsx'
import { LadderFigures } from '../results/ladder-figures.tsx'
import { Correction } from './correction.tsx'
import styles from './validation.module.css'

/** A closed assessment as it was submitted: read only, with its revisions and what each finding rests on. */
export function SubmittedView({ view, programme }: { view: AssessmentView; programme: string }) {
  const compiled = useModel(view.assessment.model)
  const { assessments } = useTexts()
  const { result, assessment } = view
  const params = { programme, company: assessment.company.id }
  return (
    <Stack gap="l">
      {result ? (
        <>
          <Row align="between">
            <p>
              {assessments.submittedBy({ on: assessment.submittedOn ?? '', name: assessment.submittedBy ?? '–' })}
              {assessment.revision > 1 && ` ${assessments.revisionOf({ revision: String(assessment.revision) })}`}
            </p>
            <ButtonLink kind="primary" to="/programmes/$programme/companies/$company/results" params={params}>
              {assessments.toResults}
            </ButtonLink>
          </Row>
          <Card accent={assessment.focusArea.accent}>
            <LadderFigures
              compiled={compiled}
              accent={assessment.focusArea.accent}
              result={result}
              today={assessment.today}
              baseline={view.earlier}
            />
          </Card>
          <Section title={assessments.findings}>
            {compiled.model.dimensions.map((dimension) => (
              <DimensionFindings key={dimension.id} {...{ view, programme, compiled, dimension, result }} />
            ))}
          </Section>
        </>
      ) : (
        <Callout>{assessments.notSubmittedYet}</Callout>
      )}
      <Revisions view={view} programme={programme} />
      {view.mayValidate && assessment.status === 'submitted' && <Correction view={view} programme={programme} />}
    </Stack>
  )
}

type FindingsProps = {
  view: AssessmentView
  programme: string
  compiled: CompiledModel
  dimension: Dimension
  result: AssessmentResult
}

function DimensionFindings({ view, programme, compiled, dimension, result }: FindingsProps) {
  const { assessments } = useTexts()
  const words = useInWords()
  const answerWords = useAnswerWords()
  const { employees } = result.profile
  const findings = answersFrom(view.findings)
  const rows = [
    { id: dimension.id, text: words(dimension.pick) },
    ...dimension.rungs.flatMap(({ criteria }) => criteria.map(({ id, text }) => ({ id, text: words(text) }))),
  ].flatMap((row) => {
    const answer = findings.get(row.id)
    return answer ? [{ ...row, answer }] : []
  })
  return (
    <Card level={3} title={words(dimension.name)}>
      <dl className={styles.findings}>
        {rows.map(({ id, text, answer }) => (
          <div key={id}>
            <dt>{text}</dt>
            <dd>
              <strong>{answerWords(answer, dimension)}</strong>
              {answer.evidence && <span className={styles.soft}> · {words(EVIDENCE_NAMES[answer.evidence])}</span>}
              {answer.reason && <p>{answer.reason}</p>}
              <EvidenceLinks
                evidence={view.evidence.filter(({ question }) => question === id)}
                url={assessmentUrl(programme, view.assessment.id)}
              />
            </dd>
          </div>
        ))}
      </dl>
      <Explained
        summary={assessments.whyThisLevel}
        explanation={() =>
          explainDimension(compiled, dimension.id, findings, {
            evidence: 'seen',
            profile: { employees: employees ?? undefined },
          })
        }
      />
    </Card>
  )
}

export function EvidenceLinks({ evidence, url }: { evidence: readonly EvidenceView[]; url: string }) {
  const { assessments } = useTexts()
  const { fileSize } = useFormats()
  if (evidence.length === 0) return null
  return (
    <ul className={styles.evidenceList}>
      {evidence.map(({ id, description, datedOn, bestBeforeOn, file }) => (
        <li key={id}>
          {keepDays(`${description} · ${datedOn} · ${assessments.holdsTo({ day: bestBeforeOn })}`)}
          {file && (
            <>
              {' · '}
              <a href={`${url}/evidence/${id}/file`} download>
                {file.name} ({fileSize(file.sizeBytes)})
              </a>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

export function Revisions({ view, programme }: { view: AssessmentView; programme: string }) {
  const { assessments } = useTexts()
  if (view.revisions.length < 2) return null
  return (
    <Section title={assessments.revisions}>
      <ol className={styles.revisions}>
        {view.revisions.map((revision) => (
          <li key={revision.id} aria-current={revision.id === view.assessment.id ? 'true' : undefined}>
            <Link to="/programmes/$programme/assessments/$assessment" params={{ programme, assessment: revision.id }}>
              {assessments.revision({ revision: String(revision.revision) })}
            </Link>
            {' · '}
            {assessments.statuses[revision.status]}
            {revision.submittedOn && ` · ${revision.submittedOn}`}
            {revision.submittedBy && ` · ${revision.submittedBy}`}
            {revision.reason && <p className={styles.soft}>{revision.reason}</p>}
          </li>
        ))}
      </ol>
    </Section>
  )
}
