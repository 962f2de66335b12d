import type { PlannedAnswer } from '@stegvis/core/aid/de-minimis/planned/planned.ts'
import { describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { testDatabase } from '../../../test/database.ts'
import { newId } from '../../ids.ts'
import { enterprise, holding, person, type Reply } from '../test-aid.ts'
import { ledgerOn, support } from '../test-ledger.ts'

const database = await testDatabase()
const server = await testApp(database)
const { call, begin, setEligible, scene } = ledgerOn(server, database)

const TODAY = '2026-11-23'
server.clock.set(`${TODAY}T09:00:00.000Z`)

const judgedIn = ({ body }: Reply) => body.judged as PlannedAnswer
const refusalOf = ({ status, body }: Reply) => [status, body.type]

describe('planned support', () => {
  test('is worth its hours at the programme’s cost, with what is bought, less what is paid', async () => {
    const { aid, at, coach } = await begin()
    const reply = await call(coach.headers, 'POST', at('/aid/supports'), {
      id: newId<string>(),
      staff: [
        { work: 'direct', minutes: 600 },
        { work: 'preparation', minutes: 300 },
      ],
      bought: [{ what: 'Testbädd', minor: 500_000 }],
      ...{ paidMinor: 200_000, share: { own: 1, of: 1 }, note: 'Räcker till våren' },
    })
    expect(reply.status).toBe(200)
    const [planned] = (await aid.read()).supports
    expect(planned).toMatchObject({
      state: 'planned',
      amountMinor: 1_800_000,
      value: { staffMinor: 1_500_000, boughtMinor: 500_000, paidMinor: 200_000, aidMinor: 1_800_000 },
      note: 'Räcker till våren',
    })
    expect((await aid.read()).judged?.answer).toMatchObject({ eurCents: 180_000, verdict: 'block' })
  })

  test('of a group activity is the company’s part', async () => {
    const { aid, at, coach } = await begin()
    const shared = { ...support(9), share: { own: 1, of: 3 } }
    await call(coach.headers, 'POST', at('/aid/supports'), { id: newId<string>(), ...shared })
    expect((await aid.read()).supports[0]).toMatchObject({
      amountMinor: 300_000,
      planned: { share: { own: 1, of: 3 } },
    })
  })

  test('is changed while it is planned, and has to be taken back once it is sent', async () => {
    const { aid, at, coach } = await begin()
    const id = newId<string>()
    await aid.plan(10, id)
    const change = (revision: number, hours: number) =>
      call(coach.headers, 'PUT', at(`/aid/supports/${id}`), { revision, ...support(hours) })
    const move = (revision: number, to: string) =>
      call(coach.headers, 'POST', at(`/aid/supports/${id}/state`), { revision, to })
    expect((await change(1, 8)).status).toBe(200)
    expect(refusalOf(await change(1, 6))).toEqual([412, '/problems/changed-meanwhile'])
    await move(2, 'submitted')
    expect(refusalOf(await change(3, 6))).toEqual([409, '/problems/support-closed'])
    await move(3, 'planned')
    await change(4, 6)
    expect((await aid.read()).supports[0]).toMatchObject({ state: 'planned', amountMinor: 600_000, revision: 5 })
  })

  test('needs the cost of an hour, and says so', async () => {
    const { coach, at } = await scene()
    const reply = await call(coach.headers, 'POST', at('/aid/supports'), { id: newId<string>(), ...support(1) })
    expect(refusalOf(reply)).toEqual([409, '/problems/aid-rules-missing'])
  })

  test('shows the team’s note to the team alone', async () => {
    const { aid, owner } = await begin()
    await aid.plan(10)
    expect((await aid.read(owner.headers)).supports[0]?.note).toBeNull()
  })
})

describe('the decision of the authority', () => {
  const ready = async (hours: number) => {
    const here = await begin()
    await setEligible(here.programme, here.companyId)
    await here.aid.plan(hours)
    await here.aid.declare()
    return here
  }

  test('makes a grant at the rate of its day, for ever', async () => {
    const { aid } = await ready(10)
    await aid.decide({ reference: 'Dnr 2026:17' })
    const { grants, supports, headroom } = await aid.read()
    expect(grants).toMatchObject([
      {
        origin: 'programme',
        awardedOn: TODAY,
        ...{ minor: 1_000_000, currency: 'SEK', eurCents: 100_000, authority: 'Tillväxtverket' },
        ...{ scheme: 'Exempelordningen', reference: 'Dnr 2026:17', industryCode: '25.620' },
        rate: { perEuro: '10', source: 'InforEuro', day: '2026-11-01' },
      },
    ])
    expect(supports[0]).toMatchObject({ state: 'granted', amountEurCents: 100_000, decision: { outcome: 'granted' } })
    expect(headroom?.headroomEurCents).toBe(30_000_000 - 100_000)
  })

  test('over the ceiling is refused with the figures, and the largest amount that fits', async () => {
    const { aid, at, coach } = await begin()
    await aid.earlier('2025-09-01', 299_500)
    const id = newId<string>()
    await aid.plan(10, id)
    await aid.declare()
    const refused = await aid.decide()
    expect(refusalOf(refused)).toEqual([409, '/problems/aid-over-ceiling'])
    expect(judgedIn(refused)).toMatchObject({
      eurCents: 100_000,
      largest: { currency: 'SEK', eurCents: 50_000 },
      fitsFrom: '2028-09-02',
    })
    expect((await aid.read()).grants).toHaveLength(1)
    await call(coach.headers, 'PUT', at(`/aid/supports/${id}`), { revision: 1, ...support(5) })
    expect((await aid.decide()).status).toBe(200)
    expect((await aid.read()).headroom?.headroomEurCents).toBe(0)
  })

  test('may be for less than was planned, never for more', async () => {
    const { aid } = await ready(10)
    expect(refusalOf(await aid.decide({ minor: 1_000_001 }))).toEqual([422, '/problems/granted-above-planned'])
    await aid.decide({ minor: 400_000 })
    expect((await aid.read()).supports[0]).toMatchObject({ amountMinor: 400_000, amountEurCents: 40_000 })
  })

  test('before a declaration is refused, and says why', async () => {
    const { aid } = await begin()
    await aid.plan(10)
    const refused = await aid.decide()
    expect(refusalOf(refused)).toEqual([409, '/problems/aid-not-grantable'])
    expect(judgedIn(refused).reasons.map(({ code }) => code)).toEqual(['NO_DECLARATION'])
  })

  test('where a person has to judge needs a reason, which is kept with it', async () => {
    const { aid, at, coach, companyId } = await begin()
    const [owner, other] = [person('Eva Ägare'), enterprise('Systerbolaget AB')]
    for (const [owned, parties] of [
      [companyId, [owner]],
      [other.id, [other]],
    ] as const) {
      const stated = holding(owner.id, owned, 100)
      await call(coach.headers, 'PUT', at(`/group/facts/${newId<string>()}`), { base: 0, stated, parties })
    }
    await aid.earlier('2025-09-01', 299_500, { party: other.id })
    await aid.plan(10)
    await aid.declare()
    const refused = await aid.decide()
    expect(refusalOf(refused)).toEqual([422, '/problems/reason-required'])
    expect(judgedIn(refused).reasons.map(({ code }) => code)).toEqual(['NATURAL_PERSON'])
    const reason = 'Ägaren är inte verksam i bolagen'
    expect((await aid.decide({ reason })).status).toBe(200)
    const [granted] = (await aid.read()).supports
    expect(granted?.decision).toMatchObject({ reason, judged: { verdict: 'review' } })
  })

  test('needs the rate of its day: which one is missing is told, none is guessed', async () => {
    const { aid, programme } = await ready(10)
    await database.owner.query(`delete from currency_rate where programme_id = $1 and on_day = '2026-11-01'`, [
      programme.id,
    ])
    const refused = await aid.decide()
    expect(refusalOf(refused)).toEqual([409, '/problems/rate-missing'])
    expect(refused.body.missing).toMatchObject({ sv: expect.stringContaining('månadskurs för SEK för 2026-11') })
    expect((await aid.read()).headroom?.headroomEurCents).toBe(30_000_000)
  })

  test('is of a day that has come, by somebody who records decisions', async () => {
    const { aid, coach, owner } = await ready(10)
    expect(refusalOf(await aid.decide({ decidedOn: '2026-11-24' }))).toEqual([422, '/problems/decision-ahead'])
    for (const { headers } of [coach, owner]) expect((await aid.decide({}, headers)).status).toBe(403)
  })

  test('sent twice is one, also when it was the other way round', async () => {
    const { aid, at, economist } = await ready(10)
    const [planned] = (await aid.read()).supports
    const decision = {
      ...{ revision: 1, outcome: 'granted', decidedOn: TODAY, authority: 'A', reference: 'R', minor: null, reason: '' },
    }
    const send = (more: object = {}) =>
      call(economist.headers, 'POST', at(`/aid/supports/${planned!.id}/decision`), { ...decision, ...more })
    expect([(await send()).status, (await send()).status]).toEqual([200, 200])
    expect((await aid.read()).grants).toHaveLength(1)
    expect(refusalOf(await send({ outcome: 'refused' }))).toEqual([409, '/problems/support-closed'])
  })

  test('a refusal is kept with its reason, and support can be planned anew', async () => {
    const { aid } = await ready(10)
    await aid.decide({ outcome: 'refused', reason: 'Utanför målgruppen' })
    expect((await aid.log()).body).toMatchObject({ gate: { missing: [{}, { code: 'GRANT_REFUSED' }] } })
    await aid.plan(5)
    const { supports, grants } = await aid.read()
    expect(supports.map(({ state }) => state)).toEqual(['planned', 'refused'])
    expect(grants).toEqual([])
  })
})

describe('what was delivered', () => {
  test('is valued by the costs it was granted by, beside what was granted', async () => {
    const { programme, companyId, aid, at, economist } = await begin()
    await setEligible(programme, companyId)
    await aid.plan(10)
    await aid.declare()
    await aid.decide()
    await aid.log({ minutes: 240 })
    await aid.log({ aid: { kind: 'open-event', reason: 'För alla', advantage: 'none' } })
    const deliveredNow = async () => (await aid.read()).supports[0]?.delivered
    expect(await deliveredNow()).toEqual({
      ...{ minutes: 240, plannedMinutes: 600, sessions: 1 },
      ...{ aidMinor: 400_000, grantedMinor: 1_000_000, action: 'lower' },
    })
    const [grant] = (await aid.read()).grants
    const lowered = {
      id: newId<string>(),
      revision: 1,
      kind: 'lowered',
      decidedOn: TODAY,
      reason: 'Mindre än planerat',
    }
    const address = at(`/aid/grants/${grant!.id}/changes`)
    await call(economist.headers, 'POST', address, { ...lowered, minor: 400_000 })
    expect(await deliveredNow()).toMatchObject({ grantedMinor: 400_000, action: 'none' })
    expect((await aid.read()).headroom?.headroomEurCents).toBe(30_000_000 - 40_000)
    await aid.log({ minutes: 60 })
    expect(await deliveredNow()).toMatchObject({ action: 'new-grant' })
  })
})
