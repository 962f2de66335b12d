import { ownCompany, useProgramme } from '../app/session.ts'
import { OurPeoplePage } from './our-people-page.tsx'
import { StaffPage } from './staff-page.tsx'

/** The same address for both sides: the programme's staff, or one's own company's people. */
export function PeoplePage() {
  const company = ownCompany(useProgramme())
  return company ? <OurPeoplePage company={company} /> : <StaffPage />
}
