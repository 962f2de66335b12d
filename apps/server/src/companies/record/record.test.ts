import type { CompanyChoices } from '@stegvis/core/companies/list/schema.ts'
import type { Company } from '@stegvis/core/companies/schema.ts'
import type { TimelinePage } from '@stegvis/core/companies/timeline/schema.ts'
import { describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { addSubProject, makeCompany, nextNumber } from '../../../test/companies.ts'
import { testDatabase } from '../../../test/database.ts'
import { makeProgramme, signedInAs, type TestGrant, type TestProgramme } from '../../../test/people.ts'
import { newId } from '../../ids.ts'

const database = await testDatabase()
const server = await testApp(database)
const { app } = server

const as = (programme: TestProgramme, grant: TestGrant) => signedInAs(server, programme, grant)

/** A company in a programme, its coach, and calls to its address. */
async function setting() {
  const programme = await makeProgramme(database)
  const coach = await as(programme, { role: 'coach', partnerId: programme.partnerId })
  const within = { partner_id: programme.partnerId, sub_project_id: programme.subProjectId }
  const companyId = await makeCompany(database, programme, { name: 'Gjuteriet AB', coach_id: coach.id, ...within })
  const url = `/api/programmes/${programme.slug}/companies/${companyId}`
  const call = (
    headers: Record<string, string>,
    method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
    path = '',
    payload?: object,
  ) => app.inject({ method, url: `${url}${path}`, headers, ...(payload && { payload }) })
  return { programme, coach, companyId, url, call }
}

const change = (field: string, from: unknown, to: unknown) => ({ changes: [{ field, from, to }] })

describe('reading', () => {
  test('a coach of another partner sees the register and nothing more', async () => {
    const { programme, call } = await setting()
    const { partnerId } = await addSubProject(database, programme, [])
    const other = await as(programme, { role: 'coach', partnerId })
    const reply = await call(other.headers, 'GET')
    expect(reply.json<Company>()).toMatchObject({ name: 'Gjuteriet AB', details: null })
    expect((await call(other.headers, 'GET', '/timeline')).statusCode).toBe(403)
    for (const [method, path, body] of [
      ['PATCH', '', change('city', null, 'Borås')],
      ['POST', '/status', { id: newId(), to: 'in-dialogue', reason: 'Ringt' }],
      ['POST', '/coach', { id: newId(), coachId: other.id }],
      ['POST', '/contacts', { id: newId(), name: 'Eva' }],
    ] as const) {
      expect((await call(other.headers, method, path, body)).statusCode, path).toBe(403)
    }
  })

  test('a company sees itself, and of another company not that it exists', async () => {
    const { programme, companyId, call } = await setting()
    const own = await as(programme, { role: 'company-manager', companyId })
    const elsewhere = await as(programme, {
      role: 'company-manager',
      companyId: await makeCompany(database, programme),
    })
    expect((await call(own.headers, 'GET')).json<Company>().details).not.toBeNull()
    expect((await call(elsewhere.headers, 'GET')).statusCode).toBe(404)
    expect((await call(elsewhere.headers, 'PATCH', '', change('city', null, 'Borås'))).statusCode).toBe(404)
    expect((await call(elsewhere.headers, 'GET', '/timeline')).statusCode).toBe(404)
  })

  test('the timeline tells nobody what the record itself does not', async () => {
    const { programme, companyId, coach, call } = await setting()
    const session = { id: newId(), heldOn: '2026-01-10', how: 'phone', minutes: 30, participants: [], focusAreaIds: [] }
    const notes = { noteAll: 'Vi gick runt i verkstaden', noteTeam: '', nextStep: '', nextStepOn: null }
    expect((await call(coach.headers, 'POST', '/sessions', { ...session, ...notes })).statusCode).toBe(200)
    const manager = await as(programme, { role: 'company-manager', companyId })
    expect((await call(manager.headers, 'GET', '/timeline?group=coaching')).body).toContain(notes.noteAll)
    for (const grant of [{ role: 'company-member', companyId }, { role: 'economist' }] as const) {
      const { headers } = await as(programme, grant)
      expect((await call(headers, 'GET', '/timeline')).json<TimelinePage>().events).toEqual([])
      expect((await call(headers, 'GET', '/timeline?group=coaching')).statusCode, grant.role).toBe(403)
    }
  })

  test('the programme names its coaches to those who see the register', async () => {
    const { programme, companyId, coach } = await setting()
    const coachesFor = async ({ headers }: { headers: Record<string, string> }) => {
      const url = `/api/programmes/${programme.slug}/companies/choices`
      return (await app.inject({ url, headers })).json<CompanyChoices>().coaches.map(({ id }) => id)
    }
    expect(await coachesFor(coach)).toEqual([coach.id])
    expect(await coachesFor(await as(programme, { role: 'company-manager', companyId }))).toEqual([])
    expect(await coachesFor(await as(programme, { role: 'evaluator' }))).toEqual([])
  })

  test('the reasons of status changes stay in the team', async () => {
    const { programme, companyId, coach, call } = await setting()
    const own = await as(programme, { role: 'company-manager', companyId })
    await call(coach.headers, 'POST', '/status', { id: newId(), to: 'left', reason: 'Svarar aldrig' })
    const seen = (await call(own.headers, 'GET')).body + (await call(own.headers, 'GET', '/timeline')).body
    expect(seen).toContain('left')
    expect(seen).not.toContain('Svarar aldrig')
    expect((await call(coach.headers, 'GET')).body).toContain('Svarar aldrig')
  })
})

describe('facts', () => {
  test('two people in different fields are merged, in one field told', async () => {
    const { programme, companyId, coach, call } = await setting()
    const own = await as(programme, { role: 'company-manager', companyId })
    expect((await call(own.headers, 'PATCH', '', change('city', null, 'Kinna'))).statusCode).toBe(200)
    expect((await call(coach.headers, 'PATCH', '', change('postcode', null, '511 54'))).statusCode).toBe(200)
    const both = {
      changes: [...change('city', null, 'Skene').changes, ...change('address', null, 'Bruksgatan 1').changes],
    }
    const reply = await call(coach.headers, 'PATCH', '', both)
    expect(reply.statusCode).toBe(412)
    expect(reply.json()).toMatchObject({ conflicts: [{ field: 'city', present: 'Kinna' }] })
    const { details } = (await call(coach.headers, 'GET')).json<Company>()
    expect(details?.facts).toMatchObject({ city: 'Kinna', postcode: '511 54', address: 'Bruksgatan 1' })
  })

  test('names the change that a field does not accept', async () => {
    const { coach, call } = await setting()
    const reply = await call(coach.headers, 'PATCH', '', change('website', null, 'not a website'))
    expect(reply.statusCode).toBe(422)
    expect(reply.json().errors[0].pointer).toBe('#/changes/0/to')
  })

  test('the company cannot write the next step, which the team sets', async () => {
    const { programme, companyId, coach, call } = await setting()
    const own = await as(programme, { role: 'company-manager', companyId })
    const step = change('nextStep', null, 'Boka besök')
    expect((await call(own.headers, 'PATCH', '', step)).statusCode).toBe(403)
    expect((await call(coach.headers, 'PATCH', '', step)).json<Company>().details?.facts.nextStep).toBe('Boka besök')
  })

  test('each change is kept with who and from what to what', async () => {
    const { coach, call } = await setting()
    await call(coach.headers, 'PATCH', '', change('name', 'Gjuteriet AB', 'Gjuteriet i Kinna AB'))
    const { events } = (await call(coach.headers, 'GET', '/timeline?group=changes')).json<TimelinePage>()
    expect(events).toMatchObject([
      {
        kind: 'company.changed',
        who: coach.name,
        detail: { field: 'name', from: 'Gjuteriet AB', to: 'Gjuteriet i Kinna AB' },
      },
    ])
  })

  test('a company without coach follows its municipality, one with a coach stays', async () => {
    const { programme, coach, call } = await setting()
    const there = await addSubProject(database, programme, ['1490'])
    await call(coach.headers, 'PATCH', '', change('municipalityCode', null, '1490'))
    expect((await call(coach.headers, 'GET')).json<Company>().partner?.id).toBe(programme.partnerId)
    const manager = await as(programme, { role: 'programme-manager' })
    const free = await makeCompany(database, programme)
    const url = `/api/programmes/${programme.slug}/companies/${free}`
    const payload = change('municipalityCode', null, '1490')
    const moved = await app.inject({ method: 'PATCH', url, headers: manager.headers, payload })
    expect(moved.json<Company>()).toMatchObject({
      partner: { id: there.partnerId },
      subProject: { id: there.subProjectId },
    })
  })

  test('a year gives the size class, which the list filters by', async () => {
    const { coach, call, programme } = await setting()
    const reply = await call(coach.headers, 'PATCH', '/years/2025', change('employees', null, 24))
    expect(reply.json<Company>().details).toMatchObject({
      size: { size: 'small', basis: 'headcount', year: 2025 },
      years: [{ year: 2025, employees: 24, size: 'small' }],
    })
    const url = `/api/programmes/${programme.slug}/companies?size=small`
    expect((await app.inject({ url, headers: coach.headers })).json().companies).toHaveLength(1)
    const emptied = await call(coach.headers, 'PATCH', '/years/2025', change('employees', 24, null))
    expect(emptied.json<Company>().details).toMatchObject({ size: null, years: [] })
  })
})

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

describe('status', () => {
  test('goes along its path with a reason, once', async () => {
    const { coach, call } = await setting()
    const step = { id: newId(), to: 'in-dialogue', reason: 'Ringt' }
    expect((await call(coach.headers, 'POST', '/status', step)).json<Company>().status).toBe('in-dialogue')
    expect((await call(coach.headers, 'POST', '/status', step)).statusCode).toBe(200)
    const { details } = (await call(coach.headers, 'GET')).json<Company>()
    expect(details?.statusHistory).toMatchObject([{ from: 'interest', to: 'in-dialogue', reason: 'Ringt' }])
  })

  test.each([
    ['active', 'Bråttom', 409, 'status-path-not-allowed'],
    ['left', '  ', 422, 'reason-required'],
  ])('refuses %s for the reason "%s"', async (to, reason, status, problem) => {
    const { coach, call } = await setting()
    const reply = await call(coach.headers, 'POST', '/status', { id: newId(), to, reason })
    expect(reply.statusCode).toBe(status)
    expect(reply.json().type).toBe(`/problems/${problem}`)
  })

  test("is not the company's to set", async () => {
    const { programme, companyId, call } = await setting()
    const own = await as(programme, { role: 'company-manager', companyId })
    expect(
      (await call(own.headers, 'POST', '/status', { id: newId(), to: 'left', reason: 'Vill inte' })).statusCode,
    ).toBe(403)
  })
})

describe('hand-over', () => {
  test('moves the company to a coach of the same partner, tells them, and ends the own access', async () => {
    const { programme, coach, call } = await setting()
    const next = await as(programme, { role: 'coach', partnerId: programme.partnerId })
    const reply = await call(coach.headers, 'POST', '/coach', { id: newId(), coachId: next.id, note: 'Ring Eva först' })
    expect(reply.json<Company>()).toMatchObject({ coach: { name: next.name }, details: null })
    const { details } = (await call(next.headers, 'GET')).json<Company>()
    expect(details?.coachHistory).toMatchObject([{ coach: next.name, note: 'Ring Eva först', to: null }])
    expect((await mailsTo(next.email))[0]?.body_text).toContain('Ring Eva först')
  })

  test('refuses a coach of another partner and somebody who is no coach', async () => {
    const { programme, coach, call } = await setting()
    const { partnerId } = await addSubProject(database, programme, [])
    const other = await as(programme, { role: 'coach', partnerId })
    const economist = await as(programme, { role: 'economist' })
    for (const { id } of [other, economist]) {
      const reply = await call(coach.headers, 'POST', '/coach', { id: newId(), coachId: id })
      expect(reply.json().type).toBe('/problems/coach-not-in-partner')
    }
  })

  test('of many names those that are refused', async () => {
    const { programme, companyId } = await setting()
    const lead = await as(programme, { role: 'programme-manager' })
    const coach = await as(programme, { role: 'coach', partnerId: programme.partnerId })
    const { partnerId } = await addSubProject(database, programme, [])
    const foreign = await makeCompany(database, programme, { partner_id: partnerId })
    const reply = await app.inject({
      method: 'POST',
      url: `/api/programmes/${programme.slug}/companies/coach`,
      headers: lead.headers,
      payload: { companyIds: [companyId, foreign], coachId: coach.id, note: 'Ny fördelning' },
    })
    expect(reply.json()).toEqual({
      assigned: [companyId],
      refused: [{ companyId: foreign, problem: 'coach-not-in-partner' }],
    })
  })

  test('a coach cannot assign a company that is not theirs, one by one or among others', async () => {
    const { programme, coach, companyId } = await setting()
    const foreign = await makeCompany(database, programme)
    const reply = await app.inject({
      method: 'POST',
      url: `/api/programmes/${programme.slug}/companies/coach`,
      headers: coach.headers,
      payload: { companyIds: [companyId, foreign], coachId: coach.id },
    })
    expect(reply.statusCode).toBe(403)
  })
})

describe('opening answers', () => {
  test('needs a reason, lasts eight hours and is read by the company', async () => {
    const { programme, companyId, coach, call } = await setting()
    const manager = await as(programme, { role: 'programme-manager' })
    const own = await as(programme, { role: 'company-manager', companyId })
    expect((await call(manager.headers, 'GET')).json<Company>().may).not.toContain('assessment.read')
    const short = await call(manager.headers, 'POST', '/openings', { id: newId(), reason: 'för att' })
    expect(short.json().type).toBe('/problems/reason-required')
    const reason = 'Underlag till lägesrapport 5'
    expect((await call(manager.headers, 'POST', '/openings', { id: newId(), reason })).statusCode).toBe(200)
    const opened = (await call(manager.headers, 'GET')).json<Company>()
    expect(opened.may).toContain('assessment.read')
    expect(opened.openedUntil).not.toBeNull()
    expect((await call(own.headers, 'GET', '/timeline')).body).toContain(reason)
    expect((await call(coach.headers, 'POST', '/openings', { id: newId(), reason })).statusCode).toBe(403)
  })
})

describe('adding by hand', () => {
  test('routes by municipality, once, and names the company that has the number', async () => {
    const { programme } = await setting()
    const there = await addSubProject(database, programme, ['1490'])
    const lead = await as(programme, { role: 'programme-manager' })
    const add = (payload: object) =>
      app.inject({ method: 'POST', url: `/api/programmes/${programme.slug}/companies`, headers: lead.headers, payload })
    const input = { id: newId(), organisationNumber: nextNumber(), name: 'Nya AB', municipalityCode: '1490' }
    const first = await add(input)
    expect(first.statusCode).toBe(201)
    expect(first.json<Company>().partner?.id).toBe(there.partnerId)
    expect((await add(input)).statusCode).toBe(201)
    const double = await add({ ...input, id: newId() })
    expect(double.statusCode).toBe(409)
    expect(double.json()).toMatchObject({ type: '/problems/company-exists', companyId: input.id })
    const wrong = await add({ ...input, id: newId(), organisationNumber: '559999-0009' })
    expect(wrong.json().errors[0].pointer).toBe('#/organisationNumber')
  })

  test('a coach who brings a company in is its coach', async () => {
    const { programme, coach } = await setting()
    const reply = await app.inject({
      method: 'POST',
      url: `/api/programmes/${programme.slug}/companies`,
      headers: coach.headers,
      payload: { id: newId(), organisationNumber: nextNumber(), name: 'Besökta AB' },
    })
    expect(reply.json<Company>()).toMatchObject({ coach: { id: coach.id } })
    expect(reply.json<Company>().details).not.toBeNull()
  })
})

test('nothing of another programme can be reached', async () => {
  const { companyId } = await setting()
  const elsewhere = await makeProgramme(database)
  const manager = await as(elsewhere, { role: 'programme-manager' })
  const url = `/api/programmes/${elsewhere.slug}/companies/${companyId}`
  expect((await app.inject({ url, headers: manager.headers })).statusCode).toBe(404)
  const payload = change('name', 'Gjuteriet AB', 'Kapat AB')
  expect((await app.inject({ method: 'PATCH', url, headers: manager.headers, payload })).statusCode).toBe(404)
})

async function mailsTo(address: string) {
  return database.asInstallation((tx) => tx.selectFrom('mail').selectAll().where('to_address', '=', address).execute())
}
