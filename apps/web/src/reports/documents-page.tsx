import { useParams } from '@tanstack/react-router'
import { ownCompany, useProgramme } from '../app/session.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { Stack } from '../ui/layout.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { DocumentsPanel } from './company-panel.tsx'

/** The company's own documents. The programme's staff find them under the company. */
export function DocumentsPage() {
  const { programme = '' } = useParams({ strict: false })
  const own = ownCompany(useProgramme())
  const { reports } = useTexts()
  if (!own) return null
  return (
    <Stack gap="l">
      <PageHeader title={reports.documents} intro={own.name} />
      <DocumentsPanel programme={programme} company={own.id} />
    </Stack>
  )
}
