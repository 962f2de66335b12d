import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Conflicts between transactions, and a server that is going away, coming up or standing by. PgBouncer reports
 * a lost or unreachable server as 08P01.
 */
const AGAIN = new Set(['40001', '40P01', '25006', '53300', '57P01', '57P02', '57P03'])
const READ_ONLY = '25006'
const CONNECTION_CLASS = '08'
const UNREACHABLE = new Set(['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ENOENT', 'ETIMEDOUT', 'EHOSTUNREACH'])
const LOST = /connection terminated|not queryable|connection error|timeout exceeded when trying to connect/i

/** The database could not be reached, or the connection to it broke. */
export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = codeOf(error)
  return (
    UNREACHABLE.has(code) || code.startsWith(CONNECTION_CLASS) || code.startsWith('57P') || LOST.test(error.message)
  )
}

/**
 * The same transaction may succeed when it is run again from its start. A write that is refused as read-only is
 * one that met a standby, unless the transaction asked for it.
 */
export function isWorthRetrying(error: unknown, readOnly = false): boolean {
  if (isUnreachable(error)) return true
  return error instanceof Error && AGAIN.has(codeOf(error)) && !(readOnly && codeOf(error) === READ_ONLY)
}

export type Retries = { limitMs: number; readOnly?: boolean; beforeNext?: (error: unknown) => Promise<void> }

/**
 * Runs `attempt` until it succeeds, fails for good, or `limitMs` have passed. Waits longer each time, and never
 * exactly as long as another process that met the same conflict.
 */
export async function retrying<T>(attempt: () => Promise<T>, { limitMs, readOnly, beforeNext }: Retries): Promise<T> {
  const end = Date.now() + limitMs
  for (let tries = 1; ; tries++) {
    try {
      return await attempt()
    } catch (error) {
      const pause = Math.min(1000, 15 * 2 ** tries) * (0.5 + Math.random())
      if (!isWorthRetrying(error, readOnly) || Date.now() + pause > end) throw error
      await beforeNext?.(error)
      await sleep(pause)
    }
  }
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : ''
}
