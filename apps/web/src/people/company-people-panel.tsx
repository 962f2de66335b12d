import { useSuspenseQuery } from '@tanstack/react-query'
import { companyQuery } from '../companies/api.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { Section } from '../ui/layout.tsx'
import { CompanyPeople } from './company-people.tsx'

/** A company's people as a part of its record. */
export function CompanyPeoplePanel({
  programme,
  company,
  may,
}: {
  programme: string
  company: string
  may: readonly string[]
}) {
  const { people } = useTexts()
  const { data } = useSuspenseQuery(companyQuery(programme, company))
  return (
    <Section title={people.companyPeople.staffTitle}>
      <CompanyPeople
        programme={programme}
        company={{ id: company, name: data.name }}
        mayInvite={may.includes('company-people.invite')}
      />
    </Section>
  )
}
