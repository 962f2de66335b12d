import type { GateAnswer } from '@stegvis/core/aid/de-minimis/gate/gate.ts'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { testDatabase } from '../../../test/database.ts'
import { giveRole } from '../../../test/people.ts'
import { newId } from '../../ids.ts'
import type { Reply } from '../test-aid.ts'
import { ledgerOn, session } from '../test-ledger.ts'

const database = await testDatabase()
const server = await testApp(database)
const { call, begin, setEligible } = ledgerOn(server, database)

const TODAY = '2026-11-23'
server.clock.set(`${TODAY}T09:00:00.000Z`)

/** What a refused session is told is missing. */
const missingIn = ({ status, body }: Reply) => [
  status,
  body.type,
  ...(body.gate as GateAnswer).missing.map(({ code }) => code),
]
const CLOSED = [409, '/problems/aid-gate-closed']

describe('the gate before advice', () => {
  test('opens step by step, and says at each what is missing and who can take it', async () => {
    const { programme, companyId, aid } = await begin()
    const all = ['ELIGIBILITY_UNDECIDED', 'NO_DECLARATION', 'HEADROOM_UNCHECKED', 'NO_GRANTING_DECISION']
    expect(missingIn(await aid.log())).toEqual([...CLOSED, ...all])
    await setEligible(programme, companyId)
    await aid.plan(10)
    expect(missingIn(await aid.log())).toEqual([...CLOSED, 'NO_DECLARATION', 'NO_GRANTING_DECISION'])
    await aid.declare()
    expect(missingIn(await aid.log())).toEqual([...CLOSED, 'NO_GRANTING_DECISION'])
    const { gate } = await aid.read()
    expect(gate?.next).toBe('granting-decision')
    expect(gate?.steps.map(({ state, mayFix }) => [state, mayFix])).toEqual([
      ['done', false],
      ['done', false],
      ['done', true],
      ['open', false],
    ])
    expect((await aid.decide()).status).toBe(200)
    const logged = await aid.log()
    expect(logged.body).toMatchObject({ aid: { kind: 'advice' }, billable: true, exception: null })
    expect((await aid.read()).gate).toMatchObject({ answer: { verdict: 'pass' }, next: null })
  })

  test.each([
    ['eligibility', 'ELIGIBILITY_UNDECIDED'],
    ['declaration', 'NO_DECLARATION'],
    ['decision', 'NO_GRANTING_DECISION'],
  ])('stays closed where only the %s is missing', async (step, code) => {
    const { programme, companyId, aid } = await begin()
    if (step !== 'eligibility') await setEligible(programme, companyId)
    await aid.plan(10)
    if (step !== 'declaration') await aid.declare()
    // Without a declaration the award itself is refused, so it is put there as it could stand from another time.
    if (step === 'declaration') await grantPastTheRules(companyId)
    if (step === 'eligibility') await aid.decide()
    expect(missingIn(await aid.log())).toEqual([...CLOSED, code])
  })

  async function grantPastTheRules(companyId: string) {
    await database.owner.query(
      `update support set state = 'granted', decided_on = $2, decided_at = now(),
         decision = '{"outcome":"granted","authority":"","reference":"","reason":"","judged":null}'
       where company_id = $1`,
      [companyId, TODAY],
    )
  }

  test('does not let advice through that was held before the award (B-T24)', async () => {
    const { programme, companyId, aid } = await begin()
    await setEligible(programme, companyId)
    await aid.plan(10)
    await aid.declare()
    await aid.decide()
    expect(missingIn(await aid.log({ heldOn: '2026-11-20' }))).toEqual([...CLOSED, 'BEFORE_GRANT'])
  })

  test('asks for a person’s decision where the size is not clear', async () => {
    const { programme, companyId, aid } = await begin()
    await setEligible(programme, companyId, 'review')
    await aid.plan(10)
    await aid.declare()
    await aid.decide()
    expect(missingIn(await aid.log())).toEqual([...CLOSED, 'ELIGIBILITY_REVIEW'])
    expect((await aid.read()).gate?.steps[0]?.state).toBe('review')
  })

  test('closes again from the day the grant was withdrawn', async () => {
    const { programme, companyId, aid, at, economist } = await begin()
    await setEligible(programme, companyId)
    await aid.plan(10)
    await aid.declare()
    await aid.decide({ decidedOn: TODAY })
    const [grant] = (await aid.read()).grants
    await call(economist.headers, 'POST', at(`/aid/grants/${grant!.id}/changes`), {
      ...{ id: newId<string>(), revision: 1, kind: 'withdrawn', decidedOn: TODAY, reason: 'Projektet upphörde' },
    })
    expect(missingIn(await aid.log())).toEqual([...CLOSED, 'HEADROOM_UNCHECKED', 'NO_GRANTING_DECISION'])
  })

  test('is not there in a programme that has not switched it on', async () => {
    const { aid } = await begin({ gate: false })
    expect((await aid.log()).body).toMatchObject({ billable: null, aid: { kind: 'advice' } })
    expect((await aid.read()).gate).toBeNull()
  })
})

describe('an open event', () => {
  test('is no aid: it is logged with its reason, and needs no paper', async () => {
    const { aid, coach, at } = await begin()
    const open = { kind: 'open-event', reason: 'Öppet för alla företag i länet', advantage: 'none' }
    expect((await aid.log({ aid: open })).body).toMatchObject({ aid: open, billable: true })
    const { body } = await call(coach.headers, 'GET', at('/timeline?group=coaching'))
    expect(JSON.stringify(body)).toContain('Öppet för alla företag i länet')
  })

  test.each([
    ['REASON_MISSING', { kind: 'open-event', reason: '', advantage: 'none' }],
    ['ADVANTAGE_UNCLEAR', { kind: 'open-event', reason: 'Seminarium', advantage: 'unclear' }],
  ])('is refused with %s', async (code, open) => {
    const { aid } = await begin()
    expect(missingIn(await aid.log({ aid: open }))).toEqual([...CLOSED, code])
  })
})

describe('passing the gate', () => {
  test('a programme manager lets the advice of one day through, and the coach logs it as usual', async () => {
    const { aid, at, manager, coach } = await begin()
    const id = newId<string>()
    const exception = { id, forDay: TODAY, reason: 'Beslutet kom muntligt' }
    expect((await call(coach.headers, 'POST', at('/aid/exceptions'), exception)).status).toBe(403)
    expect((await call(manager.headers, 'POST', at('/aid/exceptions'), exception)).status).toBe(200)
    const logged = await aid.log()
    expect(logged.body).toMatchObject({
      exception: { reason: 'Beslutet kom muntligt', by: manager.name },
      billable: false,
    })
    expect((await aid.log({ heldOn: '2026-11-20' })).status).toBe(409)
    const { body } = await call(coach.headers, 'GET', at('/timeline'))
    expect(JSON.stringify(body)).toContain('session.gate-passed')
    await call(manager.headers, 'DELETE', at(`/aid/exceptions/${id}`))
    expect((await aid.log()).status).toBe(409)
  })

  test('a lead who is programme manager passes it in the session itself; a coach cannot', async () => {
    const { programme, aid, coach } = await begin()
    const override = { reason: 'Beslutet kom muntligt' }
    expect(missingIn(await aid.log({ override })).at(-1)).toBe('OVERRIDE_NOT_ALLOWED')
    await giveRole(database, programme.id, coach.id, { role: 'programme-manager' })
    expect(missingIn(await aid.log({ override: { reason: '' } })).at(-1)).toBe('OVERRIDE_REASON_MISSING')
    expect((await aid.log({ override })).body).toMatchObject({ exception: { ...override, by: coach.name } })
  })
})

describe('correcting a session', () => {
  async function logged() {
    const here = await begin()
    await setEligible(here.programme, here.companyId)
    await here.aid.plan(10)
    await here.aid.declare()
    await here.aid.decide()
    const id = newId<string>()
    await here.aid.log({}, here.coach.headers, id)
    const correct = (revision: number, more: object) =>
      call(here.coach.headers, 'PUT', `/api/programmes/${here.programme.slug}/sessions/${id}`, {
        ...{ revision, ...session(TODAY), ...more },
      })
    return { ...here, correct }
  }

  test('judges it for its new day', async () => {
    const { correct } = await logged()
    expect(missingIn(await correct(1, { heldOn: '2026-11-20' }))).toEqual([...CLOSED, 'BEFORE_GRANT'])
    expect((await correct(1, { minutes: 90 })).body).toMatchObject({ minutes: 90, billable: true, revision: 2 })
  })

  test('lets its wording be put right whatever the papers are now', async () => {
    const { correct, programme, companyId } = await logged()
    await setEligible(programme, companyId, 'block')
    expect((await correct(1, { noteAll: 'Rättat' })).body).toMatchObject({ noteAll: 'Rättat', billable: true })
    expect(missingIn(await correct(2, { minutes: 240 }))).toEqual([...CLOSED, 'NOT_ELIGIBLE'])
  })

  test('leaves what was logged before there was a gate as it was', async () => {
    const { programme, aid, manager, coach } = await begin({ gate: false })
    const id = newId<string>()
    await aid.log({}, coach.headers, id)
    const changes = [{ field: 'gate', from: false, to: true }]
    await call(manager.headers, 'PATCH', `/api/programmes/${programme.slug}/aid-rules`, { changes })
    const url = `/api/programmes/${programme.slug}/sessions/${id}`
    const corrected = await call(coach.headers, 'PUT', url, { revision: 1, ...session(TODAY), minutes: 30 })
    expect(corrected.body).toMatchObject({ minutes: 30, billable: null })
  })
})

test('a repeated session answers as the first did, whatever has changed since', async () => {
  const { programme, companyId, aid, coach } = await begin()
  await setEligible(programme, companyId)
  await aid.plan(10)
  await aid.declare()
  await aid.decide()
  const id = newId<string>()
  await aid.log({}, coach.headers, id)
  await setEligible(programme, companyId, 'block')
  expect((await aid.log({}, coach.headers, id)).body).toMatchObject({ billable: true })
})

test('the spreadsheet of sessions says what was aid, what may be claimed and what passed the gate', async () => {
  const { programme, aid, at, manager, coach } = await begin()
  await call(manager.headers, 'POST', at('/aid/exceptions'), { id: newId<string>(), forDay: TODAY, reason: 'Muntligt' })
  await aid.log()
  await aid.log({ aid: { kind: 'open-event', reason: 'För alla', advantage: 'none' } })
  const url = `/api/programmes/${programme.slug}/sessions.xlsx`
  const { rawPayload } = await server.app.inject({ url, headers: coach.headers })
  const rows = (await readXlsx(rawPayload)).sheets[0]!.rows.map((row) => row.slice(9, 12))
  expect(rows[0]).toEqual(['Statligt stöd', 'Får redovisas', 'Gick förbi spärren'])
  expect(rows).toContainEqual(['Rådgivning till företaget', 'nej', `${manager.name}: Muntligt`])
  expect(rows).toContainEqual(['Öppen aktivitet: För alla', 'ja', null])
})
