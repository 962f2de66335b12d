import { OwnCompanyPage } from '../../companies/own-company-page.tsx'
import { useTexts } from '../../locales/app-texts.tsx'
import { OurOwnersPanel } from './owners-panel.tsx'

/** Who owns the company and what it owns, told by its manager. */
export function OurOwnersPage() {
  return <OwnCompanyPage title={useTexts().groups.ours} panel={OurOwnersPanel} />
}
