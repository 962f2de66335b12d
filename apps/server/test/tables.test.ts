import fs from 'node:fs'
import { expect, test } from 'vitest'
import { describeTables, TABLES_FILE } from '../../../scripts/generate-tables.ts'
import { testDatabase } from './database.ts'

const database = await testDatabase()

test('the generated table types are those of the migrations: run node scripts/generate-tables.mjs', async () => {
  expect(fs.readFileSync(TABLES_FILE, 'utf8')).toBe(await describeTables(database.owner))
})
