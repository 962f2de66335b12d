import { describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { makeCompany } from '../../../test/companies.ts'
import { testDatabase } from '../../../test/database.ts'
import { newId } from '../../ids.ts'
import { aidOn, enterprise, errorsOf, groupOf, holding, person } from '../test-aid.ts'
import { readPicture } from './service.ts'

const database = await testDatabase()
const server = await testApp(database)
const { as, call, scene } = aidOn(server, database)

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

describe('changing it', () => {
  test('needs the revision that was seen, and tells what is there now', async () => {
    const here = await scene()
    const [owner, id] = [enterprise('Ägare AB'), newId<string>()]
    await state(here, holding(owner.id, here.companyId, 30), [owner], id)
    const change = (base: number, percent: number) =>
      call(here.coach.headers, 'PUT', here.at(`/group/facts/${id}`), {
        base,
        stated: holding(owner.id, here.companyId, percent),
      })
    expect(groupOf(await change(1, 40)).facts).toMatchObject([{ said: { revision: 2 } }])
    const late = await change(1, 50)
    expect(late.status).toBe(412)
    expect(late.body.present).toMatchObject({ stated: { fact: { votesPpm: 400_000 } }, said: { revision: 2 } })
  })

  test('keeps what it was before, and takes back what was removed', async () => {
    const here = await scene()
    const [owner, id] = [enterprise('Ägare AB'), newId<string>()]
    await state(here, holding(owner.id, here.companyId, 30), [owner], id)
    const gone = await call(here.coach.headers, 'DELETE', here.at(`/group/facts/${id}?base=1`))
    expect(namesOf(gone)).toEqual(['Gjuteriet AB'])
    const back = await call(here.coach.headers, 'POST', here.at(`/group/facts/${id}/restore`))
    expect(namesOf(back)).toEqual(['Gjuteriet AB', 'Ägare AB'])
    const { rows } = await database.owner.query(
      'select kind, detail from event where subject_id = $1 order by at, id',
      [id],
    )
    expect(rows.map(({ kind }) => kind)).toEqual(['group.fact-added', 'group.fact-removed', 'group.fact-restored'])
    expect(rows[1]?.detail).toMatchObject({ before: { kind: 'holding' }, names: { [owner.id]: 'Ägare AB' } })
  })

  test('what was removed comes back only where it can still be true', async () => {
    const here = await scene()
    const [one, two, id] = [enterprise('Ett AB'), enterprise('Två AB'), newId<string>()]
    await state(here, holding(one.id, here.companyId, 60), [one], id)
    await call(here.coach.headers, 'DELETE', here.at(`/group/facts/${id}?base=1`))
    await state(here, holding(two.id, here.companyId, 60), [two])
    const back = await call(here.coach.headers, 'POST', here.at(`/group/facts/${id}/restore`))
    expect(back.status).toBe(422)
  })

  test('an owner is renamed, and removed once nothing names it', async () => {
    const here = await scene()
    const [owner, id] = [enterprise('Ägare AB'), newId<string>()]
    await state(here, holding(owner.id, here.companyId, 30), [owner], id)
    const address = here.at(`/group/parties/${owner.id}`)
    const party = { ...owner, name: 'Nya Ägare AB', quoted: true }
    const renamed = await call(here.coach.headers, 'PUT', address, { base: 1, party })
    expect(renamed.body).toMatchObject({
      partyId: owner.id,
      group: { parties: [{}, { party, said: { revision: 2 } }] },
    })
    expect(await call(here.coach.headers, 'DELETE', `${address}?base=2`)).toMatchObject({ status: 409 })
    await call(here.coach.headers, 'DELETE', here.at(`/group/facts/${id}?base=1`))
    expect(await call(here.coach.headers, 'DELETE', `${address}?base=2`)).toMatchObject({ status: 200 })
    expect(await call(here.coach.headers, 'POST', `${address}/restore`)).toMatchObject({ status: 200 })
  })

  test('a sole trader’s number is masked everywhere, and stays when it is sent back masked', async () => {
    const here = await scene()
    const number = '8112189876'
    const trader = enterprise('Ek Konsult', number)
    const reply = await state(here, holding(trader.id, here.companyId, 30), [trader])
    expect(groupOf(reply).parties[1]?.party).toMatchObject({ number: '811218-****' })
    const party = { ...trader, name: 'Ek Rådgivning', number: '811218-****' }
    const again = await call(here.coach.headers, 'PUT', here.at(`/group/parties/${trader.id}`), { base: 1, party })
    expect(again.status).toBe(200)
    const { rows } = await database.owner.query('select number from party where id = $1', [trader.id])
    expect(rows).toEqual([{ number }])
    const events = await database.owner.query('select detail::text from event where company_id = $1', [here.companyId])
    expect(JSON.stringify(events.rows)).not.toContain('9876')
  })
})

describe('who', () => {
  test('a company says it in its own name, and sees it in its history', async () => {
    const here = await scene()
    const manager = await as(here.programme, { role: 'company-manager', companyId: here.companyId })
    const owner = enterprise('Ägare AB')
    const reply = await state({ ...here, coach: manager }, holding(owner.id, here.companyId, 30), [owner])
    expect(groupOf(reply).facts).toMatchObject([{ said: { source: 'company', by: manager.name } }])
    const timeline = await call(manager.headers, 'GET', here.at('/timeline?group=aid'))
    expect(timeline.body).toMatchObject({ events: [{ kind: 'group.fact-added' }, { kind: 'group.party-added' }] })
  })

  test('nobody changes what is said of a company that is not theirs, and it is told of what is said with it', async () => {
    const [here] = [await scene()]
    const theirs = await scene({ programme: here.programme, name: 'Sågen AB' })
    const manager = await as(here.programme, { role: 'company-manager', companyId: here.companyId })
    const [owner, id] = [enterprise('Ägare AB'), newId<string>()]
    await state(theirs, holding(owner.id, theirs.companyId, 30), [owner], id)
    const mine = { ...here, coach: manager }
    const joined = await state(mine, holding(here.companyId, theirs.companyId, 60), [
      { ...enterprise('x'), number: await numberOf(theirs) },
    ])
    expect(
      groupOf(joined)
        .facts.map(({ mayChange }) => mayChange)
        .sort(),
    ).toEqual([false, true])
    expect(groupOf(joined).parties.find(({ party }) => party.name === 'Sågen AB')).toMatchObject({
      companyId: null,
      mayChange: false,
    })
    const change = await call(manager.headers, 'PUT', here.at(`/group/facts/${id}`), {
      base: 1,
      stated: holding(owner.id, theirs.companyId, 20),
    })
    expect(change.status).toBe(403)
    const told = await call(theirs.coach.headers, 'GET', theirs.at('/timeline?group=aid'))
    expect(told.body.events).toHaveLength(3)
  })

  async function numberOf({ companyId }: Scene): Promise<string> {
    const { rows } = await database.owner.query('select organisation_number from company where id = $1', [companyId])
    return rows[0].organisation_number
  }

  test('a coach of other companies and a member of the company are refused', async () => {
    const here = await scene()
    const others = [
      await as(here.programme, { role: 'coach', partnerId: here.programme.partnerId }),
      await as(here.programme, { role: 'company-member', companyId: here.companyId }),
    ]
    const statuses = await Promise.all(
      others.map(async ({ headers }) => (await call(headers, 'GET', here.at('/group'))).status),
    )
    expect(statuses).toEqual([404, 403])
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
