import { PlainDate } from '@stegvis/core/kernel/day.ts'
import { describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { testDatabase } from '../../../test/database.ts'
import { makeProgramme } from '../../../test/people.ts'
import { newId } from '../../ids.ts'
import { aidOn, errorsOf } from '../test-aid.ts'
import { findRate } from './service.ts'

const database = await testDatabase()
const server = await testApp(database)
const { as, call } = aidOn(server, database)

const XML = (sek = '11.1985') => `<?xml version="1.0"?>
<gesmes:Envelope xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref"><Cube>
<Cube time="2026-03-16"><Cube currency="SEK" rate="${sek}"/><Cube currency="NOK" rate="11.7"/></Cube>
<Cube time="2026-03-13"><Cube currency="SEK" rate="11.20"/></Cube></Cube></gesmes:Envelope>`
const CSV = 'Date,USD,SEK,\n2025-12-31,1.0501,11.2035,\n2025-12-30,1.0500,N/A,\n'
const MONTHLY = 'Country,Currency,ISO Code,Amount\nSweden,Swedish krona,SEK,11.2045\n'

async function scene() {
  const programme = await makeProgramme(database)
  const economist = await as(programme, { role: 'economist' })
  const url = `/api/programmes/${programme.slug}/rates`
  const read = (file: object) =>
    call(economist.headers, 'POST', `${url}/import`, { id: newId(), name: 'kurser', ...file })
  const list = (query = '') => call(economist.headers, 'GET', `${url}${query}`)
  const rateOn = async (currency: string, on: string, policy?: 'exact-day' | 'last-published' | 'month-of') => {
    const scope = { programmeId: programme.id, personId: null }
    const found = await database.inTenant(scope, (tx) => findRate(tx, currency, PlainDate.parse(on), policy))
    return found.ok ? found.rate.perEuro : found.missing.en
  }
  return { programme, economist, url, read, list, rateOn }
}

describe('a file of rates', () => {
  test('is read as it is published, in each of its forms, digit by digit', async () => {
    const { read, list } = await scene()
    expect((await read({ text: XML() })).body).toEqual({ added: 3, known: 0, from: '2026-03-13', to: '2026-03-16' })
    expect((await read({ text: CSV })).body).toMatchObject({ added: 3 })
    expect((await read({ text: MONTHLY, month: '2026-03' })).body).toMatchObject({ added: 1, from: '2026-03-01' })
    const { body } = await list('?currency=SEK')
    expect(body.rates).toMatchObject([
      { on: '2026-03-16', perEuro: '11.1985', every: 'day' },
      { on: '2026-03-13', perEuro: '11.20', source: expect.stringContaining('European Central Bank') },
      { on: '2026-03-01', perEuro: '11.2045', every: 'month', source: 'European Commission, InforEuro' },
      { on: '2025-12-31', perEuro: '11.2035', importedBy: expect.any(String) },
    ])
    expect(body.currencies).toEqual(['NOK', 'SEK', 'USD'])
  })

  test('read twice adds nothing, and one that says otherwise is refused with both values', async () => {
    const { read, list } = await scene()
    await read({ text: XML() })
    expect((await read({ text: XML('11.19850') })).body).toMatchObject({ added: 0, known: 3 })
    const other = await read({ text: XML('11.2') })
    expect(other.status).toBe(422)
    expect(errorsOf(other)).toEqual([
      expect.stringMatching(
        /^#\/text: SEK on 2026-03-16: the file says 11.2, but European Central Bank.* said 11.1985/,
      ),
    ])
    expect(((await list()).body.rates as object[]).length).toBe(3)
  })

  test('that was read by mistake is taken back, and then the right one fits', async () => {
    const { read, list, economist, url } = await scene()
    await read({ text: MONTHLY, month: '2026-03' })
    const { body } = await list()
    const [{ id }] = body.imports as [{ id: string }]
    expect(body.imports).toMatchObject([{ count: 1, by: economist.name, from: '2026-03-01', to: '2026-03-01' }])
    expect((await call(economist.headers, 'DELETE', `${url}/imports/${id}`)).body).toMatchObject({ rates: [] })
    expect((await read({ text: MONTHLY.replace('11.2045', '11.3'), month: '2026-03' })).body).toMatchObject({
      added: 1,
    })
    expect((await call(economist.headers, 'DELETE', `${url}/imports/${id}`)).status).toBe(404)
  })

  test('that is damaged is refused at its line, and none of it is kept', async () => {
    const { read, list } = await scene()
    expect(errorsOf(await read({ text: CSV.replace('11.2035', '-1') }))).toEqual([
      '#/text/line/2: “-1” is not a rate for SEK.',
    ])
    expect(errorsOf(await read({ text: MONTHLY }))[0]).toContain('name the month')
    expect((await list()).body.rates).toEqual([])
  })

  test('brings the currencies that were chosen only', async () => {
    const { read } = await scene()
    expect((await read({ text: XML(), currencies: ['NOK'] })).body).toMatchObject({ added: 1 })
  })

  test('is listed in pages', async () => {
    const { read, list } = await scene()
    await read({ text: XML() })
    const first = await list('?limit=2')
    expect(first.body.rates).toMatchObject([{ currency: 'NOK' }, { currency: 'SEK', on: '2026-03-16' }])
    const second = await list(`?limit=2&after=${String(first.body.next)}`)
    expect(second.body).toMatchObject({ rates: [{ on: '2026-03-13' }], next: null })
  })

  test('is read by the office only', async () => {
    const { programme, url } = await scene()
    const coach = await as(programme, { role: 'coach', partnerId: programme.partnerId })
    expect((await call(coach.headers, 'POST', `${url}/import`, { id: newId(), name: 'x', text: CSV })).status).toBe(403)
    expect((await call(coach.headers, 'GET', url)).body).toMatchObject({ mayWrite: false })
  })
})

test('the rate of a day is found, or named as missing', async () => {
  const { read, rateOn } = await scene()
  await read({ text: XML() })
  await read({ text: MONTHLY, month: '2026-03' })
  expect(await rateOn('SEK', '2026-03-15')).toBe('11.20')
  expect(await rateOn('SEK', '2026-03-15', 'exact-day')).toContain('There is no rate for SEK on 2026-03-15')
  expect(await rateOn('SEK', '2026-03-31', 'month-of')).toBe('11.2045')
  expect(await rateOn('SEK', '2026-04-30')).toContain('never guessed')
  expect(await rateOn('EUR', '2026-04-30')).toBe(1)
})
