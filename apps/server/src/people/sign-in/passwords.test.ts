import { describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { testDatabase } from '../../../test/database.ts'
import { headersOf, makePerson } from '../../../test/people.ts'
import { cookieOf, GOOD, visitorsOf } from './test-visitor.ts'

const database = await testDatabase()
const running = await testApp(database)
const { app } = running
const { post, requestLink, newestMail, personWithPassword } = visitorsOf(running, database)

describe('a password', () => {
  test('signs in', async () => {
    const person = await personWithPassword()
    const reply = await post('/api/public/sign-in/password', { email: person.email, password: GOOD })
    expect(reply.statusCode).toBe(204)
    expect((await app.inject({ url: '/api/me', headers: { cookie: cookieOf(reply) } })).json().id).toBe(person.id)
  })

  test('that is wrong, an unknown address and a person without one get the same answer', async () => {
    const tries = [
      { email: (await personWithPassword()).email, password: 'something else entirely' },
      { email: 'nobody-here@example.org', password: GOOD },
      { email: (await makePerson(database)).email, password: GOOD },
    ]
    const replies = []
    for (const payload of tries) replies.push(await post('/api/public/sign-in/password', payload))
    for (const reply of replies) {
      expect([reply.statusCode, reply.json().type, reply.cookies]).toEqual([403, '/problems/sign-in-failed', []])
      expect(reply.body).toBe(replies[0]!.body)
    }
  })

  test('is limited for each address', async () => {
    const person = await personWithPassword()
    for (let at = 0; at < 10; at++) {
      await post('/api/public/sign-in/password', { email: person.email, password: `wrong number ${at}` })
    }
    const reply = await post('/api/public/sign-in/password', { email: person.email, password: GOOD })
    expect(reply.statusCode).toBe(429)
  })

  test('is stored so that it cannot be read', async () => {
    const person = await personWithPassword()
    const rows = await database.asInstallation((tx) =>
      tx.selectFrom('auth.account').select('password').where('userId', '=', person.id).execute(),
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]!.password).not.toContain(GOOD)
  })

  test('that was forgotten is replaced by a mailed link, and every device signed out', async () => {
    const person = await personWithPassword()
    const before = await headersOf(running, person)
    await post('/api/public/sign-in/new-password-link', { email: person.email, language: 'sv' })
    const { token } = await newestMail(person.email)
    expect((await post('/api/public/sign-in/new-password-link/look', { token })).json().email).toBe(person.email)

    const weak = await post('/api/public/sign-in/new-password', { token, password: 'lösenord1234' })
    expect([weak.statusCode, weak.json().fault]).toEqual([422, 'common'])
    const password = 'helt ny och lagom lång'
    const done = await post('/api/public/sign-in/new-password', { token, password })
    expect(done.statusCode).toBe(204)
    expect((await app.inject({ url: '/api/me', headers: before })).statusCode).toBe(401)
    expect((await app.inject({ url: '/api/me', headers: { cookie: cookieOf(done) } })).statusCode).toBe(200)
    expect((await post('/api/public/sign-in/password', { email: person.email, password: GOOD })).statusCode).toBe(403)
    expect((await post('/api/public/sign-in/password', { email: person.email, password })).statusCode).toBe(204)
    expect((await post('/api/public/sign-in/new-password', { token, password })).statusCode).toBe(410)
  })

  test('link of one kind does not do what the other does', async () => {
    const person = await personWithPassword()
    await requestLink(person.email)
    const { token } = await newestMail(person.email)
    expect((await post('/api/public/sign-in/new-password', { token, password: GOOD })).statusCode).toBe(410)
    await post('/api/public/sign-in/new-password-link', { email: person.email, language: 'sv' })
    const other = (await newestMail(person.email)).token
    expect((await post('/api/public/sign-in/link/use', { token: other })).statusCode).toBe(410)
  })
})
