import { REGISTER_FIELD_KEYS, REGISTER_FIELDS } from '@stegvis/core/aid/register/fields.ts'
import { parse } from 'csv-parse/sync'
import readExcelFile from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { testDatabase } from '../../../test/database.ts'
import { ledgerOn } from '../test-ledger.ts'
import { registerOn } from './test-register.ts'

const database = await testDatabase()
const server = await testApp(database)
const { begin } = ledgerOn(server, database)
const { setGrants, registerOf } = registerOn(server, database)
server.clock.set('2026-12-15T09:00:00.000Z')

/** A programme with a limited company and a sole trader, an award each. */
async function twoAwards() {
  const setting = await begin()
  const { programme, companyId, economist } = setting
  await setGrants(programme, companyId, ['2026-12-10'], { minor: 4_464_286 })
  const trader = await ledgerOn(server, database).scene({ programme, name: 'Karlssons Smide' })
  await database.owner.query(`update company set organisation_number = '8112289874' where id = $1`, [trader.companyId])
  await setGrants(programme, trader.companyId, ['2026-12-11'])
  const { base } = registerOf(programme, economist)
  const file = async (rest: string) => {
    const reply = await server.app.inject({ url: `${base}/export.${rest}`, headers: economist.headers })
    expect(reply.statusCode, reply.body).toBe(200)
    return reply
  }
  return { ...setting, file }
}

describe('the register as a file', () => {
  test('is a spreadsheet in the register’s fields, with days and amounts as such', async () => {
    const { file } = await twoAwards()
    const reply = await file('xlsx?language=en')
    expect(reply.headers['content-disposition']).toContain('stegvis-aid-register-2026-12-15.xlsx')
    const [{ data }] = (await readExcelFile(reply.rawPayload)) as unknown as [{ data: unknown[][] }]
    const [headings, first] = data
    expect(headings).toEqual(REGISTER_FIELD_KEYS.map((key) => REGISTER_FIELDS[key].heading.en))
    const cell = (key: (typeof REGISTER_FIELD_KEYS)[number]) => first![REGISTER_FIELD_KEYS.indexOf(key)]
    expect(cell('beneficiaryName')).toBe('Gjuteriet AB')
    expect(cell('awardedOn')).toEqual(new Date('2026-12-10T00:00:00Z'))
    expect([cell('amount'), cell('currency'), cell('amountEur')]).toEqual([44_642.86, 'SEK', 4464.29])
    expect([cell('authority'), cell('instrument'), cell('nace')]).toEqual([
      'Tillväxtverket',
      'Subsidised service',
      '25.62',
    ])
    expect(cell('registerBy')).toEqual(new Date('2027-01-12T00:00:00Z'))
  })

  test('is the same as comma-separated values and as JSON', async () => {
    const { file } = await twoAwards()
    const lines = parse((await file('csv')).body, { columns: true, bom: true }) as Record<string, string>[]
    const { grants, format } = (await file('json')).json()
    expect(format).toBe('stegvis-aid-register/1')
    expect(lines).toEqual(grants)
    expect(lines.map(({ amount, instrument }) => [amount, instrument])).toEqual([
      ['44642.86', 'subsidised-services'],
      ['1000.00', 'subsidised-services'],
    ])
  })

  test('takes the filter of the list', async () => {
    const { file } = await twoAwards()
    expect((await file('json?search=smide')).json().grants).toHaveLength(1)
    expect((await file('json?show=late')).json().grants).toEqual([])
  })

  test.each(['xlsx', 'csv', 'json'])('has no personal number in it as %s', async (ending) => {
    const { file } = await twoAwards()
    const { rawPayload } = await file(ending)
    const text = ending === 'xlsx' ? JSON.stringify(await readExcelFile(rawPayload)) : rawPayload.toString()
    expect(text).toContain('Karlssons Smide')
    expect(text).toContain('811228-****')
    expect(text).not.toContain('9874')
  })

  test('hides sole traders behind a pseudonym in what is published, the same every time', async () => {
    const { file } = await twoAwards()
    const read = async (rest: string) => (await file(rest)).json().grants as Record<string, string>[]
    const [company, trader] = await read('json?edition=public&language=en')
    expect(company?.beneficiaryName).toBe('Gjuteriet AB')
    expect(trader?.beneficiaryName).toMatch(/^Sole trader [0-9a-f]{8}$/)
    expect([trader?.beneficiaryNumber, trader?.reference, trader?.registerReference]).toEqual(['', '', ''])
    const again = await read('json?edition=public&language=en&sort=newest')
    expect(again[0]?.beneficiaryName).toBe(trader?.beneficiaryName)
  })

  test('lets no cell begin a formula', async () => {
    const { file } = await twoAwards()
    await database.owner.query(`update aid_grant set scheme = '=1+1' where true`)
    expect(parse((await file('csv')).body, { columns: true, bom: true })).toMatchObject([
      { scheme: "'=1+1" },
      { scheme: "'=1+1" },
    ])
  })
})
