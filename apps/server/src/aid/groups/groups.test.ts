import { describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { makeCompany } from '../../../test/companies.ts'
import { testDatabase } from '../../../test/database.ts'
import { newId } from '../../ids.ts'
import { aidOn, enterprise, errorsOf, groupOf, holding, person } from '../test-aid.ts'
import { readPicture } from './service.ts'

const database = await testDatabase()
const server = await testApp(database)
const { call, scene } = aidOn(server, database)

type Scene = Awaited<ReturnType<typeof scene>>

/** States a fact for the first time, with the parties in it that are new. */
const state = ({ coach, at }: Scene, stated: object, parties: object[] = [], id = newId<string>()) =>
  call(coach.headers, 'PUT', at(`/group/facts/${id}`), { base: 0, stated, parties })

const namesOf = (reply: Awaited<ReturnType<typeof call>>) => groupOf(reply).parties.map(({ party }) => party.name)

describe('the picture of owners', () => {
  test('begins with the company alone, and reading it writes nothing', async () => {
    const { coach, at, companyId } = await scene()
    const read = await call(coach.headers, 'GET', at('/group'))
    expect(groupOf(read).parties).toMatchObject([
      {
        party: { kind: 'enterprise', name: 'Gjuteriet AB', country: 'SE' },
        companyId,
        said: { revision: 0, at: null },
      },
    ])
    expect(groupOf(read)).toMatchObject({ facts: [], faults: [], sme: { members: [{ relation: 'own' }] } })
    const { rows } = await database.owner.query('select 1 from party where company_id = $1 or id = $1', [companyId])
    expect(rows).toEqual([])
  })

  test('takes a fact with a new owner in one step, and reads both groups from it', async () => {
    const here = await scene()
    const mother = enterprise('Moder AB')
    const own = groupOf(await call(here.coach.headers, 'GET', here.at('/group'))).partyId
    const reply = await state(here, holding(mother.id, own, 60), [mother])
    expect(reply.status).toBe(200)
    expect(namesOf(reply)).toEqual(['Gjuteriet AB', 'Moder AB'])
    const { facts, sme, undertaking } = groupOf(reply)
    expect(facts).toMatchObject([
      { stated: { kind: 'holding' }, said: { source: 'staff', by: here.coach.name, revision: 1 }, mayChange: true },
    ])
    expect(sme?.members.map(({ relation }) => relation)).toEqual(['own', 'linked'])
    expect(sme?.members[1]?.text.sv).toContain('Moder AB har 60 % av rösterna i Gjuteriet AB')
    expect(undertaking?.map(({ name }) => name)).toEqual(['Gjuteriet AB', 'Moder AB'])
  })

  test('a quarter makes a partner, and no single undertaking', async () => {
    const here = await scene()
    const owner = enterprise('Delägare AB')
    const { sme, undertaking } = groupOf(await state(here, holding(owner.id, here.companyId, 25), [owner]))
    expect(sme?.members.map(({ relation, sharePpm }) => [relation, sharePpm])).toEqual([
      ['own', 1_000_000],
      ['partner', 250_000],
    ])
    expect(undertaking).toHaveLength(1)
  })

  test('the same call twice states it once', async () => {
    const here = await scene()
    const [owner, id] = [person('Anna Ek'), newId<string>()]
    await state(here, holding(owner.id, here.companyId, 100), [owner], id)
    const again = await state(here, holding(owner.id, here.companyId, 100), [owner], id)
    expect(groupOf(again).facts).toMatchObject([{ id, said: { revision: 1 } }])
    const { rows } = await database.owner.query('select kind from event where company_id = $1 order by kind', [
      here.companyId,
    ])
    expect(rows.map(({ kind }) => kind)).toEqual(['group.fact-added', 'group.party-added'])
  })

  test('an owner that is known by its number is that one, however the number is written', async () => {
    const [first, second] = [await scene(), await scene()]
    const mother = enterprise('Moder AB')
    await state(first, holding(mother.id, first.companyId, 60), [mother])
    const other = await makeSecond(first)
    const number = `${mother.number!.slice(0, 6)}-${mother.number!.slice(6)}`
    const again = { ...enterprise('MODER Aktiebolag'), number }
    const reply = await state(other, holding(again.id, other.companyId, 70), [again])
    expect(namesOf(reply)).toEqual(['Sågen AB', 'Gjuteriet AB', 'Moder AB'])
    expect(namesOf(await call(second.coach.headers, 'GET', second.at('/group')))).toEqual(['Gjuteriet AB'])
  })

  /** Another company of the same programme with the same coach. */
  async function makeSecond(here: Scene): Promise<Scene> {
    const companyId = await makeCompany(database, here.programme, { name: 'Sågen AB', coach_id: here.coach.id })
    return { ...here, companyId, at: (path) => `/api/programmes/${here.programme.slug}/companies/${companyId}${path}` }
  }

  test('an owner that joins the programme later is the company, with its name from the record', async () => {
    const here = await scene()
    const mother = enterprise('Moder AB')
    await state(here, holding(mother.id, here.companyId, 60), [mother])
    const companyId = await makeCompany(database, here.programme, { name: 'Moderbolaget AB' })
    await database.owner.query('update company set organisation_number = $1 where id = $2', [mother.number, companyId])
    const read = await call(here.coach.headers, 'GET', here.at('/group'))
    expect(groupOf(read).parties[1]).toMatchObject({ party: { id: mother.id, name: 'Moderbolaget AB' }, companyId })
  })

  test('what else a public body owns is not part of it', async () => {
    const [here] = [await scene()]
    const other = await makeSecond(here)
    const body = { id: newId<string>(), kind: 'public-body', name: 'Regionen', country: 'SE' }
    await state(here, holding(body.id, here.companyId, 20), [body])
    await state(other, holding(body.id, other.companyId, 30))
    expect(namesOf(await call(here.coach.headers, 'GET', here.at('/group')))).toEqual(['Gjuteriet AB', 'Regionen'])
  })

  test('an answer about markets joins nobody, and is told where both are there', async () => {
    const here = await scene()
    const [owner, sister] = [person('Anna Ek'), enterprise('Syster AB')]
    await state(here, holding(owner.id, here.companyId, 100), [owner])
    await state(here, holding(owner.id, sister.id, 100), [sister])
    const answer = { kind: 'market', fact: { enterprises: [here.companyId, sister.id], answer: 'same' } }
    const reply = await state(here, answer)
    expect(groupOf(reply).facts.map(({ stated }) => stated.kind)).toEqual(['holding', 'holding', 'market'])
    expect(groupOf(reply).sme?.members).toHaveLength(2)
    expect(groupOf(reply).undertaking).toHaveLength(1)
  })
})

describe('what cannot be true', () => {
  test('holdings over the whole are refused at the share that was sent', async () => {
    const here = await scene()
    const [one, two] = [enterprise('Ett AB'), enterprise('Två AB')]
    await state(here, holding(one.id, here.companyId, 60), [one])
    const reply = await state(here, holding(two.id, here.companyId, 50), [two])
    expect(reply.status).toBe(422)
    expect(errorsOf(reply)[0]).toBe(
      '#/stated/fact/capitalPpm: The holdings in “Gjuteriet AB” come to 110 % of the capital on 1900-01-01: more than 100 %.',
    )
    const read = await call(here.coach.headers, 'GET', here.at('/group'))
    expect(namesOf(read)).toEqual(['Gjuteriet AB', 'Ett AB'])
  })

  test('two that are written at the same moment cannot both be', async () => {
    const here = await scene()
    const [one, two] = [enterprise('Ett AB'), enterprise('Två AB')]
    const replies = await Promise.all([
      state(here, holding(one.id, here.companyId, 60), [one]),
      state(here, holding(two.id, here.companyId, 60), [two]),
    ])
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 422])
  })

  test.each([
    ['a last day before the first', { from: '2026-05-02', to: '2026-05-01' }, '#/stated/fact/to'],
    ['a share below nothing', { votesPpm: -1 }, '#/stated/fact/votesPpm'],
    ['an owner nobody knows', { owner: '0198f000-0000-7000-8000-000000000000' }, '#/stated/fact/owner'],
    ['an owner that is no id', { owner: 'somebody' }, '#/stated/fact/owner'],
  ])('%s is refused at its place', async (_, wrong, pointer) => {
    const here = await scene()
    const owner = enterprise('Ägare AB')
    const fact = { ...holding(owner.id, here.companyId, 30).fact, ...wrong }
    const reply = await state(here, { kind: 'holding', fact }, [owner])
    expect(reply.status).toBe(422)
    expect(errorsOf(reply)[0]).toContain(pointer)
  })

  test('a number of another country is refused at the new owner', async () => {
    const here = await scene()
    const owner = { ...enterprise('Eier AS'), country: 'NO' }
    const reply = await state(here, holding(owner.id, here.companyId, 30), [owner])
    expect(errorsOf(reply)).toEqual([expect.stringMatching(/^#\/parties\/0\/number: The number is not one of NO/)])
  })

  test('a fact about others is refused', async () => {
    const here = await scene()
    const [one, two] = [enterprise('Ett AB'), enterprise('Två AB')]
    const reply = await state(here, holding(one.id, two.id, 60), [one, two])
    expect(errorsOf(reply)).toEqual(['#/stated: The fact is about nobody in the group of the company.'])
  })

  test('an owned company cannot become a person', async () => {
    const here = await scene()
    const [owner, sister] = [person('Anna Ek'), enterprise('Syster AB')]
    await state(here, holding(owner.id, here.companyId, 100), [owner])
    await state(here, holding(owner.id, sister.id, 100), [sister])
    const party = { id: sister.id, kind: 'person', name: 'Syster' }
    const reply = await call(here.coach.headers, 'PUT', here.at(`/group/parties/${sister.id}`), { base: 1, party })
    expect(errorsOf(reply)).toEqual(['#/party/kind: “Syster” is not an enterprise and cannot be owned.'])
  })
})

test('others read the facts as the rules take them', async () => {
  const here = await scene()
  const owner = enterprise('Ägare AB')
  await state(here, holding(owner.id, here.companyId, 60, { from: '2024-01-01' }), [owner])
  const scope = { programmeId: here.programme.id, personId: null }
  const { facts, partyId } = await database.inTenant(scope, (tx) => readPicture(tx, scope, here.companyId), {
    readOnly: true,
  })
  expect(partyId).toBe(here.companyId)
  expect(facts.holdings).toEqual([{ ...holding(owner.id, partyId, 60).fact, from: '2024-01-01' }])
})

test('a number of the record that is none hinders nobody from stating owners, and is told', async () => {
  const here = await scene()
  await database.owner.query(`update company set organisation_number = '5598000001' where id = $1`, [here.companyId])
  const owner = enterprise('Ägare AB')
  const reply = await state(here, holding(owner.id, here.companyId, 60), [owner])
  expect(reply.status).toBe(200)
  expect(groupOf(reply)).toMatchObject({ faults: [{ record: here.companyId }], sme: null, undertaking: null })
})
