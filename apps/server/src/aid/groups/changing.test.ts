import { describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { testDatabase } from '../../../test/database.ts'
import { newId } from '../../ids.ts'
import { aidOn, enterprise, groupOf, holding } from '../test-aid.ts'

const database = await testDatabase()
const server = await testApp(database)
const { as, call, scene } = aidOn(server, database)

type Scene = Awaited<ReturnType<typeof scene>>

/** States a fact for the first time, with the parties in it that are new. */
const state = ({ coach, at }: Scene, stated: object, parties: object[] = [], id = newId<string>()) =>
  call(coach.headers, 'PUT', at(`/group/facts/${id}`), { base: 0, stated, parties })

const namesOf = (reply: Awaited<ReturnType<typeof call>>) => groupOf(reply).parties.map(({ party }) => party.name)

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
