import { sumOfBudgets, targetSum } from '@stegvis/core/programmes/rules.ts'
import { type Programme, type ProgrammeStep, TEXT_KEYS } from '@stegvis/core/programmes/schema.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { ButtonLink } from '../app/link.tsx'
import { useMay, useProgramme } from '../app/session.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { useFormats } from '../locales/texts.tsx'
import { Anchor } from '../ui/anchor.tsx'
import { StatusBadge, type Tone } from '../ui/badge.tsx'
import { Icon } from '../ui/icon.tsx'
import { Card, Stack, WithAside } from '../ui/layout.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { OpeningButton } from './opening-button.tsx'
import styles from './set-up.module.css'
import { StepMark } from './set-up-frame.tsx'
import { gapsOf, type SetUp, STEPS, stepPath, useAmount, useGapText, useProgrammeName, useSetUp } from './steps.ts'

export const STATUS_TONES: Record<Programme['status'], Tone> = { draft: 'neutral', open: 'good', closed: 'warning' }

/** The set-up at a glance: each step with what it holds and what it lacks. */
export function OverviewPage() {
  const setUp = useSetUp()
  const { slug, programme } = setUp
  const { programmes } = useTexts()
  const nameOf = useProgrammeName()
  useFreshName(programme)
  return (
    <Stack gap="l">
      <PageHeader
        title={programmes.setUp.title}
        intro={programmes.setUp.intro}
        status={<StatusBadge tone={STATUS_TONES[programme.status]}>{programmes.status[programme.status]}</StatusBadge>}
        actions={
          <>
            <AidRulesLink programme={slug} />
            <ButtonLink to="/programmes/$programme/set-up/history" params={{ programme: slug }} icon="history">
              {programmes.setUp.history}
            </ButtonLink>
            <OpeningButton setUp={setUp} />
          </>
        }
      />
      <WithAside aside={<Missing setUp={setUp} />}>
        <section aria-label={nameOf(programme)}>
          <ol className={styles.cards}>
            {STEPS.map((step, at) => (
              <li key={step} className={styles.item}>
                <StepCard setUp={setUp} step={step} number={at + 1} />
              </li>
            ))}
          </ol>
        </section>
      </WithAside>
    </Stack>
  )
}

/** The rules on State aid are no step: a programme may be open without them. */
function AidRulesLink({ programme }: { programme: string }) {
  const { rules } = useTexts().stateAid
  if (!useMay('aid.read')) return null
  return (
    <ButtonLink to="/programmes/$programme/set-up/aid" params={{ programme }}>
      {rules.title}
    </ButtonLink>
  )
}

/** The name in the frame around the page comes with the person; it is read again when it has been changed. */
function useFreshName(programme: Programme) {
  const shown = useProgramme().name
  const queryClient = useQueryClient()
  const isOld = shown.sv !== programme.name.sv || shown.en !== programme.name.en
  useEffect(() => {
    if (isOld) void queryClient.invalidateQueries({ queryKey: ['me'] })
  }, [isOld, queryClient])
}

function StepCard({ setUp, step, number }: { setUp: SetUp; step: ProgrammeStep; number: number }) {
  const { programmes } = useTexts()
  const summary = useStepSummary(setUp.programme)
  const { required, hints } = gapsOf(setUp.gaps, step)
  return (
    <Anchor href={stepPath(setUp.slug, step)} className={styles.card}>
      <StepMark number={number} missing={required.length} />
      <span>
        <span className={styles.cardTitle}>{programmes.steps[step]}</span>
        <span className={styles.cardText}>{summary(step)}</span>
      </span>
      <span className={styles.cardState}>
        {required.length > 0 ? (
          <StatusBadge tone="warning">{programmes.missing.count({ count: required.length })}</StatusBadge>
        ) : (
          hints.length > 0 && (
            <StatusBadge tone="neutral">{programmes.missing.hintCount({ count: hints.length })}</StatusBadge>
          )
        )}
      </span>
      <Icon name="chevron-right" />
    </Anchor>
  )
}

/** One line that says what a step holds. */
function useStepSummary(programme: Programme): (step: ProgrammeStep) => string {
  const { programmes, common } = useTexts()
  const { integer } = useFormats()
  const money = useAmount()
  const nameOf = useProgrammeName()
  const { funders, partners, subProjects, focusAreas, settings, texts } = programme
  const { funded } = sumOfBudgets(funders, partners)
  const period = [programme.startsOn, programme.endsOn].filter(Boolean).join(' – ')
  return (step) => {
    switch (step) {
      case 'basics':
        return [nameOf(programme), period].filter(Boolean).join(', ')
      case 'funders':
        return `${programmes.funders.count({ count: funders.length })}, ${money(funded)}`
      case 'partners': {
        const companies = integer(targetSum(partners.map(({ targetCompanies }) => targetCompanies)))
        return `${programmes.partners.count({ count: partners.length })}, ${programmes.partners.companies({ count: companies })}`
      }
      case 'sub-projects':
        return programmes.subProjects.count({
          count: subProjects.length,
          municipalities: subProjects.flatMap(({ municipalities }) => municipalities).length,
        })
      case 'focus-areas':
        return focusAreas.map(nameOf).join(', ') || common.none
      case 'texts': {
        const filled = TEXT_KEYS.filter((key) => texts[key].sv && texts[key].en).length
        return programmes.texts.filled({ filled, of: TEXT_KEYS.length })
      }
      case 'settings':
        return programmes.settings.summary({
          companies: settings.comparisonThreshold,
          months: settings.followUpMonths,
        })
    }
  }
}

function Missing({ setUp: { slug, programme, gaps } }: { setUp: SetUp }) {
  const { programmes } = useTexts()
  const text = useGapText()
  const required = gaps.filter((gap) => gap.required)
  const hints = gaps.filter((gap) => !gap.required)
  const title = programme.status === 'draft' ? programmes.missing.title : programmes.missing.titleOpen
  const list = (shown: typeof gaps) => (
    <ul className={styles.gaps}>
      {shown.map((gap) => (
        <li key={`${gap.kind} ${gap.of}`} className={styles.gap}>
          <Icon name={gap.required ? 'alert' : 'info'} />
          <Anchor href={stepPath(slug, gap.step)}>{text(gap)}</Anchor>
        </li>
      ))}
    </ul>
  )
  return (
    <>
      <Card>
        <p>{programmes.statusExplained[programme.status]}</p>
        {programme.status === 'open' && <a href={`/p/${programme.slug}`}>{programmes.setUp.seePage}</a>}
      </Card>
      {required.length > 0 ? <Card title={title}>{list(required)}</Card> : <Card>{programmes.missing.none}</Card>}
      {hints.length > 0 && <Card title={programmes.missing.hints}>{list(hints)}</Card>}
    </>
  )
}
