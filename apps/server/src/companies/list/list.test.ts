import type { CompanyPage } from '@stegvis/core/companies/list/schema.ts'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { addFocusArea, addSubProject, makeCompany } from '../../../test/companies.ts'
import { testDatabase } from '../../../test/database.ts'
import { makeProgramme, signedInAs } from '../../../test/people.ts'

const database = await testDatabase()
const server = await testApp(database)
const { app } = server

async function setting() {
  const programme = await makeProgramme(database)
  const url = `/api/programmes/${programme.slug}/companies`
  return { programme, url }
}

async function everyPage(url: string, headers: Record<string, string>, limit: number): Promise<string[]> {
  const seen: string[] = []
  for (let after: string | null = ''; after !== null; ) {
    const separator = url.includes('?') ? '&' : '?'
    const reply = await app.inject({ url: `${url}${separator}limit=${limit}${after && `&after=${after}`}`, headers })
    expect(reply.statusCode, reply.body).toBe(200)
    const page: CompanyPage = reply.json()
    seen.push(...page.companies.map(({ id }) => id))
    after = page.next
  }
  return seen
}

describe('keyset paging', () => {
  test('loses and doubles no company under equal values, in any order', async () => {
    const { programme, url } = await setting()
    const manager = await signedInAs(server, programme, { role: 'programme-manager' })
    const names = ['Alfa AB', 'Alfa AB', 'Alfa AB', 'Åre Såg', 'Örebro Gjuteri', 'Ärla Mek', 'Zeta AB', 'alfa ab']
    const ids = new Set<string>()
    for (const [at, name] of names.flatMap((each) => [each, each, each]).entries()) {
      const days =
        at % 3 === 0 ? {} : { last_contact_on: `2026-0${(at % 4) + 1}-01`, next_step_on: `2026-1${at % 2}-01` }
      ids.add(await makeCompany(database, programme, { name, ...days, status: at % 2 ? 'active' : 'interest' }))
    }
    for (const sort of ['name', 'status', 'last-contact', 'next-step', 'newest']) {
      for (const limit of [1, 5, 7]) {
        const seen = await everyPage(`${url}?sort=${sort}`, manager.headers, limit)
        expect(seen, `${sort} by ${limit}`).toHaveLength(ids.size)
        expect(new Set(seen)).toEqual(ids)
      }
    }
  })

  test('sorts names as Swedish does', async () => {
    const { programme, url } = await setting()
    const manager = await signedInAs(server, programme, { role: 'programme-manager' })
    for (const name of ['Örsa', 'Zink', 'Äpple', 'Ånga', 'anka']) await makeCompany(database, programme, { name })
    const { companies }: CompanyPage = (await app.inject({ url, headers: manager.headers })).json()
    expect(companies.map(({ name }) => name)).toEqual(['anka', 'Zink', 'Ånga', 'Äpple', 'Örsa'])
  })

  test('refuses the end of a page that it did not make', async () => {
    const { programme, url } = await setting()
    const manager = await signedInAs(server, programme, { role: 'programme-manager' })
    const reply = await app.inject({ url: `${url}?after=nonsense`, headers: manager.headers })
    expect(reply.statusCode).toBe(422)
  })
})

describe('what a coach sees', () => {
  test('of companies others coach is the register only', async () => {
    const { programme, url } = await setting()
    const coach = await signedInAs(server, programme, { role: 'coach', partnerId: programme.partnerId })
    const facts = { next_step_on: '2026-12-01', last_contact_on: '2026-10-01', size_class: 'small' }
    const own = await makeCompany(database, programme, { name: 'Egna AB', coach_id: coach.id, ...facts })
    const other = await makeCompany(database, programme, { name: 'Andras AB', ...facts })
    const { companies }: CompanyPage = (await app.inject({ url, headers: coach.headers })).json()
    expect(companies.find(({ id }) => id === own)).toMatchObject({ access: 'full', sizeClass: 'small' })
    expect(companies.find(({ id }) => id === other)).toMatchObject({
      access: 'register',
      sizeClass: null,
      nextStepOn: null,
      lastContactOn: null,
    })
  })

  test('is not told more by filters, orders or search words than by the rows', async () => {
    const { programme, url } = await setting()
    const coach = await signedInAs(server, programme, { role: 'coach', partnerId: programme.partnerId })
    await makeCompany(database, programme, {
      contact_text: 'eva ek eva@example.com',
      size_class: 'small',
      name: 'Hemligt AB',
    })
    for (const query of ['size=small', 'quietDays=30', 'search=eva', 'sort=next-step', 'sort=last-contact']) {
      const page: CompanyPage = (await app.inject({ url: `${url}?${query}`, headers: coach.headers })).json()
      expect(page.companies, query).toEqual([])
    }
    const found: CompanyPage = (await app.inject({ url: `${url}?search=hemligt`, headers: coach.headers })).json()
    expect(found.companies).toHaveLength(1)
  })
})

describe('filters', () => {
  test('find by status, partner, coach, sub-project, focus area, size and silence', async () => {
    const { programme, url } = await setting()
    const lead = await signedInAs(server, programme, { role: 'programme-manager' })
    const coach = await signedInAs(server, programme, { role: 'coach', partnerId: programme.partnerId })
    const there = await addSubProject(database, programme, ['1490'])
    const area = await addFocusArea(database, programme)
    const wanted = await makeCompany(database, programme, {
      status: 'active',
      partner_id: there.partnerId,
      sub_project_id: there.subProjectId,
      coach_id: coach.id,
      size_class: 'small',
      last_contact_on: '2020-01-01',
    })
    await database.inTenant({ programmeId: programme.id, personId: null }, (tx) =>
      tx
        .insertInto('company_focus_area')
        .values({ programme_id: programme.id, company_id: wanted, focus_area_id: area })
        .execute(),
    )
    const today = server.clock.today('Europe/Stockholm')
    const other = await makeCompany(database, programme, { last_contact_on: today })
    const ids = async (query: string) =>
      (await app.inject({ url: `${url}?${query}`, headers: lead.headers }))
        .json<CompanyPage>()
        .companies.map(({ id }) => id)
    for (const query of [
      'status=active',
      `partner=${there.partnerId}`,
      `coach=${coach.id}`,
      `subProject=${there.subProjectId}`,
      `focusArea=${area}`,
      'size=small',
      'quietDays=30',
    ]) {
      expect(await ids(query), query).toEqual([wanted])
    }
    expect(await ids('coach=none')).toEqual([other])
    expect(await ids('size=none')).toEqual([other])
    const counts = await app.inject({ url: `${url}/counts?status=active`, headers: lead.headers })
    expect(counts.json()).toMatchObject({ total: 2, byStatus: { active: 1, interest: 1, left: 0 } })
  })

  test('a percent sign is searched for, not a pattern', async () => {
    const { programme, url } = await setting()
    const manager = await signedInAs(server, programme, { role: 'programme-manager' })
    await makeCompany(database, programme, { name: 'Helt AB' })
    const page: CompanyPage = (await app.inject({ url: `${url}?search=%25`, headers: manager.headers })).json()
    expect(page.companies).toEqual([])
  })
})

test('the export holds what the filter finds, as text where a formula could hide', async () => {
  const { programme, url } = await setting()
  const manager = await signedInAs(server, programme, { role: 'programme-manager' })
  await makeCompany(database, programme, { name: '=HYPERLINK("http://x")', next_step_on: '2026-12-01' })
  await makeCompany(database, programme, { name: 'Pausad AB', status: 'paused' })
  const reply = await app.inject({ url: `${url}/export.xlsx?status=interest`, headers: manager.headers })
  expect(reply.headers['content-disposition']).toContain('stegvis-foretag-')
  const { sheets } = await readXlsx(reply.rawPayload)
  expect(sheets[0]?.rows).toHaveLength(2)
  expect(sheets[0]?.rows[0]?.[0]).toBe('Företag')
  expect(sheets[0]?.rows[1]?.[0]).toBe('=HYPERLINK("http://x")')
})

describe('who may not', () => {
  test('see the list: people of a company, funders, and people of another programme', async () => {
    const { programme, url } = await setting()
    const companyId = await makeCompany(database, programme)
    const member = await signedInAs(server, programme, { role: 'company-manager', companyId })
    const funder = await signedInAs(server, programme, { role: 'funder' })
    expect((await app.inject({ url, headers: member.headers })).statusCode).toBe(403)
    expect((await app.inject({ url, headers: funder.headers })).statusCode).toBe(403)
    const elsewhere = await makeProgramme(database)
    const stranger = await signedInAs(server, elsewhere, { role: 'programme-manager' })
    expect((await app.inject({ url, headers: stranger.headers })).statusCode).toBe(404)
    const list = await app.inject({ url: `/api/programmes/${elsewhere.slug}/companies`, headers: stranger.headers })
    expect(list.json<CompanyPage>().companies).toEqual([])
  })
})
