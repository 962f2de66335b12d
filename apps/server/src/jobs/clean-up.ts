import type { Tx } from '../db/tenancy.ts'

const DAY_MS = 86_400_000
const MAIL_DAYS = 90

/** Removes what has run out: links, sessions, counted attempts, and mails nobody needs to look up any more. */
export async function cleanUp(tx: Tx, now: string): Promise<void> {
  const daysAgo = (days: number) => new Date(Date.parse(now) - days * DAY_MS)
  await tx.deleteFrom('auth.verification').where('expiresAt', '<', daysAgo(1).toISOString()).execute()
  await tx.deleteFrom('auth.session').where('expiresAt', '<', daysAgo(1).toISOString()).execute()
  await tx.deleteFrom('auth.rate_limit').where('lastRequest', '<', daysAgo(1).getTime()).execute()
  await tx
    .deleteFrom('mail')
    .where('status', '!=', 'queued')
    .where('created_at', '<', daysAgo(MAIL_DAYS).toISOString())
    .execute()
}
