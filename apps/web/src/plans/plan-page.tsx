import { ownCompany, useProgramme } from '../app/session.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { Stack } from '../ui/layout.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { PlanPanel } from './company-panel.tsx'

/** The plan as the company's own people meet it. */
export function PlanPage() {
  const programme = useProgramme()
  const company = ownCompany(programme)
  const { plans } = useTexts()
  if (!company) return null
  return (
    <Stack gap="l">
      <PageHeader title={plans.ourPlan} intro={company.name} />
      <PlanPanel programme={programme.slug} company={company.id} />
    </Stack>
  )
}
