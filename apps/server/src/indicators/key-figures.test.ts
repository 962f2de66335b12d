import { randomUUID } from 'node:crypto'
import type { CompanyKeyFigures } from '@stegvis/core/indicators/schema.ts'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { testApp } from '../../test/app.ts'
import { testDatabase } from '../../test/database.ts'
import { signedInAs } from '../../test/people.ts'
import { makeScene } from '../assessments/test-scene.ts'
import { calling } from '../plans/test-plan.ts'

const database = await testDatabase()
const running = await testApp(database)
running.clock.set('2026-11-23T10:00:00Z')

const LEAD_TIME = 'lead-time'

async function scene() {
  const made = await makeScene(running, database)
  const asCoach = calling(running, made, made.coach)
  const keyFigures = `/companies/${made.companyId}/key-figures`
  const read = async (): Promise<CompanyKeyFigures> => (await asCoach('GET', keyFigures)).body
  return {
    ...made,
    keyFigures,
    asCoach,
    asManager: calling(running, made, made.manager),
    asMember: calling(running, made, made.member),
    leadTime: async () => (await read()).keyFigures.find(({ id }) => id === LEAD_TIME)!,
  }
}

function entry(facts: Record<string, unknown> = {}) {
  return {
    id: randomUUID(),
    keyFigureId: LEAD_TIME,
    fromOn: '2025-01-01',
    toOn: '2025-12-31',
    amount: 21.5,
    quality: 'baseline',
    source: 'Affärssystemet',
    note: '',
    ...facts,
  }
}

const facts = ({ id: _, keyFigureId: __, ...rest }: ReturnType<typeof entry>) => rest

test("the ladder's key figures are there before any value, each with unit and direction", async () => {
  const { asMember, keyFigures } = await scene()
  const { body } = await asMember('GET', keyFigures)
  expect(body.keyFigures).toHaveLength(6)
  expect(body.keyFigures.every((one: { unit: { sv: string } }) => one.unit.sv !== '')).toBe(true)
  expect(body).toMatchObject({ mayWrite: false, mayVerify: false })
})

test('a verified value says who verified it, and the change since the baseline whether it is better', async () => {
  const { asManager, asCoach, keyFigures, leadTime, coach } = await scene()
  await asManager('POST', keyFigures, entry())
  const later = entry({ quality: 'verified', fromOn: '2026-01-01', toOn: '2026-10-31', amount: 16 })
  const { body } = await asCoach('POST', keyFigures, later)
  expect(body.verifiedBy).toEqual({ id: coach.id, name: coach.name })
  expect(await leadTime()).toMatchObject({
    values: [
      { amount: 21.5, quality: 'baseline' },
      { amount: 16, quality: 'verified' },
    ],
    change: { difference: -5.5, direction: 'better' },
  })
})

test('the spreadsheet holds a row a value, with figures and days as such', async () => {
  const { asManager, asMember, keyFigures } = await scene()
  await asManager('POST', keyFigures, entry())
  await asManager('POST', keyFigures, entry({ quality: 'estimated', fromOn: '2026-01-01', toOn: '2026-06-30' }))
  const { raw } = await asMember('GET', `${keyFigures}.xlsx`)
  const [first] = (await readXlsx(raw)).sheets
  expect(first!.rows).toHaveLength(3)
  expect(first!.rows[1]).toEqual(expect.arrayContaining([21.5, 'Startvärde', 'Affärssystemet']))
  expect(first!.rows[1]![2]).toEqual(new Date('2025-01-01'))
})

test('the same value sent twice is entered once', async () => {
  const { asManager, keyFigures, leadTime } = await scene()
  const payload = entry()
  await asManager('POST', keyFigures, payload)
  expect((await asManager('POST', keyFigures, payload)).status).toBe(200)
  expect((await leadTime()).values).toHaveLength(1)
})

test.each([
  ['a second baseline', {}, 'baseline-value-exists'],
  ['a reversed period', { quality: 'estimated', fromOn: '2026-01-01' }, 'period-reversed'],
  ['a measured period to come', { quality: 'verified', toOn: '2026-12-31' }, 'period-ahead'],
])('refuses %s', async (_, given, problem) => {
  const { asCoach, keyFigures } = await scene()
  await asCoach('POST', keyFigures, entry())
  expect((await asCoach('POST', keyFigures, entry(given))).body.type).toBe(`/problems/${problem}`)
})

test('refuses a key figure that no ladder of the programme names', async () => {
  const { asCoach, keyFigures } = await scene()
  const reply = await asCoach('POST', keyFigures, entry({ keyFigureId: 'happiness' }))
  expect(reply).toMatchObject({ status: 422, body: { errors: [{ pointer: '#/keyFigureId' }] } })
})

test('the company neither verifies nor touches what is verified', async () => {
  const { asManager, asCoach, keyFigures } = await scene()
  const own = await asManager('POST', keyFigures, entry({ quality: 'verified' }))
  expect(own).toMatchObject({ status: 403, body: { type: '/problems/verification-by-team' } })
  const verified = entry({ quality: 'verified' })
  await asCoach('POST', keyFigures, verified)
  const url = `/key-figure-values/${verified.id}`
  const weakened = await asManager('PUT', url, { ...facts(verified), quality: 'estimated', revision: 1 })
  expect(weakened.body.type).toBe('/problems/verification-by-team')
  expect((await asManager('DELETE', url)).body.type).toBe('/problems/verification-by-team')
})

test('another figure needs another verification; a corrected note does not', async () => {
  const made = await scene()
  const { asCoach, keyFigures, programme, coach } = made
  const value = entry({ quality: 'verified' })
  await asCoach('POST', keyFigures, value)
  const lead = await signedInAs(running, programme, {
    role: 'sub-project-lead',
    subProjectId: programme.subProjectId,
  })
  const asLead = calling(running, made, lead)
  const url = `/key-figure-values/${value.id}`
  const noted = await asLead('PUT', url, { ...facts(value), note: 'Faktura 12', revision: 1 })
  expect(noted.body.verifiedBy.id).toBe(coach.id)
  const changed = await asLead('PUT', url, { ...facts(value), amount: 20, revision: 2 })
  expect(changed.body.verifiedBy.id).toBe(lead.id)
})

test('a correction of an older revision is told what stands now', async () => {
  const { asManager, asCoach, keyFigures } = await scene()
  const value = entry()
  await asManager('POST', keyFigures, value)
  const url = `/key-figure-values/${value.id}`
  await asCoach('PUT', url, { ...facts(value), amount: 22, revision: 1 })
  const late = await asManager('PUT', url, { ...facts(value), amount: 23, revision: 1 })
  expect(late).toMatchObject({ status: 412, body: { current: { amount: 22, revision: 2 } } })
})

test('a removed value leaves the comparison, comes back, and remembers both', async () => {
  const { asManager, asMember, keyFigures, leadTime } = await scene()
  const value = entry({ quality: 'estimated' })
  await asManager('POST', keyFigures, value)
  const url = `/key-figure-values/${value.id}`
  await asManager('PUT', url, { ...facts(value), amount: 20, revision: 1 })
  await asManager('DELETE', url)
  expect((await leadTime()).values).toEqual([])
  await asManager('POST', `${url}/restore`)
  expect((await leadTime()).values).toHaveLength(1)
  const { body } = await asManager('GET', `${url}/history`)
  expect(body.entries).toMatchObject([
    { kind: 'key-figure.restored' },
    { kind: 'key-figure.removed' },
    { kind: 'key-figure.corrected', field: 'amount', from: 21.5, to: 20 },
    { kind: 'key-figure.entered' },
  ])
  expect((await asMember('GET', `${url}/history`)).status).toBe(403)
})

test('a removed baseline does not come back beside a new one', async () => {
  const { asManager, keyFigures } = await scene()
  const first = entry()
  await asManager('POST', keyFigures, first)
  await asManager('DELETE', `/key-figure-values/${first.id}`)
  await asManager('POST', keyFigures, entry())
  const back = await asManager('POST', `/key-figure-values/${first.id}/restore`)
  expect(back.body.type).toBe('/problems/baseline-value-exists')
})

test('members read and do not write; other companies are not there', async () => {
  const { asMember, asManager, keyFigures } = await scene()
  expect((await asMember('POST', keyFigures, entry())).status).toBe(403)
  const value = entry()
  await asManager('POST', keyFigures, value)
  const other = await scene()
  const elsewhere = await other.asManager('PUT', `/key-figure-values/${value.id}`, { ...facts(value), revision: 1 })
  expect(elsewhere.status).toBe(404)
  expect((await other.asManager('GET', keyFigures)).status).toBe(404)
})
