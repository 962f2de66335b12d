import { maskPersonalNumbers } from '../../identity/masking.ts'
import type { PaperData } from './material.ts'

/** Hashes and ids: long rows of digits that are nobody's number. */
const CODE = /^[0-9a-f]{64}$|^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * The data with every Swedish personal number in it masked, wherever somebody wrote one: papers are sent on, and
 * carry their data with them.
 */
export function maskedData(data: PaperData): PaperData {
  return masked(data) as PaperData
}

function masked(value: unknown): unknown {
  if (typeof value === 'string') return CODE.test(value) ? value : maskPersonalNumbers(value)
  if (Array.isArray(value)) return value.map(masked)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, masked(held)]))
}
