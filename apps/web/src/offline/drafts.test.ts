import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test } from 'vitest'
import { type OfflineDatabase, openDatabase } from './database.ts'
import { createDrafts, type Drafts, type NewDraft } from './drafts.ts'
import { sendDrafts } from './send-drafts.ts'
import { noNetwork, refused, taken, testServer } from './test-server.ts'

const URL = '/api/programmes/p/companies/c'
let person = 0
let database: OfflineDatabase
let drafts: Drafts
let saved: unknown[]

beforeEach(async () => {
  person += 1
  await reopen()
  saved = []
})

/** As after a reload: nothing is left but what is on disk. */
async function reopen() {
  database?.close()
  database = openDatabase(`person-${person}`)
  drafts = createDrafts(database)
  await drafts.load()
}

const draft = (field: string, value: NewDraft['value'], base: NewDraft['base'] = null): NewDraft => ({
  url: URL,
  field,
  value,
  base,
  page: '/programmes/p/companies/c',
  label: field,
  queryKey: ['companies', 'c'],
})

async function writeReady(field: string, value: NewDraft['value'], base: NewDraft['base'] = null) {
  await drafts.write(draft(field, value, base))
  await drafts.ready(URL, field)
}

const sendWith = (server: ReturnType<typeof testServer>) =>
  sendDrafts({ database, drafts, send: server.send, onSaved: (key) => saved.push(key) })

describe('what is typed', () => {
  test('survives a reload before it was ever sent', async () => {
    await drafts.write(draft('name', 'Ny Verkstad AB', 'Verkstad AB'))
    await reopen()
    expect(drafts.get(URL, 'name')).toMatchObject({ value: 'Ny Verkstad AB', base: 'Verkstad AB', state: 'ready' })
  })

  test('is seen by no other person on the same device', async () => {
    await drafts.write(draft('name', 'Hemligt', 'Öppet'))
    person += 1
    await reopen()
    expect(drafts.all()).toEqual([])
  })

  test('is nothing to save once it is back at what is stored', async () => {
    await drafts.write(draft('name', 'Verkstad A', 'Verkstad AB'))
    await drafts.write(draft('name', 'Verkstad AB', 'Verkstad AB'))
    expect(drafts.get(URL, 'name')).toBeUndefined()
    expect(await database.drafts.count()).toBe(0)
  })

  test('is not sent while it is still being typed', async () => {
    const server = testServer(taken)
    await drafts.write(draft('name', 'Ver', 'Verkstad AB'))
    await sendWith(server)
    expect(server.calls).toEqual([])
  })
})

describe('sending', () => {
  test('puts the fields of a record in one request, each with what it builds on', async () => {
    const server = testServer(taken)
    await writeReady('name', 'Ny', 'Gammal')
    await writeReady('city', 'Borås')
    expect(await sendWith(server)).toBe('sent')
    expect(server.calls).toEqual([
      expect.objectContaining({
        url: URL,
        method: 'PATCH',
        body: {
          changes: expect.arrayContaining([
            { field: 'name', from: 'Gammal', to: 'Ny' },
            { field: 'city', from: null, to: 'Borås' },
          ]),
        },
      }),
    ])
    expect(await database.drafts.count()).toBe(0)
    expect(drafts.get(URL, 'name')?.state).toBe('saved')
    expect(saved).toEqual([['companies', 'c']])
  })

  test('keeps everything while there is no network, and sends it later', async () => {
    const server = testServer(noNetwork)
    await writeReady('name', 'Ny', 'Gammal')
    expect(await sendWith(server)).toBe('later')
    await reopen()
    server.next(taken)
    expect(await sendWith(server)).toBe('sent')
    expect(server.calls.at(-1)?.body).toEqual({ changes: [{ field: 'name', from: 'Gammal', to: 'Ny' }] })
  })

  test('keeps everything while nobody is signed in', async () => {
    await writeReady('name', 'Ny', 'Gammal')
    expect(await sendWith(testServer(refused(401, 'not-signed-in')))).toBe('signed-out')
    expect(drafts.get(URL, 'name')?.state).toBe('ready')
  })

  test('goes on from what was sent when more was typed meanwhile', async () => {
    await writeReady('name', 'Ny', 'Gammal')
    const server = testServer(() => {
      void drafts.write(draft('name', 'Nyare', 'Gammal'))
      return Response.json({})
    })
    await sendWith(server)
    await drafts.ready(URL, 'name')
    await sendWith(server)
    expect(server.calls[1]?.body).toEqual({ changes: [{ field: 'name', from: 'Ny', to: 'Nyare' }] })
  })

  test('lets the last save be taken back by the same change backwards', async () => {
    const server = testServer(taken)
    await writeReady('name', 'Ny', 'Gammal')
    await sendWith(server)
    await writeReady('name', 'Gammal', 'Gammal')
    await sendWith(server)
    expect(server.calls[1]?.body).toEqual({ changes: [{ field: 'name', from: 'Ny', to: 'Gammal' }] })
  })
})

describe('when somebody else wrote first', () => {
  const conflict = refused(412, 'changed-meanwhile', { conflicts: [{ field: 'name', present: 'Deras' }] })

  test('the field shows both values and the other fields are saved', async () => {
    await writeReady('name', 'Mitt', 'Gammal')
    await writeReady('city', 'Borås')
    await sendWith(testServer(conflict))
    expect(drafts.get(URL, 'name')).toMatchObject({ state: 'conflict', value: 'Mitt', present: 'Deras' })
    expect(drafts.get(URL, 'city')?.state).toBe('saved')
  })

  test('the choice stays open through a reload and through further typing', async () => {
    await writeReady('name', 'Mitt', 'Gammal')
    await sendWith(testServer(conflict))
    await drafts.write(draft('name', 'Mitt igen', 'Gammal'))
    await reopen()
    expect(drafts.get(URL, 'name')).toMatchObject({ state: 'conflict', value: 'Mitt igen', present: 'Deras' })
  })

  test('keeping mine sends it on top of theirs', async () => {
    await writeReady('name', 'Mitt', 'Gammal')
    await sendWith(testServer(conflict))
    await drafts.keepMine(URL, 'name')
    const server = testServer(taken)
    await sendWith(server)
    expect(server.calls[0]?.body).toEqual({ changes: [{ field: 'name', from: 'Deras', to: 'Mitt' }] })
  })

  test('taking theirs sends nothing', async () => {
    await writeReady('name', 'Mitt', 'Gammal')
    await sendWith(testServer(conflict))
    await drafts.discard(URL, 'name')
    const server = testServer(taken)
    await sendWith(server)
    expect(server.calls).toEqual([])
  })
})

describe('when the server refuses a value', () => {
  test('only the field it points at is held back, and keeps what was typed', async () => {
    await writeReady('website', 'inte en adress')
    await writeReady('city', 'Borås')
    const order = (await database.drafts.toArray()).map(({ field }) => field)
    const server = testServer(
      refused(422, 'invalid-input', { errors: [{ pointer: `#/changes/${order.indexOf('website')}/to`, detail: '' }] }),
      taken,
    )
    expect(await sendWith(server)).toBe('sent')
    expect(server.calls[1]?.body).toEqual({ changes: [{ field: 'city', from: null, to: 'Borås' }] })
    expect(drafts.get(URL, 'website')).toMatchObject({ state: 'refused', value: 'inte en adress' })
  })

  test('a refusal of the whole is told at every field', async () => {
    await writeReady('city', 'Borås')
    await sendWith(testServer(refused(403, 'not-allowed')))
    expect(drafts.get(URL, 'city')).toMatchObject({ state: 'refused', refusal: { slug: 'not-allowed' } })
  })
})
