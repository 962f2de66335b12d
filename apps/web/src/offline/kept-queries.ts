import { hashKey, type Query, type QueryClient } from '@tanstack/react-query'
import type { OfflineDatabase } from './database.ts'

const DAYS_KEPT = 30
const DAY_MILLISECONDS = 24 * 3600 * 1000

/** Puts back what was kept, as old as it is, so that pages open without a network and refresh with one. */
export async function restoreQueries(database: OfflineDatabase, queryClient: QueryClient): Promise<void> {
  const oldest = Date.now() - DAYS_KEPT * DAY_MILLISECONDS
  await database.queries.filter(({ updatedAt }) => updatedAt < oldest).delete()
  for (const { key, data, updatedAt } of await database.queries.toArray()) {
    if (queryClient.getQueryData(key) === undefined) queryClient.setQueryData(key, data, { updatedAt })
  }
}

/** Keeps each new answer of the queries marked `meta: { offline: true }`. Ends with the returned function. */
export function keepQueries(database: OfflineDatabase, queryClient: QueryClient): () => void {
  return queryClient.getQueryCache().subscribe(({ type, query }) => {
    if (type !== 'updated' || !isKept(query)) return
    void database.queries.put({
      hash: hashKey(query.queryKey),
      key: query.queryKey,
      data: query.state.data,
      updatedAt: query.state.dataUpdatedAt,
    })
  })
}

function isKept({ meta, state }: Query): boolean {
  return meta?.offline === true && state.status === 'success' && state.fetchStatus === 'idle' && state.data !== null
}
