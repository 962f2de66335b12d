import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { ownCompany, useProgramme } from '../app/session.ts'
import { Stack } from '../ui/layout.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { companyQuery } from './api.ts'
import type { PanelProps } from './company-tabs.tsx'

/** A part of the company's record as a page of its own, for the company's people. */
export function OwnCompanyPage({ title, panel: Panel }: { title: string; panel: ComponentType<PanelProps> }) {
  const { programme = '' } = useParams({ strict: false })
  const own = ownCompany(useProgramme())
  const { data: company } = useSuspenseQuery(companyQuery(programme, own?.id ?? ''))
  return (
    <Stack gap="l">
      <PageHeader title={title} breadcrumbs={[{ label: company.name, href: `/programmes/${programme}/home` }]} />
      <Panel programme={programme} company={company.id} may={company.may} />
    </Stack>
  )
}
