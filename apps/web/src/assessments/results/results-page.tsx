import type { CompanyResults } from '@stegvis/core/assessments/company-results.ts'
import { inLanguage } from '@stegvis/core/kernel/text.ts'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { ButtonLink } from '../../app/link.tsx'
import { ownCompany, useProgramme } from '../../app/session.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useLanguage } from '../../locales/texts.tsx'
import { Stack } from '../../ui/layout.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { LinkTabs } from '../../ui/tabs.tsx'
import { peersQuery, resultsQuery } from '../api.ts'
import { LadderResult } from './ladder-result.tsx'

/** Where a company stands, for its team. */
export function CompanyResultsPage() {
  const { programme, company } = useParams({ from: '/signed-in/programmes/$programme/companies/$company/results' })
  const { ladder } = useSearch({ from: '/signed-in/programmes/$programme/companies/$company/results' })
  const base = `/programmes/${programme}/companies/${company}`
  return <Results {...{ programme, company, ladder }} href={`${base}/results`} companyHref={base} />
}

/** The same for people of the company itself. */
export function OwnResultsPage() {
  const { programme } = useParams({ from: '/signed-in/programmes/$programme/results' })
  const { ladder } = useSearch({ from: '/signed-in/programmes/$programme/results' })
  const { assessments } = useTexts()
  const company = ownCompany(useProgramme())
  if (!company) return <EmptyState title={assessments.noCompany} />
  return <Results {...{ programme, ladder }} company={company.id} href={`/programmes/${programme}/results`} />
}

type ResultsProps = {
  programme: string
  company: string
  ladder: string | undefined
  href: string
  /** staff come from the company's page */
  companyHref?: string
}

function Results({ programme, company, ladder, href, companyHref }: ResultsProps) {
  const { data } = useSuspenseQuery(resultsQuery(programme, company))
  const peers = useQuery(peersQuery(programme, company))
  const { assessments } = useTexts()
  const { language } = useLanguage()
  const measured = data.ladders.filter(({ measurements }) => measurements.length > 0)
  const chosen = measured.find(({ focusArea }) => focusArea.slug === ladder) ?? measured[0]
  return (
    <Stack gap="l">
      <PageHeader
        title={assessments.results}
        intro={data.company.name}
        {...(companyHref && { breadcrumbs: [{ label: data.company.name, href: companyHref }] })}
      />
      {measured.length > 1 && (
        <LinkTabs
          label={assessments.ladders}
          tabs={measured.map(({ focusArea }) => ({
            href: `${href}?ladder=${focusArea.slug}`,
            label: inLanguage(focusArea.name, language),
            current: focusArea.slug === chosen?.focusArea.slug,
          }))}
        />
      )}
      {chosen ? (
        <LadderResult
          key={chosen.focusArea.id}
          results={data}
          ladder={chosen}
          programme={programme}
          peers={peers.data?.ladders.find(({ focusAreaId }) => focusAreaId === chosen.focusArea.id)}
        />
      ) : (
        <NothingMeasured data={data} programme={programme} />
      )}
    </Stack>
  )
}

function NothingMeasured({ data, programme }: { data: CompanyResults; programme: string }) {
  const { assessments } = useTexts()
  const isUnderWay = data.ladders.some(({ open }) => open)
  return (
    <EmptyState
      title={assessments.nothingMeasured}
      action={
        data.mayPlan && !isUnderWay ? (
          <ButtonLink
            kind="primary"
            to="/programmes/$programme/companies/$company/assessments/new"
            params={{ programme, company: data.company.id }}
          >
            {assessments.start}
          </ButtonLink>
        ) : undefined
      }
    >
      {isUnderWay ? assessments.measuringNow : assessments.nothingMeasuredHelp}
    </EmptyState>
  )
}
