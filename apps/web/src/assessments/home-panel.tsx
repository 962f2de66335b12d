import type { LadderResults } from '@stegvis/core/assessments/company-results.ts'
import { inLanguage } from '@stegvis/core/kernel/text.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { ButtonLink } from '../app/link.tsx'
import { useTexts } from '../locales/app-texts.tsx'
import { useLanguage } from '../locales/texts.tsx'
import { Card, Row, Section, Stack } from '../ui/layout.tsx'
import { EmptyState } from '../ui/states.tsx'
import { resultsQuery } from './api.ts'
import { SmallStaircases } from './small-staircases.tsx'

/** On the company's first page: what to answer now, and where the company stands. */
export function HomePanel({ programme, company }: { programme: string; company: string }) {
  const { data } = useSuspenseQuery(resultsQuery(programme, company))
  const { assessments } = useTexts()
  const isMeasured = data.ladders.some(({ measurements }) => measurements.length > 0)
  const open = data.ladders.filter((ladder) => ladder.open)
  return (
    <Section
      title={assessments.whereWeStand}
      actions={
        data.mayPlan && (
          <ButtonLink
            small
            to="/programmes/$programme/companies/$company/assessments/new"
            params={{ programme, company }}
          >
            {assessments.start}
          </ButtonLink>
        )
      }
    >
      <Stack>
        {open.map((ladder) => (
          <ToAnswer key={ladder.focusArea.id} ladder={ladder} programme={programme} />
        ))}
        {isMeasured ? (
          <SmallStaircases results={data} programme={programme} />
        ) : (
          open.length === 0 && (
            <EmptyState title={assessments.nothingMeasured}>{assessments.nothingMeasuredHelp}</EmptyState>
          )
        )}
      </Stack>
    </Section>
  )
}

function ToAnswer({ ladder, programme }: { ladder: LadderResults; programme: string }) {
  const { assessments } = useTexts()
  const { language } = useLanguage()
  const { open, focusArea } = ladder
  if (!open) return null
  const asks = open.mine === 'asked' || open.mine === 'begun'
  return (
    <Card accent={focusArea.accent} title={inLanguage(focusArea.name, language)} level={3}>
      <Row align="between">
        <p>
          {asks
            ? assessments.yourTurn
            : assessments.respondentsDone({ done: String(open.completed), asked: String(open.asked) })}
        </p>
        {asks && (
          <ButtonLink
            kind="primary"
            to="/programmes/$programme/assessments/$assessment/answer"
            params={{ programme, assessment: open.assessmentId }}
          >
            {open.mine === 'begun' ? assessments.continueAnswering : assessments.beginAnswering}
          </ButtonLink>
        )}
      </Row>
    </Card>
  )
}
