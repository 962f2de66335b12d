import { describe, expect, test } from 'vitest'
import { PlainDate } from '../../kernel/day.ts'
import { checkRates, findRate, rateTable } from './lookup.ts'
import { readRates } from './read.ts'
import { Rate } from './schema.ts'

const XML = `<?xml version="1.0" encoding="UTF-8"?>
<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
  <gesmes:subject>Reference rates</gesmes:subject>
  <Cube>
    <Cube time='2026-03-16'>
      <Cube currency='SEK' rate='11.1985'/>
      <Cube currency='NOK' rate='11.7'/>
    </Cube>
    <Cube time="2026-03-13"><Cube currency="SEK" rate="11.20"/></Cube>
  </Cube>
</gesmes:Envelope>`

function read(text: string, month?: string): [string, string, string, string][] {
  const reading = readRates(text, month)
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults))
  return reading.value.map(({ currency, on, perEuro, every }) => [currency, on, String(perEuro), every])
}
function faults(text: string, month?: string) {
  const reading = readRates(text, month)
  return reading.ok ? [] : reading.faults.map(({ pointer, message }) => `${pointer} ${message.en}`)
}

describe('files as they are published', () => {
  test('the XML of the European Central Bank, with its decimals as written', () => {
    expect(read(XML)).toEqual([
      ['SEK', '2026-03-16', '11.1985', 'day'],
      ['NOK', '2026-03-16', '11.7', 'day'],
      ['SEK', '2026-03-13', '11.20', 'day'],
    ])
  })

  test('its CSV of all days and of today', () => {
    const history = 'Date,USD,SEK,CYP,\n2026-03-16,1.0501,11.1985,N/A,\n2026-03-13,1.0500,11.20,N/A,\n'
    expect(read(history)).toHaveLength(4)
    expect(read(history)[1]).toEqual(['SEK', '2026-03-16', '11.1985', 'day'])
    expect(read('Date, USD, SEK, \n16 March 2026, 1.0501, 11.1985, \n')).toEqual([
      ['USD', '2026-03-16', '1.0501', 'day'],
      ['SEK', '2026-03-16', '11.1985', 'day'],
    ])
  })

  test('the Commission’s monthly list in JSON and CSV, for the month that is named', () => {
    const list = [
      {
        country: 'Sweden',
        currency: 'Swedish krona',
        isoA3Code: 'SEK',
        isoA2Code: 'SE',
        value: 11.2045,
        comment: null,
      },
      { country: 'Euro area', currency: 'Euro', isoA3Code: 'EUR', isoA2Code: 'EU', value: 1, comment: null },
    ]
    expect(read(JSON.stringify(list), '2026-03')).toEqual([['SEK', '2026-03-01', '11.2045', 'month']])
    const csv =
      'Country,Currency,ISO Code,Amount\n"Congo, Democratic Republic",Franc,CDF,2950.5\nSweden,Swedish krona,SEK,11.2045\n'
    expect(read(csv, '2026-03')).toEqual([
      ['CDF', '2026-03-01', '2950.5', 'month'],
      ['SEK', '2026-03-01', '11.2045', 'month'],
    ])
    expect(faults(JSON.stringify(list))[0]).toContain('name the month')
  })

  test('the Commission’s months of one currency', () => {
    const months = [
      { currencyIso: 'SEK', refCurrencyIso: 'EUR', amount: 11.2045, dateStart: '01/03/2026', dateEnd: '31/03/2026' },
    ]
    expect(read(JSON.stringify(months))).toEqual([['SEK', '2026-03-01', '11.2045', 'month']])
    expect(faults(JSON.stringify([{ ...months[0], refCurrencyIso: 'USD' }]))[0]).toContain('not against the euro')
  })

  test('a file that is none of these, or that is damaged, is told with its line', () => {
    expect(faults('<html></html>')[0]).toContain('neither')
    expect(faults('hello')[0]).toContain('neither')
    expect(faults('[')).toEqual(['# The file cannot be read as JSON.'])
    expect(faults(XML.replace('11.7', '-11.7'))).toEqual(['#/line/7 “-11.7” is not a rate for NOK.'])
    expect(faults('Date,USD,\n2026-02-30,1.05,\n')).toEqual(['#/line/2 “2026-02-30” is not a day.'])
    expect(faults('Date,USD\n2026-02-27,1.05,11.2\n')).toEqual(['#/line/2 The row has more values than the heading.'])
    expect(faults('Date,USD\n')).toEqual(['# The file holds no rates.'])
  })
})

describe('the rate of a day', () => {
  const rate = (on: string, perEuro: string, every = 'day') =>
    Rate.parse({ currency: 'SEK', on, perEuro, every, source: 'test' })
  const rates = [rate('2026-03-16', '11.1'), rate('2026-03-13', '11.2'), rate('2026-03-01', '11.3', 'month')]
  const find = (on: string, policy: 'exact-day' | 'last-published' | 'month-of') => {
    const found = findRate(rateTable(rates), 'SEK', PlainDate.parse(on), policy)
    return found.ok ? String(found.rate.perEuro) : found.missing.en
  }

  test('is that day’s, or the last published before a weekend', () => {
    expect(find('2026-03-16', 'exact-day')).toBe('11.1')
    expect(find('2026-03-15', 'last-published')).toBe('11.2')
    expect(find('2026-03-15', 'exact-day')).toContain('There is no rate for SEK on 2026-03-15.')
  })

  test('is never one from a list that ended before, nor a later one', () => {
    expect(find('2026-03-22', 'last-published')).toBe('11.1')
    expect(find('2026-03-23', 'last-published')).toContain('never guessed')
    expect(find('2026-03-12', 'last-published')).toContain('never guessed')
  })

  test('by month is the month’s, and never a day’s', () => {
    expect(find('2026-03-31', 'month-of')).toBe('11.3')
    expect(find('2026-04-01', 'month-of')).toContain('no monthly rate for SEK for 2026-04')
  })

  test('two different rates for one day are refused, the same one twice is not', () => {
    expect(checkRates([...rates, rate('2026-03-16', '11.10')], [])).toEqual([])
    const twice = checkRates([...rates, rate('2026-03-16', '11.11'), rate('2026-03-17', '0')], ['rates'])
    expect(twice.map(({ pointer, message }) => [pointer, message.en])).toEqual([
      ['#/rates/3', 'Two different rates for SEK on 2026-03-16.'],
      ['#/rates/4/perEuro', 'A rate is more than 0.'],
    ])
  })
})
