import { describe, expect, test } from 'vitest'
import { testApp } from '../../../../test/app.ts'
import { testDatabase } from '../../../../test/database.ts'
import { CSRF, headersOf, makePerson } from '../../../../test/people.ts'
import { GOOD, visitorsOf } from '../test-visitor.ts'

const database = await testDatabase()
const running = await testApp(database)
const { app } = running
const { post, personWithPassword, sessionsOf } = visitorsOf(running, database)

describe('a session', () => {
  test('lasts thirty days in a cookie that scripts and other sites do not get', async () => {
    const person = await personWithPassword()
    const reply = await post('/api/public/sign-in/password', { email: person.email, password: GOOD })
    const [cookie] = reply.cookies
    expect(cookie).toMatchObject({ name: 'stegvis.session_token', httpOnly: true, sameSite: 'Lax', path: '/' })
    expect(cookie!.maxAge).toBe(30 * 24 * 3600)
    expect(cookie).not.toHaveProperty('secure')
    expect(cookie).not.toHaveProperty('domain')
  })

  test('travels over https only where the address is https', async () => {
    const secure = await testApp(database, { config: { publicUrl: 'https://stegvis.example.org' } })
    const person = await personWithPassword()
    const reply = await secure.app.inject({
      ...{ method: 'POST', url: '/api/public/sign-in/password', headers: CSRF },
      payload: { email: person.email, password: GOOD },
    })
    expect(reply.cookies[0]).toMatchObject({ name: '__Secure-stegvis.session_token', secure: true })
  })

  test('is moved on while it is used', async () => {
    const person = await makePerson(database)
    const headers = await headersOf(running, person)
    const [session] = await sessionsOf(person.id)
    const day = new Date(Date.now() + 10 * 86_400_000).toISOString()
    await database.asInstallation((tx) =>
      tx.updateTable('auth.session').set({ expiresAt: day }).where('id', '=', session!.id).execute(),
    )
    const reply = await app.inject({ url: '/api/me', headers })
    expect(reply.cookies[0]?.maxAge).toBe(30 * 24 * 3600)
    const [moved] = await sessionsOf(person.id)
    expect(Date.parse(moved!.expiresAt) - Date.now()).toBeGreaterThan(29 * 86_400_000)
  })

  test('that has run out is nobody', async () => {
    const person = await makePerson(database)
    const headers = await headersOf(running, person)
    await database.asInstallation((tx) =>
      tx
        .updateTable('auth.session')
        .set({ expiresAt: new Date(Date.now() - 1000).toISOString() })
        .where('userId', '=', person.id)
        .execute(),
    )
    const reply = await app.inject({ url: '/api/me', headers })
    expect([reply.statusCode, reply.json().type]).toEqual([401, '/problems/not-signed-in'])
  })

  test('with a forged signature is nobody', async () => {
    const headers = await headersOf(running, await makePerson(database))
    const forged = headers.cookie!.replace(/\.[^.]*$/, '.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA%3D')
    expect((await app.inject({ url: '/api/me', headers: { cookie: forged } })).statusCode).toBe(401)
  })

  test('holds nothing about where its person was', async () => {
    const person = await makePerson(database)
    await headersOf(running, person)
    expect((await sessionsOf(person.id))[0]!.ipAddress).toBeFalsy()
  })
})
