import type { CompanyId } from '@stegvis/core/kernel/ids.ts'
import type { Tx } from '../../db/tenancy.ts'
import { type Eligibility, findDeciding } from './store.ts'

/**
 * Whether a company may take part, from the latest snapshot of its size for a grant or an application; null where
 * nothing has been decided. A verdict that a person gave stands in place of `review`.
 */
export async function eligibilityOf(tx: Tx, companyId: CompanyId): Promise<Eligibility | null> {
  return (await findDeciding(tx, companyId)) ?? null
}
