import type { RegisterPage, RegisterRecord, RegisterRow } from '@stegvis/core/aid/register/schema.ts'
import { describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { testDatabase } from '../../../test/database.ts'
import { newId } from '../../ids.ts'
import { errorsOf, type Reply } from '../test-aid.ts'
import { ledgerOn } from '../test-ledger.ts'
import { registerOn } from './test-register.ts'

const database = await testDatabase()
const server = await testApp(database)
const { call, begin, as } = ledgerOn(server, database)
const { setGrants, registerOf } = registerOn(server, database)
server.clock.set('2026-12-15T09:00:00.000Z')

const refusalOf = ({ status, body }: Reply) => [status, body.type]
const standings = ({ rows }: RegisterPage) => rows.map(({ awardedOn, standing }) => [awardedOn, standing])

describe('the list of awards to register', () => {
  test('counts down working days, from 2026 on, and tells what is late (B-T16)', async () => {
    const { programme, companyId, economist } = await begin()
    await setGrants(programme, companyId, ['2025-12-30', '2026-11-03', '2026-12-10', '2026-11-17'])
    const { read } = registerOf(programme, economist)
    const page = await read()
    expect(standings(page)).toEqual([
      ['2025-12-30', 'no-duty'],
      ['2026-11-03', 'late'],
      ['2026-11-17', 'to-register'],
      ['2026-12-10', 'to-register'],
    ])
    expect(page.rows.map(({ deadline }) => deadline && [deadline.by, deadline.workingDaysLeft])).toEqual([
      null,
      ['2026-12-01', -10],
      ['2026-12-15', 0],
      ['2027-01-12', 17],
    ])
    expect(await read('/counts')).toEqual({
      ...{ all: 4, 'to-register': 3, late: 1, registered: 0, 'to-change': 0, withdrawn: 0 },
    })
    expect(standings(await read('?show=late'))).toEqual([['2026-11-03', 'late']])
    expect((await read('?show=to-register')).rows).toHaveLength(3)
  })

  test('leaves out what others awarded', async () => {
    const { programme, aid, economist } = await begin()
    await aid.earlier('2026-11-03', 1000)
    expect((await registerOf(programme, economist).read()).rows).toEqual([])
  })

  test.each(['deadline', 'newest', 'amount'])('pages by %s without losing or doubling a line', async (sort) => {
    const { programme, companyId, economist } = await begin()
    const days = ['2026-11-03', '2026-11-03', '2026-11-04', '2026-11-05', '2026-11-05']
    await setGrants(programme, companyId, days, { minor: 500 })
    await setGrants(programme, companyId, ['2026-11-04', '2026-11-06'], { minor: 900 })
    const { read } = registerOf(programme, economist)
    const whole = (await read(`?sort=${sort}&limit=200`)).rows.map(({ id }) => id)
    const paged: string[] = []
    let next: string | null = ''
    while (next !== null) {
      const page = await read(`?sort=${sort}&limit=2${next && `&after=${next}`}`)
      paged.push(...page.rows.map(({ id }) => id))
      next = page.next
    }
    expect(paged).toEqual(whole)
    expect(new Set(paged).size).toBe(7)
  })

  test('finds the awards of a company by its name', async () => {
    const { programme, companyId, economist } = await begin()
    await setGrants(programme, companyId, ['2026-12-10'])
    const { read } = registerOf(programme, economist)
    expect((await read('?search=gjuteri')).rows).toHaveLength(1)
    expect((await read('?search=bageri')).rows).toEqual([])
    expect(await read('/counts?search=bageri')).toMatchObject({ all: 0 })
  })

  test('masks the number of a sole trader, and does not find it by that', async () => {
    const { programme, companyId, economist } = await begin()
    await database.owner.query(`update company set organisation_number = '8112289874' where id = $1`, [companyId])
    await setGrants(programme, companyId, ['2026-12-10'])
    const { read } = registerOf(programme, economist)
    const [row] = (await read()).rows
    expect(row).toMatchObject({ number: '811228-****', isSoleTrader: true })
  })

  test('is read by auditors too, who write nothing, and not by coaches', async () => {
    const { programme, companyId, coach } = await begin()
    const [grantId] = await setGrants(programme, companyId, ['2026-12-10'])
    const auditor = registerOf(programme, await as(programme, { role: 'auditor' }))
    expect(await auditor.read()).toMatchObject({ rows: [{ id: grantId }], mayWrite: false })
    expect((await auditor.enter(grantId!)).status).toBe(403)
    const url = `/api/programmes/${programme.slug}/aid-register`
    expect((await call(coach.headers, 'GET', url)).status).toBe(403)
  })
})

describe('noting what stands in the register', () => {
  test('is done for several at once, all or none', async () => {
    const { programme, companyId, economist } = await begin()
    const [first, second] = await setGrants(programme, companyId, ['2026-12-01', '2026-12-10'])
    const { read, send } = registerOf(programme, economist)
    const entry = (grantId: string, more: object = {}) => ({
      ...{ id: newId<string>(), grantId, revision: 1, registeredOn: '2026-12-11', reference: 'SA-1' },
      ...more,
    })
    const refused = await send('/entries', { entries: [entry(first!), entry(second!, { registeredOn: '2026-12-09' })] })
    expect(errorsOf(refused)).toEqual([
      '#/entries/1/registeredOn: The aid cannot have been registered before the day it was awarded.',
    ])
    expect((await read('?show=registered')).rows).toEqual([])
    const entries = [entry(first!), entry(second!)]
    expect((await send('/entries', { entries })).status).toBe(200)
    expect((await send('/entries', { entries })).status, 'the same again').toBe(200)
    const { rows } = await read('?show=registered')
    expect(rows.map(({ registerReference, deadline }) => [registerReference, deadline])).toEqual([
      ['SA-1', null],
      ['SA-1', null],
    ])
    expect(refusalOf(await send('/entries', { entries: [entry(first!)] }))).toEqual([
      412,
      '/problems/changed-meanwhile',
    ])
  })

  test.each([
    ['#/entries/0/registeredOn', { registeredOn: '2026-12-16' }],
    ['#/entries/0/reference', { reference: '811228-9874' }],
  ])('points at %s', async (pointer, wrong) => {
    const { programme, companyId, economist } = await begin()
    const [grantId] = await setGrants(programme, companyId, ['2026-12-01'])
    const refused = await registerOf(programme, economist).enter(grantId!, wrong)
    expect([refused.status, errorsOf(refused)[0]?.split(': ')[0]]).toEqual([422, pointer])
    expect(JSON.stringify(refused.body)).not.toContain('9874')
  })

  test('tells what a later decision or correction changes in the register, until that is done', async () => {
    const { programme, companyId, economist, at } = await begin()
    const [grantId] = await setGrants(programme, companyId, ['2026-12-01'], { minor: 200_000 })
    const { read, enter } = registerOf(programme, economist)
    await enter(grantId!)
    const lowered = { id: newId<string>(), revision: 2, kind: 'lowered', decidedOn: '2026-12-14', minor: 150_000 }
    await call(economist.headers, 'POST', at(`/aid/grants/${grantId}/changes`), { ...lowered, reason: 'Färre timmar' })
    const [row] = (await read('?show=to-change')).rows
    expect(row).toMatchObject({
      ...{ standing: 'to-change', minor: 150_000, eurCents: 15_000, awardedMinor: 200_000 },
      toChange: [
        { field: 'minor', there: 200_000, here: 150_000 },
        { field: 'eurCents', there: 20_000, here: 15_000 },
      ],
    })
    await enter(grantId!, { revision: row!.revision, reference: 'SA-1b' })
    expect((await read('?show=to-change')).rows).toEqual([])
    expect((await read('?show=registered')).rows).toMatchObject([{ registerReference: 'SA-1b', toChange: [] }])
  })

  test('wants a withdrawal noted where the award is registered, and nothing where it is not', async () => {
    const { programme, companyId, economist, at } = await begin()
    const [registered, open] = await setGrants(programme, companyId, ['2026-12-01', '2026-12-10'])
    const { read, enter } = registerOf(programme, economist)
    await enter(registered!)
    const withdraw = (grantId: string, revision: number) =>
      call(economist.headers, 'POST', at(`/aid/grants/${grantId}/changes`), {
        ...{ id: newId<string>(), revision, kind: 'withdrawn', decidedOn: '2026-12-14', reason: 'Avbröts' },
      })
    await withdraw(registered!, 2)
    await withdraw(open!, 1)
    expect(standings(await read('?show=withdrawn'))).toEqual([
      ['2026-12-01', 'to-change'],
      ['2026-12-10', 'withdrawn'],
    ])
    expect((await read('?show=to-change')).rows[0]?.toChange).toContainEqual({
      ...{ field: 'withdrawnOn', there: null, here: '2026-12-14' },
    })
    const refused = await enter(open!, { revision: 2 })
    expect(errorsOf(refused)[0]).toContain('#/entries/0/grantId')
  })

  test('is taken back step by step with a reason, and all of it stays in the history', async () => {
    const { programme, companyId, economist } = await begin()
    const [grantId] = await setGrants(programme, companyId, ['2026-12-01'])
    const { read, enter, send } = registerOf(programme, economist)
    const undo = (revision: number, id = newId<string>()) =>
      send(`/grants/${grantId}/undo`, { id, revision, reason: 'Fel rad' })
    expect(refusalOf(await undo(1))).toEqual([409, '/problems/not-registered'])
    await enter(grantId!)
    await enter(grantId!, { revision: 2, reference: 'SA-2' })
    const id = newId<string>()
    const once = (await undo(3, id)).body as unknown as RegisterRecord
    expect(once.row).toMatchObject({ standing: 'registered', registerReference: 'SA-1' })
    expect((await undo(3, id)).body, 'the same again').toEqual(once)
    await undo(4)
    const record = (await read(`/grants/${grantId}`)) as unknown as RegisterRecord
    expect(record.row).toMatchObject({ standing: 'to-register', registeredOn: null } satisfies Partial<RegisterRow>)
    expect(record.history.map(({ kind, reference, reason }) => [kind, reference, reason])).toEqual([
      ['registered', 'SA-1', ''],
      ['registered', 'SA-2', ''],
      ['undone', null, 'Fel rad'],
      ['undone', null, 'Fel rad'],
    ])
  })
})
