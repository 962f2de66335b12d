import type { ReactNode } from 'react'
import { ErrorState } from '../ui/error-state.tsx'
import { Skeleton } from '../ui/states.tsx'
import { type Column, Pager, Table } from '../ui/table.tsx'

/** What is used of a list that comes in pages. */
type PagedQuery = {
  error: Error | null
  refetch: () => unknown
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => unknown
}

type PagedTableProps<Row> = {
  query: PagedQuery
  /** of the pages so far; undefined until the first is there */
  rows: readonly Row[] | undefined
  label: string
  columns: ReadonlyArray<Column<Row>>
  rowKey: (row: Row) => string
  empty: ReactNode
}

/** A table that comes in pages: the wait for it, what went wrong, its rows and the way to more of them. */
export function PagedTable<Row>({ query, rows, ...table }: PagedTableProps<Row>) {
  return (
    <>
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {!rows && !query.error && <Skeleton />}
      {rows && <Table rows={rows} {...table} />}
      <Pager
        shown={rows?.length ?? 0}
        hasMore={query.hasNextPage}
        isPending={query.isFetchingNextPage}
        onMore={() => void query.fetchNextPage()}
      />
    </>
  )
}
