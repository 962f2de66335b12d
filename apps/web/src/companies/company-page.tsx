import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useTexts } from '../locales/app-texts.tsx'
import { useFormats } from '../locales/texts.tsx'
import { Stack } from '../ui/layout.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Skeleton } from '../ui/states.tsx'
import { LinkTabs } from '../ui/tabs.tsx'
import { companyQuery } from './api.ts'
import { CompanyActions } from './company-actions.tsx'
import { tabsFor } from './company-tabs.tsx'
import { useNames } from './names.ts'
import { OpenedNote } from './opening.tsx'
import { RegisterOnly } from './register-only.tsx'
import { StatusMark } from './status-mark.tsx'

/** Everything about one company, a tab for each part of its journey. */
export function CompanyPage() {
  const { programme = '', company: id = '', tab: shown = '' } = useParams({ strict: false })
  const { data: company } = useSuspenseQuery(companyQuery(programme, id))
  const { companies } = useTexts()
  const { municipality } = useNames(programme)
  const formats = useFormats()
  const list = `/programmes/${programme}/companies`
  const tabs = tabsFor(company)
  const current = tabs.find((tab) => tab.id === shown)
  const facts = [company.organisationNumber, municipality(company.municipalityCode), company.coach?.name].filter(
    Boolean,
  )
  return (
    <Stack gap="l">
      <PageHeader
        title={
          current && current.id !== ''
            ? `${company.name}: ${companies.tabs[current.label].toLowerCase()}`
            : company.name
        }
        breadcrumbs={[
          { label: companies.title, href: list },
          ...(shown === '' ? [] : [{ label: company.name, href: `${list}/${id}` }]),
        ]}
        intro={facts.join(' · ')}
        status={<StatusMark status={company.status} />}
        actions={company.details && <CompanyActions programme={programme} company={company} />}
      />
      {company.openedUntil && <OpenedNote until={formats.instant(company.openedUntil)} />}
      {company.details === null ? (
        <RegisterOnly programme={programme} company={company} />
      ) : (
        <>
          <LinkTabs
            label={companies.tabs.label}
            tabs={tabs.map((tab) => ({
              href: tab.id === '' ? `${list}/${id}` : `${list}/${id}/${tab.id}`,
              label: companies.tabs[tab.label],
              current: tab === current,
            }))}
          />
          <Suspense fallback={<Skeleton lines={6} />}>
            {current && <current.Panel programme={programme} company={id} may={company.may} />}
          </Suspense>
        </>
      )}
    </Stack>
  )
}
