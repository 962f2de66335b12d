import type { TestApp } from '../../../test/app.ts'
import type { TestDatabase } from '../../../test/database.ts'
import { CSRF, type TestProgramme } from '../../../test/people.ts'
import { newId } from '../../ids.ts'

type Headers = Record<string, string>

let count = 0

/** An address that nobody else in the tests has. */
export const freshEmail = (name: string) => `${name}-${++count}@example.org`

/** What the tests of invitations send and read, on this application. */
export function inviterOn({ app }: TestApp, database: TestDatabase) {
  const post = (url: string, headers: Headers, payload: object = {}) =>
    app.inject({ method: 'POST', url, headers, payload })
  const get = (url: string, headers: Headers) => app.inject({ url, headers })

  const staff = (programme: TestProgramme, more: object = {}) => ({
    id: newId(),
    name: 'Nils Ny',
    email: freshEmail('nils'),
    language: 'sv',
    role: 'coach',
    partnerId: programme.partnerId,
    subProjectId: null,
    title: null,
    message: null,
    ...more,
  })

  async function newestMail(to: string) {
    const mail = await database.asInstallation((tx) =>
      tx.selectFrom('mail').selectAll().where('to_address', '=', to).orderBy('id', 'desc').executeTakeFirst(),
    )
    return {
      subject: mail?.subject,
      text: mail?.body_text ?? '',
      token: /#([\w-]+)/.exec(mail?.body_text ?? '')?.[1] ?? '',
    }
  }

  const look = (token: string) => post('/api/public/invitation/look', CSRF, { token })
  const accept = (token: string) => post('/api/public/invitation/accept', CSRF, { token })
  async function eventsOf(programme: TestProgramme) {
    return database.inTenant({ programmeId: programme.id, personId: null }, (tx) =>
      tx.selectFrom('event').select(['kind', 'audience', 'person_id', 'detail']).orderBy('id').execute(),
    )
  }

  return { post, get, staff, newestMail, look, accept, eventsOf }
}
