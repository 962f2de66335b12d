import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { describeInterface } from './openapi.ts'

const FILE = path.resolve(import.meta.dirname, '../openapi.json')

type Operation = { tags?: string[]; summary?: string }
type Description = { openapi: string; paths: Record<string, Record<string, Operation>> }

test('openapi.json is what the routes declare', async () => {
  expect(readFileSync(FILE, 'utf8'), 'run node scripts/openapi.mjs').toBe(await describeInterface())
})

test('every operation says what it does and where it belongs', async () => {
  const { openapi, paths } = JSON.parse(await describeInterface()) as Description
  expect(openapi).toBe('3.1.0')
  expect(Object.keys(paths).length).toBeGreaterThan(50)
  for (const [url, operations] of Object.entries(paths)) {
    for (const [method, { tags, summary }] of Object.entries(operations)) {
      expect([`${method} ${url}`, tags?.length, Boolean(summary)]).toEqual([`${method} ${url}`, 1, true])
    }
  }
})
