import type { OccasionView } from '@stegvis/core/assessments/schema.ts'
import { inLanguage } from '@stegvis/core/kernel/text.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { ButtonLink, Link } from '../app/link.tsx'
import { useTexts } from '../locales/app-texts.tsx'
import { useLanguage } from '../locales/texts.tsx'
import { AreaName } from '../ui/area-mark.tsx'
import { StatusBadge } from '../ui/badge.tsx'
import { Row, Section, Stack } from '../ui/layout.tsx'
import { EmptyState } from '../ui/states.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { occasionsQuery } from './api.ts'
import { SmallStaircases } from './small-staircases.tsx'
import { useMeasured } from './use-measured.ts'

type CompanyPanelProps = { programme: string; company: string }

/** The "Mätning" tab of a company: where it stands, and every measurement there has been. */
export function CompanyPanel({ programme, company }: CompanyPanelProps) {
  const all = useMeasured(programme, company)
  const results = all.ladders
  const { data: list } = useSuspenseQuery(occasionsQuery(programme, company))
  const { assessments } = useTexts()
  const params = { programme, company }
  const start = results.mayPlan && (
    <ButtonLink icon="add" to="/programmes/$programme/companies/$company/assessments/new" params={params}>
      {assessments.start}
    </ButtonLink>
  )
  if (list.occasions.length === 0) {
    return (
      <EmptyState title={assessments.notMeasuredYet} action={start}>
        {assessments.notMeasuredHelp}
      </EmptyState>
    )
  }
  return (
    <Stack gap="l">
      {all.measured.length > 0 ? (
        <Section
          title={assessments.results}
          actions={
            <>
              <ButtonLink to="/programmes/$programme/companies/$company/results" params={params}>
                {assessments.toResults}
              </ButtonLink>
              {start}
            </>
          }
        >
          <SmallStaircases all={all} programme={programme} />
        </Section>
      ) : (
        <Row align="end">{start}</Row>
      )}
      {list.occasions.map((occasion) => (
        <OccasionPart key={occasion.id} occasion={occasion} programme={programme} mayOpen={results.mayValidate} />
      ))}
    </Stack>
  )
}

type OccasionPartProps = { occasion: OccasionView; programme: string; mayOpen: boolean }
type AssessmentRow = OccasionView['assessments'][number]

function OccasionPart({ occasion, programme, mayOpen }: OccasionPartProps) {
  const { assessments } = useTexts()
  const { language } = useLanguage()
  const startedOn = occasion.assessments[0]?.startedOn ?? ''
  const columns: Column<AssessmentRow>[] = [
    {
      id: 'ladder',
      label: assessments.focusArea,
      main: true,
      cell: (row) => {
        const name = <AreaName accent={row.focusArea.accent}>{inLanguage(row.focusArea.name, language)}</AreaName>
        return mayOpen ? (
          <Link to="/programmes/$programme/assessments/$assessment" params={{ programme, assessment: row.id }}>
            {name}
          </Link>
        ) : (
          name
        )
      },
    },
    {
      id: 'status',
      label: assessments.status,
      cell: (row) => (
        <StatusBadge tone={row.status === 'submitted' ? 'good' : 'brand'}>
          {assessments.statuses[row.status]}
        </StatusBadge>
      ),
    },
    {
      id: 'answered',
      label: assessments.answeredBy,
      cell: ({ respondents }) =>
        assessments.doneOf({
          done: String(respondents.filter(({ completedAt }) => completedAt !== null).length),
          asked: String(respondents.length),
        }),
    },
    { id: 'self', label: assessments.voices.self, numeric: true, cell: ({ steps }) => steps.self ?? '–' },
    { id: 'coach', label: assessments.voices.coach, numeric: true, cell: ({ steps }) => steps.coach ?? '–' },
    { id: 'verified', label: assessments.voices.verified, numeric: true, cell: ({ steps }) => steps.verified ?? '–' },
    { id: 'day', label: assessments.submittedOn, cell: ({ submittedOn }) => submittedOn ?? '–' },
  ]
  return (
    <Section title={assessments.occasion({ kind: assessments.kinds[occasion.kind], on: startedOn })}>
      <Table
        label={assessments.kinds[occasion.kind]}
        columns={columns}
        rows={occasion.assessments}
        rowKey={({ id }) => id}
      />
    </Section>
  )
}
