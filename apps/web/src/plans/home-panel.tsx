import { isOverdue, shownTitle } from '@stegvis/core/plans/rules.ts'
import type { MyActions } from '@stegvis/core/plans/schema.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { ButtonLink, Link } from '../app/link.tsx'
import { useTexts } from '../locales/app-texts.tsx'
import { useFormats } from '../locales/texts.tsx'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { Card, Row, Soft, Stack } from '../ui/layout.tsx'
import { ProgressBar } from '../ui/progress.tsx'
import styles from './actions/board.module.css'
import { myActionsQuery, planQuery } from './api.ts'
import { CheckReminder } from './checks-section.tsx'
import { PlanContext, useMove, usePlan } from './plan-context.tsx'

const MOST = 5

/** On the company's own first page: what I have to do, how far the plan has come, and a check that is due. */
export function PlanHomePanel({ programme, company }: { programme: string; company: string }) {
  return (
    <PlanContext value={{ programme, company, search: {} }}>
      <Stack>
        <CheckReminder />
        <Mine programme={programme} company={company} />
      </Stack>
    </PlanContext>
  )
}

function Mine({ programme, company }: { programme: string; company: string }) {
  const { data } = useSuspenseQuery(myActionsQuery(programme))
  useSuspenseQuery(planQuery(programme, company))
  const { plans } = useTexts()
  const mine = data.actions.filter(({ companyId }) => companyId === company).slice(0, MOST)
  const { actions } = usePlan()
  if (actions.length === 0) return <Card title={plans.home.plan}>{plans.home.empty}</Card>
  return (
    <Card title={plans.home.title}>
      {mine.length === 0 ? (
        <Soft>{plans.home.none}</Soft>
      ) : (
        <ul className={styles.cards}>
          {mine.map((action) => (
            <MyAction key={action.id} programme={programme} action={action} today={data.today} />
          ))}
        </ul>
      )}
      <PlanProgress />
      <Row>
        <ButtonLink small to="/programmes/$programme/plan" params={{ programme }}>
          {plans.home.all}
        </ButtonLink>
      </Row>
    </Card>
  )
}

type MyActionProps = { programme: string; action: MyActions['actions'][number]; today: MyActions['today'] }

function MyAction({ programme, action, today }: MyActionProps) {
  const { plans } = useTexts()
  const { language } = useFormats()
  const move = useMove()
  const title = shownTitle(action, language)
  const next = action.status === 'planned' ? 'ongoing' : 'done'
  const label = next === 'ongoing' ? plans.home.start : plans.home.done
  return (
    <li className={styles.card}>
      <Link to="/programmes/$programme/plan" params={{ programme }} search={{ action: action.id }}>
        {title}
      </Link>
      <div className={styles.foot}>
        <span className={styles.facts}>
          {action.dueOn && plans.actions.dueOn({ day: action.dueOn })}
          {isOverdue(action, today) && (
            <Badge tone="warning" icon="alert">
              {plans.actions.overdue}
            </Badge>
          )}
        </span>
        <Button small aria-label={`${label}: ${title}`} onPress={() => void move(action, next)}>
          {label}
        </Button>
      </div>
    </li>
  )
}

function PlanProgress() {
  const { actions } = usePlan()
  const { plans } = useTexts()
  const { integer } = useFormats()
  const agreed = actions.filter(({ status }) => status !== 'proposed' && status !== 'dropped')
  const done = agreed.filter(({ status }) => status === 'done').length
  if (agreed.length === 0) return null
  const text = plans.progress({ done: integer(done), all: integer(agreed.length) })
  return <ProgressBar label={plans.home.plan} hideLabel share={done / agreed.length} text={text} />
}
