import type { ProblemSlug } from './problems.ts'

/** What a rule answers: the new value, or a refusal the user can act on. */
export type Decision<T> = { ok: true; value: T } | Refusal
export type Refusal = { ok: false; problem: ProblemSlug; detail?: string }

export function accept<T>(value: T): Decision<T> {
  return { ok: true, value }
}

/** `detail` is for developers and logs: no personal data. Screens translate the slug. */
export function refuse(problem: ProblemSlug, detail?: string): Refusal {
  return detail === undefined ? { ok: false, problem } : { ok: false, problem, detail }
}
