import { answerSmeQuestion } from '@stegvis/core/aid/size/question.ts'
import { SmeQuestion } from '@stegvis/core/aid/size/schema.ts'
import type { CompanySize } from '@stegvis/core/aid/size/snapshots.ts'
import { describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { testDatabase } from '../../../test/database.ts'
import { newId } from '../../ids.ts'
import { aidOn, enterprise, errorsOf, holding, person } from '../test-aid.ts'
import { SME_DEFINITIONS } from './definitions.ts'
import { eligibilityOf } from './service.ts'

const database = await testDatabase()
const server = await testApp(database)
server.clock.set('2026-11-23T09:00:00.000Z')
const { as, call, scene: company } = aidOn(server, database)

const MILLION = 100_000_000

/** A company and its lead, with what tests state of it; amounts in million euro. */
async function scene() {
  const here = await company()
  const { programme, companyId, at, coach } = here
  const lead = await as(programme, { role: 'sub-project-lead', subProjectId: programme.subProjectId })
  const accounts = (partyId: string, [awu, turnover, balance]: readonly [number, number, number], more: object = {}) =>
    call(coach.headers, 'PUT', at(`/group/accounts/${newId<string>()}`), {
      base: 0,
      partyId,
      accounts: {
        ...{ basis: 'closed', closedOn: '2025-12-31', awu, currency: 'EUR' },
        ...{ turnoverCents: turnover * MILLION, balanceCents: balance * MILLION, ...more },
      },
    })
  const owner = async (party: { id: string }, percent: number) => {
    const stated = holding(party.id, companyId, percent)
    await call(coach.headers, 'PUT', at(`/group/facts/${newId<string>()}`), { base: 0, stated, parties: [party] })
  }
  const size = async (query = '') =>
    (await call(coach.headers, 'GET', at(`/size${query}`))).body as unknown as CompanySize
  const take = (anchor = 'grant', on = '2026-11-23', id = newId<string>()) =>
    call(lead.headers, 'POST', at('/size/snapshots'), { id, anchor, on })
  const recordYear = (year: number, [employees, turnover, balance]: readonly (number | null)[]) =>
    database.owner.query(
      'insert into company_year (programme_id, company_id, year, employees, turnover_cents, balance_cents) values ($1, $2, $3, $4, $5, $6)',
      [programme.id, companyId, year, employees, turnover, balance],
    )
  return { ...here, lead, accounts, owner, size, take, recordYear }
}

describe('the size of a company now', () => {
  test('is told with every line, from its figures and its partner’s (A-T07)', async () => {
    const { companyId, accounts, owner, size } = await scene()
    const partner = enterprise('Delägare AB')
    await owner(partner, 30)
    await accounts(companyId, [40, 7, 5])
    await accounts(partner.id, [120, 30, 20])
    const { status, ceilings, missing } = await size()
    expect(status).toMatchObject({ verdict: 'pass', category: 'medium', on: '2026-11-23' })
    expect(status?.present?.total).toEqual({ awu: 76, turnoverEurCents: 16 * MILLION, balanceEurCents: 11 * MILLION })
    expect(status?.present?.lines.map(({ name, sharePpm }) => [name, sharePpm])).toEqual([
      ['Gjuteriet AB', 1_000_000],
      ['Delägare AB', 300_000],
    ])
    expect(ceilings.map(({ category, awuBelow }) => [category, awuBelow])).toEqual([
      ['micro', 10],
      ['small', 50],
      ['medium', 250],
    ])
    expect(missing).toEqual({ accounts: [], rates: [] })
  })

  test('names whose accounts are missing, and for which year', async () => {
    const { companyId, accounts, owner, size } = await scene()
    const mother = enterprise('Moder AB')
    await owner(mother, 60)
    expect((await size()).missing.accounts.map(({ name, closedOn }) => [name, closedOn])).toEqual([
      ['Gjuteriet AB', null],
      ['Moder AB', null],
    ])
    await accounts(companyId, [10, 1, 1])
    expect((await size()).missing.accounts).toEqual([{ party: mother.id, name: 'Moder AB', closedOn: '2025-12-31' }])
    expect((await size()).status).toMatchObject({ verdict: 'review' })
  })

  test('names the rate that is missing, and is not computed without it', async () => {
    const { companyId, accounts, size, programme } = await scene()
    await accounts(companyId, [10, 10, 10], { currency: 'SEK' })
    const { status, missing, faults } = await size()
    expect(status).toBeNull()
    expect(faults).toEqual([])
    expect(missing.rates).toEqual([
      {
        currency: 'SEK',
        on: '2025-12-31',
        text: { sv: expect.stringContaining('gissas aldrig'), en: expect.anything() },
      },
    ])
    const economist = await as(programme, { role: 'economist' })
    const file = { id: newId(), name: 'eurofxref.csv', text: 'Date,SEK,\n2025-12-30,11,\n' }
    await call(economist.headers, 'POST', `/api/programmes/${programme.slug}/rates/import`, file)
    expect((await size()).status?.present?.lines[0]?.accounts?.rate).toMatchObject({ on: '2025-12-30', perEuro: '11' })
  })

  test('takes the years of the company record for accounts, and asks for what is missing in one', async () => {
    const { coach, at, recordYear, size, companyId, accounts } = await scene()
    await recordYear(2024, [12, 500, null])
    await recordYear(2025, [12, 1000, 1000])
    const { body } = await call(coach.headers, 'GET', at('/group/accounts'))
    expect(body).toMatchObject({
      accounts: [{ id: null, accounts: { closedOn: '2025-12-31', awu: '12', currency: 'SEK' }, mayChange: false }],
      incomplete: [{ partyId: companyId, year: 2024, missing: ['balanceCents'] }],
    })
    expect((await size()).missing.rates).toMatchObject([{ currency: 'SEK', on: '2025-12-31' }])
    await accounts(companyId, [12, 1, 1], { closedOn: '2025-06-30' })
    expect((await size()).missing.rates).toEqual([])
  })

  test('on an earlier day is that of what was known of it then', async () => {
    const { companyId, accounts, size } = await scene()
    await accounts(companyId, [10, 1, 1], { closedOn: '2024-12-31' })
    await accounts(companyId, [60, 12, 12], { approvedOn: '2026-04-01' })
    expect((await size('?on=2026-03-31')).status).toMatchObject({ category: 'small' })
    expect((await size('?on=2026-03-31')).status?.years).toHaveLength(1)
    expect((await size()).status?.years).toHaveLength(2)
  })
})

describe('accounts', () => {
  test.each([
    ['an unknown currency', { currency: 'XYZ' }, '#/accounts/currency: “XYZ” is not a currency.'],
    ['a year that is not over', { closedOn: '2026-12-31' }, '#/accounts/closedOn: The financial year is not over yet.'],
    ['approval before the end', { approvedOn: '2025-12-30' }, '#/accounts/approvedOn: Approved before'],
    ['two headcounts', { workforce: [] }, '#/accounts/workforce: Write either'],
    ['a negative amount', { turnoverCents: -1 }, '#/accounts/turnoverCents'],
  ])('with %s are refused at the place', async (_, wrong, expected) => {
    const { companyId, accounts } = await scene()
    const reply = await accounts(companyId, [10, 1, 1], wrong)
    expect(reply.status).toBe(422)
    expect(errorsOf(reply)[0]).toContain(expected)
  })

  test('of the same year are there once', async () => {
    const { companyId, accounts } = await scene()
    await accounts(companyId, [10, 1, 1])
    expect(errorsOf(await accounts(companyId, [11, 1, 1]))).toEqual([expect.stringContaining('in the list already')])
    expect((await accounts(companyId, [11, 1, 1], { scope: 'consolidated' })).status).toBe(200)
  })

  test('are changed at the revision that was seen, removed and brought back', async () => {
    const { companyId, coach, at } = await scene()
    const id = newId<string>()
    const put = (base: number, awu: number) =>
      call(coach.headers, 'PUT', at(`/group/accounts/${id}`), {
        base,
        partyId: companyId,
        accounts: { basis: 'estimate', madeOn: '2026-11-01', awu, currency: 'EUR', turnoverCents: 1, balanceCents: 1 },
      })
    await put(0, 5)
    await put(0, 5)
    expect((await put(1, 6)).body).toMatchObject({ accounts: [{ said: { revision: 2 }, accounts: { awu: 6 } }] })
    expect(await put(1, 7)).toMatchObject({ status: 412, body: { present: { accounts: { awu: 6 } } } })
    const removed = await call(coach.headers, 'DELETE', at(`/group/accounts/${id}?base=2`))
    expect(removed.body).toMatchObject({ accounts: [] })
    const back = await call(coach.headers, 'POST', at(`/group/accounts/${id}/restore`))
    expect(back.body).toMatchObject({ accounts: [{ id }] })
  })

  test('of another company of the programme are neither shown nor changed by who may not see that company', async () => {
    const here = await scene()
    const theirs = await company({ programme: here.programme, name: 'Sågen AB' })
    const { rows } = await database.owner.query('select organisation_number from company where id = $1', [
      theirs.companyId,
    ])
    const id = newId<string>()
    await call(theirs.coach.headers, 'PUT', theirs.at(`/group/accounts/${id}`), {
      base: 0,
      partyId: theirs.companyId,
      accounts: { basis: 'estimate', madeOn: '2026-11-01', awu: 3, currency: 'EUR', turnoverCents: 1, balanceCents: 1 },
    })
    await here.owner({ ...enterprise('x'), number: rows[0].organisation_number } as never, 60)
    const { body } = await call(here.coach.headers, 'GET', here.at('/group/accounts'))
    expect(body).toMatchObject({ accounts: [], withheld: [theirs.companyId] })
    const removed = await call(here.coach.headers, 'DELETE', here.at(`/group/accounts/${id}?base=1`))
    expect(removed.status).toBe(403)
  })
})

describe('a snapshot', () => {
  test('keeps the size with what it rests on, and stays when the figures change', async () => {
    const { companyId, accounts, take, lead, at } = await scene()
    await accounts(companyId, [40, 7, 5])
    const taken = await take()
    expect(taken.body).toMatchObject({
      verdict: 'pass',
      category: 'small',
      anchor: 'grant',
      decides: true,
      review: null,
    })
    await accounts(companyId, [300, 70, 70], { closedOn: '2024-12-31' })
    const read = await call(lead.headers, 'GET', at(`/size/snapshots/${String(taken.body.id)}`))
    expect(read.body).toMatchObject({ category: 'small', status: taken.body.status as object })
    const again = answerSmeQuestion(SmeQuestion.parse(read.body.input), SME_DEFINITIONS)
    expect(again).toMatchObject({ ok: true, value: { category: 'small' } })
  })

  test('is taken once, and the newest for a grant or an application decides', async () => {
    const { companyId, accounts, take, lead, at, programme } = await scene()
    await accounts(companyId, [40, 7, 5])
    const id = newId<string>()
    await take('application', '2026-11-20', id)
    await take('application', '2026-11-20', id)
    await take('other')
    const { body } = await call(lead.headers, 'GET', at('/size/snapshots'))
    const list = body.snapshots as { anchor: string; decides: boolean }[]
    expect(list.map(({ anchor, decides }) => [anchor, decides]).sort()).toEqual([
      ['application', true],
      ['other', false],
    ])
    const scope = { programmeId: programme.id, personId: null }
    const eligibility = await database.inTenant(scope, (tx) => eligibilityOf(tx, companyId), { readOnly: true })
    expect(eligibility).toMatchObject({ snapshotId: id, verdict: 'pass', on: '2026-11-20', anchor: 'application' })
  })

  test('that the rules leave open is decided once by a person, with a reason', async () => {
    const { companyId, accounts, owner, take, lead, at, programme } = await scene()
    await accounts(companyId, [40, 7, 5])
    await owner(enterprise('Moder AB'), 60)
    const { body } = await take()
    expect(body).toMatchObject({ verdict: 'review' })
    const scope = { programmeId: programme.id, personId: null }
    const verdict = async () => (await database.inTenant(scope, (tx) => eligibilityOf(tx, companyId)))?.verdict
    expect(await verdict()).toBe('review')
    const decide = (input: object) => call(lead.headers, 'POST', at(`/size/snapshots/${String(body.id)}/review`), input)
    expect(await decide({ verdict: 'pass', reason: ' ' })).toMatchObject({
      body: { type: '/problems/reason-required' },
    })
    const decided = await decide({ verdict: 'pass', reason: 'Moderbolaget är vilande.' })
    expect(decided.body).toMatchObject({
      verdict: 'review',
      review: { verdict: 'pass', reason: 'Moderbolaget är vilande.', by: lead.name },
    })
    expect(await verdict()).toBe('pass')
    expect(await decide({ verdict: 'block', reason: 'Nej' })).toMatchObject({
      body: { type: '/problems/size-decided' },
    })
  })

  test('needs what it rests on, and a day that has come', async () => {
    const { companyId, accounts, take } = await scene()
    await accounts(companyId, [40, 7, 5], { currency: 'SEK' })
    expect(errorsOf(await take())).toEqual([expect.stringContaining('#/on: There is no rate for SEK on 2025-12-31')])
    expect(errorsOf(await take('grant', '2026-11-24'))).toEqual(['#/on: The day lies ahead.'])
  })

  test('is not taken by the coach, and hides a personal number', async () => {
    const { companyId, accounts, owner, take, coach, at } = await scene()
    await accounts(companyId, [40, 7, 5])
    await owner({ ...enterprise('Ek Konsult', '8112189876') }, 10)
    await owner(person('Anna Ek'), 50)
    const refused = await call(coach.headers, 'POST', at('/size/snapshots'), {
      ...{ id: newId(), anchor: 'grant', on: '2026-11-23' },
    })
    expect(refused.status).toBe(403)
    const taken = await take()
    expect(taken.status).toBe(200)
    expect(JSON.stringify(taken.body)).not.toContain('9876')
  })

  test('cannot be changed past the service', async () => {
    const { companyId, accounts, take, programme } = await scene()
    await accounts(companyId, [40, 7, 5])
    await take()
    const change = database.inTenant({ programmeId: programme.id, personId: null }, (tx) =>
      tx.updateTable('size_snapshot').set({ verdict: 'pass' }).where('company_id', '=', companyId).execute(),
    )
    await expect(change).rejects.toThrow(/permission denied/)
  })
})
