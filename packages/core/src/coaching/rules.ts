import type { PlainDate } from '../kernel/day.ts'
import { accept, type Decision, refuse } from '../kernel/decision.ts'
import type { NewSession, SessionChange } from './schema.ts'

/** A session is logged when it has been held; what lies ahead is a next step. */
export function logSession<T extends NewSession | SessionChange>(entry: T, today: PlainDate): Decision<T> {
  if (entry.heldOn > today) return refuse('session-ahead')
  if (entry.nextStepOn !== null && entry.nextStep === '') return refuse('next-step-without-text')
  if (entry.nextStepOn !== null && entry.nextStepOn < entry.heldOn) return refuse('next-step-before-session')
  return accept(entry)
}

/**
 * The last day the company was met: the newest session that stands, or null when none does.
 * `sessions` are those of one company; removed ones do not count.
 */
export function lastContact(sessions: readonly { heldOn: PlainDate; removed: boolean }[]): PlainDate | null {
  let latest: PlainDate | null = null
  for (const { heldOn, removed } of sessions) {
    if (!removed && (latest === null || heldOn > latest)) latest = heldOn
  }
  return latest
}
