import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay } from '../app/session.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { Button, buttonClass } from '../ui/button.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Icon } from '../ui/icon.tsx'
import { Row, Stack } from '../ui/layout.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { EmptyState, Skeleton } from '../ui/states.tsx'
import { Pager } from '../ui/table.tsx'
import { type CompanySearch, companyCountsQuery, companyListQuery, exportUrl } from './api.ts'
import { AssignMany } from './assign-many.tsx'
import { ListFilters } from './list-filters.tsx'
import { CompanyTable } from './list-table.tsx'
import { NewCompanyDialog } from './new-company-dialog.tsx'
import { StatusTabs } from './status-tabs.tsx'

/** All companies of the programme. The address carries search, filter and order. */
export function CompanyListPage() {
  const { programme = '' } = useParams({ strict: false })
  const search: CompanySearch = useSearch({ strict: false })
  const navigate = useNavigate()
  const { companies } = useTexts()
  const mayCreate = useMay('company.create')
  const mayAssign = useMay('company.assign')
  const [adding, setAdding] = useState(false)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const list = useInfiniteQuery(companyListQuery(programme, search))
  const counts = useQuery(companyCountsQuery(programme, search))
  const rows = list.data?.pages.flatMap((page) => page.companies) ?? []
  const total = search.status ? counts.data?.byStatus[search.status] : counts.data?.total
  const show = (next: CompanySearch) => {
    setChosen(new Set())
    void navigate({ to: '/programmes/$programme/companies', params: { programme }, search: next, replace: true })
  }
  return (
    <Stack gap="l">
      <PageHeader
        title={companies.title}
        actions={
          <>
            <a href={exportUrl(programme, search)} download className={buttonClass({})}>
              <Icon name="download" />
              {companies.list.export}
            </a>
            {mayCreate && (
              <Button kind="primary" icon="add" onPress={() => setAdding(true)}>
                {companies.add.title}
              </Button>
            )}
          </>
        }
      />
      <Stack>
        <StatusTabs search={search} counts={counts.data} programme={programme} />
        <ListFilters programme={programme} search={search} onChange={show} />
      </Stack>
      {list.isPending && <Skeleton lines={8} />}
      {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && (
        <Stack>
          {chosen.size > 0 && (
            <AssignMany
              programme={programme}
              chosen={rows.filter(({ id }) => chosen.has(id))}
              onDone={() => setChosen(new Set())}
            />
          )}
          {rows.length === 0 ? (
            <Nothing search={search} onClear={() => show({})} />
          ) : (
            <CompanyTable
              programme={programme}
              rows={rows}
              search={search}
              onSort={(sort) => show({ ...search, sort })}
              {...(mayAssign && { chosen, onChoose: setChosen })}
            />
          )}
          <Pager
            shown={rows.length}
            total={total}
            hasMore={list.hasNextPage}
            isPending={list.isFetchingNextPage}
            onMore={() => void list.fetchNextPage()}
          />
        </Stack>
      )}
      {adding && <NewCompanyDialog programme={programme} onClose={() => setAdding(false)} />}
    </Stack>
  )
}

function Nothing({ search, onClear }: { search: CompanySearch; onClear: () => void }) {
  const { common, companies } = useTexts()
  const { sort: _, ...filter } = search
  const isFiltered = Object.keys(filter).length > 0
  return (
    <EmptyState
      title={isFiltered ? companies.list.nothingFound : companies.list.nothing}
      action={
        isFiltered && (
          <Row>
            <Button onPress={onClear}>{common.clearFilters}</Button>
          </Row>
        )
      }
    >
      {isFiltered ? companies.list.nothingFoundHint : companies.list.nothingHint}
    </EmptyState>
  )
}
