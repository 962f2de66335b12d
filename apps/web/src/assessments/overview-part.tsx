import { useSuspenseQuery } from '@tanstack/react-query'
import { useTexts } from '../locales/app-texts.tsx'
import { Section } from '../ui/layout.tsx'
import { resultsQuery } from './api.ts'
import { SmallStaircases } from './small-staircases.tsx'

/** On the overview of a company: its staircases, once there are any. */
export function OverviewPart({ programme, company }: { programme: string; company: string }) {
  const { data } = useSuspenseQuery(resultsQuery(programme, company))
  const { assessments } = useTexts()
  if (data.ladders.every(({ measurements }) => measurements.length === 0)) return null
  return (
    <Section title={assessments.results}>
      <SmallStaircases results={data} programme={programme} />
    </Section>
  )
}
