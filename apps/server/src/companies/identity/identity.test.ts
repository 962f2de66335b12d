import type { CompanyIdentity } from '@stegvis/core/identity/records.ts'
import { describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { testDatabase } from '../../../test/database.ts'
import { newId } from '../../ids.ts'
import { settingOn } from '../test-setting.ts'

const database = await testDatabase()
const server = await testApp(database)
const { setting, as } = settingOn(server, database)

async function scene(columns: Record<string, string> = {}) {
  const here = await setting()
  for (const [column, value] of Object.entries(columns)) {
    await database.owner.query(`update company set ${column} = $1 where id = $2`, [value, here.companyId])
  }
  const read = async () => (await here.call(here.coach.headers, 'GET', '/identity')).json<CompanyIdentity>()
  const identify = (scheme: string, from: string | null, to: string | null) =>
    here.call(here.coach.headers, 'PUT', `/identity/identifiers/${scheme}`, { from, to })
  const industry = (entry: object, id = newId<string>(), base = 0) =>
    here.call(here.coach.headers, 'PUT', `/identity/industries/${id}`, {
      ...{ base, scheme: 'sni-2025', code: '25.53', rank: 1, from: null, to: null },
      ...entry,
    })
  return { ...here, read, identify, industry }
}

describe('what follows from the record', () => {
  test('is the VAT number, county and regions, and what the industry code says', async () => {
    const { read } = await scene({
      ...{ organisation_number: '5599990008', municipality_code: '1490', industry_code: '25620' },
    })
    expect(await read()).toMatchObject({
      number: { scheme: 'se-orgnr', value: '559999-0008', country: 'SE', personal: false },
      derived: [{ scheme: 'se-vat', value: 'SE559999000801' }],
      mainIndustry: { code: '25620', section: { code: 'C' }, division: { code: '25' } },
      place: { municipality: { name: 'Borås' }, county: 'Västra Götalands län', nuts3: 'SE232', nuts2: 'SE23' },
    })
  })

  test('is nothing where the record says nothing', async () => {
    const { read } = await scene()
    expect(await read()).toMatchObject({ mainIndustry: null, place: null, identifiers: [], industries: [] })
  })

  test('of a sole trader is masked, and the VAT number is not written once more', async () => {
    const { read, identify } = await scene({ organisation_number: '8112189876' })
    const identity = await read()
    expect(identity.number).toMatchObject({ value: '811218-****', personal: true })
    expect(JSON.stringify(identity)).not.toContain('9876')
    expect(identity.offered.map(({ scheme }) => scheme)).toEqual(['lei', 'euid', 'duns'])
    expect((await identify('se-vat', null, 'SE811218987601')).statusCode).toBe(422)
  })
})

describe('an identifier', () => {
  test('is checked, kept as it is written, and told in the history', async () => {
    const { identify, coach, call } = await scene()
    const reply = await identify('lei', null, '549300abcdefghijkl19')
    expect(reply.json<CompanyIdentity>().identifiers).toMatchObject([
      { scheme: 'lei', value: '549300ABCDEFGHIJKL19', by: coach.name, checked: 'check-digit', differs: false },
    ])
    const timeline = await call(coach.headers, 'GET', '/timeline?group=changes')
    expect(timeline.json().events[0]).toMatchObject({ kind: 'company.changed', detail: { field: 'lei', from: null } })
  })

  test('with a wrong check digit, or of another country, is refused', async () => {
    const { identify } = await scene()
    const wrong = await identify('lei', null, '549300ABCDEFGHIJKL18')
    expect(wrong.statusCode).toBe(422)
    expect(wrong.json().errors).toEqual([
      {
        pointer: '#/to',
        detail: 'LEI: the check digit does not fit.',
        message: { sv: 'LEI: kontrollsiffran stämmer inte.', en: 'LEI: the check digit does not fit.' },
      },
    ])
    expect((await identify('no-orgnr', null, '999999018')).statusCode).toBe(422)
  })

  test('that differs from what follows from the number says so', async () => {
    const { identify } = await scene({ organisation_number: '5599990008' })
    const reply = await identify('se-vat', null, 'SE556012579001')
    expect(reply.json<CompanyIdentity>().identifiers).toMatchObject([{ scheme: 'se-vat', differs: true }])
  })

  test('is changed from what was seen, and taken away', async () => {
    const { identify } = await scene()
    await identify('duns', null, '123456789')
    const late = await identify('duns', null, '987654321')
    expect(late.json()).toMatchObject({ status: 412, present: '123456789' })
    expect((await identify('duns', '123456789', null)).json<CompanyIdentity>().identifiers).toEqual([])
  })
})

describe('an industry code', () => {
  test('stands beside the record’s own, with divisions suggested in the other revision', async () => {
    const { industry } = await scene({ industry_code: '25620' })
    const reply = await industry({ from: '2025-01-01' })
    expect(reply.json<CompanyIdentity>()).toMatchObject({
      mainIndustry: { code: '25620' },
      industries: [{ scheme: 'sni-2025', code: '25.53', rank: 1, from: '2025-01-01', division: { code: '25' } }],
    })
  })

  test.each([
    ['a division that is not there', { code: '04' }, '#/code'],
    ['a last day before the first', { from: '2026-01-02', to: '2026-01-01' }, '#/to'],
  ])('with %s is refused', async (_, wrong, pointer) => {
    const { industry } = await scene()
    const reply = await industry(wrong)
    expect(reply.json()).toMatchObject({ status: 422, errors: [{ pointer }] })
  })

  test('has its place to itself for its time', async () => {
    const { industry } = await scene()
    await industry({ to: '2025-12-31' })
    expect((await industry({ code: '28.99' })).json()).toMatchObject({ errors: [{ pointer: '#/rank' }] })
    expect((await industry({ code: '25.53', rank: 2 })).json()).toMatchObject({ errors: [{ pointer: '#/code' }] })
    expect((await industry({ code: '28.99', from: '2026-01-01' })).statusCode).toBe(200)
    expect((await industry({ code: '25.62', scheme: 'sni-2007' })).statusCode).toBe(200)
  })

  test('is changed at the revision that was seen, removed and brought back', async () => {
    const { industry, call, coach } = await scene()
    const id = newId<string>()
    await industry({}, id)
    await industry({}, id)
    expect((await industry({ code: '28.99' }, id, 1)).json()).toMatchObject({ industries: [{ revision: 2 }] })
    expect((await industry({ code: '29.31' }, id, 1)).json()).toMatchObject({ status: 412, present: { code: '28.99' } })
    const gone = await call(coach.headers, 'DELETE', `/identity/industries/${id}?base=2`)
    expect(gone.json()).toMatchObject({ industries: [] })
    const back = await call(coach.headers, 'POST', `/identity/industries/${id}/restore`)
    expect(back.json()).toMatchObject({ industries: [{ id, code: '28.99' }] })
  })
})

test('a member of the company reads it, and the coach of others does not', async () => {
  const { programme, companyId, call } = await scene()
  const member = await as(programme, { role: 'company-member', companyId })
  const other = await as(programme, { role: 'coach', partnerId: programme.partnerId })
  expect((await call(member.headers, 'GET', '/identity')).json()).toMatchObject({ mayEdit: false })
  expect((await call(other.headers, 'GET', '/identity')).statusCode).toBe(404)
})
