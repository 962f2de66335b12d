import type { Company } from '@stegvis/core/companies/schema.ts'
import { describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { testDatabase } from '../../../test/database.ts'
import { newId } from '../../ids.ts'
import { change, settingOn } from '../test-setting.ts'

const database = await testDatabase()
const server = await testApp(database)
const { app } = server
const { setting } = settingOn(server, database)

describe('contacts', () => {
  test('are added once, found by search, removed and brought back', async () => {
    const { programme, coach, call } = await setting()
    const contact = { id: newId(), name: 'Eva Ek', email: 'Eva@Example.com', main: true }
    await call(coach.headers, 'POST', '/contacts', contact)
    const again = await call(coach.headers, 'POST', '/contacts', contact)
    expect(again.json<Company>().details?.contacts).toMatchObject([
      { name: 'Eva Ek', email: 'eva@example.com', main: true },
    ])
    const found = async () =>
      (
        await app.inject({ url: `/api/programmes/${programme.slug}/companies?search=eva%20ek`, headers: coach.headers })
      ).json()
    expect((await found()).companies).toHaveLength(1)
    const removed = await call(coach.headers, 'DELETE', `/contacts/${contact.id}`)
    expect(removed.json<Company>().details?.contacts).toEqual([])
    expect((await found()).companies).toHaveLength(0)
    const back = await call(coach.headers, 'POST', `/contacts/${contact.id}/restore`)
    expect(back.json<Company>().details?.contacts).toHaveLength(1)
    expect((await call(coach.headers, 'DELETE', `/contacts/${newId()}`)).statusCode).toBe(404)
  })

  test('at most one is the main one', async () => {
    const { coach, call } = await setting()
    const [first, second] = [newId<string>(), newId<string>()]
    await call(coach.headers, 'POST', '/contacts', { id: first, name: 'A', main: true })
    await call(coach.headers, 'POST', '/contacts', { id: second, name: 'B' })
    const reply = await call(coach.headers, 'PATCH', `/contacts/${second}`, change('main', false, true))
    expect(reply.json<Company>().details?.contacts.map(({ name, main }) => [name, main])).toEqual([
      ['B', true],
      ['A', false],
    ])
  })
})
