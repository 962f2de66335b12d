import type { AppliedChanges, ChangeError } from '@stegvis/core/kernel/changes.ts'
import { Problem } from './problem.ts'

/** What a change of fields led to: the record as it is now, and the fields that somebody else changed first. */
export type Outcome<T> = { value: T; conflicts: AppliedChanges['conflicts'] }

/** Throws `invalid-input` with the place of each change that the fields do not accept. */
export function refuseErrors(errors: readonly ChangeError[]): void {
  if (errors.length === 0) return
  const pointers = errors.map(({ at, part, detail }) => ({ pointer: `#/changes/${at}/${part}`, detail }))
  throw new Problem('invalid-input', undefined, { errors: pointers })
}

/**
 * Called after the commit, since the other changes of the request are kept. Throws `changed-meanwhile` with what
 * each field holds now.
 */
export function tellConflicts<T>({ value, conflicts }: Outcome<T>): T {
  if (conflicts.length === 0) return value
  throw new Problem('changed-meanwhile', undefined, { conflicts })
}
