import { getMigrations } from 'better-auth/db/migration'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { TEST_CONFIG } from '../../../test/app.ts'
import { testDatabase } from '../../../test/database.ts'
import { createAuth } from './auth.ts'

const database = await testDatabase()
const log = pino({ level: 'silent' })
const { options } = createAuth({
  database,
  config: TEST_CONFIG,
  secret: 'enough characters for a test to sign with',
  log,
})

test('the sign-in library finds every table and column it expects', async () => {
  const { toBeCreated, toBeAdded } = await getMigrations(options)
  expect({ toBeCreated, toBeAdded }).toEqual({ toBeCreated: [], toBeAdded: [] })
})

test('and would say so if one were missing', async () => {
  const more = { ...options.user.additionalFields, shoeSize: { type: 'number' as const } }
  const { toBeAdded } = await getMigrations({ ...options, user: { additionalFields: more } })
  expect(toBeAdded).toMatchObject([{ table: 'user', fields: { shoeSize: { type: 'number' } } }])
})
