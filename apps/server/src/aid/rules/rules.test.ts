import type { AidRulesReply } from '@stegvis/core/aid/rules/schema.ts'
import { describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { testDatabase } from '../../../test/database.ts'
import { errorsOf } from '../test-aid.ts'
import { ledgerOn } from '../test-ledger.ts'

const database = await testDatabase()
const server = await testApp(database)
const { call, scene, as, setRules } = ledgerOn(server, database)
server.clock.set('2026-11-23T09:00:00.000Z')

async function programme() {
  const here = await scene()
  const manager = await as(here.programme, { role: 'programme-manager' })
  const url = `/api/programmes/${here.programme.slug}/aid-rules`
  const read = async () => (await call(here.coach.headers, 'GET', url)).body as unknown as AidRulesReply
  const change = (...changes: { field: string; from: unknown; to: unknown }[]) =>
    call(manager.headers, 'PATCH', url, { changes })
  return { ...here, manager, read, change }
}

describe('the rules of a programme on aid', () => {
  test('are not there at first: no gate, and what has to be settled is named', async () => {
    const { read } = await programme()
    expect(await read()).toMatchObject({
      isSet: false,
      rules: { gate: false, memberState: 'SE', regulation: '2023/2831', hourlyMinor: null },
      missing: ['authority', 'scheme', 'hourlyMinor'],
      register: { workingDays: 20 },
      mayEdit: false,
    })
  })

  test('are changed field by field, each change in the programme’s history', async () => {
    const { programme: of, read, change, manager } = await programme()
    await change({ field: 'authority', from: '', to: 'Tillväxtverket' })
    const late = await change({ field: 'authority', from: '', to: 'Regionen' }, { field: 'flatPpm', from: 0, to: 1 })
    expect(late.body).toMatchObject({ conflicts: [{ field: 'authority', present: 'Tillväxtverket' }] })
    expect((await read()).rules).toMatchObject({ authority: 'Tillväxtverket', flatPpm: 1 })
    const { body } = await call(manager.headers, 'GET', `/api/programmes/${of.slug}/history`)
    expect(body.entries).toMatchObject([
      { kind: 'programme.aid-rules-changed', field: 'flatPpm', from: 0, to: 1 },
      { kind: 'programme.aid-rules-changed', field: 'authority', from: '', to: 'Tillväxtverket' },
    ])
  })

  test('keep the gate off until support can be valued, declared and registered', async () => {
    const { programme: of, read, change, manager } = await programme()
    const refused = await change({ field: 'gate', from: false, to: true })
    expect([refused.status, errorsOf(refused)]).toEqual([
      422,
      [
        '#/changes/0/to: The gate can be switched on once the authority, the scheme and the cost of an hour are filled in.',
      ],
    ])
    expect((await read()).isSet).toBe(false)
    await setRules(of, manager)
    expect(await read()).toMatchObject({ isSet: true, missing: [], rules: { gate: true } })
    expect((await change({ field: 'authority', from: 'Tillväxtverket', to: '' })).status).toBe(422)
  })

  test.each([
    ['regulation', '2023/2831', '1/1999'],
    ['currency', 'SEK', 'ABC'],
    ['hourlyMinor', null, -1],
    ['ratePolicy', 'month-of', 'yesterday'],
  ])('point at a %s that cannot be', async (field, from, to) => {
    const { change } = await programme()
    const refused = await change({ field, from, to })
    expect([refused.status, errorsOf(refused)[0]?.split(':')[0]]).toEqual([422, '#/changes/0/to'])
  })

  test('are changed by the programme manager alone', async () => {
    const { programme: of, coach } = await programme()
    const changes = [{ field: 'scheme', from: '', to: 'X' }]
    const reply = await call(coach.headers, 'PATCH', `/api/programmes/${of.slug}/aid-rules`, { changes })
    expect(reply.status).toBe(403)
  })
})
