import { accept, type Decision, refuse } from '../../kernel/decision.ts'

/** How long a company's answers stay open to somebody who stated a reason. */
export const OPENING_HOURS = 8
const LEAST_LETTERS = 10

/** Opening answers needs a reason that the company can read and understand. */
export function openAnswers(reason: string): Decision<string> {
  const stated = reason.trim()
  return stated.length < LEAST_LETTERS ? refuse('reason-required') : accept(stated)
}
