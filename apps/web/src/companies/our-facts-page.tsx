import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { ownCompany, useProgramme } from '../app/session.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { Stack } from '../ui/layout.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { companyQuery } from './api.ts'
import { FactsPanel } from './facts-panel.tsx'

/** The company's people see and correct what the programme knows of their company. */
export function OurFactsPage() {
  const { programme = '' } = useParams({ strict: false })
  const own = ownCompany(useProgramme())
  const { data: company } = useSuspenseQuery(companyQuery(programme, own?.id ?? ''))
  const { companies } = useTexts()
  return (
    <Stack gap="l">
      <PageHeader
        title={companies.home.facts}
        breadcrumbs={[{ label: company.name, href: `/programmes/${programme}/home` }]}
      />
      <FactsPanel programme={programme} company={company.id} may={company.may} />
    </Stack>
  )
}
