import { describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { testDatabase } from '../../../test/database.ts'
import { giveRole, makePerson, makeProgramme, signedInAs, type TestGrant } from '../../../test/people.ts'
import { newId } from '../../ids.ts'

const database = await testDatabase()
const running = await testApp(database)
const { app, clock } = running

type Headers = Record<string, string>

const get = (url: string, headers: Headers) => app.inject({ url, headers })
const post = (url: string, headers: Headers, payload: object) => app.inject({ method: 'POST', url, headers, payload })
const patch = (url: string, headers: Headers, payload: object) => app.inject({ method: 'PATCH', url, headers, payload })

async function managed() {
  const programme = await makeProgramme(database)
  const manager = await signedInAs(running, programme, { role: 'programme-manager' })
  const base = `/api/programmes/${programme.slug}`
  const add = async (name: string, grant: TestGrant) => {
    const person = await makePerson(database, { name })
    return { ...person, grantId: await giveRole(database, programme.id, person.id, grant) }
  }
  return { programme, manager, base, add, revoke: (id: string) => `${base}/roles/${id}/revoke` }
}

describe('the staff of a programme', () => {
  test('is listed by name as Swedes sort, with roles and where they are held', async () => {
    const { programme, manager, base, add } = await managed()
    const coach = { role: 'coach', partnerId: programme.partnerId } as const
    for (const name of ['Örjan Ö', 'Åke Å', 'Zara Z', 'Ärla Ä']) await add(name, coach)
    const { people } = (await get(`${base}/people?role=coach`, manager.headers)).json()
    expect(people.map(({ name }: { name: string }) => name)).toEqual(['Zara Z', 'Åke Å', 'Ärla Ä', 'Örjan Ö'])
    expect(people[0].grants).toMatchObject([{ role: 'coach', within: 'Partner', expiresOn: null }])
  })

  test('can be searched, also for signs that mean something to the database', async () => {
    const { programme, manager, base, add } = await managed()
    await add('Per % Cent', { role: 'coach', partnerId: programme.partnerId })
    await add('Anna Alm', { role: 'coach', partnerId: programme.partnerId })
    const find = async (q: string) =>
      (await get(`${base}/people?q=${encodeURIComponent(q)}`, manager.headers))
        .json()
        .people.map(({ name }: { name: string }) => name)
    expect(await find('%')).toEqual(['Per % Cent'])
    expect(await find('alm')).toEqual(['Anna Alm'])
    expect(await find('_')).toEqual([])
  })

  test('comes in pages without gap or repeat, also where names are the same', async () => {
    const { manager, base, add } = await managed()
    for (let at = 0; at < 60; at++) await add('Samma Namn', { role: 'auditor' })
    const first = (await get(`${base}/people?role=auditor`, manager.headers)).json()
    const second = (await get(`${base}/people?role=auditor&after=${first.next}`, manager.headers)).json()
    const ids = [...first.people, ...second.people].map(({ personId }: { personId: string }) => personId)
    expect([first.people.length, second.people.length, second.next]).toEqual([50, 10, null])
    expect(new Set(ids).size).toBe(60)
  })

  test('leaves out companies’ people, and roles that have run out', async () => {
    const { manager, base, add } = await managed()
    await add('Gäst', { role: 'funder', expiresAt: '2026-01-01T00:00:00Z' })
    const { people } = (await get(`${base}/people`, manager.headers)).json()
    expect(people.map(({ personId }: { personId: string }) => personId)).toEqual([manager.id])
  })

  test('is no business of funders and companies', async () => {
    const { programme, base } = await managed()
    const funder = await signedInAs(running, programme, { role: 'funder' })
    expect((await get(`${base}/people`, funder.headers)).statusCode).toBe(403)
    const stranger = await signedInAs(running, await makeProgramme(database), { role: 'coach' })
    expect((await get(`${base}/people`, stranger.headers)).statusCode).toBe(404)
  })
})

describe('a role', () => {
  test('that is taken away ends access at once, in a session that goes on', async () => {
    const { programme, manager, base, revoke } = await managed()
    const coach = await signedInAs(running, programme, { role: 'coach', partnerId: programme.partnerId })
    expect((await get(`${base}/people`, coach.headers)).statusCode).toBe(200)
    const { people } = (await get(`${base}/people?role=coach`, manager.headers)).json()
    const [grant] = people[0].grants
    expect((await post(revoke(grant.id), manager.headers, { reason: 'Byter jobb' })).statusCode).toBe(204)
    expect((await get(`${base}/people`, coach.headers)).statusCode).toBe(404)
    expect((await get('/api/me', coach.headers)).json().programmes).toEqual([])
    expect((await post(revoke(grant.id), manager.headers, { reason: 'igen' })).statusCode).toBe(404)
  })

  test('is taken away only with a reason, which is kept', async () => {
    const { programme, manager, add, revoke } = await managed()
    const { grantId } = await add('Anna Alm', { role: 'economist' })
    const reply = await post(revoke(grantId), manager.headers, { reason: '  ' })
    expect([reply.statusCode, reply.json().type]).toEqual([422, '/problems/reason-required'])
    await post(revoke(grantId), manager.headers, { reason: 'Byter jobb' })
    const event = await database.inTenant({ programmeId: programme.id, personId: null }, (tx) =>
      tx.selectFrom('event').select(['kind', 'detail', 'person_id', 'subject_id']).executeTakeFirst(),
    )
    expect(event).toMatchObject({
      ...{ kind: 'role.revoked', person_id: manager.id, subject_id: grantId },
      detail: { role: 'economist', reason: 'Byter jobb' },
    })
  })

  test('of the last programme manager stays, also when two try to remove each other', async () => {
    const { programme, manager, base, revoke } = await managed()
    const second = await signedInAs(running, programme, { role: 'programme-manager' })
    const { people } = (await get(`${base}/people?role=programme-manager`, manager.headers)).json()
    const grantOf = (id: string) =>
      people.find(({ personId }: { personId: string }) => personId === id).grants[0].id as string
    const replies = await Promise.all([
      post(revoke(grantOf(second.id)), manager.headers, { reason: 'Byter jobb' }),
      post(revoke(grantOf(manager.id)), second.headers, { reason: 'Byter jobb' }),
    ])
    const codes = replies.map(({ statusCode }) => statusCode).sort()
    expect(codes[0]).toBe(204)
    expect([403, 404, 409]).toContain(codes[1])
    const left = await get(`${base}/people`, manager.headers)
    const right = await get(`${base}/people`, second.headers)
    expect([left.statusCode, right.statusCode].sort()).toEqual([200, 404])
  })

  test('can be given beside another, once', async () => {
    const { programme, manager, base, add } = await managed()
    const { id } = await add('Anna Alm', { role: 'coach', partnerId: programme.partnerId })
    const more = { id: newId(), role: 'sub-project-lead', partnerId: null, subProjectId: programme.subProjectId }
    const url = `${base}/people/${id}/roles`
    const give = (grantId: string) =>
      post(url, manager.headers, { ...more, id: grantId, title: null, expiresOn: '2099-12-31' })
    const reply = await give(more.id)
    expect(reply.json().grants).toMatchObject([
      { role: 'coach' },
      { id: more.id, role: 'sub-project-lead', within: 'Delprojekt', expiresOn: '2099-12-31' },
    ])
    expect((await give(more.id)).json().grants).toHaveLength(2)
    expect((await give(newId())).json().grants).toHaveLength(2)
  })

  test('is given only to somebody who is in the programme; others are invited', async () => {
    const { manager, base } = await managed()
    const stranger = await makePerson(database)
    const grant = { id: newId(), role: 'auditor', partnerId: null, subProjectId: null, title: null, expiresOn: null }
    expect((await post(`${base}/people/${stranger.id}/roles`, manager.headers, grant)).statusCode).toBe(404)
  })

  test('ends with its last day, where the programme is', async () => {
    const { programme, manager, base, add } = await managed()
    const { grantId } = await add('Anna Alm', { role: 'auditor' })
    const url = `${base}/roles/${grantId}`
    const to = clock.today('Europe/Stockholm')
    const reply = await patch(url, manager.headers, { from: null, to })
    expect(reply.json().grants).toMatchObject([{ expiresOn: to }])
    const stored = await database.inTenant({ programmeId: programme.id, personId: null }, (tx) =>
      tx.selectFrom('role_grant').select('expires_at').where('id', '=', grantId).executeTakeFirstOrThrow(),
    )
    const end = new Date(stored.expires_at!).toLocaleString('sv-SE', { timeZone: 'Europe/Stockholm' })
    expect(end.slice(11)).toBe('00:00:00')
    expect(end.slice(0, 10) > to).toBe(true)
  })

  test('whose last day somebody else moved is told, not overwritten', async () => {
    const { manager, base, add } = await managed()
    const { grantId } = await add('Anna Alm', { role: 'auditor' })
    const url = `${base}/roles/${grantId}`
    await patch(url, manager.headers, { from: null, to: '2099-06-30' })
    const reply = await patch(url, manager.headers, { from: null, to: '2099-12-31' })
    expect([reply.statusCode, reply.json().present]).toEqual([412, '2099-06-30'])
    const past = await patch(url, manager.headers, { from: '2099-06-30', to: '2020-01-01' })
    expect([past.statusCode, past.json().errors[0].pointer]).toEqual([422, '#/to'])
    expect((await patch(url, manager.headers, { from: '2099-06-30', to: null })).json().grants[0].expiresOn).toBeNull()
  })

  test('of another programme cannot be reached', async () => {
    const one = await managed()
    const two = await managed()
    const { grantId } = await two.add('Anna Alm', { role: 'auditor' })
    expect((await post(one.revoke(grantId), one.manager.headers, { reason: 'x' })).statusCode).toBe(404)
    expect(
      (await patch(`${one.base}/roles/${grantId}`, one.manager.headers, { from: null, to: null })).statusCode,
    ).toBe(404)
  })
})
