import { z } from 'zod'
import { PlainDate } from '../../kernel/day.ts'
import { RecordId } from '../../kernel/ids.ts'
import { compare, decimal } from '../exact.ts'
import { type Fault, faultAt } from '../input.ts'
import { Month } from './read.ts'
import { Currency, Rate } from './schema.ts'

/** A file as it was published, with its name and, where it does not say so itself, the month it is for. */
export const RatesImport = z.strictObject({
  id: RecordId,
  name: z.string().trim().min(1).max(200),
  text: z.string().min(1).max(12_000_000),
  month: Month.optional(),
  currencies: z.array(Currency).max(200).optional().describe('Only these; left out: all in the file'),
})
export type RatesImport = z.infer<typeof RatesImport>

export const RatesImported = z
  .strictObject({
    added: z.int(),
    known: z.int().describe('Were there with the same value'),
    from: PlainDate.nullable(),
    to: PlainDate.nullable(),
  })
  .meta({ id: 'RatesImported' })
export type RatesImported = z.infer<typeof RatesImported>

const KeptRate = Rate.extend({ importedBy: z.string().nullable(), importedAt: z.string() }).meta({ id: 'KeptRate' })

export const RatesQuery = z.object({
  currency: Currency.optional(),
  after: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type RatesQuery = z.infer<typeof RatesQuery>

export const RatesPage = z
  .strictObject({
    rates: z.array(KeptRate).describe('Newest day first'),
    next: z.string().nullable(),
    imports: z
      .array(
        z.strictObject({
          id: RecordId,
          source: z.string(),
          by: z.string().nullable(),
          at: z.string(),
          count: z.int(),
          from: PlainDate,
          to: PlainDate,
        }),
      )
      .describe('The latest files that were read, newest first; one can be taken back'),
    currencies: z.array(z.string()),
    mayWrite: z.boolean(),
  })
  .meta({ id: 'RatesPage' })
export type RatesPage = z.infer<typeof RatesPage>

const CONFLICT = {
  sv: '{currency} den {day}: filen säger {read}, men {source} sa {kept}. En publicerad kurs ändras aldrig. Ta bort den gamla inläsningen först, om den var fel.',
  en: '{currency} on {day}: the file says {read}, but {source} said {kept}. A published rate never changes. Take the earlier import back first, if it was wrong.',
}

/** Of rates read from a file: those that are new, those there already, and those that say something else. */
export function compareRates(
  read: readonly Rate[],
  kept: readonly Rate[],
): { added: Rate[]; known: number; faults: Fault[] } {
  const byDay = new Map(kept.map((rate) => [dayKey(rate), rate]))
  const fresh = new Map<string, Rate>()
  const faults: Fault[] = []
  let known = 0
  for (const rate of read) {
    const there = byDay.get(dayKey(rate))
    if (!there) fresh.set(dayKey(rate), rate)
    else if (compare(decimal(there.perEuro), decimal(rate.perEuro)) === 0) known += 1
    else faults.push(faultAt(['text'], CONFLICT, conflict(rate, there)))
  }
  return { added: [...fresh.values()], known, faults }
}

/** More than twenty years of all currencies are not needed, and are written slowly. */
const MOST_RATES = 50_000

const TOO_MANY = {
  sv: 'Filen har {count} kurser. Välj de valutor som behövs: högst {most} kurser läses in åt gången.',
  en: 'The file has {count} rates. Choose the currencies that are needed: at most {most} rates are read at a time.',
}

/** Faults of a file that is too much at once. */
export function amountFaults(read: readonly Rate[]): Fault[] {
  if (read.length <= MOST_RATES) return []
  return [faultAt(['currencies'], TOO_MANY, { count: read.length, most: MOST_RATES })]
}

/** One rate of a currency stands for a day, and one for a month, whoever published it. */
const dayKey = ({ currency, every, on }: Rate) => `${currency}/${every}/${on}`

function conflict(read: Rate, kept: Rate) {
  const [said, says] = [String(kept.perEuro), String(read.perEuro)]
  return { currency: read.currency, day: read.on, read: says, kept: said, source: kept.source }
}
