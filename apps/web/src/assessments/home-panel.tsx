import type { LadderResults } from '@stegvis/core/assessments/company-results.ts'
import { inLanguage } from '@stegvis/core/kernel/text.ts'
import { ButtonLink } from '../app/link.tsx'
import { useTexts } from '../locales/app-texts.tsx'
import { useLanguage } from '../locales/texts.tsx'
import { Card, Row, Section, Stack } from '../ui/layout.tsx'
import { EmptyState } from '../ui/states.tsx'
import { SmallStaircases } from './small-staircases.tsx'
import { useMeasured } from './use-measured.ts'

/** On the company's first page: what to answer now, and where the company stands. */
export function HomePanel({ programme, company }: { programme: string; company: string }) {
  const all = useMeasured(programme, company)
  const { assessments } = useTexts()
  const { measured, open, ladders } = all
  return (
    <Section
      title={assessments.whereWeStand}
      actions={
        ladders.mayPlan && (
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
        {open.map((area) => (
          <ToAnswer key={area.focusArea.id} area={area} programme={programme} />
        ))}
        {measured.length > 0 ? (
          <SmallStaircases all={all} programme={programme} />
        ) : (
          open.length === 0 && (
            <EmptyState title={assessments.nothingMeasured}>{assessments.nothingMeasuredHelp}</EmptyState>
          )
        )}
      </Stack>
    </Section>
  )
}

type ToAnswerProps = { area: Pick<LadderResults, 'focusArea' | 'open'>; programme: string }

function ToAnswer({ area, programme }: ToAnswerProps) {
  const { assessments } = useTexts()
  const { language } = useLanguage()
  const { open, focusArea } = area
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
