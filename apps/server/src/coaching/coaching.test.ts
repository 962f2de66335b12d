import { randomUUID } from 'node:crypto'
import type { CompanyId, ProgrammeId } from '@stegvis/core/kernel/ids.ts'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { testApp } from '../../test/app.ts'
import { testDatabase } from '../../test/database.ts'
import { makeProgramme, signedInAs } from '../../test/people.ts'

const database = await testDatabase()
const running = await testApp(database)
const { app, clock } = running
clock.set('2026-11-23T10:00:00Z')

/** A programme with one company, its coach, a colleague of the coach, and a manager of the company. */
async function scene() {
  const programme = await makeProgramme(database)
  const coach = await signedInAs(running, programme, { role: 'coach', partnerId: programme.partnerId })
  const colleague = await signedInAs(running, programme, { role: 'coach', partnerId: programme.partnerId })
  const companyId = await addCompany(programme.id, programme.partnerId, coach.id)
  const manager = await signedInAs(running, programme, { role: 'company-manager', companyId })
  const sessions = `/api/programmes/${programme.slug}/companies/${companyId}/sessions`
  return { programme, coach, colleague, companyId, manager, sessions }
}

async function addCompany(programmeId: ProgrammeId, partnerId: string, coachId: string): Promise<CompanyId> {
  const id = randomUUID()
  await database.owner.query(
    `insert into company (programme_id, id, organisation_number, name, partner_id, coach_id, status, status_since, came_by)
     values ($1, $2, '5599990008', 'Exempel Mekaniska', $3, $4, 'active', '2026-01-01', 'coach')`,
    [programmeId, id, partnerId, coachId],
  )
  return id as CompanyId
}

function entry(facts: Record<string, unknown> = {}) {
  return {
    id: randomUUID(),
    heldOn: '2026-11-23',
    how: 'on-site',
    minutes: 90,
    focusAreaIds: [],
    participants: ['Eva'],
    noteAll: 'Gick igenom flödet',
    noteTeam: 'Osäker på viljan',
    nextStep: 'Mät ledtiden',
    nextStepOn: '2026-12-07',
    ...facts,
  }
}

const company = (id: CompanyId) =>
  database.owner
    .query('select last_contact_on::text, next_step, next_step_on::text from company where id = $1', [id])
    .then(({ rows }) => rows[0])

test('a logged session moves the last contact and the next step of the company', async () => {
  const { coach, companyId, sessions } = await scene()
  const reply = await app.inject({ method: 'POST', url: sessions, headers: coach.headers, payload: entry() })
  expect(reply.statusCode).toBe(200)
  expect(reply.json()).toMatchObject({ minutes: 90, noteTeam: 'Osäker på viljan', mayChange: true })
  expect(await company(companyId)).toEqual({
    last_contact_on: '2026-11-23',
    next_step: 'Mät ledtiden',
    next_step_on: '2026-12-07',
  })
})

test('the same session sent twice is logged once', async () => {
  const { coach, sessions } = await scene()
  const payload = entry()
  await app.inject({ method: 'POST', url: sessions, headers: coach.headers, payload })
  const again = await app.inject({ method: 'POST', url: sessions, headers: coach.headers, payload })
  expect(again.statusCode).toBe(200)
  const list = await app.inject({ url: sessions, headers: coach.headers })
  expect(list.json()).toMatchObject({ count: 1, minutes: 90 })
})

test("the company reads the note for all and never the team's", async () => {
  const { coach, manager, sessions } = await scene()
  await app.inject({ method: 'POST', url: sessions, headers: coach.headers, payload: entry() })
  const seen = (await app.inject({ url: sessions, headers: manager.headers })).json().sessions[0]
  expect(seen).toMatchObject({ noteAll: 'Gick igenom flödet', noteTeam: null, mayChange: false })
})

test('refuses a session that has not been held, and says so', async () => {
  const { coach, sessions } = await scene()
  const reply = await app.inject({
    method: 'POST',
    url: sessions,
    headers: coach.headers,
    payload: entry({ heldOn: '2026-11-24' }),
  })
  expect([reply.statusCode, reply.json().type]).toEqual([422, '/problems/session-ahead'])
})

test('points at the field that is not valid', async () => {
  const { coach, sessions } = await scene()
  const reply = await app.inject({
    method: 'POST',
    url: sessions,
    headers: coach.headers,
    payload: entry({ minutes: 0 }),
  })
  expect(reply.statusCode).toBe(422)
  expect(reply.json().errors).toMatchObject([{ pointer: '#/minutes' }])
})

test('a colleague who is not the coach may neither log nor read', async () => {
  const { colleague, coach, sessions, programme } = await scene()
  const logged = entry()
  await app.inject({ method: 'POST', url: sessions, headers: coach.headers, payload: logged })
  const log = await app.inject({ method: 'POST', url: sessions, headers: colleague.headers, payload: entry() })
  expect(log.statusCode).toBe(403)
  expect((await app.inject({ url: sessions, headers: colleague.headers })).statusCode).toBe(404)
  const one = `/api/programmes/${programme.slug}/sessions/${logged.id}`
  expect((await app.inject({ method: 'DELETE', url: one, headers: colleague.headers })).statusCode).toBe(404)
})

test('a correction against an older revision is told, with the present entry', async () => {
  const { coach, programme, sessions } = await scene()
  const logged = entry()
  await app.inject({ method: 'POST', url: sessions, headers: coach.headers, payload: logged })
  const { id, ...facts } = logged
  const url = `/api/programmes/${programme.slug}/sessions/${id}`
  const put = (payload: object) => app.inject({ method: 'PUT', url, headers: coach.headers, payload })
  expect((await put({ ...facts, revision: 1, minutes: 120 })).json()).toMatchObject({ minutes: 120, revision: 2 })
  const late = await put({ ...facts, revision: 1, minutes: 45 })
  expect(late.statusCode).toBe(412)
  expect(late.json()).toMatchObject({ type: '/problems/changed-meanwhile', current: { minutes: 120 } })
})

test('a removed session leaves the sums and the last contact, and can be put back', async () => {
  const { coach, companyId, programme, sessions } = await scene()
  const logged = entry()
  await app.inject({ method: 'POST', url: sessions, headers: coach.headers, payload: logged })
  const url = `/api/programmes/${programme.slug}/sessions/${logged.id}`
  await app.inject({ method: 'DELETE', url, headers: coach.headers })
  expect((await app.inject({ url: sessions, headers: coach.headers })).json()).toMatchObject({ count: 0, minutes: 0 })
  expect(await company(companyId)).toMatchObject({ last_contact_on: null })
  await app.inject({ method: 'POST', url: `${url}/restore`, headers: coach.headers })
  expect((await app.inject({ url: sessions, headers: coach.headers })).json()).toMatchObject({ count: 1 })
  expect(await company(companyId)).toMatchObject({ last_contact_on: '2026-11-23' })
})

test('pages of sessions neither lose nor repeat one, also on the same day', async () => {
  const { coach, sessions } = await scene()
  const ids: string[] = []
  for (let n = 0; n < 60; n++) {
    const payload = entry({ heldOn: n % 3 === 0 ? '2026-11-20' : '2026-11-21' })
    ids.push(payload.id)
    await app.inject({ method: 'POST', url: sessions, headers: coach.headers, payload })
  }
  const seen: string[] = []
  for (let after: string | null = ''; after !== null; ) {
    const page: { sessions: { id: string }[]; next: string | null } = (
      await app.inject({ url: `${sessions}${after && `?after=${after}`}`, headers: coach.headers })
    ).json()
    seen.push(...page.sessions.map((session) => session.id))
    after = page.next
  }
  expect(seen.length).toBe(60)
  expect([...seen].sort()).toEqual([...ids].sort())
})

test("a coach's own sessions come as a spreadsheet of the period", async () => {
  const { coach, programme, sessions } = await scene()
  for (const heldOn of ['2026-10-31', '2026-11-02']) {
    await app.inject({
      method: 'POST',
      url: sessions,
      headers: coach.headers,
      payload: entry({ heldOn, noteAll: '=1+1' }),
    })
  }
  const url = `/api/programmes/${programme.slug}/sessions.xlsx?from=2026-11-01&to=2026-11-30`
  const reply = await app.inject({ url, headers: coach.headers })
  const { sheets } = await readXlsx(reply.rawPayload)
  expect(sheets[0]!.rows.length).toBe(2)
  expect(sheets[0]!.rows[1]!.slice(1, 4)).toEqual(['Exempel Mekaniska', 'På plats', 90])
  expect(sheets[0]!.rows[1]![5]).toBe('=1+1')
})
