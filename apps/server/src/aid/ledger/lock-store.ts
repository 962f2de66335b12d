import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../db/tenancy.ts'

/** Which enterprise, to itself in every programme and to nobody else. */
export function lockKey(country: string, number: string): string {
  return createHash('sha256').update(`${country} ${number}`).digest('hex')
}

/**
 * Holds the enterprises until the transaction ends, so that two awards to one undertaking are made one after the
 * other. In the order of the keys for everybody: nobody waits in a circle.
 */
export async function lockEnterprises(tx: Tx, keys: readonly string[]): Promise<void> {
  const inOrder = [...new Set(keys)].sort()
  await sql`
    insert into undertaking_lock (key) select key from unnest(${inOrder}::text[]) as key order by key
    on conflict do nothing
  `.execute(tx)
  await sql`select key from undertaking_lock where key = any(${inOrder}::text[]) order by key for update`.execute(tx)
}
