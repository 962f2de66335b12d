import type { ProblemSlug } from '@stegvis/core/kernel/problems.ts'
import type { FastifyInstance } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { constraintProblem } from '../db/constraints.ts'
import { Problem, problemBody } from './problem.ts'

/** One handler for everything that goes wrong: RFC 9457 out, causes of our own faults into the log. */
export function answerProblems(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const problem = toProblem(error)
    if (problem.slug === 'internal') request.log.error({ err: error }, 'unexpected error')
    return reply
      .code(problem.status)
      .type('application/problem+json; charset=utf-8')
      .serializer((body: unknown) => JSON.stringify(body))
      .send(problemBody(problem, request.url.split('?')[0]!))
  })
}

const BY_STATUS: Record<number, ProblemSlug> = {
  400: 'malformed-request',
  413: 'too-large',
  415: 'unsupported-media',
  429: 'too-many-requests',
}

export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (hasZodFastifySchemaValidationErrors(error)) {
    const where = error.validationContext ?? 'body'
    const errors = error.validation.map((issue) => ({
      pointer: `${where === 'body' ? '#' : `#/${where}`}${issue.instancePath}`,
      detail: issue.message ?? 'not valid',
    }))
    return new Problem('invalid-input', undefined, { errors })
  }
  const known = error as { statusCode?: number; code?: string; constraint?: string }
  const slug = constraintProblem(known)
  if (slug) return new Problem(slug)
  const byStatus = known.statusCode === undefined ? undefined : BY_STATUS[known.statusCode]
  return new Problem(byStatus ?? 'internal')
}
