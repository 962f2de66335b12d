import { treeAnswersFrom } from '@stegvis/core/assessments/any-answer.ts'
import type { AssessmentView } from '@stegvis/core/assessments/schema.ts'
import { previousLevels } from '@stegvis/core/assessments/tree-result.ts'
import type { TreeResult } from '@stegvis/core/assessments/tree-schema.ts'
import { EVIDENCE_NAMES } from '@stegvis/core/models/schema.ts'
import { useMemo } from 'react'
import { ButtonLink } from '../../../app/link.tsx'
import { useTexts } from '../../../locales/app-texts.tsx'
import { useFormats } from '../../../locales/texts.tsx'
import { Card, Row, Section, Stack } from '../../../ui/layout.tsx'
import { Callout } from '../../../ui/states.tsx'
import { assessmentUrl } from '../../api.ts'
import { useInWords } from '../../model-context.tsx'
import { Correction } from '../../validation/correction.tsx'
import { EvidenceLinks, Revisions } from '../../validation/submitted-view.tsx'
import styles from '../../validation/validation.module.css'
import { answerInWords } from '../answer-words.ts'
import { CoverageLine } from '../coverage-line.tsx'
import { TreeFigures } from '../results/tree-figures.tsx'
import { useBasis } from '../results/use-basis.ts'
import { type Section as Page, questionsOf, sectionsOf } from '../sections.ts'
import { rowOf } from '../standing-words.ts'
import { type Basis, TreeExplained } from '../tree-explained.tsx'
import { useTree, useTreeWords } from '../tree-query.ts'
import { VoiceFigures } from '../voice-figures.tsx'

/** A closed measurement with a tree as it was submitted: read only, with what each finding rests on. */
export function TreeSubmittedView({ view, programme }: { view: AssessmentView; programme: string }) {
  const { assessments } = useTexts()
  const { assessment, tree } = view
  const params = { programme, company: assessment.company.id }
  return (
    <Stack gap="l">
      {tree?.result ? (
        <>
          <Row align="between">
            <p>
              {assessments.submittedBy({ on: assessment.submittedOn ?? '', name: assessment.submittedBy ?? '–' })}
              {assessment.revision > 1 && ` ${assessments.revisionOf({ revision: String(assessment.revision) })}`}
            </p>
            <ButtonLink
              kind="primary"
              to="/programmes/$programme/companies/$company/results"
              params={params}
              search={{ ladder: assessment.focusArea.slug }}
            >
              {assessments.toResults}
            </ButtonLink>
          </Row>
          <Submitted view={view} result={tree.result} programme={programme} />
        </>
      ) : (
        <Callout>{assessments.notSubmittedYet}</Callout>
      )}
      <Revisions view={view} programme={programme} />
      {view.mayValidate && assessment.status === 'submitted' && <Correction view={view} programme={programme} />}
    </Stack>
  )
}

function Submitted({ view, result, programme }: { view: AssessmentView; result: TreeResult; programme: string }) {
  const { assessment, tree } = view
  const compiled = useTree(assessment.model)
  const words = useTreeWords(compiled.model)
  const { assessments, trees } = useTexts()
  const earlier = tree?.earlier
  const previous = useMemo(() => previousLevels(earlier?.result ?? null), [earlier])
  const basis = useBasis(compiled, view.findings, result, previous)
  const root = compiled.model.tree.id
  const isSame = earlier?.version === assessment.model.version && earlier.result.result.model === assessment.model.id
  const before = earlier && isSame ? { score: earlier.result.result, on: earlier.submittedOn } : null
  const hidden = new Set(result.coach.hidden)
  return (
    <>
      <Card accent={assessment.focusArea.accent}>
        <VoiceFigures {...{ compiled, result, words }} node={root} />
        <CoverageLine row={rowOf(result.coach, root)} basis={basis} />
        {basis && <TreeExplained summary={trees.whyThisResult} node={root} basis={basis} />}
        <TreeFigures {...{ compiled, result, before }} accent={assessment.focusArea.accent} />
      </Card>
      <Section title={assessments.findings}>
        {sectionsOf(compiled).map((section) => (
          <SectionFindings key={section.id} {...{ view, programme, section, basis, hidden }} />
        ))}
      </Section>
    </>
  )
}

type FindingsProps = {
  view: AssessmentView
  programme: string
  section: Page
  basis: Basis | null
  hidden: ReadonlySet<string>
}

function SectionFindings({ view, programme, section, basis, hidden }: FindingsProps) {
  const compiled = useTree(view.assessment.model)
  const words = useTreeWords(compiled.model)
  const inWords = useInWords()
  const texts = useTexts()
  const formats = useFormats()
  const findings = treeAnswersFrom(view.findings)
  const rows = questionsOf(section).flatMap((id) => {
    const finding = findings.get(id)
    const question = compiled.questions[compiled.questionAt.get(id) ?? -1]
    return finding && question && !hidden.has(id) ? [{ id, finding, question }] : []
  })
  if (rows.length === 0) return null
  return (
    <Card level={3} title={words(section.name) || texts.trees.general}>
      <dl className={styles.findings}>
        {rows.map(({ id, finding, question }) => (
          <div key={id}>
            <dt>{words(question.question.text)}</dt>
            <dd>
              <strong>{answerInWords(finding, question.scale.scale, { texts, formats, words })}</strong>
              {finding.evidence && <span className={styles.soft}> · {inWords(EVIDENCE_NAMES[finding.evidence])}</span>}
              {finding.reason && <p>{finding.reason}</p>}
              <EvidenceLinks
                evidence={view.evidence.filter((piece) => piece.question === id)}
                url={assessmentUrl(programme, view.assessment.id)}
              />
            </dd>
          </div>
        ))}
      </dl>
      {basis && compiled.nodeAt.has(section.id) && (
        <TreeExplained summary={texts.trees.whyThisResult} node={section.id} basis={basis} />
      )}
    </Card>
  )
}
