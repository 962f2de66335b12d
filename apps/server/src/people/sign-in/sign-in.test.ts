import { expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { testDatabase } from '../../../test/database.ts'
import { CSRF, headersOf, makePerson, makeProgramme, signedInAs } from '../../../test/people.ts'

const database = await testDatabase()
const running = await testApp(database)
const { app, deps, clock } = running

function post(url: string, payload: object, headers: Record<string, string> = CSRF) {
  return app.inject({ method: 'POST', url, headers, payload })
}

/** The secret in the newest mail to this address. */
async function mailedToken(to: string): Promise<string> {
  const mail = await database.asInstallation((tx) =>
    tx
      .selectFrom('mail')
      .select('body_text')
      .where('to_address', '=', to)
      .orderBy('created_at', 'desc')
      .executeTakeFirstOrThrow(),
  )
  return /#([\w-]+)/.exec(mail.body_text)![1]!
}

test('a mailed link signs in once', async () => {
  const person = await makePerson(database)
  expect((await post('/api/public/sign-in/link', { email: person.email, language: 'sv' })).statusCode).toBe(202)
  const token = await mailedToken(person.email)

  const look = await post('/api/public/sign-in/link/look', { token })
  expect(look.json()).toEqual({ name: person.name, email: person.email })
  const used = await post('/api/public/sign-in/link/use', { token })
  expect(used.statusCode).toBe(204)
  const again = await post('/api/public/sign-in/link/use', { token })
  expect([again.statusCode, again.json().type]).toEqual([410, '/problems/link-expired'])
})

test('me tells who is signed in and which roles they hold', async () => {
  const programme = await makeProgramme(database)
  const coach = await signedInAs(running, programme, { role: 'coach', partnerId: programme.partnerId })
  const me = await app.inject({ url: '/api/me', headers: coach.headers })
  expect(me.json()).toMatchObject({
    id: coach.id,
    programmes: [{ slug: programme.slug, grants: [{ role: 'coach', partnerId: programme.partnerId }] }],
  })
})
