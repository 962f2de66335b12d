import 'fake-indexeddb/auto'
import { QueryClient } from '@tanstack/react-query'
import { afterEach, expect, test } from 'vitest'
import { ProblemError } from '../app/send.ts'
import { openDatabase } from './database.ts'
import { keepQueries, restoreQueries } from './kept-queries.ts'

const database = openDatabase('kept')
afterEach(() => database.queries.clear())

const offline = { meta: { offline: true }, retry: false as const }

/** Reads through a client that keeps, and waits until it is on disk. */
async function readKeeping(queryKey: string[], queryFn: () => Promise<unknown>, options: object = offline) {
  const client = new QueryClient()
  const stop = keepQueries(database, client)
  await client.fetchQuery({ queryKey, queryFn, ...options }).catch(() => {})
  await new Promise((resolve) => setTimeout(resolve, 20))
  stop()
}

test('an answer that was kept is there after a restart, as old as it is', async () => {
  const before = Date.now()
  await readKeeping(['assessment', '1'], async () => ({ answers: 7 }))
  const client = new QueryClient()
  await restoreQueries(database, client)
  expect(client.getQueryData(['assessment', '1'])).toEqual({ answers: 7 })
  expect(client.getQueryState(['assessment', '1'])!.dataUpdatedAt).toBeGreaterThanOrEqual(before)
})

test('nothing is kept of queries that do not ask for it', async () => {
  await readKeeping(['secret'], async () => 'x', {})
  expect(await database.queries.count()).toBe(0)
})

test('what the server no longer shows is removed from the device', async () => {
  await readKeeping(['company'], async () => ({ name: 'A' }))
  await readKeeping(['company'], async () => {
    throw new ProblemError(404, { type: '/problems/not-found' })
  })
  expect(await database.queries.count()).toBe(0)
})

test('a lost network leaves what was kept', async () => {
  await readKeeping(['company'], async () => ({ name: 'A' }))
  await readKeeping(['company'], async () => {
    throw new TypeError('network')
  })
  expect(await database.queries.count()).toBe(1)
})

test('what is older than a month is not brought back', async () => {
  await database.queries.put({ hash: '["old"]', key: ['old'], data: 1, updatedAt: Date.now() - 31 * 24 * 3600 * 1000 })
  const client = new QueryClient()
  await restoreQueries(database, client)
  expect(client.getQueryData(['old'])).toBeUndefined()
  expect(await database.queries.count()).toBe(0)
})
