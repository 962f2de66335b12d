import { bestBeforeOf } from '@stegvis/core/assessments/evidence.ts'
import type { EvidenceFacts } from '@stegvis/core/assessments/schema.ts'
import type { Answer } from '@stegvis/core/models/answers.ts'
import {
  type Criterion,
  type Dimension,
  EVIDENCE_NAMES,
  EvidenceClass,
  evidenceRank,
  type Rung,
} from '@stegvis/core/models/schema.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Select } from '../../ui/select.tsx'
import { ConflictNotice } from '../conflict-notice.tsx'
import { CRITERION_KINDS, CriterionChoice, type CriterionKind } from '../criterion-choice.tsx'
import { useInWords } from '../model-context.tsx'
import { NotApplicableReason, useNotApplicable } from '../not-applicable.tsx'
import { EvidencePart } from './evidence-part.tsx'
import { ReasonField } from './reason-field.tsx'
import type { Validation } from './use-validation.ts'
import styles from './validation.module.css'

type CriterionPanelProps = { validation: Validation; dimension: Dimension; rung: Rung; criterion: Criterion }

/** One statement: what the company said, what the coach finds, how well it is shown, and what shows it. */
export function CriterionPanel({ validation, dimension, rung, criterion }: CriterionPanelProps) {
  const { compiled, findings, view } = validation
  const { assessments } = useTexts()
  const words = useInWords()
  const name = words(dimension.name)
  const finding = findings.values.get(criterion.id)
  const needs = criterion.evidence ?? compiled.model.levels[rung.level - 1]!.evidence
  const answer = useNotApplicable(`finding:${view.assessment.id}:${criterion.id}`, finding, (value) =>
    findings.save(criterion.id, keepRemarks(value, finding), name),
  )
  /** What is filed has been seen: a yes that was only stated so far rests on it from now on. */
  const noteAsSeen = (facts: EvidenceFacts) => {
    if (finding?.kind !== 'yes' || evidenceRank(finding.evidence ?? 'E0') >= evidenceRank(facts.class)) return
    findings.save(criterion.id, { ...finding, evidence: facts.class }, name)
  }
  const options = EvidenceClass.options.map((id) => ({ id, label: `${id} ${words(EVIDENCE_NAMES[id])}` }))
  return (
    <CriterionChoice
      text={words(criterion.text)}
      answer={answer.shown?.kind}
      onChoose={(kind) => answer.choose({ kind })}
      aside={
        <>
          <Badge>{assessments.rungShort({ level: String(rung.level) })}</Badge>
          {criterion.importance !== 'required' && <Badge>{assessments.importance[criterion.importance]}</Badge>}
          <SaidByCompany validation={validation} criterion={criterion.id} />
        </>
      }
    >
      <NotApplicableReason state={answer} />
      {finding?.kind === 'yes' && (
        <div className={styles.seen}>
          <Select
            label={assessments.seenAs}
            hint={assessments.neededClass({ name: `${needs} ${words(EVIDENCE_NAMES[needs])}` })}
            options={options}
            value={finding.evidence ?? 'E0'}
            onChange={(evidence) => evidence && findings.save(criterion.id, { ...finding, evidence }, name)}
          />
        </div>
      )}
      <ConflictNotice conflict={findings.conflictOf(criterion.id)} dimension={dimension} />
      {finding && (
        <EvidencePart
          desk={validation}
          label={name}
          subject={{
            question: criterion.id,
            text: words(criterion.text),
            needs,
            bestBefore: (datedOn) => bestBeforeOf(compiled.model, criterion.id, datedOn),
          }}
          onFiled={noteAsSeen}
        />
      )}
      <div className={styles.tools}>
        {finding && finding.kind !== 'not-applicable' && (
          <Disclosure
            plain
            summary={finding.reason ? assessments.note : assessments.addNote}
            open={Boolean(finding.reason)}
          >
            <ReasonField
              label={assessments.note}
              optional
              draftKey={`${view.assessment.id}:${criterion.id}`}
              stored={finding.reason ?? ''}
              state={findings.stateOf(criterion.id)}
              save={(reason) => {
                const { reason: _before, ...rest } = finding
                const text = reason.trim()
                findings.save(criterion.id, text === '' ? rest : { ...rest, reason: text }, name)
              }}
            />
          </Disclosure>
        )}
        <Disclosure plain summary={assessments.howToJudge}>
          <p>{words(criterion.help)}</p>
          <p>{words(rung['shown-by'])}</p>
        </Disclosure>
      </div>
    </CriterionChoice>
  )
}

/** Another answer keeps the note; the class of evidence belongs to a yes. */
function keepRemarks(value: Answer, before: Answer | undefined): Answer {
  const reason = value.reason ?? (before?.kind === 'not-applicable' ? undefined : before?.reason)
  const evidence = value.kind === 'yes' ? (value.evidence ?? before?.evidence) : undefined
  return { ...value, ...(reason && { reason }), ...(evidence && { evidence }) } as Answer
}

/** `2 ja, 1 delvis`: how the company's people judged the same statement. */
function SaidByCompany({ validation: { respondents }, criterion }: { validation: Validation; criterion: string }) {
  const { assessments } = useTexts()
  const counts = new Map<CriterionKind, number>()
  for (const { answers } of respondents) {
    const kind = answers.get(criterion)?.kind
    if (kind && kind !== 'rung') counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  if (counts.size === 0) return <span className={styles.soft}>{assessments.notAskedInCompany}</span>
  const parts = CRITERION_KINDS.flatMap((kind) => {
    const count = counts.get(kind)
    return count ? [`${count} ${assessments.answers[kind].toLowerCase()}`] : []
  })
  return <span className={styles.soft}>{assessments.companySays({ counts: parts.join(', ') })}</span>
}
