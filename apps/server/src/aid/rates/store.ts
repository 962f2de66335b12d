import type { RatesPage } from '@stegvis/core/aid/rates/records.ts'
import { Rate } from '@stegvis/core/aid/rates/schema.ts'
import { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { PersonId, ProgrammeId, RecordId } from '@stegvis/core/kernel/ids.ts'
import { type SqlBool, sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '../../db/tenancy.ts'

type RateRow = { currency: string; on: string; perEuro: string; every: string; source: string }

/** A day that a currency's rate is needed for. */
export type RateNeed = { currency: string; on: PlainDate }

/**
 * For each need, the last daily rate up to the day and the rate of its month, where there are any. Whether one may be
 * used is for the rules to say.
 */
export async function listRatesNear(tx: Tx, needs: readonly RateNeed[]): Promise<Rate[]> {
  if (needs.length === 0) return []
  const { rows } = await sql<RateRow>`
    select distinct r.currency, r.on_day as "on", r.per_euro as "perEuro", r.every, r.source
    from unnest(${needs.map(({ currency }) => currency)}::text[], ${needs.map(({ on }) => on)}::date[])
      as need (currency, day)
    cross join lateral (
      (select * from currency_rate c
        where c.programme_id = current_programme() and c.currency = need.currency and c.every = 'day'
          and c.on_day <= need.day
        order by c.on_day desc limit 1)
      union all
      select * from currency_rate c
        where c.programme_id = current_programme() and c.currency = need.currency and c.every = 'month'
          and c.on_day = date_trunc('month', need.day)::date
    ) r
    order by 1, 2
  `.execute(tx)
  return rows.map((row) => Rate.parse(row))
}

/** What stands on any of the days that these rates are for. */
export async function listRatesOf(tx: Tx, programmeId: ProgrammeId, rates: readonly Rate[]): Promise<Rate[]> {
  const { rows } = await sql<RateRow>`
    select r.currency, r.on_day as "on", r.per_euro as "perEuro", r.every, r.source
    from currency_rate r
    join json_to_recordset(${JSON.stringify(rates)}::json) as read (currency text, every text, "on" date)
      on r.currency = read.currency and r.every = read.every and r.on_day = read."on"
    where r.programme_id = ${programmeId}
  `.execute(tx)
  return rows.map((row) => Rate.parse(row))
}

/** Adds rates in one statement; answers how many were not there. Two files at once cannot both write a day. */
export async function insertRates(
  tx: Tx,
  programmeId: ProgrammeId,
  rates: readonly Rate[],
  { importId, by, at }: { importId: RecordId; by: PersonId | null; at: string },
): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into currency_rate (programme_id, currency, every, on_day, per_euro, source, import_id, imported_by, imported_at)
    select ${programmeId}::uuid, currency, every, "on", "perEuro", source, ${importId}::uuid, ${by}::uuid, ${at}::timestamptz
    from json_to_recordset(${JSON.stringify(rates)}::json)
      as read (currency text, every text, "on" date, "perEuro" text, source text)
    on conflict do nothing
  `.execute(tx)
  return Number(numAffectedRows ?? 0n)
}

export async function countImported(tx: Tx, programmeId: ProgrammeId, importId: RecordId): Promise<number> {
  const { count } = await tx
    .selectFrom('currency_rate')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('programme_id', '=', programmeId)
    .where('import_id', '=', importId)
    .executeTakeFirstOrThrow()
  return count
}

/** Takes back what came with one file. Answers how many rates that were. */
export async function deleteImport(tx: Tx, programmeId: ProgrammeId, importId: RecordId): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('currency_rate')
    .where('programme_id', '=', programmeId)
    .where('import_id', '=', importId)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** Where a page ended. */
export const RateCursor = z.strictObject({ on: PlainDate, currency: z.string(), every: z.string() })
export type RateCursor = z.infer<typeof RateCursor>

/** Newest day first, then by currency. */
export async function listRates(
  tx: Tx,
  programmeId: ProgrammeId,
  { currency, after, limit }: { currency: string | undefined; after: RateCursor | null; limit: number },
): Promise<RatesPage['rates']> {
  let query = tx
    .selectFrom('currency_rate as r')
    .leftJoin('auth.user as u', 'u.id', 'r.imported_by')
    .select(['r.currency', 'r.on_day as on', 'r.per_euro as perEuro', 'r.every', 'r.source'])
    .select(['u.name as importedBy', 'r.imported_at as importedAt'])
    .where('r.programme_id', '=', programmeId)
  if (currency !== undefined) query = query.where('r.currency', '=', currency)
  if (after) {
    const { on, currency: last, every } = after
    query = query.where(
      sql<SqlBool>`(r.on_day < ${on} or (r.on_day = ${on} and (r.currency, r.every) > (${last}, ${every})))`,
    )
  }
  return query.orderBy('r.on_day', 'desc').orderBy('r.currency').orderBy('r.every').limit(limit).execute()
}

const MOST_IMPORTS = 20

/** The latest files that something is left of, newest first. */
export async function listImports(tx: Tx, programmeId: ProgrammeId): Promise<RatesPage['imports']> {
  return tx
    .selectFrom('currency_rate as r')
    .leftJoin('auth.user as u', 'u.id', 'r.imported_by')
    .select((select) => [
      'r.import_id as id',
      'u.name as by',
      select.fn.min('r.source').as('source'),
      select.fn.max('r.imported_at').as('at'),
      select.fn.countAll<number>().as('count'),
      select.fn.min('r.on_day').as('from'),
      select.fn.max('r.on_day').as('to'),
    ])
    .where('r.programme_id', '=', programmeId)
    .groupBy(['r.import_id', 'u.name'])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST_IMPORTS)
    .execute()
}

export async function listCurrencies(tx: Tx, programmeId: ProgrammeId): Promise<string[]> {
  const rows = await tx
    .selectFrom('currency_rate')
    .select('currency')
    .distinct()
    .where('programme_id', '=', programmeId)
    .orderBy('currency')
    .execute()
  return rows.map(({ currency }) => currency)
}
