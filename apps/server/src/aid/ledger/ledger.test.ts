import { describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { testDatabase } from '../../../test/database.ts'
import { newId } from '../../ids.ts'
import { errorsOf, type Reply } from '../test-aid.ts'
import { ledgerOn } from '../test-ledger.ts'

const database = await testDatabase()
const server = await testApp(database)
const { call, begin, as, scene } = ledgerOn(server, database)
server.clock.set('2026-11-23T09:00:00.000Z')

const refusalOf = ({ status, body }: Reply) => [status, body.type]

describe('the ledger of earlier aid', () => {
  test('adds up what counts today, at another day, and as it comes back (B-T01)', async () => {
    const { aid } = await begin()
    await aid.earlier('2023-11-22', 120_000)
    await aid.earlier('2024-05-10', 80_000)
    await aid.earlier('2025-09-01', 60_000)
    const { headroom } = await aid.read()
    expect(headroom).toMatchObject({ on: '2026-11-23', headroomEurCents: 16_000_000 })
    expect(headroom?.lines.map(({ state }) => state)).toEqual(['counts', 'counts', 'too-old'])
    expect(headroom?.steps).toEqual([
      { on: '2026-11-23', headroomEurCents: 16_000_000 },
      { on: '2027-05-11', headroomEurCents: 24_000_000 },
      { on: '2028-09-02', headroomEurCents: 30_000_000 },
      { on: '2031-07-01', headroomEurCents: null },
    ])
    expect((await aid.read(undefined, '?on=2026-11-22')).headroom?.headroomEurCents).toBe(4_000_000)
  })

  test('keeps the rate an amount was entered with, and looks it up where none was', async () => {
    const { aid } = await begin()
    const rate = { perEuro: '11.20', source: 'Beslutet', day: '2025-02-01' }
    await aid.earlier('2025-02-01', 0, { amount: { currency: 'SEK', minor: 50_000_000, rate } })
    await aid.earlier('2025-09-15', 0, { amount: { currency: 'SEK', minor: 1_000_000 } })
    const { grants } = await aid.read()
    expect(grants.map(({ eurCents, rate: kept }) => [eurCents, kept?.perEuro])).toEqual([
      [100_000, '10'],
      [4_464_286, '11.20'],
    ])
  })

  test.each([
    ['#/amount/rate', { awardedOn: '2025-02-01', amount: { currency: 'SEK', minor: 1 } }],
    ['#/amount/currency', { amount: { currency: 'ABC', minor: 1 } }],
    ['#/amount/minor', { amount: { currency: 'EUR', minor: -5 } }],
    ['#/regulation', { regulation: '1/1999' }],
    ['#/awardedOn', { regulation: '1407/2013' }],
    ['#/party', { party: newId<string>() }],
  ])('points at %s', async (pointer, wrong) => {
    const { aid } = await begin()
    const refused = await aid.earlier('2025-09-01', 1, wrong)
    expect([refused.status, errorsOf(refused)[0]?.split(':')[0]]).toEqual([422, pointer])
  })

  test('corrects a line with a reason, and keeps what it was', async () => {
    const { aid, at, coach } = await begin()
    await aid.earlier('2025-09-01', 60_000)
    const [grant] = (await aid.read()).grants
    const facts = { memberState: 'SE', regulation: '2023/2831', awardedOn: '2025-09-02', authority: 'Regionen' }
    const correction = {
      ...{ revision: 1, reason: 'Fel dag och belopp', ...facts },
      ...{ scheme: '', instrument: '', industryCode: '', reference: 'R 1' },
      amount: { currency: 'EUR', minor: 6_100_000 },
    }
    const put = () => call(coach.headers, 'PUT', at(`/aid/grants/${grant!.id}`), correction)
    expect((await put()).status).toBe(200)
    expect(refusalOf(await put())).toEqual([412, '/problems/changed-meanwhile'])
    const [corrected] = (await aid.read()).grants
    expect(corrected).toMatchObject({ awardedOn: '2025-09-02', eurCents: 6_100_000, reference: 'R 1', revision: 2 })
    expect(corrected?.changes).toMatchObject([{ kind: 'corrected', reason: 'Fel dag och belopp', by: coach.name }])
    const { rows } = await database.owner.query('select before from aid_grant_change where grant_id = $1', [grant!.id])
    expect(rows[0].before).toMatchObject({ awardedOn: '2025-09-01', minor: 6_000_000 })
  })

  test('lowers a line by a decision, from its day on', async () => {
    const { aid, at, coach } = await begin()
    await aid.earlier('2025-09-01', 60_000)
    const [grant] = (await aid.read()).grants
    const lower = (revision: number, decidedOn: string, euro: number) =>
      call(coach.headers, 'POST', at(`/aid/grants/${grant!.id}/changes`), {
        ...{ id: newId<string>(), revision, kind: 'lowered', decidedOn, minor: euro * 100, reason: 'Avstod' },
      })
    expect(refusalOf(await lower(1, '2026-01-10', 60_000))).toEqual([422, '/problems/grant-not-lowered'])
    expect(refusalOf(await lower(1, '2025-08-31', 1))).toEqual([422, '/problems/decision-out-of-order'])
    expect(refusalOf(await lower(1, '2026-11-24', 1))).toEqual([422, '/problems/decision-ahead'])
    expect((await lower(1, '2026-01-10', 20_000)).status).toBe(200)
    expect((await aid.read()).headroom?.headroomEurCents).toBe(28_000_000)
    expect((await aid.read(undefined, '?on=2026-01-09')).headroom?.headroomEurCents).toBe(24_000_000)
    expect((await aid.read()).grants[0]).toMatchObject({ eurCents: 6_000_000, presentEurCents: 2_000_000 })
  })

  test('takes out what was entered by mistake, and leaves the programme’s own to a decision', async () => {
    const { aid, at, coach, economist } = await begin()
    await aid.earlier('2025-09-01', 60_000)
    await aid.plan(10)
    await aid.declare()
    await aid.decide()
    const { grants } = await aid.read()
    const remove = (headers: Record<string, string>, origin: string) => {
      const { id, revision } = grants.find((grant) => grant.origin === origin)!
      const change = { id: newId<string>(), revision, kind: 'removed', reason: 'Dubblett' }
      return call(headers, 'POST', at(`/aid/grants/${id}/changes`), change)
    }
    expect((await remove(coach.headers, 'declared')).status).toBe(200)
    expect(refusalOf(await remove(economist.headers, 'programme'))).toEqual([409, '/problems/grant-is-decided'])
    expect(refusalOf(await remove(coach.headers, 'programme'))).toEqual([403, '/problems/not-allowed'])
    expect((await aid.read()).grants.map(({ origin }) => origin)).toEqual(['programme'])
  })

  test('is read by the team and the company, by nobody of another company', async () => {
    const { aid, programme, at } = await begin()
    await aid.earlier('2025-09-01', 60_000)
    const other = await scene({ programme })
    const stranger = await as(programme, { role: 'company-manager', companyId: other.companyId })
    for (const { headers } of [other.coach, stranger]) {
      expect((await call(headers, 'GET', at('/aid'))).status).toBe(404)
      const [grant] = (await aid.read()).grants
      const theirs = `/api/programmes/${programme.slug}/companies/${other.companyId}/aid/grants/${grant!.id}/changes`
      const change = { id: newId<string>(), revision: 1, kind: 'removed', reason: 'Nyfiken' }
      expect((await call(headers, 'POST', theirs, change)).status).toBe(404)
    }
  })
})
