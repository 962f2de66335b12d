import { describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { testDatabase } from '../../../test/database.ts'
import { CSRF, headersOf, makePerson, makeProgramme, signedInAs } from '../../../test/people.ts'
import { cookieOf, visitorsOf } from './test-visitor.ts'

const database = await testDatabase()
const running = await testApp(database)
const { app, deps, clock } = running
const { post, requestLink, newestMail, sessionsOf } = visitorsOf(running, database)

describe('a mailed link', () => {
  test('tells whose it is, signs in once and leads to the page asked for', async () => {
    const person = await makePerson(database)
    expect((await requestLink(person.email, { returnTo: '/programmes/x/home' })).statusCode).toBe(202)
    const { text, token } = await newestMail(person.email)
    expect(text).toContain(`http://stegvis.test/sign-in/link?to=%2Fprogrammes%2Fx%2Fhome#${token}`)
    expect((await post('/api/public/sign-in/link/look', { token })).json()).toEqual({
      name: person.name,
      email: person.email,
    })

    const used = await post('/api/public/sign-in/link/use', { token })
    expect(used.statusCode).toBe(204)
    expect((await app.inject({ url: '/api/me', headers: { cookie: cookieOf(used) } })).json().id).toBe(person.id)
    for (const step of ['look', 'use']) {
      const again = await post(`/api/public/sign-in/link/${step}`, { token })
      expect([again.statusCode, again.json().type]).toEqual([410, '/problems/link-expired'])
      expect(again.cookies).toEqual([])
    }
  })

  test('signs in one of two who use it at the same moment', async () => {
    const person = await makePerson(database)
    await requestLink(person.email)
    const { token } = await newestMail(person.email)
    const use = () => post('/api/public/sign-in/link/use', { token })
    const replies = await Promise.all([use(), use(), use()])
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([204, 410, 410])
  })

  test('works for fifteen minutes', async () => {
    const person = await makePerson(database)
    await requestLink(person.email)
    const { token } = await newestMail(person.email)
    clock.advance(15.1 / 1440)
    expect((await post('/api/public/sign-in/link/use', { token })).statusCode).toBe(410)
  })

  test('in a mail of the programme works for as many days as it says', async () => {
    const person = await makePerson(database)
    const make = () => database.asInstallation((tx) => deps.signIn.createSignInLink(tx, person, '/', 7))
    const tokens = [new URL(await make()).hash.slice(1), new URL(await make()).hash.slice(1)] as const
    clock.advance(6.9)
    expect((await post('/api/public/sign-in/link/use', { token: tokens[0] })).statusCode).toBe(204)
    clock.advance(0.2)
    expect((await post('/api/public/sign-in/link/use', { token: tokens[1] })).statusCode).toBe(410)
  })

  test('leaves nothing in the database that could sign in', async () => {
    const person = await makePerson(database)
    const address = await database.asInstallation((tx) => deps.signIn.createSignInLink(tx, person, '/', 7))
    const rows = await database.asInstallation((tx) => tx.selectFrom('auth.verification').selectAll().execute())
    expect(JSON.stringify(rows)).not.toContain(new URL(address).hash.slice(1))
  })

  test('never leads to another site', async () => {
    const person = await makePerson(database)
    for (const path of ['//evil.example', 'https://evil.example', '/\\evil.example', 'evil', '/a\nb']) {
      const address = await database.asInstallation((tx) => deps.signIn.createSignInLink(tx, person, path, 7))
      expect(new URL(address).search).toBe('')
    }
  })

  test('makes a person that is not known yet, and never renames one that is', async () => {
    const email = 'new@example.org'
    const make = (name: string) =>
      database.asInstallation((tx) => deps.signIn.ensurePerson(tx, { email, name, language: 'en' }))
    const id = await make('First Name')
    expect(await make('Another Name')).toBe(id)
    const stored = await database.asInstallation((tx) =>
      tx.selectFrom('auth.user').select(['name', 'language']).where('id', '=', id).executeTakeFirst(),
    )
    expect(stored).toEqual({ name: 'First Name', language: 'en' })
  })
})

describe('asking for a link', () => {
  test('gets the same answer whether or not the address is known', async () => {
    const person = await makePerson(database)
    const answer = async (email: string) => {
      const { statusCode, headers, body } = await requestLink(email)
      return { statusCode, body, names: Object.keys(headers).sort() }
    }
    const known = await answer(person.email)
    expect(await answer('nobody@example.org')).toEqual(known)
    expect((await newestMail(person.email)).count).toBe(1)
    expect((await newestMail('nobody@example.org')).count).toBe(0)
    const made = await database.asInstallation((tx) =>
      tx.selectFrom('auth.user').select('id').where('email', '=', 'nobody@example.org').executeTakeFirst(),
    )
    expect(made).toBeUndefined()
  })

  test('finds the person however the address is spelled', async () => {
    const person = await makePerson(database, { email: 'anna.alm@example.org' })
    await requestLink('  Anna.Alm@Example.ORG ')
    expect((await newestMail(person.email)).count).toBe(1)
  })

  test('is limited for each address, known or not, and keeps none of them', async () => {
    const person = await makePerson(database)
    for (const email of [person.email, 'unknown@example.org']) {
      const codes: number[] = []
      for (let at = 0; at < 6; at++) codes.push((await requestLink(email)).statusCode)
      expect(codes).toEqual([202, 202, 202, 202, 202, 429])
    }
    const kept = await database.asInstallation((tx) => tx.selectFrom('auth.rate_limit').selectAll().execute())
    expect(JSON.stringify(kept)).not.toMatch(/example\.org|127\.0/)
  })

  test('is limited for each caller, whichever addresses they try', async () => {
    const guess = (at: number) =>
      post(
        '/api/public/sign-in/new-password-link',
        { email: `guess-${at}@example.org`, language: 'sv' },
        { remoteAddress: '192.0.2.7' },
      )
    const replies = await Promise.all(Array.from({ length: 62 }, (_, at) => guess(at)))
    const refused = replies.filter(({ statusCode }) => statusCode === 429)
    expect(refused).toHaveLength(2)
  })

  test('comes in the language of the page', async () => {
    const person = await makePerson(database, { language: 'sv' })
    await post('/api/public/sign-in/link', { email: person.email, language: 'en' })
    expect((await newestMail(person.email)).text).toContain('Sign in:')
  })

  test('says which field is wrong', async () => {
    const reply = await requestLink('not an address')
    expect(reply.statusCode).toBe(422)
    expect(reply.json().errors[0].pointer).toBe('#/email')
  })
})

test('a write without our own header is refused, signed in or not', async () => {
  const person = await makePerson(database)
  const { cookie } = await headersOf(running, person)
  const reply = await app.inject({ method: 'POST', url: '/api/me/sign-out-everywhere', headers: { cookie: cookie! } })
  expect([reply.statusCode, reply.json().type]).toEqual([403, '/problems/cross-site-request'])
  const visitor = await app.inject({
    ...{ method: 'POST', url: '/api/public/sign-in/link' },
    payload: { email: person.email, language: 'sv' },
  })
  expect(visitor.statusCode).toBe(403)
  expect(await sessionsOf(person.id)).toHaveLength(1)
})

test('the library behind sign-in serves nothing by itself', async () => {
  for (const url of ['/api/auth/sign-up/email', '/api/auth/sign-in/email', '/api/auth/get-session']) {
    expect((await app.inject({ method: 'POST', url, headers: CSRF, payload: {} })).statusCode).toBe(404)
  }
})

describe('a demonstration', () => {
  const offer = (test: typeof running) => test.app.inject({ url: '/api/public/sign-in' }).then((reply) => reply.json())
  const signInAs = (test: typeof running, personId: string) =>
    test.app.inject({
      ...{ method: 'POST', url: '/api/public/sign-in/demonstration', headers: CSRF },
      payload: { personId },
    })

  test('lets people of its own in with one press, and nobody else', async () => {
    const shown = await makeProgramme(database, { demonstration: true })
    const real = await makeProgramme(database)
    const coach = await signedInAs(running, shown, { role: 'coach', partnerId: shown.partnerId })
    const both = await signedInAs(running, shown, { role: 'programme-manager' })
    await database.inTenant({ programmeId: real.id, personId: null }, (tx) =>
      tx
        .insertInto('role_grant')
        .values({ programme_id: real.id, id: crypto.randomUUID(), person_id: both.id, role: 'funder' })
        .execute(),
    )
    const elsewhere = await signedInAs(running, real, { role: 'programme-manager' })
    const nowhere = await makePerson(database)
    const administrator = await makePerson(database, { administrator: true })

    expect((await offer(running)).demonstration).toBeNull()
    expect((await signInAs(running, coach.id)).statusCode).toBe(404)

    const demonstration = await testApp(database, { demonstration: true })
    expect((await offer(demonstration)).demonstration.people).toContainEqual(
      expect.objectContaining({ personId: coach.id, role: 'coach', within: 'Partner' }),
    )
    expect((await signInAs(demonstration, coach.id)).statusCode).toBe(204)
    for (const person of [both, elsewhere, nowhere, administrator]) {
      const reply = await signInAs(demonstration, person.id)
      expect([reply.statusCode, reply.cookies]).toEqual([404, []])
    }
  })
})
