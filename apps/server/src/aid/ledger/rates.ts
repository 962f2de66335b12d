import type { Amount } from '@stegvis/core/aid/de-minimis/amount.ts'
import { keptRate } from '@stegvis/core/aid/ledger/rules.ts'
import type { RatePolicy } from '@stegvis/core/aid/rates/schema.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { Text } from '@stegvis/core/kernel/text.ts'
import type { Tx } from '../../db/tenancy.ts'
import { Problem } from '../../http/problem.ts'
import { findRate } from '../rates/service.ts'

export type Valued = { ok: true; amount: Amount } | { ok: false; missing: Text }

/** An amount with the rate of a day, or the sentence that says which rate is missing. Euro need none. */
export async function withRate(
  tx: Tx,
  { currency, minor }: Pick<Amount, 'currency' | 'minor'>,
  on: PlainDate,
  policy: RatePolicy,
): Promise<Valued> {
  if (currency === 'EUR') return { ok: true, amount: { currency, minor } }
  const found = await findRate(tx, currency, on, policy)
  return found.ok ? { ok: true, amount: { currency, minor, rate: keptRate(found.rate) } } : found
}

/** The same where there is no going on without it: throws `rate-missing` with the sentence. */
export async function requireRate(
  tx: Tx,
  amount: Pick<Amount, 'currency' | 'minor'>,
  on: PlainDate,
  policy: RatePolicy,
): Promise<Amount> {
  const valued = await withRate(tx, amount, on, policy)
  if (valued.ok) return valued.amount
  throw new Problem('rate-missing', valued.missing.en, {
    missing: valued.missing,
    currency: amount.currency,
    day: on,
  })
}
