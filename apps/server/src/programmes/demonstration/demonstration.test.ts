import { PlainDate } from '@stegvis/core/kernel/day.ts'
import pino from 'pino'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { loadModels } from '../../models/library.ts'
import { MODELS } from '../../paths.ts'
import { seedDemonstration } from './service.ts'

const database = await testDatabase()
const today = PlainDate.parse('2026-11-23')
const models = loadModels(MODELS)
const clock = { now: () => `${today}T10:00:00.000Z`, today: () => today }
const log = pino({ level: 'silent' })

// Some seconds on an idle machine; how many is measured, not tested.
test('the whole demonstration is put in place once', { timeout: 180_000 }, async () => {
  const first = await seedDemonstration(database, models, clock, log)
  const count = await database.inTenant({ programmeId: first.programmeId, personId: null }, (tx) =>
    tx
      .selectFrom('company')
      .select(({ fn }) => fn.countAll<number>().as('companies'))
      .executeTakeFirstOrThrow(),
  )
  expect(count.companies).toBe(310)
  expect(await seedDemonstration(database, models, clock, log)).toEqual(first)
})
