import type { LadderResults, Measurement } from '@stegvis/core/assessments/company-results.ts'
import { compareLadders, type LevelChange } from '@stegvis/core/assessments/compare.ts'
import type { EvidenceView } from '@stegvis/core/assessments/schema.ts'
import type { CompiledModel } from '@stegvis/core/assessments/walk.ts'
import { titleAmong } from '@stegvis/core/plans/rules.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useLanguage } from '../../locales/texts.tsx'
import { StatusBadge } from '../../ui/badge.tsx'
import { keepDays } from '../../ui/days.tsx'
import { Section } from '../../ui/layout.tsx'
import { Callout } from '../../ui/states.tsx'
import { Table } from '../../ui/table.tsx'
import { dimensionOf, useInWords } from '../model-context.tsx'
import styles from './results.module.css'

type ChangePartProps = {
  compiled: CompiledModel
  ladder: LadderResults
  from: Measurement
  to: Measurement
}

/** From the first measurement to the newest: which steps were climbed, and what was done meanwhile. */
export function ChangePart({ compiled, ladder, from, to }: ChangePartProps) {
  const { assessments } = useTexts()
  const words = useInWords()
  const change = compareLadders(from.result.coach, to.result.coach)
  const rows = change.dimensions.filter(({ dimension }) => compiled.dimensions.includes(dimension))
  return (
    <Section
      title={assessments.changeTitle}
      intro={assessments.changeIntro({ from: from.submittedOn, to: to.submittedOn, climbed: change.climbed })}
    >
      {!change.sameVersion && (
        <Callout>{assessments.otherVersion({ from: change.versions.from, to: change.versions.to })}</Callout>
      )}
      <Table
        label={assessments.changeTitle}
        rows={rows}
        rowKey={({ dimension }) => dimension}
        columns={[
          {
            id: 'dimension',
            label: assessments.dimension,
            main: true,
            cell: ({ dimension }) => words(dimensionOf(compiled, dimension).name),
          },
          { id: 'from', label: from.submittedOn, numeric: true, cell: (row) => row.from ?? '–' },
          { id: 'to', label: to.submittedOn, numeric: true, cell: (row) => row.to ?? '–' },
          { id: 'change', label: assessments.change, cell: (row) => <Change change={row} /> },
          {
            id: 'because',
            label: assessments.whatWasDone,
            long: true,
            cell: ({ dimension }) => <DoneBetween {...{ compiled, ladder, dimension, from, to }} />,
          },
        ]}
      />
    </Section>
  )
}

function Change({ change }: { change: LevelChange }) {
  const { assessments } = useTexts()
  const steps = Math.abs(change.steps ?? 0)
  if (change.change === 'climbed') return <StatusBadge tone="good">{assessments.climbed({ steps })}</StatusBadge>
  if (change.change === 'dropped') return <StatusBadge tone="warning">{assessments.dropped({ steps })}</StatusBadge>
  if (change.change === 'same') return <StatusBadge tone="neutral">{assessments.same}</StatusBadge>
  return <span className={styles.soft}>{assessments.notComparable[change.why ?? 'incomplete']}</span>
}

const SHOWN_EVIDENCE = 2

type DoneBetweenProps = ChangePartProps & { dimension: string }

/** Actions finished between the two measurements, and the evidence that was not there before. */
function DoneBetween({ compiled, ladder, dimension, from, to }: DoneBetweenProps) {
  const { assessments } = useTexts()
  const { language } = useLanguage()
  const actions = ladder.doneActions.filter(
    (action) => action.dimension === dimension && action.doneOn > from.submittedOn && action.doneOn <= to.submittedOn,
  )
  const evidence = byDescription(
    (ladder.evidence ?? []).filter(
      ({ question, datedOn }) => question.startsWith(`${dimension}-`) && datedOn > from.submittedOn,
    ),
  )
  if (actions.length + evidence.length === 0) return <span className={styles.soft}>–</span>
  return (
    <ul className={styles.why}>
      {actions.map(({ title, doneOn }) => (
        <li key={`${title} ${doneOn}`}>
          {titleAmong(compiled.model.actions, title, language)} ({keepDays(doneOn)})
        </li>
      ))}
      {evidence.slice(0, SHOWN_EVIDENCE).map(({ description, days }) => (
        <li key={description}>
          {assessments.evidenceOf({ description })} ({keepDays(days.join(', '))})
        </li>
      ))}
      {evidence.length > SHOWN_EVIDENCE && (
        <li>{assessments.moreEvidence({ count: evidence.length - SHOWN_EVIDENCE })}</li>
      )}
    </ul>
  )
}

/** What was filed several times under the same words is one thing with several days. */
function byDescription(evidence: readonly EvidenceView[]): { description: string; days: string[] }[] {
  const found = Map.groupBy(evidence, ({ description }) => description.replace(/\.$/, ''))
  return [...found].map(([description, filed]) => ({
    description,
    days: filed.map(({ datedOn }) => datedOn).toSorted(),
  }))
}
