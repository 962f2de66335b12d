import { useTexts } from '../locales/app-texts.tsx'
import { OwnCompanyPage } from './own-company-page.tsx'
import { TimelinePanel } from './timeline-panel.tsx'

/** The company's people read everything that has happened, what they and others did. */
export function OurTimelinePage() {
  return <OwnCompanyPage title={useTexts().companies.home.timeline} panel={TimelinePanel} />
}
