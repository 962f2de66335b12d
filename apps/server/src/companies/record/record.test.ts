import type { CompanyChoices } from '@stegvis/core/companies/list/schema.ts'
import type { Company } from '@stegvis/core/companies/schema.ts'
import type { TimelinePage } from '@stegvis/core/companies/timeline/schema.ts'
import { describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { addSubProject, makeCompany } from '../../../test/companies.ts'
import { testDatabase } from '../../../test/database.ts'
import { makeProgramme } from '../../../test/people.ts'
import { newId } from '../../ids.ts'
import { change, settingOn } from '../test-setting.ts'

const database = await testDatabase()
const server = await testApp(database)
const { app } = server

const { as, setting } = settingOn(server, database)

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

test('nothing of another programme can be reached', async () => {
  const { companyId } = await setting()
  const elsewhere = await makeProgramme(database)
  const manager = await as(elsewhere, { role: 'programme-manager' })
  const url = `/api/programmes/${elsewhere.slug}/companies/${companyId}`
  expect((await app.inject({ url, headers: manager.headers })).statusCode).toBe(404)
  const payload = change('name', 'Gjuteriet AB', 'Kapat AB')
  expect((await app.inject({ method: 'PATCH', url, headers: manager.headers, payload })).statusCode).toBe(404)
})
