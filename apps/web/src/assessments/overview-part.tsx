import { useTexts } from '../locales/app-texts.tsx'
import { Section } from '../ui/layout.tsx'
import { SmallStaircases } from './small-staircases.tsx'
import { useMeasured } from './use-measured.ts'

/** On the overview of a company: its staircases, once there are any. */
export function OverviewPart({ programme, company }: { programme: string; company: string }) {
  const all = useMeasured(programme, company)
  const { assessments } = useTexts()
  if (all.measured.length === 0) return null
  return (
    <Section title={assessments.results}>
      <SmallStaircases all={all} programme={programme} />
    </Section>
  )
}
