import { hashKey, type Query, type QueryClient } from '@tanstack/react-query'
import { ProblemError } from '../app/send.ts'
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
  return queryClient.getQueryCache().subscribe((event) => {
    const { type, query } = event
    if (type !== 'updated' || query.meta?.offline !== true) return
    // What the server no longer shows this person does not stay on the device either.
    if (isWithdrawn(query)) void database.queries.delete(hashKey(query.queryKey))
    if (event.action.type !== 'success' || !hasData(query)) return
    void database.queries.put({
      hash: hashKey(query.queryKey),
      key: query.queryKey,
      data: query.state.data,
      updatedAt: query.state.dataUpdatedAt,
    })
  })
}

const hasData = ({ state }: Query) => state.data !== null && state.data !== undefined

const isWithdrawn = ({ state }: Query) =>
  state.error instanceof ProblemError && (state.error.status === 403 || state.error.status === 404)
