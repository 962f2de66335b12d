import type { ImportChoice, ImportView } from '@stegvis/core/aid/register/import/schema.ts'
import { writeXlsx } from 'hucre/xlsx'
import readExcelFile from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import { testApp } from '../../../../test/app.ts'
import { testDatabase } from '../../../../test/database.ts'
import { newId } from '../../../ids.ts'
import { errorsOf } from '../../test-aid.ts'
import { ledgerOn } from '../../test-ledger.ts'
import { registerOn } from '../test-register.ts'

const database = await testDatabase()
const server = await testApp(database)
const { call, begin, as } = ledgerOn(server, database)
const { setGrants, registerOf } = registerOn(server, database)
server.clock.set('2026-12-15T09:00:00.000Z')

const HEADINGS = ['Org.nr', 'Företag', 'Beslutsdatum', 'Belopp (SEK)', 'Stödgivare', 'SA-nummer']
const csv = (...rows: string[][]) => [HEADINGS, ...rows].map((row) => row.join(';')).join('\r\n')

/** A company with a number, and lists sent by its economist. */
async function start() {
  const setting = await begin()
  const { programme, companyId, economist } = setting
  const { rows } = await database.owner.query('select organisation_number from company where id = $1', [companyId])
  const number = rows[0].organisation_number as string
  const base = `${registerOf(programme, economist).base}/imports`
  const send = (content: string | Uint8Array, more: object = {}) =>
    call(economist.headers, 'POST', base, {
      ...{ id: newId<string>(), kind: 'earlier-aid', name: 'Stödlista.csv' },
      ...{ content: Buffer.from(content).toString('base64'), ...more },
    })
  const read = async (...given: Parameters<typeof send>) => {
    const { status, body } = await send(...given)
    expect([status, body]).toEqual([200, expect.anything()])
    return body as unknown as ImportView
  }
  const apply = (id: string, choices: [number, ImportChoice][], registeredOn: string | null = null) =>
    call(economist.headers, 'POST', `${base}/${id}/apply`, {
      registeredOn,
      choices: choices.map(([row, choice]) => ({ row, choice })),
    })
  return { ...setting, number, base, send, read, apply }
}

const outcomes = ({ rows }: ImportView) => rows.map(({ row, outcome, offers }) => [row, outcome, ...offers])

describe('a list of earlier aid', () => {
  test('is compared row by row with what is here, and nothing is written', async () => {
    const { aid, number, read } = await start()
    await aid.earlier('2025-09-01', 100, { amount: { currency: 'SEK', minor: 1_000_000 } })
    await aid.earlier('2025-09-10', 0, { amount: { currency: 'SEK', minor: 2_000_000 } })
    await aid.earlier('2025-09-20', 50)
    const list = await read(
      csv(
        [number, 'Gjuteriet', '2025-09-01', '10 000', 'REGIONEN', ''],
        [number, 'Gjuteriet', '2025-09-10', '25 000,00 kr', 'Regionen', ''],
        [number, 'Gjuteriet', '2026-10-05', '5000', 'Almi', ''],
        ['5560360793', 'Någon annan AB', '2026-10-05', '5000', 'Almi', ''],
        [number, 'Gjuteriet', '2025-09-30', '1', '', ''],
      ),
    )
    expect(list.columns.map(({ field }) => field)).toEqual([
      ...['beneficiaryNumber', 'beneficiaryName', 'awardedOn', 'amountSek', 'authority', 'registerReference'],
    ])
    expect(outcomes(list)).toEqual([
      [2, 'same'],
      [3, 'differs', 'correct'],
      [4, 'only-there', 'add'],
      [5, 'unknown-company'],
      [6, 'only-there', 'add'],
    ])
    expect(list.rows[1]?.differences).toEqual([{ field: 'minor', there: 2_500_000, here: 2_000_000 }])
    expect(list.onlyHere).toMatchObject([{ awardedOn: '2025-09-20', eurCents: 5000, name: 'Gjuteriet AB' }])
    expect(list.counts).toMatchObject({ same: 1, 'only-there': 2, 'only-here': 1, faulty: 0 })
    expect((await aid.read()).grants).toHaveLength(3)
  })

  test('is taken over as somebody chooses, once, with history', async () => {
    const { aid, number, read, apply } = await start()
    await aid.earlier('2025-09-10', 0, { amount: { currency: 'SEK', minor: 2_000_000 } })
    const { id } = await read(
      csv(
        [number, '', '2025-09-10', '25 000', 'Almi', ''],
        [number, '', '2026-10-05', '5 000', 'Almi', ''],
        [number, '', '2026-10-06', '7 000', 'Almi', ''],
      ),
    )
    const chosen: [number, ImportChoice][] = [
      [2, 'correct'],
      [3, 'add'],
    ]
    expect((await apply(id, chosen)).status).toBe(200)
    const again = (await apply(id, chosen)).body as unknown as ImportView
    expect(outcomes(again)).toEqual([
      [2, 'same'],
      [3, 'same'],
      [4, 'only-there', 'add'],
    ])
    const { grants } = await aid.read()
    expect(grants.map(({ awardedOn, minor, eurCents, origin }) => [awardedOn, minor, eurCents, origin])).toEqual([
      ['2026-10-05', 500_000, 50_000, 'imported'],
      ['2025-09-10', 2_500_000, 250_000, 'declared'],
    ])
    expect(grants[1]?.changes).toMatchObject([{ kind: 'corrected', reason: 'Stödlista.csv, 2' }])
  })

  test('is not half taken over: a rate that is missing stops all of it', async () => {
    const { aid, number, read, apply } = await start()
    const { id } = await read(
      csv([number, '', '2026-10-05', '5 000', '', ''], [number, '', '2025-01-07', '7 000', '', '']),
    )
    const refused = await apply(id, [
      [2, 'add'],
      [3, 'add'],
    ])
    expect([refused.status, errorsOf(refused)[0]]).toEqual([422, expect.stringMatching(/^#\/choices\/1: .*SEK/)])
    expect((await aid.read()).grants).toEqual([])
  })

  test('counts in euro where it has them and no rate is known', async () => {
    const { aid, number, read, apply } = await start()
    const { id } = await read(`Orgnr,Datum,Belopp,Valuta,Belopp i euro\n${number},2025-01-07,7000,SEK,612.50`)
    await apply(id, [[2, 'add']])
    expect((await aid.read()).grants).toMatchObject([{ currency: 'EUR', minor: 61_250, rate: null }])
  })

  test('says what is wrong by row and column, and never repeats a personal number', async () => {
    const { read, base, economist } = await start()
    const list = await read(
      csv(
        ['811228-9873', 'Karlssons', '2026-10-05', '5 000', '', ''],
        ['8112289874', 'Karlsson 811228-9874', '2026-13-05', '-5', '', ''],
        ['', '', '', '', '', ''],
        ['5560360793', '', '2027-01-01', '', '', ''],
      ),
    )
    expect(list.rows.map(({ row, faults }) => [row, ...faults.map(({ column }) => column)])).toEqual([
      [2, 'Org.nr'],
      [3, 'Beslutsdatum', 'Belopp (SEK)'],
      [5, 'Beslutsdatum', 'Belopp (SEK)'],
    ])
    expect(list.rows[2]?.faults[0]?.message.sv).toBe('Dagen har inte kommit än.')
    const sheet = await server.app.inject({ url: `${base}/${list.id}/differences.xlsx`, headers: economist.headers })
    for (const text of [JSON.stringify(list), JSON.stringify(await readExcelFile(sheet.rawPayload))]) {
      expect(text).not.toMatch(/987[34]/)
    }
  })

  test('of a sole trader is found by the number, and shown with it masked', async () => {
    const { companyId, read } = await start()
    await database.owner.query(`update company set organisation_number = '8112289874' where id = $1`, [companyId])
    const list = await read(csv(['19811228-9874', 'Karlsson', '2026-10-05', '5 000', '', '']), {
      name: 'Karlsson 811228-9874.csv',
    })
    expect([list.name, list.rows[0]?.outcome]).toEqual(['Karlsson 811228-****.csv', 'only-there'])
    expect(JSON.stringify(list)).not.toContain('9874')
  })
})

describe('what a file can be', () => {
  test('a spreadsheet with a title above the headings, and days and amounts as such', async () => {
    const { number, read } = await start()
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'Utdrag',
          rows: [
            ['Utdrag ur registret'],
            [],
            ['Organisation number', 'Granting date', 'Amount', 'Currency'],
            [Number(number), new Date('2026-10-05T00:00:00Z'), 5000.5, 'SEK'],
          ],
        },
      ],
    })
    const list = await read(bytes)
    expect(list.rows).toMatchObject([
      { row: 4, facts: { awardedOn: '2026-10-05', minor: 500_050 }, outcome: 'only-there' },
    ])
  })

  test('our own files, which agree with themselves', async () => {
    const { programme, companyId, economist, read } = await start()
    await setGrants(programme, companyId, ['2026-12-01', '2026-12-10'], { minor: 4_464_286 })
    const { base } = registerOf(programme, economist)
    for (const ending of ['xlsx', 'csv', 'json']) {
      const { rawPayload } = await server.app.inject({ url: `${base}/export.${ending}`, headers: economist.headers })
      const list = await read(rawPayload, { kind: 'register' })
      expect(list.rows.map(({ outcome, differences }) => [outcome, differences])).toEqual([
        ['same', []],
        ['same', []],
      ])
    }
  })

  test('one whose columns are not understood, until somebody says what they are', async () => {
    const { number, send, read } = await start()
    const content = `A,B,C\n${number},2026-10-05,5000 kr`
    const refused = await send(content)
    expect([refused.status, refused.body.columns]).toEqual([
      422,
      ['A', 'B', 'C'].map((heading) => ({ heading, field: null })),
    ])
    expect(errorsOf(refused)).toContain('#/columns: No column is taken for “Granting date”.')
    const list = await read(content, { columns: ['beneficiaryNumber', 'awardedOn', 'amount'] })
    expect(list.rows[0]?.facts).toMatchObject({ currency: 'SEK', minor: 500_000 })
  })

  test.each([
    ['a picture', Uint8Array.from([137, 80, 78, 71, 0, 1, 2])],
    ['a broken spreadsheet', 'PK nothing'],
    ['broken JSON', '{"grants": ['],
    ['headings alone', 'Orgnr,Datum,Belopp'],
  ])('not %s', async (_, content) => {
    const { send } = await start()
    const refused = await send(content)
    expect([refused.status, errorsOf(refused)[0]?.split(':')[0]]).toEqual([422, expect.stringMatching(/^#\/co/)])
  })
})

describe('an extract of the register', () => {
  test('confirms what is registered, tells what it has otherwise, and what it does not have', async () => {
    const { programme, companyId, economist, number, read, apply } = await start()
    await setGrants(programme, companyId, ['2026-12-01', '2026-12-02', '2026-12-03'], { minor: 500_000 })
    const list = await read(
      csv(
        [number, '', '2026-12-01', '5 000', 'Tillväxtverket', 'SA-1'],
        [number, '', '2026-12-03', '6 000', 'Tillväxtverket', 'SA-3'],
      ),
      { kind: 'register' },
    )
    expect(outcomes(list)).toEqual([
      [2, 'same', 'confirm'],
      [3, 'differs', 'confirm'],
    ])
    expect(list.onlyHere.map(({ awardedOn }) => awardedOn)).toEqual(['2026-12-02'])
    const confirm: [number, ImportChoice][] = [
      [2, 'confirm'],
      [3, 'confirm'],
    ]
    expect(errorsOf(await apply(list.id, confirm))).toHaveLength(2)
    const after = (await apply(list.id, confirm, '2026-12-14')).body as unknown as ImportView
    expect(outcomes(after)).toEqual([
      [2, 'same'],
      [3, 'differs'],
    ])
    const { rows } = await registerOf(programme, economist).read()
    expect(rows.map(({ standing, registerReference, toChange }) => [standing, registerReference, toChange])).toEqual([
      ['registered', 'SA-1', []],
      ['to-register', null, []],
      ['to-change', 'SA-3', [{ field: 'minor', there: 600_000, here: 500_000 }]],
    ])
  })

  test('is read and taken over by those who record decisions; auditors look', async () => {
    const { programme, number, read, base, companyId } = await start()
    const { id } = await read(csv([number, '', '2026-10-05', '5 000', '', '']))
    const auditor = await as(programme, { role: 'auditor' })
    expect((await call(auditor.headers, 'GET', `${base}/${id}`)).body).toMatchObject({ id, mayWrite: false })
    const apply = { registeredOn: null, choices: [{ row: 2, choice: 'add' }] }
    expect((await call(auditor.headers, 'POST', `${base}/${id}/apply`, apply)).status).toBe(403)
    const coach = await as(programme, { role: 'company-manager', companyId })
    expect((await call(coach.headers, 'GET', `${base}/${id}`)).status).toBe(403)
  })

  test('is thrown away without what was taken over', async () => {
    const { aid, number, read, apply, base, economist } = await start()
    const { id } = await read(csv([number, '', '2026-10-05', '5 000', '', '']))
    await apply(id, [[2, 'add']])
    expect((await call(economist.headers, 'DELETE', `${base}/${id}`)).body).toMatchObject({ imports: [] })
    expect((await call(economist.headers, 'GET', `${base}/${id}`)).status).toBe(404)
    expect((await aid.read()).grants).toHaveLength(1)
  })
})
