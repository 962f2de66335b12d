import { PlainDate } from '@stegvis/core/kernel/day.ts'
import { inLanguage } from '@stegvis/core/kernel/text.ts'
import { sortActions } from '@stegvis/core/plans/filter.ts'
import { shownTexts, shownTitle } from '@stegvis/core/plans/rules.ts'
import type { ActionView, Goal, PlanLadder } from '@stegvis/core/plans/schema.ts'
import { ACTION_STATUS_NAMES, ACTION_FIELD_NAMES as FIELDS } from '@stegvis/core/plans/terms.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { ownCompany, useProgramme } from '../app/session.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { useFormats } from '../locales/texts.tsx'
import { Button } from '../ui/button.tsx'
import { Section, Soft, Stack } from '../ui/layout.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { StaircaseStrip } from '../ui/staircase.tsx'
import { Table } from '../ui/table.tsx'
import styles from './actions/board.module.css'
import { planQuery } from './api.ts'
import { PlanContext, usePlan } from './plan-context.tsx'

/** The plan as one document to print or read through: nothing to press, everything in order. */
export function PlanPrintPage() {
  const { programme, company } = useParams({ from: '/signed-in/programmes/$programme/companies/$company/plan/print' })
  const { data: plan } = useSuspenseQuery(planQuery(programme, company))
  const { plans, companies } = useTexts()
  const isOwn = ownCompany(useProgramme())?.id === company
  const base = `/programmes/${programme}`
  const back = isOwn ? `${base}/plan` : `${base}/companies/${company}/plan`
  return (
    <PlanContext value={{ programme, company, search: {} }}>
      <Stack gap="l">
        <PageHeader
          title={plans.printTitle({ company: plan.company.name })}
          intro={plans.printed({ day: plan.today })}
          breadcrumbs={[
            ...(isOwn ? [] : [{ label: companies.title, href: `${base}/companies` }]),
            { label: plans.backToPlan, href: back },
          ]}
          actions={
            <Button kind="primary" onPress={() => window.print()}>
              {plans.print}
            </Button>
          }
        />
        <Targets />
        <Goals />
      </Stack>
    </PlanContext>
  )
}

function Targets() {
  const { ladders } = usePlan()
  const { plans } = useTexts()
  const { language } = useFormats()
  const measured = ladders.filter((ladder) => ladder.measured !== null)
  if (measured.length === 0) return null
  return (
    <Section title={plans.targets.title}>
      {measured.map((ladder) => (
        <StaircaseStrip
          key={ladder.focusArea.id}
          captioned
          accent={ladder.focusArea.accent}
          title={inLanguage(ladder.focusArea.name, language)}
          rows={rowsOf(ladder, language)}
        />
      ))}
    </Section>
  )
}

function rowsOf({ dimensions, levels }: PlanLadder, language: 'sv' | 'en') {
  return dimensions.map(({ name, level, baseline, target }) => ({
    name: name[language],
    steps: levels.map((step) => step.name[language]),
    standing: {
      self: null,
      coach: level,
      evidence: 'none' as const,
      baseline: baseline === null || baseline === level ? null : { level: baseline, on: null },
      target: target?.level
        ? { level: target.level, on: target.dueOn === null ? null : PlainDate.parse(target.dueOn) }
        : null,
    },
  }))
}

function Goals() {
  const { goals, actions } = usePlan()
  const { plans } = useTexts()
  const standing = actions.filter(({ status }) => status !== 'dropped')
  const rest = standing.filter(({ goalId }) => !goals.some(({ id }) => id === goalId))
  return (
    <>
      {goals.map((goal) => (
        <GoalWithActions key={goal.id} goal={goal} actions={standing.filter(({ goalId }) => goalId === goal.id)} />
      ))}
      {rest.length > 0 && (
        <Section title={goals.length > 0 ? plans.goals.without : plans.actions.title}>
          <Actions label={plans.goals.without} actions={rest} />
        </Section>
      )}
    </>
  )
}

function GoalWithActions({ goal, actions }: { goal: Goal; actions: readonly ActionView[] }) {
  const { plans } = useTexts()
  return (
    <Section title={goal.title} intro={goal.measure}>
      {goal.dueOn && <Soft>{plans.goals.by({ day: goal.dueOn })}</Soft>}
      {actions.length > 0 && <Actions label={goal.title} actions={actions} />}
    </Section>
  )
}

function Actions({ label, actions }: { label: string; actions: readonly ActionView[] }) {
  const { plans } = useTexts()
  const { language, money, integer } = useFormats()
  const compareTexts = new Intl.Collator(language).compare
  return (
    <Table
      label={label}
      rows={sortActions(actions, 'due', false, { compareTexts, areaOrder: [] })}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'title',
          label: FIELDS.title[language],
          main: true,
          cell: (action) => (
            <>
              {shownTitle(action, language)}
              <div className={styles.effect}>{shownTexts(action, language).effect}</div>
            </>
          ),
        },
        { id: 'status', label: FIELDS.status[language], cell: ({ status }) => ACTION_STATUS_NAMES[status][language] },
        {
          id: 'owner',
          label: FIELDS.ownerId[language],
          cell: ({ owner }) => owner ?? plans.actions.noOwner,
        },
        { id: 'due', label: FIELDS.dueOn[language], cell: ({ dueOn }) => <span className={styles.day}>{dueOn}</span> },
        {
          id: 'hours',
          label: FIELDS.effortHours[language],
          numeric: true,
          cell: ({ effortHours }) =>
            effortHours !== null && <span className={styles.day}>{integer(effortHours)} h</span>,
        },
        {
          id: 'cost',
          label: FIELDS.costCents[language],
          numeric: true,
          cell: ({ costCents }) => costCents !== null && money(costCents),
        },
      ]}
    />
  )
}
