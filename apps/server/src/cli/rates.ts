import { inputFaults } from '@stegvis/core/aid/input.ts'
import { checkRates, findRate, rateTable } from '@stegvis/core/aid/rates/lookup.ts'
import { Month, readRates } from '@stegvis/core/aid/rates/read.ts'
import { type Rate, RatePolicy } from '@stegvis/core/aid/rates/schema.ts'
import { PlainDate } from '@stegvis/core/kernel/day.ts'
import { CommandError, printJson, readText } from './command.ts'
import { readWords } from './words.ts'

const USAGE = `stegvis rates FILE... [--month YYYY-MM] [--currency SEK --on DAY [--policy exact-day|last-published|month-of]]

FILE is the European Central Bank's XML or CSV, the Commission's InforEuro list in JSON or CSV, or a JSON list of rates;
a dash reads standard input. --month is for a monthly list that does not name its month. Without --currency the answer
is every rate, as “rates” of the other commands takes them.`

const OPTIONS = {
  month: { type: 'string' },
  currency: { type: 'string' },
  on: { type: 'string' },
  policy: { type: 'string' },
} as const

/** Currency rates from files as they are published: all of them, or the one of a day. */
export async function rates(words: readonly string[]): Promise<void> {
  const { values, positionals } = readWords(words, OPTIONS, USAGE)
  if (positionals.length === 0) throw new CommandError(USAGE)
  const list = await readRateFiles(positionals, values.month)
  if (values.currency === undefined && values.on === undefined) return printJson(list)
  const on = PlainDate.safeParse(values.on)
  const policy = RatePolicy.safeParse(values.policy ?? 'last-published')
  if (!on.success || !policy.success || !values.currency) throw new CommandError(USAGE)
  const found = findRate(rateTable(list), values.currency, on.data, policy.data)
  if (!found.ok) throw new CommandError(found.missing.en)
  printJson(found.rate)
}

/** The rates of all files together; throws a line for each fault, with its file. */
export async function readRateFiles(files: readonly string[], month?: string): Promise<Rate[]> {
  if (month !== undefined && !Month.safeParse(month).success) throw new CommandError('--month is YYYY-MM.')
  const all: Rate[] = []
  for (const file of files) {
    const reading = readRates(await readText(file), month)
    const faults = reading.ok ? checkRates([...all, ...reading.value], []) : reading.faults
    if (faults.length > 0) {
      throw new CommandError(
        inputFaults(faults)
          .map(({ pointer, detail }) => `${file}${pointer}: ${detail}`)
          .join('\n'),
      )
    }
    if (reading.ok) all.push(...reading.value)
  }
  return all
}
