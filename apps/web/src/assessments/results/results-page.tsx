import { inLanguage } from '@stegvis/core/kernel/text.ts'
import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { ButtonLink } from '../../app/link.tsx'
import { ownCompany, useProgramme } from '../../app/session.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useLanguage } from '../../locales/texts.tsx'
import { Stack } from '../../ui/layout.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { LinkTabs } from '../../ui/tabs.tsx'
import { peersQuery } from '../api.ts'
import { TreeResultView } from '../tree/results/tree-result-view.tsx'
import { isTree, type Measured, useMeasured } from '../use-measured.ts'
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
  const all = useMeasured(programme, company)
  const { measured, ladders: data } = all
  const peers = useQuery(peersQuery(programme, company))
  const { assessments } = useTexts()
  const { language } = useLanguage()
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
          label={assessments.focusAreas}
          tabs={measured.map(({ focusArea }) => ({
            href: `${href}?ladder=${focusArea.slug}`,
            label: inLanguage(focusArea.name, language),
            current: focusArea.slug === chosen?.focusArea.slug,
          }))}
        />
      )}
      {!chosen && <NothingMeasured all={all} programme={programme} />}
      {chosen && isTree(chosen) && (
        <TreeResultView
          key={chosen.focusArea.id}
          results={all.trees}
          area={chosen}
          programme={programme}
          peers={peers.data?.trees.find(({ focusAreaId }) => focusAreaId === chosen.focusArea.id)}
        />
      )}
      {chosen && !isTree(chosen) && (
        <LadderResult
          key={chosen.focusArea.id}
          results={data}
          ladder={chosen}
          programme={programme}
          peers={peers.data?.ladders.find(({ focusAreaId }) => focusAreaId === chosen.focusArea.id)}
        />
      )}
    </Stack>
  )
}

function NothingMeasured({ all, programme }: { all: Measured; programme: string }) {
  const { assessments } = useTexts()
  const { ladders: data, open } = all
  const isUnderWay = open.length > 0
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
