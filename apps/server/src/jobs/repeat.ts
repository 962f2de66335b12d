import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyBaseLogger } from 'fastify'

export type Job = { stop(): Promise<void> }

/**
 * Runs `work` now and again, `seconds` after each end. A failure is logged and the next run comes as planned: a
 * database that is away for a while must not end the job. Stopping waits for the run under way.
 */
export function repeat(
  log: FastifyBaseLogger,
  name: string,
  seconds: number,
  work: (signal: AbortSignal) => Promise<void>,
): Job {
  const stopping = new AbortController()
  // Stopping ends the pause with an error, which is what it is for.
  const pause = () => sleep(seconds * 1000, undefined, { signal: stopping.signal }).catch(() => {})
  const running = (async () => {
    while (!stopping.signal.aborted) {
      await work(stopping.signal).catch((error: unknown) => log.error({ err: error, job: name }, 'a job failed'))
      if (!stopping.signal.aborted) await pause()
    }
  })()
  return {
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}
