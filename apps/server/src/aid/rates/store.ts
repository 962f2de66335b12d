import { Rate } from '@stegvis/core/aid/rates/schema.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import { sql } from 'kysely'
import type { Tx } from '../../db/tenancy.ts'

/** A day that a currency's rate is needed for. */
export type RateNeed = { currency: string; on: PlainDate }

/**
 * For each need, the last daily rate up to the day and the rate of its month, where there are any. Whether one may be
 * used is for the rules to say.
 */
export async function listRatesNear(tx: Tx, needs: readonly RateNeed[]): Promise<Rate[]> {
  if (needs.length === 0) return []
  const { rows } = await sql<{ currency: string; on: string; perEuro: string; every: string; source: string }>`
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
