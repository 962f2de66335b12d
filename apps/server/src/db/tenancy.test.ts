import { randomUUID } from 'node:crypto'
import { PersonId, ProgrammeId } from '@stegvis/core/kernel/ids.ts'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import type { Tx } from './tenancy.ts'

const database = await testDatabase()

const visitor = (programmeId: ProgrammeId) => ({ programmeId, personId: null })

async function makeProgramme(): Promise<ProgrammeId> {
  const id = ProgrammeId.parse(randomUUID())
  await database.inTenant(visitor(id), (tx) =>
    tx
      .insertInto('programme')
      .values({ id, slug: `p-${id.slice(0, 8)}`, name: '{"sv":"Ett","en":"One"}', status: 'draft' })
      .execute(),
  )
  return id
}

const programmes = (tx: Tx) => tx.selectFrom('programme').select('id').execute()

test('a transaction sees the programme it named and no other', async () => {
  const [one, other] = [await makeProgramme(), await makeProgramme()]
  expect(await database.inTenant(visitor(one), programmes)).toEqual([{ id: one }])
  expect(await database.inTenant(visitor(other), programmes)).toEqual([{ id: other }])
  expect(await database.asInstallation(programmes)).toEqual([])
})

test('nothing is left of the programme and the person on the connection that comes next', async () => {
  const programmeId = await makeProgramme()
  const person = PersonId.parse(randomUUID())
  await database.inTenant({ programmeId, personId: person }, programmes)
  const { rows } = await database.pool.query(`select current_programme(), current_person(), current_user::text`)
  expect(rows).toEqual([{ current_programme: null, current_person: null, current_user: 'stegvis_app' }])
})

test('sixty transactions of two programmes side by side never mix', async () => {
  const both = [await makeProgramme(), await makeProgramme()]
  const seen = await Promise.all(
    Array.from({ length: 60 }, (_, at) => database.inTenant(visitor(both[at % 2]!), programmes)),
  )
  expect(seen).toEqual(Array.from({ length: 60 }, (_, at) => [{ id: both[at % 2] }]))
})

test('an id that is not a UUID never gets into the statement', async () => {
  const injected = `'; set role stegvis_owner; --` as ProgrammeId
  await expect(database.inTenant(visitor(injected), programmes)).rejects.toThrow('not a UUID')
})

test('the application cannot become the owner', async () => {
  const become = (tx: Tx) => sql`set local role stegvis_owner`.execute(tx)
  await expect(database.asInstallation(become)).rejects.toMatchObject({ code: '42501' })
})

test('a failure in the middle leaves nothing behind', async () => {
  const id = await makeProgramme()
  const failing = database.inTenant(visitor(id), async (tx) => {
    await tx.updateTable('programme').set({ status: 'open' }).execute()
    throw new Error('on purpose')
  })
  await expect(failing).rejects.toThrow('on purpose')
  const status = await database.inTenant(visitor(id), (tx) => tx.selectFrom('programme').select('status').execute())
  expect(status).toEqual([{ status: 'draft' }])
})

test('a swallowed error does not pass for a commit', async () => {
  const swallowing = database.asInstallation(async (tx) => {
    await sql`select 1 / 0`.execute(tx).catch(() => {})
  })
  await expect(swallowing).rejects.toThrow('rolled back')
})

test('a transaction that met a conflict runs again from its start', async () => {
  const id = await makeProgramme()
  let runs = 0
  const changed = await database.inTenant(
    visitor(id),
    async (tx) => {
      runs++
      await programmes(tx)
      if (runs === 1) {
        await database.inTenant(visitor(id), (other) => other.updateTable('programme').set({ country: 'NO' }).execute())
      }
      return tx.updateTable('programme').set({ country: 'FI' }).returning('country').execute()
    },
    { isolation: 'repeatable read' },
  )
  expect(runs).toBe(2)
  expect(changed).toEqual([{ country: 'FI' }])
})

test('a connection that is cut in the middle costs a second run, not an error', async () => {
  let runs = 0
  const answer = await database.asInstallation(async (tx) => {
    runs++
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
    if (runs === 1) {
      await database.pool.query('select pg_terminate_backend($1)', [rows[0]!.pid])
    }
    return (await sql<{ two: number }>`select 1 + 1 as two`.execute(tx)).rows
  })
  expect(runs).toBe(2)
  expect(answer).toEqual([{ two: 2 }])
})

test('a read-only transaction cannot write', async () => {
  const id = await makeProgramme()
  const writing = database.inTenant(
    visitor(id),
    (tx) => tx.updateTable('programme').set({ status: 'open' }).execute(),
    { readOnly: true },
  )
  await expect(writing).rejects.toMatchObject({ code: '25006' })
})

test('days stay days, instants keep every digit, and large numbers are exact or refused', async () => {
  const { rows } = await database.asInstallation((tx) =>
    sql`select date '2026-03-29' as day, timestamptz '2026-03-29 02:30:00.123456+01' as instant,
               9007199254740991 as large, 12.50::numeric as amount, array[1, null]::int8[] as list,
               array[date '2026-01-31'] as days, array[timestamptz '2026-01-31 00:00:00+00'] as instants`.execute(tx),
  )
  expect(rows).toEqual([
    {
      day: '2026-03-29',
      instant: '2026-03-29T01:30:00.123456Z',
      large: 9007199254740991,
      amount: 12.5,
      list: [1, null],
      days: ['2026-01-31'],
      instants: ['2026-01-31T00:00:00Z'],
    },
  ])
  const tooLarge = (tx: Tx) => sql`select 9007199254740993 as large`.execute(tx)
  await expect(database.asInstallation(tooLarge)).rejects.toThrow('too large to be exact')
})

test('an instant of another time zone is told in UTC', async () => {
  const { rows } = await database.asInstallation(async (tx) => {
    await sql`set local timezone = 'Asia/Kathmandu'`.execute(tx)
    return sql`select timestamptz '2026-01-01 00:00:00.5+00' as instant`.execute(tx)
  })
  expect(rows).toEqual([{ instant: '2026-01-01T00:00:00.5Z' }])
})
