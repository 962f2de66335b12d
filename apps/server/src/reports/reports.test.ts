import { createHash } from 'node:crypto'
import type { CompanyId, DocumentId } from '@stegvis/core/kernel/ids.ts'
import { ReportView } from '@stegvis/core/reports/content/schema.ts'
import type { ReportData } from '@stegvis/core/reports/schema.ts'
import { beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../test/app.ts'
import { testDatabase } from '../../test/database.ts'
import { signedInAs } from '../../test/people.ts'
import {
  callerOf,
  findAll,
  MODEL,
  makeCompany,
  makeScene,
  startMeasuring,
  wholeAnswers,
} from '../assessments/test-scene.ts'
import type { Tx } from '../db/tenancy.ts'
import { newId } from '../ids.ts'
import { makeMeasured } from '../plans/test-plan.ts'
import { reportFileName } from './file-name.ts'
import { insertReport } from './store.ts'

const database = await testDatabase()
let server: TestApp
beforeAll(async () => {
  server = await testApp(database)
  return () => server.app.close()
})

/** A company measured once on one ladder, or not at all. */
async function scene({ measured }: { measured: boolean }) {
  const made = measured ? await makeMeasured(server, database, 2) : await makeScene(server, database)
  const coach = callerOf(server, made.programme, made.coach)
  const manager = callerOf(server, made.programme, made.manager)
  return { ...made, call: { coach, manager }, base: `/companies/${made.companyId}` }
}

/** What a stored report needs besides its file. */
async function aReport(tx: Tx, companyId: CompanyId) {
  const { id } = await tx
    .selectFrom('occasion')
    .select('id')
    .where('company_id', '=', companyId)
    .executeTakeFirstOrThrow()
  return { occasionId: id, data: { kind: 'baseline' } as ReportData }
}

const newReport = (kind = 'baseline', language = 'sv') => ({ id: newId(), kind, language })

describe('making a report', () => {
  test('gives a PDF under a good name, and tells it on the timeline', async () => {
    const { call, base, programme, coach, companyId } = await scene({ measured: true })
    const wanted = newReport()
    const made = await call.coach('POST', `${base}/reports`, wanted)
    expect(made).toMatchObject({ status: 200, body: { id: wanted.id, kind: 'baseline', madeBy: coach.name } })
    const file = await server.app.inject({
      url: `/api/programmes/${programme.slug}/reports/${wanted.id}/file`,
      headers: coach.headers,
    })
    expect(file.headers['content-type']).toBe('application/pdf')
    expect(file.headers['content-disposition']).toMatch(/filename="Stegvis-Bolaget-\d+-\d{4}-\d\d-\d\d\.pdf"/)
    expect(file.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    expect(file.rawPayload.length).toBe((made.body as { sizeBytes: number }).sizeBytes)
    const stored = await database.inTenant({ programmeId: programme.id, personId: null }, (tx) =>
      tx.selectFrom('document').select(['sha256', 'kind']).where('company_id', '=', companyId).execute(),
    )
    expect(stored).toEqual([{ kind: 'report', sha256: createHash('sha256').update(file.rawPayload).digest('hex') }])
    const events = await database.inTenant({ programmeId: programme.id, personId: null }, (tx) =>
      tx.selectFrom('event').select(['kind', 'audience', 'detail']).where('subject_id', '=', wanted.id).execute(),
    )
    expect(events).toEqual([{ kind: 'report.made', audience: 'all', detail: { report: 'baseline', language: 'sv' } }])
  })

  test('the same id again answers with the report of the first time', async () => {
    const { call, base } = await scene({ measured: true })
    const wanted = newReport()
    const first = await call.manager('POST', `${base}/reports`, wanted)
    const again = await call.manager('POST', `${base}/reports`, { ...wanted, language: 'en' })
    expect(again.body).toEqual(first.body)
    expect((await call.manager('GET', `${base}/reports`)).body).toMatchObject({ count: 1 })
  })

  test('is refused while nothing is measured, and for a kind there is not enough for', async () => {
    const unmeasured = await scene({ measured: false })
    const refused = await unmeasured.call.coach('POST', `${unmeasured.base}/reports`, newReport())
    expect(refused).toMatchObject({ status: 409, body: { type: '/problems/report-not-ready' } })
    const once = await scene({ measured: true })
    expect((await once.call.coach('POST', `${once.base}/reports`, newReport('follow-up'))).status).toBe(409)
    expect((await once.call.coach('GET', `${once.base}/reports`)).body).toMatchObject({ ready: ['baseline'], count: 0 })
  })

  test('names what is wrong in the input', async () => {
    const { call, base } = await scene({ measured: false })
    const wrong = await call.coach('POST', `${base}/reports`, newReport('secret'))
    expect(wrong).toMatchObject({ status: 422, body: { errors: [{ pointer: '#/kind' }] } })
  })

  test('ten at once all arrive', async () => {
    const { call, base } = await scene({ measured: true })
    const made = await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        call.coach('POST', `${base}/reports`, newReport('baseline', at % 2 ? 'sv' : 'en')),
      ),
    )
    expect(made.map(({ status }) => status)).toEqual(Array(10).fill(200))
  })
})

describe('who may', () => {
  test('a member of the company reads its reports and makes none', async () => {
    const made = await scene({ measured: true })
    const member = callerOf(server, made.programme, made.member)
    const wanted = newReport()
    await made.call.coach('POST', `${made.base}/reports`, wanted)
    expect((await member('GET', `${made.base}/reports`)).body).toMatchObject({ count: 1, mayMake: false })
    expect((await member('POST', `${made.base}/reports`, newReport())).status).toBe(403)
    expect((await member('GET', `${made.base}/files`)).body).toEqual({ files: [], next: null, count: 0 })
  })

  test('another coach of the programme may know of the company and read nothing', async () => {
    const made = await scene({ measured: true })
    const wanted = newReport()
    await made.call.coach('POST', `${made.base}/reports`, wanted)
    const other = await signedInAs(server, made.programme, { role: 'coach', partnerId: made.programme.partnerId })
    const call = callerOf(server, made.programme, other)
    for (const path of ['/report?language=sv', '/reports', '/files']) {
      expect((await call('GET', `${made.base}${path}`)).status, path).toBe(403)
    }
    const url = `/api/programmes/${made.programme.slug}/reports/${wanted.id}/file`
    expect((await server.app.inject({ url, headers: other.headers })).statusCode).toBe(404)
  })

  test('somebody of another company finds nothing, not even that it is there', async () => {
    const [made, elsewhere] = [await scene({ measured: true }), await scene({ measured: true })]
    const wanted = newReport()
    await made.call.coach('POST', `${made.base}/reports`, wanted)
    const url = `/api/programmes/${elsewhere.programme.slug}/reports/${wanted.id}/file`
    expect((await server.app.inject({ url, headers: elsewhere.manager.headers })).statusCode).toBe(404)
    expect((await elsewhere.call.manager('GET', `${made.base}/reports`)).status).toBe(404)
    expect((await elsewhere.call.manager('POST', `${elsewhere.base}/reports`, wanted)).status).not.toBe(500)
  })
})

describe('on the screen', () => {
  test('reads as the PDF does, in the language asked for', async () => {
    const { call, base } = await scene({ measured: true })
    const view = ReportView.parse((await call.manager('GET', `${base}/report?language=en`)).body)
    expect(view).toMatchObject({ ready: ['baseline'], mayMake: true, content: { title: 'Baseline report' } })
    const standing = view.content!.sections.find(({ id }) => id === 'standing')!
    const staircase = standing.blocks.find((block) => block.kind === 'staircase')
    expect(staircase).toMatchObject({ standing: { coach: 2, self: null, baseline: null } })
  })

  test('has nothing to show while nothing is measured', async () => {
    const { call, base } = await scene({ measured: false })
    expect((await call.manager('GET', `${base}/report?language=sv`)).body).toMatchObject({ ready: [], content: null })
  })
})

test('pages of reports neither lose nor repeat one made at the same instant', async () => {
  const { call, base, programme, coach, companyId } = await scene({ measured: true })
  const by = { programmeId: programme.id, personId: coach.id }
  const { occasionId, data } = await database.inTenant(by, (tx) => aReport(tx, companyId))
  const ids = Array.from({ length: 45 }, () => newId<string>())
  await database.inTenant(by, async (tx) => {
    for (const [n, id] of ids.entries()) {
      const madeAt = `2026-11-2${n % 3}T10:00:00.123Z`
      const document = { id: newId<DocumentId>(), name: 'x.pdf', sha256: '0'.repeat(64), content: Buffer.from('x') }
      expect(await insertReport(tx, by, { id, companyId, occasionId, language: 'sv', data, madeAt, document })).toBe(
        true,
      )
    }
  })
  const seen: string[] = []
  for (let after: string | null = ''; after !== null; ) {
    const reply = await call.coach('GET', `${base}/reports${after && `?after=${after}`}`)
    const page = reply.body as { reports: { id: string }[]; next: string | null }
    seen.push(...page.reports.map(({ id }) => id))
    after = page.next
  }
  expect(seen.toSorted()).toEqual(ids.toSorted())
})

describe('evidence among the documents', () => {
  type Files = { count: number; files: { id: string; name: string }[] }

  async function withEvidence() {
    const made = await scene({ measured: false })
    const { call, programme, base, coach } = made
    const assessment = await startMeasuring(call.coach, made, [])
    const address = `/assessments/${assessment}/evidence/${newId()}`
    const question = server.deps.models.get(MODEL.id, MODEL.version).criteria[0]!
    const value = { question, class: 'E2', description: 'Lista över stopp', datedOn: '2026-01-10' }
    expect((await call.coach('PUT', address, { value, base: 0 })).status).toBe(200)
    const attach = async (name: string, text: string) => {
      const part = `Content-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/plain`
      const reply = await server.app.inject({
        method: 'PUT',
        url: `/api/programmes/${programme.slug}${address}/file`,
        headers: { ...coach.headers, 'content-type': 'multipart/form-data; boundary=xyz' },
        payload: `--xyz\r\n${part}\r\n\r\n${text}\r\n--xyz--\r\n`,
      })
      expect(reply.statusCode).toBe(200)
    }
    const files = async (who: 'coach' | 'manager') => (await call[who]('GET', `${base}/files`)).body as Files
    const open = (id: string, person: { headers: Record<string, string> }, company: string = base) =>
      server.app.inject({
        url: `/api/programmes/${programme.slug}${company}/files/${id}`,
        headers: person.headers,
      })
    return { ...made, assessment, question, attach, files, open }
  }

  test('is listed with what it shows, and downloads as it came', async () => {
    const { attach, files, open, question, coach } = await withEvidence()
    await attach('stopp.txt', 'måndag: 14 min')
    const page = await files('coach')
    expect(page).toMatchObject({
      count: 1,
      files: [{ name: 'stopp.txt', evidence: { description: 'Lista över stopp', class: 'E2', question } }],
    })
    const file = await open(page.files[0]!.id, coach)
    expect(file.payload).toBe('måndag: 14 min')
    expect(file.headers).toMatchObject({
      'content-type': 'text/plain',
      'content-disposition': expect.stringMatching(/^attachment; filename="stopp.txt"/),
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    })
  })

  test('is read by the company when the measurement is submitted, not before', async () => {
    const { attach, files, open, manager, call, assessment } = await withEvidence()
    await attach('stopp.txt', 'måndag: 14 min')
    const [file] = (await files('coach')).files
    expect(await files('manager')).toMatchObject({ count: 0, files: [] })
    expect((await open(file!.id, manager)).statusCode).toBe(404)
    await findAll(call.coach, assessment, wholeAnswers(server.deps.models.get(MODEL.id, MODEL.version), 1, 'coach'))
    expect((await call.coach('POST', `/assessments/${assessment}/submit`)).status).toBe(200)
    expect(await files('manager')).toMatchObject({ count: 1 })
    expect((await open(file!.id, manager)).statusCode).toBe(200)
  })

  test('is listed once, also when it was replaced or the measurement corrected', async () => {
    const { attach, files, call, assessment } = await withEvidence()
    await attach('fel.txt', 'fel fil')
    await attach('stopp.txt', 'måndag: 14 min')
    expect(await files('coach')).toMatchObject({ count: 1, files: [{ name: 'stopp.txt' }] })
    await findAll(call.coach, assessment, wholeAnswers(server.deps.models.get(MODEL.id, MODEL.version), 1, 'coach'))
    await call.coach('POST', `/assessments/${assessment}/submit`)
    const correction = { id: newId(), reason: 'Fel stycke granskades' }
    expect((await call.coach('POST', `/assessments/${assessment}/corrections`, correction)).status).toBe(200)
    expect(await files('coach')).toMatchObject({ count: 1, files: [{ name: 'stopp.txt' }] })
  })

  test('is found through its own company only, and a report is no such file', async () => {
    const { attach, files, open, coach, programme } = await withEvidence()
    await attach('stopp.txt', 'måndag: 14 min')
    const [file] = (await files('coach')).files
    const other = await makeCompany(server, database, programme, coach.id)
    expect((await open(file!.id, coach, `/companies/${other.companyId}`)).statusCode).toBe(404)
    const measured = await scene({ measured: true })
    const report = newReport()
    await measured.call.coach('POST', `${measured.base}/reports`, report)
    const stored = await database.inTenant({ programmeId: measured.programme.id, personId: null }, (tx) =>
      tx.selectFrom('report').select('document_id').where('id', '=', report.id).executeTakeFirstOrThrow(),
    )
    expect((await measured.call.coach('GET', `${measured.base}/files/${stored.document_id}`)).status).toBe(404)
  })
})

test('the name of the file keeps letters and drops what file systems mind', () => {
  const name = (company: string) =>
    reportFileName({ company: { name: company } as never, madeOn: '2026-11-23' as never })
  expect(name('Åkes Plåt & Svets AB')).toBe('Stegvis-Åkes-Plåt-Svets-AB-2026-11-23.pdf')
  expect(name('../..')).toBe('Stegvis-2026-11-23.pdf')
})
