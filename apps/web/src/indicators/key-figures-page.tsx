import { ownCompany, useProgramme } from '../app/session.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { Stack } from '../ui/layout.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { KeyFiguresPanel } from './company-panel.tsx'

/** The key figures as the company's own people meet them. */
export function KeyFiguresPage() {
  const programme = useProgramme()
  const company = ownCompany(programme)
  const { indicators } = useTexts()
  if (!company) return null
  return (
    <Stack gap="l">
      <PageHeader title={indicators.ours} intro={indicators.intro} />
      <KeyFiguresPanel programme={programme.slug} company={company.id} />
    </Stack>
  )
}
