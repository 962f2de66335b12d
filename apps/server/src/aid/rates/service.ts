import { type FoundRate, findRate as findIn, rateTable } from '@stegvis/core/aid/rates/lookup.ts'
import type { RatePolicy } from '@stegvis/core/aid/rates/schema.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { Tx } from '../../db/tenancy.ts'
import { listRatesNear } from './store.ts'

/** The rate of one day among those of the programme, or the sentence that says which one is missing. */
export async function findRate(
  tx: Tx,
  currency: string,
  on: PlainDate,
  policy: RatePolicy = 'last-published',
): Promise<FoundRate> {
  return findIn(rateTable(await listRatesNear(tx, [{ currency, on }])), currency, on, policy)
}
