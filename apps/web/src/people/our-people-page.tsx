import { useParams } from '@tanstack/react-router'
import { useMay } from '../app/session.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { CompanyPeople } from './company-people.tsx'

export function OurPeoplePage({ company }: { company: { id: string; name: string } }) {
  const { programme = '' } = useParams({ strict: false })
  const { people } = useTexts()
  const mayInvite = useMay('company-people.invite')
  return (
    <>
      <PageHeader
        title={people.companyPeople.title}
        intro={mayInvite && people.companyPeople.intro}
        breadcrumbs={[{ label: company.name, href: `/programmes/${programme}/home` }]}
      />
      <CompanyPeople programme={programme} company={company} mayInvite={mayInvite} />
    </>
  )
}
