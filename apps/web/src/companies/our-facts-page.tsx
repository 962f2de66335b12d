import { useTexts } from '../locales/app-texts.tsx'
import { FactsPanel } from './facts-panel.tsx'
import { OwnCompanyPage } from './own-company-page.tsx'

/** The company's people see and correct what the programme knows of their company. */
export function OurFactsPage() {
  return <OwnCompanyPage title={useTexts().companies.home.facts} panel={FactsPanel} />
}
