import { describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { testDatabase } from '../../../test/database.ts'
import { CSRF, giveRole, headersOf, makePerson, makeProgramme, signedInAs } from '../../../test/people.ts'

const database = await testDatabase()
const running = await testApp(database)
const { app, deps } = running

const GOOD = 'korrekt häst batteri klammer'
const me = (headers: Record<string, string>) => app.inject({ url: '/api/me', headers })
const change = (headers: Record<string, string>, ...changes: object[]) =>
  app.inject({ method: 'PATCH', url: '/api/me', headers, payload: { changes } })

describe('me', () => {
  test('tells where I hold roles now, and nowhere else', async () => {
    const [one, two, three] = [
      await makeProgramme(database),
      await makeProgramme(database, { status: 'draft' }),
      await makeProgramme(database),
    ]
    const { id, headers } = await signedInAs(running, one, { role: 'coach', partnerId: one.partnerId })
    await giveRole(database, one.id, id, { role: 'sub-project-lead', subProjectId: one.subProjectId })
    await giveRole(database, two.id, id, { role: 'programme-manager' })
    await giveRole(database, three.id, id, { role: 'funder', expiresAt: '2026-01-01T00:00:00Z' })
    const { programmes } = (await me(headers)).json()
    expect(programmes).toMatchObject([
      { slug: one.slug, grants: [{ role: 'coach' }, { role: 'sub-project-lead', subProjectId: one.subProjectId }] },
      { slug: two.slug, grants: [{ role: 'programme-manager' }] },
    ])
    expect(programmes).toHaveLength(2)
  })

  test('is kept by nobody on the way', async () => {
    const reply = await me(await headersOf(running, await makePerson(database)))
    expect(reply.headers['cache-control']).toBe('private, no-store')
  })

  test('is nobody without a session', async () => {
    expect((await me({})).statusCode).toBe(401)
  })

  test('takes nothing from a page that another person had open', async () => {
    const [mine, other] = [await makePerson(database), await makePerson(database)]
    const headers = await headersOf(running, mine)
    expect((await me({ ...headers, 'x-stegvis-person': mine.id })).statusCode).toBe(200)
    const reply = await me({ ...headers, 'x-stegvis-person': other.id })
    expect([reply.statusCode, reply.json().type]).toEqual([401, '/problems/not-signed-in'])
  })

  test('lets me change my name and language', async () => {
    const person = await makePerson(database, { name: 'Anna Alm' })
    const headers = await headersOf(running, person)
    const reply = await change(
      headers,
      { field: 'name', from: 'Anna Alm', to: ' Anna Ek ' },
      { field: 'language', from: 'sv', to: 'en' },
    )
    expect(reply.json()).toMatchObject({ name: 'Anna Ek', language: 'en' })
    expect((await me(headers)).json()).toMatchObject({ name: 'Anna Ek', language: 'en' })
  })

  test('keeps what nobody else changed and tells what somebody did', async () => {
    const headers = await headersOf(running, await makePerson(database, { name: 'Now' }))
    const reply = await change(
      headers,
      { field: 'name', from: 'Before', to: 'Mine' },
      { field: 'language', from: 'sv', to: 'en' },
    )
    expect([reply.statusCode, reply.json().conflicts]).toEqual([412, [{ field: 'name', present: 'Now' }]])
    expect((await me(headers)).json()).toMatchObject({ name: 'Now', language: 'en' })
  })

  test('refuses an empty name, another language, and fields that are not mine to change', async () => {
    const headers = await headersOf(running, await makePerson(database))
    for (const [field, to] of [
      ['name', ' '],
      ['language', 'fi'],
      ['administrator', true],
      ['email', 'other@example.org'],
    ]) {
      const reply = await change(headers, { field, from: null, to })
      expect([reply.statusCode, reply.json().type]).toEqual([422, '/problems/invalid-input'])
      expect(reply.json().errors[0].pointer).toMatch(/^#\/changes\/0\//)
    }
  })
})

describe('my devices', () => {
  const list = async (headers: Record<string, string>) => (await app.inject({ url: '/api/me/sign-in', headers })).json()

  test('are listed by browser and system, this one marked', async () => {
    const person = await makePerson(database)
    const other = await headersOf(running, person)
    const headers = await headersOf(running, person)
    await database.asInstallation((tx) =>
      tx
        .updateTable('auth.session')
        .set({ userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:149.0) Gecko/20100101 Firefox/149.0' })
        .where('userId', '=', person.id)
        .execute(),
    )
    const { sessions, hasPassword } = await list(headers)
    expect(hasPassword).toBe(false)
    expect(sessions).toHaveLength(2)
    expect(sessions.filter(({ present }: { present: boolean }) => present)).toHaveLength(1)
    expect(sessions[0]).toMatchObject({ browser: 'Firefox', system: 'Windows' })
    expect((await list(other)).sessions).toHaveLength(2)
  })

  test('are signed out one by one', async () => {
    const person = await makePerson(database)
    const [lost, headers] = [await headersOf(running, person), await headersOf(running, person)]
    const { sessions } = await list(headers)
    const { id } = sessions.find(({ present }: { present: boolean }) => !present)
    const url = `/api/me/sessions/${id}`
    expect((await app.inject({ method: 'DELETE', url, headers })).statusCode).toBe(204)
    expect((await me(lost)).statusCode).toBe(401)
    expect((await me(headers)).statusCode).toBe(200)
    expect((await app.inject({ method: 'DELETE', url, headers })).statusCode).toBe(404)
  })

  test('of somebody else are not mine to sign out', async () => {
    const other = await headersOf(running, await makePerson(database))
    const { sessions } = await list(other)
    const headers = await headersOf(running, await makePerson(database))
    const reply = await app.inject({ method: 'DELETE', url: `/api/me/sessions/${sessions[0].id}`, headers })
    expect(reply.statusCode).toBe(404)
    expect((await me(other)).statusCode).toBe(200)
  })

  test('are all signed out at once', async () => {
    const person = await makePerson(database)
    const [one, two] = [await headersOf(running, person), await headersOf(running, person)]
    const reply = await app.inject({ method: 'POST', url: '/api/me/sign-out-everywhere', headers: one })
    expect(reply.statusCode).toBe(204)
    expect(reply.cookies[0]).toMatchObject({ name: 'stegvis.session_token', value: '', maxAge: 0 })
    for (const headers of [one, two]) expect((await me(headers)).statusCode).toBe(401)
  })

  test('sign out one at a time, also when the session has ended already', async () => {
    const person = await makePerson(database)
    const [one, two] = [await headersOf(running, person), await headersOf(running, person)]
    const signOut = () => app.inject({ method: 'POST', url: '/api/me/sign-out', headers: one })
    expect((await signOut()).statusCode).toBe(204)
    expect((await me(one)).statusCode).toBe(401)
    expect((await me(two)).statusCode).toBe(200)
    expect((await signOut()).statusCode).toBe(204)
  })
})

describe('my password', () => {
  const put = (headers: Record<string, string>, payload: object) =>
    app.inject({ method: 'PUT', url: '/api/me/password', headers, payload })

  test('can be set by somebody who has none, and is told by mail', async () => {
    const person = await makePerson(database)
    const headers = await headersOf(running, person)
    expect((await put(headers, { password: GOOD })).statusCode).toBe(204)
    const url = '/api/public/sign-in/password'
    const payload = { email: person.email, password: GOOD }
    expect((await app.inject({ method: 'POST', url, headers: CSRF, payload })).statusCode).toBe(204)
    const mail = await database.asInstallation((tx) =>
      tx.selectFrom('mail').select('kind').where('to_address', '=', person.email).executeTakeFirst(),
    )
    expect(mail?.kind).toBe('password-changed')
  })

  test('is changed by who knows the present one, and signs the other devices out', async () => {
    const person = await makePerson(database)
    await deps.signIn.setPassword(person.id, GOOD)
    const [other, headers] = [await headersOf(running, person), await headersOf(running, person)]
    const password = 'ett helt annat lösenord'
    for (const present of [undefined, 'wrong wrong wrong']) {
      const reply = await put(headers, { ...(present && { present }), password })
      expect([reply.statusCode, reply.json().errors[0].pointer]).toEqual([422, '#/present'])
    }
    expect((await put(headers, { present: GOOD, password })).statusCode).toBe(204)
    expect((await me(other)).statusCode).toBe(401)
    expect((await me(headers)).statusCode).toBe(200)
  })

  test('cannot be my own name and address', async () => {
    const person = await makePerson(database, { name: 'Kristoffer Gunnarsson' })
    const reply = await put(await headersOf(running, person), { password: 'KristofferGunnarsson' })
    expect([reply.statusCode, reply.json().fault]).toEqual([422, 'personal'])
  })
})
