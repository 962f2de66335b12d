import type { Company } from '@stegvis/core/companies/schema.ts'
import { describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { addFocusArea, addSubProject, nextNumber } from '../../../test/companies.ts'
import { testDatabase } from '../../../test/database.ts'
import { CSRF, giveRole, headersOf, makePerson, makeProgramme, signedInAs } from '../../../test/people.ts'
import { newId } from '../../ids.ts'

const database = await testDatabase()
const server = await testApp(database)
const { app } = server
let count = 0

function interest(given: Record<string, unknown> = {}) {
  return {
    id: newId<string>(),
    organisationNumber: nextNumber() as string,
    companyName: 'Svets och Form AB',
    contactName: 'Eva Ek',
    email: `eva-${++count}@example.com`,
    language: 'sv',
    secondsInForm: 60,
    ...given,
  }
}

const send = (slug: string, payload: object, ip = `10.0.0.${++count % 250}`) =>
  app.inject({
    method: 'POST',
    url: `/api/public/programmes/${slug}/interests`,
    headers: CSRF,
    payload,
    remoteAddress: ip,
  })

const mailsTo = (address: string) =>
  database.asInstallation((tx) =>
    tx.selectFrom('mail').selectAll().where('to_address', '=', address).orderBy('created_at').execute(),
  )

async function setting() {
  const programme = await makeProgramme(database)
  const there = await addSubProject(database, programme, ['1490'])
  const lead = await signedInAs(server, programme, { role: 'sub-project-lead', subProjectId: there.subProjectId })
  const list = async () =>
    (await app.inject({ url: `/api/programmes/${programme.slug}/companies`, headers: lead.headers })).json().companies
  return { programme, there, lead, list }
}

describe('an expression of interest', () => {
  test('reaches the lead by municipality at once, and the contact can sign in', async () => {
    const { programme, there, lead, list } = await setting()
    const area = await addFocusArea(database, programme)
    const sent = interest({
      municipalityCode: '1490',
      focusAreaIds: [area],
      message: 'Vi vill spara el',
      employees: 24,
    })
    const reply = await send(programme.slug, sent)
    expect([reply.statusCode, reply.json()]).toEqual([202, { received: true }])
    expect(await list()).toMatchObject([
      { id: sent.id, status: 'interest', access: 'full', partner: { id: there.partnerId }, sizeClass: 'small' },
    ])
    expect((await mailsTo(lead.email))[0]?.body_text).toContain('Vi vill spara el')
    const [thanks] = await mailsTo(sent.email)
    const address = /http\S+/.exec(thanks?.body_text ?? '')?.[0] ?? ''
    expect(decodeURIComponent(address)).toContain(`/programmes/${programme.slug}/home`)
    const token = new URL(address).hash.slice(1)
    const used = await app.inject({
      method: 'POST',
      url: '/api/public/sign-in/link/use',
      headers: CSRF,
      payload: { token },
    })
    const cookie = used.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ')
    const own = await app.inject({ url: `/api/programmes/${programme.slug}/companies/${sent.id}`, headers: { cookie } })
    expect(own.json<Company>().details).toMatchObject({
      interestMessage: 'Vi vill spara el',
      focusAreaIds: [area],
      contacts: [{ name: 'Eva Ek', main: true, signsIn: true }],
    })
  })

  test('needs number, name and mail only', async () => {
    const { programme } = await setting()
    expect((await send(programme.slug, interest())).statusCode).toBe(202)
    for (const field of ['organisationNumber', 'companyName', 'contactName', 'email']) {
      const reply = await send(programme.slug, interest({ [field]: '' }))
      expect(reply.statusCode).toBe(422)
      expect(reply.json().errors[0].pointer).toBe(`#/${field}`)
    }
  })

  test('sent twice is kept once', async () => {
    const { programme, list } = await setting()
    const sent = interest({ municipalityCode: '1490' })
    await send(programme.slug, sent)
    await send(programme.slug, sent)
    expect(await list()).toHaveLength(1)
    expect(await mailsTo(sent.email)).toHaveLength(1)
  })

  test('reads a number as people write it', async () => {
    const { programme, list } = await setting()
    const number = nextNumber()
    await send(
      programme.slug,
      interest({ organisationNumber: `16${number.slice(0, 6)}-${number.slice(6)}`, municipalityCode: '1490' }),
    )
    expect((await list())[0].organisationNumber).toBe(`${number.slice(0, 6)}-${number.slice(6)}`)
  })

  test('masks the number of a sole trader everywhere', async () => {
    const { programme, lead } = await setting()
    const sent = interest({ organisationNumber: '811228-9874', municipalityCode: '1490' })
    expect((await send(programme.slug, sent)).statusCode).toBe(202)
    const base = `/api/programmes/${programme.slug}/companies`
    const seen = await Promise.all(
      [base, `${base}/${sent.id}`, `${base}/${sent.id}/timeline`].map((url) =>
        app.inject({ url, headers: lead.headers }),
      ),
    )
    expect(seen[0]?.body).toContain('811228-****')
    for (const { body } of seen) expect(body).not.toContain('9874')
    const search = await app.inject({ url: `${base}?search=8112289874`, headers: lead.headers })
    expect(search.json().companies).toEqual([])
  })
})

describe('a number that is in the programme already', () => {
  test('joins the record, tells the lead, and the visitor gets the same answer', async () => {
    const { programme, lead, list } = await setting()
    const first = interest({ municipalityCode: '1490' })
    const answer = await send(programme.slug, first)
    const second = interest({
      organisationNumber: first.organisationNumber,
      contactName: 'Bo Al',
      companyName: 'Annat namn AB',
      message: 'Jag med',
    })
    const again = await send(programme.slug, second)
    expect([again.statusCode, again.body]).toEqual([answer.statusCode, answer.body])
    expect(await list()).toHaveLength(1)
    const company = await app.inject({
      url: `/api/programmes/${programme.slug}/companies/${first.id}`,
      headers: lead.headers,
    })
    expect(company.json<Company>()).toMatchObject({ name: 'Svets och Form AB' })
    expect(company.json<Company>().details?.contacts.map(({ name, signsIn }) => [name, signsIn])).toEqual([
      ['Eva Ek', true],
      ['Bo Al', false],
    ])
    expect((await mailsTo(lead.email)).at(-1)?.body_text).toContain('finns redan i programmet')
  })

  test('does not open the record to whoever knew the number', async () => {
    const { programme } = await setting()
    const first = interest({ municipalityCode: '1490' })
    await send(programme.slug, first)
    const second = interest({ organisationNumber: first.organisationNumber })
    await send(programme.slug, second)
    expect((await mailsTo(second.email))[0]?.body_text).not.toContain('http')
  })
})

test('somebody who works in the programme gets no company by it', async () => {
  const { programme } = await setting()
  const coach = await makePerson(database)
  await giveRole(database, programme.id, coach.id, { role: 'coach', partnerId: programme.partnerId })
  await send(programme.slug, interest({ email: coach.email }))
  const me = await app.inject({ url: '/api/me', headers: await headersOf(server, coach) })
  expect(me.json().programmes[0].grants.map(({ role }: { role: string }) => role)).toEqual(['coach'])
})

describe('machines', () => {
  test('that fill in the hidden field are thanked and forgotten', async () => {
    const { programme, list } = await setting()
    const reply = await send(programme.slug, interest({ homepage: 'http://spam.example', municipalityCode: '1490' }))
    expect(reply.statusCode).toBe(202)
    expect(await list()).toEqual([])
  })

  test('that send at once are asked to wait', async () => {
    const { programme } = await setting()
    expect((await send(programme.slug, interest({ secondsInForm: 0.4 }))).statusCode).toBe(429)
  })

  test('that send without end are stopped', async () => {
    const { programme } = await setting()
    const codes: number[] = []
    for (let at = 0; at < 22; at++) codes.push((await send(programme.slug, interest(), '10.9.9.9')).statusCode)
    expect(codes.slice(0, 20).every((code) => code === 202)).toBe(true)
    expect(codes.at(-1)).toBe(429)
  })
})

test.each(['draft', 'closed'] as const)('a programme that is %s takes no interest', async (status) => {
  const programme = await makeProgramme(database, { status })
  expect((await send(programme.slug, interest())).statusCode).toBe(404)
})
