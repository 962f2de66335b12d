import { randomUUID } from 'node:crypto'
import { Programme } from '@stegvis/core/programmes/schema.ts'
import { expect, test } from 'vitest'
import { testApp } from '../../test/app.ts'
import { makeCompany } from '../../test/companies.ts'
import { testDatabase } from '../../test/database.ts'
import { headersOf, makePerson, makeProgramme, signedInAs } from '../../test/people.ts'

const database = await testDatabase()
const running = await testApp(database)
const { app } = running

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

async function scene(given: { status?: 'draft' | 'open' } = { status: 'draft' }) {
  const programme = await makeProgramme(database, given)
  const manager = await signedInAs(running, programme, { role: 'programme-manager' })
  const base = `/api/programmes/${programme.slug}`
  const call = (method: Method, path: string, payload?: object, headers = manager.headers) =>
    app.inject({ method, url: `${base}${path}`, headers, ...(payload && { payload }) })
  const change = (path: string, field: string, from: unknown, to: unknown, headers = manager.headers) =>
    call('PATCH', path, { changes: [{ field, from, to }] }, headers)
  const read = async () => Programme.parse((await call('GET', '')).json())
  return { programme, manager, base, call, change, read }
}

function form(content: Buffer, name: string) {
  const boundary = 'boundary-of-the-test'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`
  return {
    payload: Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  }
}

test('fields are merged one by one, and the one somebody else changed first is told', async () => {
  const { call, change, read } = await scene()
  expect((await change('', 'texts.summary.sv', null, 'Stöd till verkstäder')).statusCode).toBe(200)
  const reply = await call('PATCH', '', {
    changes: [
      { field: 'texts.summary.sv', from: null, to: 'Något annat' },
      { field: 'startsOn', from: null, to: '2026-01-01' },
    ],
  })
  expect(reply.statusCode).toBe(412)
  expect(reply.json().conflicts).toEqual([{ field: 'texts.summary.sv', present: 'Stöd till verkstäder' }])
  expect(await read()).toMatchObject({ startsOn: '2026-01-01', texts: { summary: { sv: 'Stöd till verkstäder' } } })
})

test('what does not fit a field is refused at its place', async () => {
  const { call, change } = await scene()
  const below = await change('', 'settings.comparisonThreshold', 10, 4)
  expect(below.statusCode).toBe(422)
  expect(below.json().errors[0].pointer).toBe('#/changes/0/to')
  const reversed = await call('PATCH', '', {
    changes: [
      { field: 'startsOn', from: null, to: '2026-05-01' },
      { field: 'endsOn', from: null, to: '2026-04-30' },
    ],
  })
  expect(reversed.json()).toMatchObject({ status: 422, errors: [{ pointer: '#/changes/1/to' }] })
  expect((await change('', 'timeZone', 'Europe/Stockholm', 'Europe/Nowhere')).statusCode).toBe(422)
})

test('an address that another programme has is refused', async () => {
  const { change, programme } = await scene()
  const other = await makeProgramme(database)
  const reply = await change('', 'slug', programme.slug, other.slug)
  expect(reply.statusCode).toBe(409)
  expect(reply.json().type).toBe('/problems/slug-taken')
})

test('a communicator changes texts and marks, and nothing else', async () => {
  const { programme, change, call } = await scene()
  const { headers } = await signedInAs(running, programme, { role: 'communicator' })
  expect((await change('', 'texts.about.sv', null, 'Om oss', headers)).statusCode).toBe(200)
  expect((await change('', 'startsOn', null, '2026-01-01', headers)).statusCode).toBe(403)
  const funder = { part: 'funder', id: randomUUID(), name: 'Regionen', kind: 'region' }
  expect((await call('POST', '/parts', funder, headers)).statusCode).toBe(403)
  const coach = await signedInAs(running, programme, { role: 'coach', partnerId: programme.partnerId })
  expect((await change('', 'texts.about.sv', 'Om oss', 'Annat', coach.headers)).statusCode).toBe(403)
  expect((await call('GET', '', undefined, coach.headers)).statusCode).toBe(200)
})

test("a company's people see who is in the programme, not amounts, targets and leads", async () => {
  const { programme, base, change } = await scene({ status: 'open' })
  await change(`/parts/partner/${programme.partnerId}`, 'budgetCents', null, 500)
  await signedInAs(running, programme, { role: 'sub-project-lead', subProjectId: programme.subProjectId })
  const companyId = await makeCompany(database, programme)
  const { headers } = await signedInAs(running, programme, { role: 'company-manager', companyId })
  const seen = Programme.parse((await app.inject({ url: base, headers })).json())
  expect(seen).toMatchObject({ partners: [{ name: 'Partner', budgetCents: null }], subProjects: [{ leads: [] }] })
  const { headers: auditors } = await signedInAs(running, programme, { role: 'auditor' })
  const inside = Programme.parse((await app.inject({ url: base, headers: auditors })).json())
  expect(inside).toMatchObject({ partners: [{ budgetCents: 500 }], subProjects: [{ leads: { length: 1 } }] })
})

test('another programme and its parts are not there', async () => {
  const mine = await scene()
  const other = await scene()
  const reply = await app.inject({ url: other.base, headers: mine.manager.headers })
  expect(reply.statusCode).toBe(404)
  const foreign = `/parts/partner/${other.programme.partnerId}`
  expect((await mine.change(foreign, 'name', 'Partner', 'Övertagen')).statusCode).toBe(404)
})

test('parts come, are filled in, go and come back', async () => {
  const { call, change, read } = await scene()
  const id = randomUUID()
  const funder = { part: 'funder', id, name: 'Regionen', kind: 'region' }
  await call('POST', '/parts', funder)
  await call('POST', '/parts', funder)
  await change(`/parts/funder/${id}`, 'amountCents', null, 900_000_000)
  await change(`/parts/funder/${id}`, 'acknowledgement.sv', null, 'Med stöd av regionen')
  const filled = { id, amountCents: 900_000_000, acknowledgement: { sv: 'Med stöd av regionen', en: '' } }
  expect((await read()).funders).toMatchObject([filled])
  expect((await call('DELETE', `/parts/funder/${id}`)).json().funders).toEqual([])
  expect((await call('POST', `/parts/funder/${id}/restore`)).json().funders).toMatchObject([filled])
  const { entries } = (await call('GET', '/history')).json()
  expect(entries.map(({ kind, name }: { kind: string; name: string }) => [kind, name])).toEqual([
    ['programme.part-restored', 'Regionen'],
    ['programme.part-removed', 'Regionen'],
    ['programme.changed', 'Regionen'],
    ['programme.changed', 'Regionen'],
    ['programme.part-added', 'Regionen'],
  ])
})

test('whoever becomes the owner takes over from the one before', async () => {
  const { call, change, read } = await scene()
  const id = randomUUID()
  await call('POST', '/parts', { part: 'partner', id, name: 'Den andra', kind: 'partner' })
  await change(`/parts/partner/${id}`, 'kind', 'partner', 'owner')
  expect((await read()).partners.map(({ name, kind }) => [name, kind])).toEqual([
    ['Partner', 'partner'],
    ['Den andra', 'owner'],
  ])
})

test('a partner that has a sub-project cannot be taken away', async () => {
  const { call, programme } = await scene()
  const reply = await call('DELETE', `/parts/partner/${programme.partnerId}`)
  expect(reply.json()).toMatchObject({ status: 409, type: '/problems/in-use' })
})

test('a municipality belongs to one sub-project, and a removed one lets it go', async () => {
  const { call, programme, read } = await scene()
  const put = (id: string, from: string[], to: string[]) =>
    call('PUT', `/parts/sub-project/${id}/municipalities`, { from, to })
  expect((await put(programme.subProjectId, [], ['1490', '1463'])).statusCode).toBe(200)
  const second = randomUUID()
  await call('POST', '/parts', { part: 'sub-project', id: second, name: 'Andra', partnerId: programme.partnerId })
  const taken = await put(second, [], ['1463', '1491'])
  expect(taken.statusCode).toBe(409)
  expect(taken.json().taken).toEqual([{ municipality: '1463', subProject: 'Delprojekt' }])
  expect((await put(programme.subProjectId, [], ['1380'])).statusCode).toBe(412)
  await call('DELETE', `/parts/sub-project/${programme.subProjectId}`)
  expect((await put(second, [], ['1463', '1491'])).statusCode).toBe(200)
  expect((await read()).subProjects).toMatchObject([{ id: second, municipalities: ['1463', '1491'] }])
})

test('a focus area starts with the name of its ladder and a colour of its own', async () => {
  const { call, change, read } = await scene()
  const [first, second] = [randomUUID(), randomUUID()]
  await call('POST', '/parts', { part: 'focus-area', id: first, model: 'energy-transition@1.0.0' })
  await call('POST', '/parts', { part: 'focus-area', id: second, model: 'energy-transition@1.0.0' })
  expect((await read()).focusAreas).toMatchObject([
    { slug: 'energy-transition', name: { sv: 'Energiomställning' }, accent: 1 },
    { slug: 'energy-transition-2', accent: 2 },
  ])
  const unknown = await change(`/parts/focus-area/${first}`, 'model', 'energy-transition@1.0.0', 'no-such@1.0.0')
  expect(unknown.json().type).toBe('/problems/model-not-found')
})

test('a programme opens when nothing required is missing, and then has a public page', async () => {
  const { call, change, programme } = await scene()
  const page = `/api/public/programmes/${programme.slug}`
  const early = await call('POST', '/status', { to: 'open' })
  expect(early.json()).toMatchObject({ status: 409, type: '/problems/programme-incomplete' })
  expect((await app.inject({ url: page })).statusCode).toBe(404)

  await change('', 'startsOn', null, '2026-01-01')
  await change('', 'endsOn', null, '2028-12-31')
  await change('', 'texts.summary.sv', null, 'Stöd till verkstäder')
  await change('', 'texts.contact.sv', null, 'Hör av er')
  const funder = randomUUID()
  await call('POST', '/parts', { part: 'funder', id: funder, name: 'Regionen', kind: 'region' })
  await change(`/parts/funder/${funder}`, 'amountCents', null, 100)
  await call('POST', '/parts', { part: 'focus-area', id: randomUUID(), model: 'digitalisation@1.0.0' })
  const territory = { from: [], to: ['1490'] }
  await call('PUT', `/parts/sub-project/${programme.subProjectId}/municipalities`, territory)
  expect((await call('POST', '/status', { to: 'open' })).json().status).toBe('open')

  const reply = await app.inject({ url: page })
  expect(reply.statusCode).toBe(200)
  expect(reply.json()).toMatchObject({
    slug: programme.slug,
    texts: { summary: { sv: 'Stöd till verkstäder' } },
    subProjects: [{ municipalities: [{ code: '1490', name: 'Borås' }] }],
    focusAreas: [{ ladder: { id: 'digitalisation', levels: { length: 5 } } }],
  })
  expect(reply.body).not.toContain('amountCents')
  const all = await app.inject({ url: '/api/public/programmes' })
  expect(all.json().programmes.map(({ slug }: { slug: string }) => slug)).toContain(programme.slug)
  await call('POST', '/status', { to: 'closed' })
  expect((await app.inject({ url: page })).statusCode).toBe(404)
})

test('parts are put in order, unless somebody else was first', async () => {
  const { call, read } = await scene()
  const ids = [randomUUID(), randomUUID(), randomUUID()]
  for (const [at, id] of ids.entries()) {
    await call('POST', '/parts', { part: 'funder', id, name: `Finansiär ${at}`, kind: 'region' })
  }
  const wanted = [ids[2], ids[0], ids[1]]
  expect((await call('PUT', '/parts/funder/order', { from: ids, to: wanted })).statusCode).toBe(200)
  expect((await read()).funders.map(({ id }) => id)).toEqual(wanted)
  expect((await call('PUT', '/parts/funder/order', { from: ids, to: wanted })).statusCode).toBe(200)

  const late = await call('PUT', '/parts/funder/order', { from: ids, to: ids.toReversed() })
  expect(late.json()).toMatchObject({ type: '/problems/changed-meanwhile', present: wanted })
  const partly = await call('PUT', '/parts/funder/order', { from: wanted, to: wanted.slice(1) })
  expect(partly.json().type).toBe('/problems/changed-meanwhile')

  const added = await call('POST', '/parts', { part: 'funder', id: randomUUID(), name: 'Sist', kind: 'eu' })
  expect(added.json().funders.at(-1).name).toBe('Sist')
  const { entries } = (await call('GET', '/history')).json()
  expect(entries.find(({ kind }: { kind: string }) => kind === 'programme.parts-ordered')).toMatchObject({
    part: 'funder',
    from: ids,
    to: wanted,
  })
})

test('marks are judged by their bytes, shown to visitors of an open programme, and can be taken away', async () => {
  const { base, manager, call, programme } = await scene({ status: 'open' })
  const send = (content: Buffer, name: string) => {
    const { payload, headers } = form(content, name)
    return app.inject({ method: 'PUT', url: `${base}/logo`, headers: { ...manager.headers, ...headers }, payload })
  }
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
  expect((await send(svg, 'logo.png')).json().type).toBe('/problems/unsupported-media')
  expect((await send(Buffer.concat([PNG, Buffer.alloc(1024 * 1024)]), 'large.png')).statusCode).toBe(413)
  const kept = await send(PNG, 'logo.svg')
  expect(kept.statusCode).toBe(200)
  const shown = await app.inject({ url: `/api/public/programmes/${programme.slug}/logos/${kept.json().logoId}` })
  expect(shown.headers['content-type']).toBe('image/png')
  expect(shown.rawPayload.equals(PNG)).toBe(true)
  const { logoId } = kept.json()
  expect((await call('PATCH', '/logo', { from: logoId, to: null })).json().logoId).toBeNull()
  expect((await call('PATCH', '/logo', { from: null, to: logoId })).json().logoId).toBe(logoId)
  expect((await call('PATCH', '/logo', { from: null, to: randomUUID() })).statusCode).toBe(412)
  expect((await call('PATCH', '/logo', { from: logoId, to: randomUUID() })).statusCode).toBe(404)
})

test('every change is in the history with who, from and to, page by page', async () => {
  const { call, change, manager } = await scene()
  await change('', 'texts.summary.sv', null, 'Först')
  await change('', 'texts.summary.sv', 'Först', 'Sedan')
  const { entries, next } = (await call('GET', '/history')).json()
  expect(entries).toMatchObject([
    { field: 'texts.summary.sv', from: 'Först', to: 'Sedan', by: manager.name },
    { field: 'texts.summary.sv', from: null, to: 'Först' },
  ])
  expect(next).toBeNull()
  for (let number = 0; number < 55; number++) await change('', 'settings.silentDays', 60 + number, 61 + number)
  const first = (await call('GET', '/history')).json()
  const rest = (await call('GET', `/history?after=${first.next}`)).json()
  const ids = [...first.entries, ...rest.entries].map(({ id }: { id: string }) => id)
  expect(new Set(ids).size).toBe(57)
  expect(rest.next).toBeNull()
})

test('an administrator creates a draft once and becomes its manager; others find no such page', async () => {
  const administrator = await makePerson(database, { administrator: true })
  await database.owner.query('update auth."user" set administrator = true where id = $1', [administrator.id])
  const headers = await headersOf(running, administrator)
  const slug = `nytt-${randomUUID().slice(0, 8)}`
  const payload = { id: randomUUID(), slug, name: { sv: 'Nytt program', en: '' } }
  const create = () => app.inject({ method: 'POST', url: '/api/admin/programmes', headers, payload })
  expect((await create()).statusCode).toBe(200)
  expect((await create()).statusCode).toBe(200)
  const read = await app.inject({ url: `/api/programmes/${slug}`, headers })
  expect(read.json()).toMatchObject({ status: 'draft', name: { sv: 'Nytt program' }, timeZone: 'Europe/Stockholm' })
  const twin = { ...payload, id: randomUUID() }
  const refused = await app.inject({ method: 'POST', url: '/api/admin/programmes', headers, payload: twin })
  expect(refused.json().type).toBe('/problems/slug-taken')
  const { manager } = await scene()
  expect((await app.inject({ url: '/api/admin/programmes', headers: manager.headers })).statusCode).toBe(404)
})

test('municipalities come by county, and none for a country without a list', async () => {
  const sweden = (await app.inject({ url: '/api/public/geography/SE' })).json()
  expect(sweden.counties).toHaveLength(21)
  expect(sweden.counties.flatMap(({ municipalities }: { municipalities: [] }) => municipalities)).toHaveLength(290)
  expect((await app.inject({ url: '/api/public/geography/NO' })).json()).toEqual({ counties: [] })
})
