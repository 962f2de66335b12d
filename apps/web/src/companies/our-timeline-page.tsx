import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { ownCompany, useProgramme } from '../app/session.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { Stack } from '../ui/layout.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { companyQuery } from './api.ts'
import { TimelinePanel } from './timeline-panel.tsx'

/** The company's people read everything that has happened, what they and others did. */
export function OurTimelinePage() {
  const { programme = '' } = useParams({ strict: false })
  const own = ownCompany(useProgramme())
  const { data: company } = useSuspenseQuery(companyQuery(programme, own?.id ?? ''))
  const { companies } = useTexts()
  return (
    <Stack gap="l">
      <PageHeader
        title={companies.home.timeline}
        breadcrumbs={[{ label: company.name, href: `/programmes/${programme}/home` }]}
      />
      <TimelinePanel programme={programme} company={company.id} may={company.may} />
    </Stack>
  )
}
