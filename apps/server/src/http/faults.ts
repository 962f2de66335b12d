import type { Fault } from '@stegvis/core/aid/input.ts'
import { Problem } from './problem.ts'

/** Throws `invalid-input` with the place of each fault and its sentence in both languages, where there are any. */
export function refuseFaults(faults: readonly Fault[]): void {
  if (faults.length === 0) return
  const errors = faults.map(({ pointer, message }) => ({ pointer, detail: message.en, message }))
  throw new Problem('invalid-input', undefined, { errors })
}
