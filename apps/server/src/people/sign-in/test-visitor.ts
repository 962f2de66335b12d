import type { TestApp } from '../../../test/app.ts'
import type { TestDatabase } from '../../../test/database.ts'
import { CSRF, makePerson } from '../../../test/people.ts'

export const GOOD = 'korrekt häst batteri klammer'

export const cookieOf = (reply: { cookies: { name: string; value: string }[] }) =>
  reply.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ')

/** What the tests of signing in do, on this application. */
export function visitorsOf({ app, deps }: TestApp, database: TestDatabase) {
  function post(url: string, payload: object, more: { remoteAddress?: string; headers?: Record<string, string> } = {}) {
    return app.inject({ method: 'POST', url, headers: CSRF, payload, ...more })
  }

  const requestLink = (email: string, more: object = {}) =>
    post('/api/public/sign-in/link', { email, language: 'sv', ...more })

  /** The newest mail to this address, and the secret in it. */
  async function newestMail(to: string) {
    const mails = await database.asInstallation((tx) =>
      tx.selectFrom('mail').selectAll().where('to_address', '=', to).orderBy('id', 'desc').execute(),
    )
    const text = mails[0]?.body_text ?? ''
    return { count: mails.length, text, token: /#([\w-]+)/.exec(text)?.[1] ?? '' }
  }

  async function personWithPassword(password = GOOD) {
    const person = await makePerson(database)
    await deps.signIn.setPassword(person.id, password)
    return person
  }

  async function sessionsOf(personId: string) {
    return database.asInstallation((tx) =>
      tx
        .selectFrom('auth.session')
        .selectAll()
        .where('userId', '=', personId as never)
        .execute(),
    )
  }

  return { post, requestLink, newestMail, personWithPassword, sessionsOf }
}
