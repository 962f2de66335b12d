import type { Fault } from '@stegvis/core/aid/input.ts'
import { checkRates, type FoundRate, findRate as findIn, rateTable } from '@stegvis/core/aid/rates/lookup.ts'
import { readRates } from '@stegvis/core/aid/rates/read.ts'
import {
  amountFaults,
  compareRates,
  type RatesImport,
  type RatesImported,
  type RatesPage,
  type RatesQuery,
} from '@stegvis/core/aid/rates/records.ts'
import type { Rate, RatePolicy } from '@stegvis/core/aid/rates/schema.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { RecordId } from '@stegvis/core/kernel/ids.ts'
import { type Actor, canEverywhere } from '@stegvis/core/people/permissions.ts'
import { recordEvent } from '../../audit/store.ts'
import type { Tx } from '../../db/tenancy.ts'
import { decodeCursor, encodeCursor } from '../../http/cursor.ts'
import { refuseFaults } from '../../http/faults.ts'
import { Problem } from '../../http/problem.ts'
import {
  countImported,
  deleteImport,
  insertRates,
  listCurrencies,
  listImports,
  listRates,
  listRatesNear,
  listRatesOf,
  RateCursor,
} from './store.ts'

/** The rate of one day among those of the programme, or the sentence that says which one is missing. */
export async function findRate(
  tx: Tx,
  currency: string,
  on: PlainDate,
  policy: RatePolicy = 'last-published',
): Promise<FoundRate> {
  return findIn(rateTable(await listRatesNear(tx, [{ currency, on }])), currency, on, policy)
}

/** A page of the programme's rates, newest day first. */
export async function readPage(tx: Tx, actor: Actor, { currency, after, limit }: RatesQuery): Promise<RatesPage> {
  const start = after === undefined ? null : decodeCursor(after, RateCursor)
  const found = await listRates(tx, actor.programmeId, { currency, after: start, limit: limit + 1 })
  const rates = found.slice(0, limit)
  const last = rates.at(-1)
  const isMore = found.length > limit && last !== undefined
  return {
    rates,
    next: isMore ? encodeCursor({ on: last.on, currency: last.currency, every: last.every }) : null,
    imports: await listImports(tx, actor.programmeId),
    currencies: await listCurrencies(tx, actor.programmeId),
    mayWrite: canEverywhere(actor, 'rates.write'),
  }
}

/** How many faults of a file are told at once. */
const MOST_FAULTS = 20

/**
 * Reads a file as it was published into the programme's rates: all of it, or nothing where something in it is not a
 * rate, or says otherwise than a rate that is there. A repeat adds nothing.
 */
export async function importRates(tx: Tx, actor: Actor, input: RatesImport, now: string): Promise<RatesImported> {
  const reading = readRates(input.text, input.month)
  if (!reading.ok) return refuseFile(reading.faults)
  const { currencies } = input
  const read = reading.value.filter(({ currency }) => currencies?.includes(currency) ?? true)
  refuseFaults(amountFaults(read))
  const wrong = checkRates(read, ['text'])
  if (wrong.length > 0) return refuseFile(wrong.map((fault) => ({ ...fault, pointer: '#/text' })))
  const { added, known, faults } = compareRates(read, await listRatesOf(tx, actor.programmeId, read))
  if (faults.length > 0) return refuseFile(faults)
  const days = read.map(({ on }) => on).sort()
  const span = { from: days[0] ?? null, to: days.at(-1) ?? null }
  const by = { importId: input.id, by: actor.personId, at: now }
  const count = added.length === 0 ? 0 : await insertRates(tx, actor.programmeId, added.map(asText), by)
  // Somebody else's file wrote some of the same days meanwhile: whether it said the same shows the second time.
  if (count < added.length) throw new Problem('changed-meanwhile')
  if (count > 0) {
    const detail = { name: input.name, source: read[0]!.source, count, ...span }
    await recordEvent(tx, actor, { kind: 'rates.imported', subjectId: input.id, detail, audience: 'office' })
  }
  return { added: count, known, ...span }
}

/** As it was published, digit by digit. */
const asText = (rate: Rate): Rate => ({ ...rate, perEuro: String(rate.perEuro) })

/** The faults of a file by their lines in it. */
function refuseFile(faults: readonly Fault[]): never {
  const places = faults.slice(0, MOST_FAULTS).map(({ pointer, message }) => ({
    pointer: pointer.startsWith('#/text') ? pointer : `#/text${pointer.slice(1)}`,
    message,
  }))
  refuseFaults(places)
  throw new Error('a file was refused without a fault')
}

/** Takes back what came with one file. What was computed with it keeps the rates it was computed with. */
export async function withdrawImport(tx: Tx, actor: Actor, importId: RecordId): Promise<void> {
  if ((await countImported(tx, actor.programmeId, importId)) === 0) throw new Problem('not-found')
  const count = await deleteImport(tx, actor.programmeId, importId)
  await recordEvent(tx, actor, {
    ...{ kind: 'rates.withdrawn', subjectId: importId, detail: { count }, audience: 'office' as const },
  })
}
