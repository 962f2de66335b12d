import { describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { testDatabase } from '../../../test/database.ts'
import { headersOf, makePerson, makeProgramme, signedInAs } from '../../../test/people.ts'
import { newId } from '../../ids.ts'

const database = await testDatabase()
const running = await testApp(database)
const { app, deps, clock } = running

const root = await makePerson(database, { name: 'Root', administrator: true })
const headers = await headersOf(running, root)

const get = (url: string, as = headers) => app.inject({ url, headers: as })
const post = (url: string, payload: object = {}, as = headers) =>
  app.inject({ method: 'POST', url, headers: as, payload })
const remove = (url: string, as = headers) => app.inject({ method: 'DELETE', url, headers: as })

async function keepMail(to: string, subject: string): Promise<void> {
  const mail = { to, subject, language: 'sv', kind: 'test', text: `Till ${to}`, html: '<p></p>' } as const
  await database.asInstallation((tx) => deps.sendMail(tx, mail))
}

describe('the mails', () => {
  test('are there for an administrator and nobody else', async () => {
    const programme = await makeProgramme(database)
    const manager = await signedInAs(running, programme, { role: 'programme-manager' })
    for (const url of ['/api/admin/mail', `/api/admin/mail/${newId()}`, '/api/admin/people']) {
      expect((await get(url, manager.headers)).statusCode).toBe(404)
      expect((await app.inject({ url })).statusCode).toBe(401)
    }
  })

  test('come in pages, newest first, without gap or repeat', async () => {
    for (let at = 0; at < 60; at++) await keepMail(`page-${at}@example.org`, 'Sida')
    const first = (await get('/api/admin/mail?q=page-')).json()
    const second = (await get(`/api/admin/mail?q=page-&after=${first.next}`)).json()
    const all = [...first.mails, ...second.mails].map(({ to }: { to: string }) => to)
    expect([first.mails.length, second.mails.length, second.next]).toEqual([50, 10, null])
    expect(new Set(all).size).toBe(60)
  })

  test('are found by address, subject and state', async () => {
    await keepMail('needle@example.org', 'Välkommen 100%')
    const find = async (query: string) => (await get(`/api/admin/mail?${query}`)).json().mails
    expect(await find('q=needle')).toMatchObject([{ to: 'needle@example.org', status: 'kept' }])
    expect(await find('q=100%25')).toHaveLength(1)
    expect(await find('q=needle&status=sent')).toEqual([])
    expect((await get('/api/admin/mail?status=lost')).statusCode).toBe(422)
  })

  test('are read as text', async () => {
    await keepMail('read@example.org', 'Läs mig')
    const [{ id }] = (await get('/api/admin/mail?q=read@')).json().mails
    expect((await get(`/api/admin/mail/${id}`)).json()).toMatchObject({ text: 'Till read@example.org', language: 'sv' })
    expect((await get(`/api/admin/mail/${newId()}`)).statusCode).toBe(404)
  })

  test('that were given up can be sent again, others stay as they are', async () => {
    await keepMail('failed@example.org', 'Kom inte fram')
    const [{ id }] = (await get('/api/admin/mail?q=failed')).json().mails
    expect((await post(`/api/admin/mail/${id}/retry`)).json().status).toBe('kept')
    await database.asInstallation((tx) =>
      tx.updateTable('mail').set({ status: 'failed', attempts: 10 }).where('id', '=', id).execute(),
    )
    expect((await post(`/api/admin/mail/${id}/retry`)).json()).toMatchObject({ status: 'queued', attempts: 0 })
  })
})

describe('administrators', () => {
  const person = { name: 'Bo Ek', email: 'bo@example.org', language: 'sv' }

  test('name one another, by mail with a link', async () => {
    const { administrators } = (await post('/api/admin/people', person)).json()
    expect(administrators.map(({ name }: { name: string }) => name)).toEqual(['Bo Ek', 'Root'])
    const [mail] = (await get('/api/admin/mail?q=bo@')).json().mails
    const { text } = (await get(`/api/admin/mail/${mail.id}`)).json()
    expect(text).toMatch(/\/sign-in\/link\?to=%2Fadmin%2Fprogrammes#/)
    const again = await post('/api/admin/people', person)
    expect([again.statusCode, again.json().errors[0].pointer]).toEqual([409, '#/email'])
  })

  test('are removed at once, but never the last', async () => {
    const bo = await headersOf(running, { ...person, language: 'sv' })
    const { administrators } = (await get('/api/admin/people', bo)).json()
    const idOf = (email: string) =>
      administrators.find((administrator: { email: string }) => administrator.email === email).personId
    expect((await remove(`/api/admin/people/${idOf(person.email)}`)).json().administrators).toHaveLength(1)
    expect((await get('/api/admin/people', bo)).statusCode).toBe(404)
    const last = await remove(`/api/admin/people/${root.id}`)
    expect([last.statusCode, last.json().type]).toEqual([409, '/problems/last-of-role'])
    expect((await remove(`/api/admin/people/${newId()}`)).statusCode).toBe(404)
  })
})

test('what has run out is cleaned up, what holds stays', async () => {
  const { cleanUp } = await import('../../jobs/clean-up.ts')
  await keepMail('old@example.org', 'Gammalt')
  const kept = await makePerson(database)
  const session = await headersOf(running, kept)
  await database.asInstallation((tx) => deps.signIn.createSignInLink(tx, kept, '/', 7))
  const later = (days: number) => new Date(Date.parse(clock.now()) + days * 86_400_000).toISOString()
  const count = async () => ({
    mails: (await get('/api/admin/mail?q=old@')).json().mails.length,
    links: (await database.asInstallation((tx) => tx.selectFrom('auth.verification').select('id').execute())).length,
  })

  await database.asInstallation((tx) => cleanUp(tx, later(1)))
  expect((await app.inject({ url: '/api/me', headers: session })).statusCode).toBe(200)
  expect(await count()).toMatchObject({ mails: 1 })
  const before = (await count()).links
  await database.asInstallation((tx) => cleanUp(tx, later(9)))
  expect((await count()).links).toBeLessThan(before)
  await database.asInstallation((tx) => cleanUp(tx, later(29)))
  expect((await get('/api/admin/mail?q=old@')).json().mails).toHaveLength(1)
  await database.asInstallation((tx) => cleanUp(tx, later(91)))
  expect((await app.inject({ url: '/api/me', headers: session })).statusCode).toBe(401)
})
