import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '../db/tenancy.ts'
import { Problem } from '../http/problem.ts'
import { newId } from '../ids.ts'

/** So many attempts in so long. */
export type AttemptLimit = { attempts: number; minutes: number }

/**
 * Counts an attempt and throws `too-many-requests` beyond the limit. Counted in the database, so that several
 * nodes share it, and outside the caller's transaction, so that a refusal does not undo it. Keeps no address:
 * `by` is hashed.
 */
export async function limitAttempts(database: Database, what: string, by: string, limit: AttemptLimit): Promise<void> {
  const key = createHash('sha256').update(`${what}:${by}`).digest('hex')
  const now = Date.now()
  const windowStart = now - limit.minutes * 60_000
  const { count } = await database.asInstallation((tx) =>
    tx
      .insertInto('auth.rate_limit')
      .values({ id: newId(), key, count: 1, lastRequest: now })
      .onConflict((conflict) =>
        conflict.column('key').doUpdateSet({
          count: sql`case when rate_limit."lastRequest" < ${windowStart} then 1 else rate_limit.count + 1 end`,
          lastRequest: sql`case when rate_limit."lastRequest" < ${windowStart} then ${now} else rate_limit."lastRequest" end`,
        }),
      )
      .returning('count')
      .executeTakeFirstOrThrow(),
  )
  if (count > limit.attempts) throw new Problem('too-many-requests')
}
