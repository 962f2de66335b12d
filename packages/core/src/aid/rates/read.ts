import { z } from 'zod'
import { PlainDate } from '../../kernel/day.ts'
import type { Text } from '../../kernel/text.ts'
import { type Fault, faultAt, type Reading, readInput } from '../input.ts'
import { Rate } from './schema.ts'

const ECB = 'European Central Bank, euro foreign exchange reference rates'
const INFOREURO = 'European Commission, InforEuro'
const ECB_NAMESPACE = 'http://www.ecb.int/vocabulary/2002-08-01/eurofxref'

const SENTENCES = {
  unknown: {
    sv: 'Filen är varken Europeiska centralbankens XML eller CSV, kommissionens månadslista eller en lista med kurser.',
    en: 'The file is neither the European Central Bank’s XML or CSV, the Commission’s monthly list nor a list of rates.',
  },
  notJson: { sv: 'Filen går inte att läsa som JSON.', en: 'The file cannot be read as JSON.' },
  month: {
    sv: 'Månadslistan säger inte själv vilken månad den gäller: ange månaden, till exempel 2026-03.',
    en: 'The monthly list does not say which month it is for: name the month, such as 2026-03.',
  },
  day: { sv: '”{day}” är ingen dag.', en: '“{day}” is not a day.' },
  rate: { sv: '”{rate}” är ingen kurs för {currency}.', en: '“{rate}” is not a rate for {currency}.' },
  columns: { sv: 'Raden har fler värden än rubriken.', en: 'The row has more values than the heading.' },
  empty: { sv: 'Filen innehåller inga kurser.', en: 'The file holds no rates.' },
  monthly: {
    sv: 'Kursen gäller inte mot euro, eller inte en hel månad.',
    en: 'The rate is not against the euro, or not for a whole month.',
  },
} as const satisfies Record<string, Text>

/** `YYYY-MM`, for a monthly list that does not name its own month. */
export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a year and a month, such as 2026-03')

/**
 * Rates from a file as it is published: the European Central Bank's XML (today, 90 days, since 1999) or CSV (today,
 * since 1999), the Commission's monthly list (JSON or CSV) or a currency's list of months, or our own list of rates.
 * Faults point at the line, or into the JSON.
 */
export function readRates(text: string, month?: string): Reading<Rate[]> {
  const start = text.replace(/^\uFEFF/, '').trimStart()
  const found = start.startsWith('<')
    ? readXml(start)
    : /^[[{]/.test(start)
      ? readJsonRates(start, month)
      : readCsv(start, month)
  if (!found.ok) return found
  return found.value.length > 0 ? found : refused([faultAt([], SENTENCES.empty)])
}

const refused = (faults: Fault[]): Reading<Rate[]> => ({ ok: false, faults })

/** The rates, or everything that is wrong with them. */
function collect(rows: readonly (Rate | Fault)[]): Reading<Rate[]> {
  const faults = rows.filter((row): row is Fault => 'pointer' in row)
  return faults.length > 0 ? refused(faults) : { ok: true, value: rows.filter((row): row is Rate => 'currency' in row) }
}

type Published = {
  at: readonly PropertyKey[]
  currency: string
  day: string
  value: string
  every: Rate['every']
  source: string
}

function rateOf({ at, currency, day, value, every, source }: Published): Rate | Fault {
  const on = PlainDate.safeParse(day)
  if (!on.success) return faultAt(at, SENTENCES.day, { day })
  const read = Rate.safeParse({ currency, on: on.data, perEuro: value, every, source })
  return read.success ? read.data : faultAt(at, SENTENCES.rate, { rate: value, currency })
}

/** Three elements of the same name inside each other: all, of a day, of a currency. Source: ecb.europa.eu, eurofxref. */
function readXml(text: string): Reading<Rate[]> {
  if (!text.includes(ECB_NAMESPACE)) return refused([faultAt([], SENTENCES.unknown)])
  const rows: (Rate | Fault)[] = []
  let day = ''
  for (const found of text.matchAll(/<Cube\b([^>]*)>/g)) {
    const attribute = (name: string) => new RegExp(`\\b${name}\\s*=\\s*["']([^"']*)["']`).exec(found[1]!)?.[1]
    day = attribute('time') ?? day
    const [currency, value] = [attribute('currency'), attribute('rate')]
    if (currency === undefined || value === undefined) continue
    const at = ['line', text.slice(0, found.index).split('\n').length]
    rows.push(rateOf({ at, currency, day, value, every: 'day', source: ECB }))
  }
  return collect(rows)
}

function readCsv(text: string, month: string | undefined): Reading<Rate[]> {
  const lines = text.split(/\r?\n/)
  const heading = cells(lines[0] ?? '')
  const rows = lines.map((line, n) => ({ at: ['line', n + 1], cells: cells(line) })).slice(1)
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== ''))
  if (heading[0] === 'Date') return collect(filled.flatMap(({ at, cells }) => ecbRow(heading, at, cells)))
  const columns = {
    code: heading.findIndex((name) => /iso/i.test(name) && /code/i.test(name)),
    value: heading.findIndex((name) => /^(amount|value|rate)$/i.test(name)),
  }
  if (columns.code < 0 || columns.value < 0) return refused([faultAt([], SENTENCES.unknown)])
  if (!month) return refused([faultAt([], SENTENCES.month)])
  return collect(
    filled
      .filter(({ cells }) => cells[columns.code] !== 'EUR')
      .map(({ at, cells }) =>
        rateOf({
          at,
          currency: cells[columns.code]!,
          day: `${month}-01`,
          value: cells[columns.value]!,
          every: 'month',
          source: INFOREURO,
        }),
      ),
  )
}

/** The published files quote a country's name where it has a comma, and nothing else. */
function cells(line: string): string[] {
  return [...line.matchAll(/\s*(?:"((?:[^"]|"")*)"|([^,;]*))\s*(?:[,;]|$)/g)]
    .filter((found) => found[0] !== '')
    .map(([, quoted, plain]) => (quoted !== undefined ? quoted.replaceAll('""', '"') : plain!).trim())
}

/** A currency that was not quoted on a day has `N/A`. */
function ecbRow(heading: readonly string[], at: readonly PropertyKey[], row: readonly string[]): (Rate | Fault)[] {
  const day = isoDay(row[0]!)
  return row.slice(1).flatMap((value, n) => {
    if (value === '' || value === 'N/A') return []
    const currency = heading[n + 1]
    return currency
      ? [rateOf({ at, currency, day, value, every: 'day', source: ECB })]
      : [faultAt(at, SENTENCES.columns)]
  })
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** The file of today writes `20 November 2026`, the one of all days `2026-11-20`; the Commission `20/11/2026`. */
function isoDay(written: string): string {
  const words = /^(\d{1,2}) ([A-Z][a-z]+) (\d{4})$/.exec(written)
  const slashed = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(written)
  if (slashed) return `${slashed[3]}-${slashed[2]}-${slashed[1]}`
  if (!words) return written
  const month = MONTHS.indexOf(words[2]!) + 1
  return `${words[3]}-${String(month).padStart(2, '0')}-${words[1]!.padStart(2, '0')}`
}

const Amount = z.union([z.number(), z.string()])
const MonthlyList = z.array(z.object({ isoA3Code: z.string(), value: Amount })).min(1)
const MonthsOfCurrency = z
  .array(
    z.object({
      currencyIso: z.string(),
      refCurrencyIso: z.string(),
      amount: Amount,
      dateStart: z.string(),
      dateEnd: z.string(),
    }),
  )
  .min(1)

function readJsonRates(text: string, month: string | undefined): Reading<Rate[]> {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    return refused([faultAt([], SENTENCES.notJson)])
  }
  const list = MonthlyList.safeParse(data)
  if (list.success) {
    if (!month) return refused([faultAt([], SENTENCES.month)])
    return collect(
      list.data.flatMap(({ isoA3Code: currency, value }, n) =>
        currency === 'EUR'
          ? []
          : [
              rateOf({
                at: [n],
                currency,
                day: `${month}-01`,
                value: String(value),
                every: 'month',
                source: INFOREURO,
              }),
            ],
      ),
    )
  }
  const months = MonthsOfCurrency.safeParse(data)
  if (months.success) return collect(months.data.map((row, n) => monthOfCurrency(row, n)))
  return readInput(z.array(Rate), data)
}

/** A rate for part of a month would not be the rate of the month. */
function monthOfCurrency(row: z.infer<typeof MonthsOfCurrency>[number], n: number): Rate | Fault {
  const [start, end] = [isoDay(row.dateStart), isoDay(row.dateEnd)]
  const isMonth = start.endsWith('-01') && start.slice(0, 7) === end.slice(0, 7)
  if (row.refCurrencyIso !== 'EUR' || !isMonth) return faultAt([n], SENTENCES.monthly)
  return rateOf({
    at: [n],
    currency: row.currencyIso,
    day: start,
    value: String(row.amount),
    every: 'month',
    source: INFOREURO,
  })
}
