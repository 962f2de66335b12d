import type { Company } from '@stegvis/core/companies/schema.ts'
import { describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { addSubProject, makeCompany } from '../../../test/companies.ts'
import { testDatabase } from '../../../test/database.ts'
import { newId } from '../../ids.ts'
import { settingOn } from '../test-setting.ts'

const database = await testDatabase()
const server = await testApp(database)
const { app } = server
const { as, setting } = settingOn(server, database)

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

async function mailsTo(address: string) {
  return database.asInstallation((tx) => tx.selectFrom('mail').selectAll().where('to_address', '=', address).execute())
}
