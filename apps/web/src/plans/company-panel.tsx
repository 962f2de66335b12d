import { useSuspenseQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { ButtonLink } from '../app/link.tsx'
import { useTexts } from '../locales/app-texts.tsx'
import { useFormats } from '../locales/texts.tsx'
import { buttonClass } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Row, Soft, Stack } from '../ui/layout.tsx'
import { ActionsSection } from './actions/actions-section.tsx'
import { SuggestionsSection } from './actions/suggestions-section.tsx'
import { planQuery, planSpreadsheetUrl } from './api.ts'
import { CheckReminder, ChecksSection } from './checks-section.tsx'
import { GoalsSection } from './goals/goals-section.tsx'
import { PlanContext, usePlace, usePlan } from './plan-context.tsx'
import { readPlanSearch } from './search.ts'
import { TargetsSection } from './targets/targets-section.tsx'

/** The Plan tab of a company: target picture, goals, proposals, actions, checks. */
export function PlanPanel({ programme, company }: { programme: string; company: string }) {
  const search = readPlanSearch(useSearch({ strict: false }) as Record<string, unknown>)
  useSuspenseQuery(planQuery(programme, company))
  return (
    <PlanContext value={{ programme, company, search }}>
      <Stack gap="l">
        <CheckReminder />
        <Toolbar />
        <TargetsSection />
        <GoalsSection />
        <SuggestionsSection />
        <ActionsSection />
        <ChecksSection />
      </Stack>
    </PlanContext>
  )
}

function Toolbar() {
  const { programme, company, search } = usePlace()
  const { actions } = usePlan()
  const { plans } = useTexts()
  const { integer } = useFormats()
  const agreed = actions.filter(({ status }) => status !== 'proposed' && status !== 'dropped')
  const done = agreed.filter(({ status }) => status === 'done').length
  if (agreed.length === 0) return null
  const { owner, area, status, overdue } = search
  return (
    <div data-print="hide">
      <Row align="between">
        <Soft>{plans.progress({ done: integer(done), all: integer(agreed.length) })}</Soft>
        <Row gap="s">
          <a
            className={buttonClass({ small: true })}
            href={planSpreadsheetUrl(programme, company, { owner, area, status, overdue })}
            download
          >
            <Icon name="download" />
            {plans.export}
          </a>
          <ButtonLink
            small
            icon="documents"
            to="/programmes/$programme/companies/$company/plan/print"
            params={{ programme, company }}
          >
            {plans.print}
          </ButtonLink>
        </Row>
      </Row>
    </div>
  )
}
