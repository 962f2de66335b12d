import type { DeclarationContent } from '@stegvis/core/aid/declaration/schema.ts'
import { describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { testDatabase } from '../../../test/database.ts'
import { newId } from '../../ids.ts'
import { enterprise, errorsOf, holding } from '../test-aid.ts'
import { ledgerOn, support } from '../test-ledger.ts'

const database = await testDatabase()
const server = await testApp(database)
const { call, begin } = ledgerOn(server, database)
server.clock.set('2026-11-23T09:00:00.000Z')

type Here = Awaited<ReturnType<typeof begin>>

/** The content of the draft, as the company reads it. */
const contentOf = async ({ aid, owner }: Here): Promise<DeclarationContent> =>
  (await aid.read(owner.headers)).declarations[0]!.content

/** Aid that the company writes into its draft by itself. */
const line = (euro: number, more: object = {}) => ({
  ...{ id: newId<string>(), grantId: null, party: null, name: 'Gjuteriet AB', memberState: 'SE', programme: null },
  ...{ authority: 'Kommunen', regulation: '2023/2831', awardedOn: '2025-09-01' },
  amount: { currency: 'EUR', minor: euro * 100 },
  ...more,
})

async function owned(here: Here) {
  const mother = enterprise('Moderbolaget AB')
  const stated = holding(mother.id, here.companyId, 60)
  const url = here.at(`/group/facts/${newId<string>()}`)
  await call(here.coach.headers, 'PUT', url, { base: 0, stated, parties: [mother] })
  return mother
}

describe('a declaration', () => {
  test('begins with all that is known: support, group, and aid of three years back', async () => {
    const here = await begin()
    const mother = await owned(here)
    await here.aid.earlier('2025-09-01', 1_000, { party: mother.id })
    await here.aid.earlier('2023-11-22', 2_000)
    await here.aid.plan(10)
    await here.aid.draft()
    const content = await contentOf(here)
    expect(content).toMatchObject({
      ...{ on: '2026-11-23', authority: 'Tillväxtverket', scheme: 'Exempelordningen', regulation: '2023/2831' },
      support: { amountMinor: 1_000_000, currency: 'SEK', eurCents: 100_000, minutes: 600 },
      activities: [{ code: '25.620', supported: true }],
      assurance: false,
    })
    expect(content.undertaking.members.map(({ name, because }) => [name, because.sv])).toEqual([
      ['Moderbolaget AB', 'Moderbolaget AB har 60 % av rösterna i Gjuteriet AB.'],
    ])
    expect(content.earlierAid).toMatchObject([{ name: 'Moderbolaget AB', awardedOn: '2025-09-01' }])
  })

  test('is signed when every question is answered, and the company learns which are not', async () => {
    const here = await begin()
    await here.aid.draft()
    const open = async () =>
      (await here.aid.read(here.owner.headers)).declarations[0]!.open.map(({ pointer }) => pointer)
    const questions = ['#/undertaking/isComplete', '#/restructurings/isComplete']
    expect(await open()).toEqual(['#/support', ...questions, '#/assurance'])
    await here.aid.answer()
    expect(await open()).toEqual(['#/support'])
    await expect(here.aid.sign()).rejects.toThrow('invalid-input')
  })

  test('is not signed while the company says that the group is wrong', async () => {
    const here = await begin()
    await here.aid.plan(10)
    await here.aid.draft()
    const { undertaking } = await contentOf(here)
    await here.aid.answer({ undertaking: { ...undertaking, isComplete: false, missing: 'Dottern saknas' } })
    const { open } = (await here.aid.read(here.owner.headers)).declarations[0]!
    expect(open).toMatchObject([
      { pointer: '#/undertaking/isComplete', message: { sv: expect.stringContaining('Rätta') } },
    ])
  })

  test('makes lines of the ledger of what the company adds, once it is signed', async () => {
    const here = await begin()
    await here.aid.plan(10)
    await here.aid.draft()
    await here.aid.answer({ earlierAid: [line(5_000)] })
    expect((await here.aid.read()).grants).toEqual([])
    await here.aid.sign()
    const { grants, headroom, declarations } = await here.aid.read()
    expect(grants).toMatchObject([{ origin: 'declared', minor: 500_000, declarationId: declarations[0]!.id }])
    expect(headroom?.headroomEurCents).toBe(29_500_000)
    expect(declarations[0]).toMatchObject({ state: 'signed', signedOn: '2026-11-23' })
  })

  test('does not count twice what the ledger has already', async () => {
    const here = await begin()
    await here.aid.earlier('2025-09-01', 5_000)
    await here.aid.plan(10)
    await here.aid.draft()
    const { earlierAid } = await contentOf(here)
    await here.aid.answer({ earlierAid: [...earlierAid, line(5_000)] })
    await here.aid.sign()
    expect((await here.aid.read()).grants).toHaveLength(1)
  })

  test('keeps what the ledger says of its lines, whatever is sent', async () => {
    const here = await begin()
    await here.aid.earlier('2025-09-01', 5_000)
    await here.aid.draft()
    const [known] = (await contentOf(here)).earlierAid
    await here.aid.answer({ earlierAid: [{ ...known, amount: { currency: 'EUR', minor: 1 } }] })
    expect((await contentOf(here)).earlierAid[0]?.amount.minor).toBe(500_000)
  })

  test('fills in the rate of the day, and points at an amount that has none', async () => {
    const here = await begin()
    await here.aid.draft()
    const sek = { currency: 'SEK', minor: 1_000_000 }
    const refused = await here.aid.answer({ earlierAid: [line(1), line(1, { awardedOn: '2025-02-01', amount: sek })] })
    expect(refused.status).toBe(422)
    expect(errorsOf(refused)).toEqual([
      '#/earlierAid/1/amount/rate: An amount in SEK needs the rate of the day it was awarded. A missing rate is never guessed.',
    ])
    await here.aid.answer({ earlierAid: [line(1, { amount: sek })] })
    expect((await contentOf(here)).earlierAid[0]?.amount.rate).toMatchObject({ perEuro: '10', day: '2025-09-01' })
  })

  test.each([
    ['/earlierAid/0/awardedOn', { awardedOn: '2027-01-01' }],
    ['/earlierAid/0/regulation', { regulation: '1/2' }],
    ['/earlierAid/0/amount/minor', { amount: { currency: 'EUR', minor: -1 } }],
    ['/earlierAid/0/amount/currency', { amount: { currency: 'XXX', minor: 1 } }],
  ])('points at %s', async (pointer, wrong) => {
    const here = await begin()
    await here.aid.draft()
    const refused = await here.aid.answer({ earlierAid: [line(1, wrong)] })
    expect([refused.status, errorsOf(refused)[0]?.split(':')[0]]).toEqual([422, `#${pointer}`])
  })

  test('tells what has changed since, and takes it up without asking all again', async () => {
    const here = await begin()
    const id = newId<string>()
    await here.aid.plan(10, id)
    await here.aid.draft()
    await here.aid.answer({ earlierAid: [line(7)] })
    await call(here.coach.headers, 'PUT', here.at(`/aid/supports/${id}`), { revision: 1, ...support(5) })
    await here.aid.earlier('2025-09-01', 5_000)
    await owned(here)
    const draft = async () => (await here.aid.read(here.owner.headers)).declarations[0]!
    const before = await draft()
    expect(before.outdated.map(({ en }) => en)).toEqual([
      'The planned support is SEK 5\u00a0000; the declaration says 10\u00a0000.',
      'The group has changed since the declaration was filled in.',
      'Aid of EUR 5\u00a0000 from 2025-09-01 stands in the ledger, but not in the declaration.',
    ])
    const address = here.at(`/aid/declarations/${before.id}/refill`)
    await call(here.owner.headers, 'POST', address, { revision: before.revision })
    const { content, outdated } = await draft()
    expect(outdated).toEqual([])
    expect(content.earlierAid.map(({ amount }) => amount.minor)).toEqual([500_000, 700])
    expect([content.undertaking.isComplete, content.restructurings.isComplete]).toEqual([null, true])
    expect(content.assurance).toBe(false)
  })

  test('is one draft at a time, and a new one takes the place of the one that was signed', async () => {
    const here = await begin()
    await here.aid.plan(10)
    await here.aid.draft()
    await here.aid.draft()
    expect((await here.aid.read()).declarations).toHaveLength(1)
    await here.aid.answer()
    await here.aid.sign()
    const { id, revision } = (await here.aid.read()).declarations[0]!
    const late = await call(here.owner.headers, 'POST', here.at(`/aid/declarations/${id}/refill`), { revision })
    expect([late.status, late.body.type]).toEqual([409, '/problems/declaration-closed'])
    await here.aid.declare()
    expect((await here.aid.read()).declarations.map(({ state }) => state)).toEqual(['signed', 'superseded'])
  })

  test('written by two at once is told to the second', async () => {
    const here = await begin()
    await here.aid.draft()
    expect((await here.aid.answer({ revision: 1 })).status).toBe(200)
    expect((await here.aid.answer({ revision: 1 })).status).toBe(412)
  })
})
