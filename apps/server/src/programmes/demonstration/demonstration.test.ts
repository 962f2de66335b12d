import { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { ProgrammeId } from '@stegvis/core/kernel/ids.ts'
import pino from 'pino'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { answerSize, askSize } from '../../aid/size/question.ts'
import { loadModels } from '../../models/library.ts'
import { MODELS } from '../../paths.ts'
import { seedDemonstration } from './service.ts'
import { listCompaniesWithOwners } from './store.ts'

const database = await testDatabase()
const today = PlainDate.parse('2026-11-23')
const models = loadModels(MODELS)
const clock = { now: () => `${today}T10:00:00.000Z`, today: () => today }
const log = pino({ level: 'silent' })

/** How the sizes that were kept came out. */
async function decided(programmeId: ProgrammeId): Promise<Record<string, number>> {
  const { rows } = await database.owner.query<{ verdict: string; count: number }>(
    'select verdict, count(*)::int as count from size_snapshot where programme_id = $1 group by verdict',
    [programmeId],
  )
  return Object.fromEntries(rows.map(({ verdict, count }) => [verdict, count]))
}

/** What there is to say of the sizes of companies whose owners are told. */
async function open(programmeId: ProgrammeId): Promise<string[]> {
  const codes = await database.inTenant({ programmeId, personId: null }, async (tx) => {
    const found: string[] = []
    for (const companyId of await listCompaniesWithOwners(tx, programmeId)) {
      const { status, missing, faults } = answerSize(
        await askSize(tx, { programmeId }, companyId, { on: today, anchor: 'other' }),
      )
      expect([missing.rates, faults]).toEqual([[], []])
      found.push(...status!.reasons.map(({ code }) => code))
    }
    return found
  })
  return [...new Set(codes)]
}

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
  expect(await decided(first.programmeId)).toEqual({ pass: expect.any(Number), block: expect.any(Number) })
  expect(await open(first.programmeId)).toEqual(
    expect.arrayContaining(['ACCOUNTS_MISSING', 'MARKET_UNKNOWN_NO_MATTER', 'OWNERSHIP_CHANGE', 'EXCEPTED_INVESTOR']),
  )
  expect(await seedDemonstration(database, models, clock, log)).toEqual(first)
})
