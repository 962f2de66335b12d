import { PROBLEMS, type ProblemSlug } from '@stegvis/core/kernel/problems.ts'

/** One field that was wrong. `pointer` is a JSON pointer into the request body, as in RFC 6901. */
/**
 * A refusal the caller can act on, answered as `application/problem+json`.
 * `extra` is shown to the caller: no personal data, nothing of other programmes.
 *
 * Source: RFC 9457.
 */
export class Problem extends Error {
  readonly slug: ProblemSlug
  readonly detail: string | undefined
  readonly extra: Record<string, unknown>

  constructor(slug: ProblemSlug, detail?: string, extra: Record<string, unknown> = {}) {
    super(detail ? `${slug}: ${detail}` : slug)
    this.slug = slug
    this.detail = detail
    this.extra = extra
  }

  get status(): number {
    return PROBLEMS[this.slug].status
  }
}

const TYPE_BASE = '/problems/'

export function problemBody(problem: Problem, instance: string): Record<string, unknown> {
  return {
    type: TYPE_BASE + problem.slug,
    title: PROBLEMS[problem.slug].title,
    status: problem.status,
    ...(problem.detail === undefined ? {} : { detail: problem.detail }),
    instance,
    ...problem.extra,
  }
}
