import { explainDimension } from '@stegvis/core/assessments/explain.ts'
import { visibleQuestions } from '@stegvis/core/assessments/questions.ts'
import { selfPick } from '@stegvis/core/assessments/rules.ts'
import { askedRungs, topOf } from '@stegvis/core/assessments/walk.ts'
import type { Dimension, Rung } from '@stegvis/core/models/schema.ts'
import { useEffect, useRef } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/states.tsx'
import { ConflictNotice } from '../conflict-notice.tsx'
import { Explained } from '../explained.tsx'
import { useInWords } from '../model-context.tsx'
import { NotApplicableReason, useNotApplicable } from '../not-applicable.tsx'
import { RungCards } from '../rung-cards.tsx'
import { CriterionPanel } from './criterion-panel.tsx'
import { DimensionLevels } from './dimension-levels.tsx'
import { ReasonField } from './reason-field.tsx'
import type { Validation } from './use-validation.ts'
import styles from './validation.module.css'

type PanelProps = { validation: Validation; dimension: Dimension; next: (() => void) | undefined }

/** One dimension: who of the company picked what, the coach's pick with its reason, and the statements behind it. */
export function DimensionPanel({ validation, dimension, next }: PanelProps) {
  const { compiled, findings, respondents, profile, view } = validation
  const { assessments, common } = useTexts()
  const words = useInWords()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // Not on the first visit: there the page's own title has the focus.
    if (document.activeElement?.closest('nav')) heading.current?.focus({ preventScroll: true })
  }, [])
  const name = words(dimension.name)
  const finding = findings.values.get(dimension.id)
  const pick = useNotApplicable(`finding:${view.assessment.id}:${dimension.id}`, finding, (value) =>
    findings.save(
      dimension.id,
      { ...value, ...(finding?.reason && !value.reason && { reason: finding.reason }) },
      name,
    ),
  )
  const self = selfPick(dimension.id, respondents)
  const differs = finding !== undefined && self !== null && (finding.kind !== 'rung' || finding.level !== self)
  const shown = new Set(visibleQuestions(compiled, findings.values, 'coach', profile).map(({ id }) => id))
  const criteria = inOrderOfAsking(validation, dimension).flatMap((rung) =>
    rung.criteria.filter(({ id }) => shown.has(id)).map((criterion) => ({ criterion, rung })),
  )
  return (
    <section className={styles.panel} aria-labelledby={`d-${dimension.id}`}>
      <header className={styles.panelHead}>
        <h2 id={`d-${dimension.id}`} ref={heading} tabIndex={-1}>
          {name}
        </h2>
        <p>{words(dimension.about)}</p>
      </header>
      <DimensionLevels validation={validation} dimension={dimension} />
      <RungCards
        compiled={compiled}
        dimension={dimension}
        profile={profile}
        label={words(dimension.pick)}
        answer={pick.shown}
        onPick={(choice) => pick.choose(choice)}
        marks={(level) => <PickedBy validation={validation} dimension={dimension.id} level={level} />}
        digits
      />
      <NotApplicableReason state={pick} />
      {finding && finding.kind !== 'not-applicable' && (
        <ReasonField
          key={finding.kind}
          label={differs ? assessments.reasonForDifference : assessments.reason}
          hint={differs ? assessments.reasonForDifferenceHint : undefined}
          optional={!differs}
          draftKey={`${view.assessment.id}:${dimension.id}`}
          stored={finding.reason ?? ''}
          state={findings.stateOf(dimension.id)}
          save={(reason) => findings.save(dimension.id, withReason(finding, reason), name)}
        />
      )}
      <ConflictNotice conflict={findings.conflictOf(dimension.id)} dimension={dimension} />
      {findings.stateOf(dimension.id) === 'refused' && <Callout tone="danger">{assessments.refused}</Callout>}
      {criteria.length > 0 && (
        <section aria-label={assessments.criteriaTitle}>
          <h3>{assessments.criteriaTitle}</h3>
          <p className={styles.soft}>{assessments.criteriaForCoach}</p>
          {criteria.map(({ criterion, rung }) => (
            <CriterionPanel key={criterion.id} {...{ validation, dimension, rung, criterion }} />
          ))}
        </section>
      )}
      <Explained
        summary={assessments.whyThisLevel}
        explanation={() => explainDimension(compiled, dimension.id, findings.values, { evidence: 'seen', profile })}
      />
      {next && (
        <div className={styles.next}>
          <Button onPress={next}>{common.next}</Button>
        </div>
      )}
    </section>
  )
}

/**
 * The rungs that the pick asks for, and then those below it, nearest first: these come and go with the answers above
 * them, and must not move what the coach is about to press.
 */
function inOrderOfAsking({ compiled, findings, profile }: Validation, { id, rungs }: Dimension): Rung[] {
  const pick = findings.values.get(id)
  if (pick?.kind !== 'rung') return [...rungs]
  const { from } = askedRungs(pick.level, topOf(compiled, compiled.dimensions.indexOf(id), profile))
  return [...rungs.slice(from - 1), ...rungs.slice(0, from - 1).reverse()]
}

/** An emptied reason is taken away. */
function withReason<T extends { reason?: string | undefined }>(finding: T, reason: string): T {
  const { reason: _before, ...rest } = finding
  return (reason.trim() === '' ? rest : { ...rest, reason: reason.trim() }) as T
}

type PickedByProps = { validation: Validation; dimension: string; level: number }

/** Who stands on this rung: the company's people by name, and the company at the last measurement. */
function PickedBy({ validation: { respondents, view }, dimension, level }: PickedByProps) {
  const { assessments } = useTexts()
  const names = respondents.flatMap(({ id, answers }) => {
    const answer = answers.get(dimension)
    if (answer?.kind !== 'rung' || answer.level !== level) return []
    return view.respondents.find((respondent) => respondent.id === id)?.name ?? []
  })
  const before = view.earlier?.result.levels[dimension]
  if (names.length === 0 && before !== level) return null
  return (
    <>
      {names.map((name) => (
        <Badge key={name} icon="person">
          {name}
        </Badge>
      ))}
      {before === level && view.earlier && (
        <Badge icon="history">{assessments.stoodHere({ on: view.earlier.submittedOn })}</Badge>
      )}
    </>
  )
}
