import type { TreeModel } from '@stegvis/core/models/tree/schema.ts'

/** A model while it is written, with the way back and forth. */
export type Editing = {
  readonly past: readonly TreeModel[]
  readonly present: TreeModel
  readonly future: readonly TreeModel[]
  /** the field that is being typed in: its key strokes are one step */
  readonly field: string | null
}

/** So many steps can be taken back. */
const STEPS = 200

export function beginEditing(present: TreeModel): Editing {
  return { past: [], present, future: [], field: null }
}

/** `field`: names what is typed in, so that a sentence is taken back as a whole and not letter by letter. */
export function edited(editing: Editing, present: TreeModel, field: string | null = null): Editing {
  if (present === editing.present) return editing
  const goesOn = field !== null && field === editing.field
  const past = goesOn ? editing.past : [...editing.past, editing.present].slice(-STEPS)
  return { past, present, future: [], field }
}

/** The field was left: what is typed in it next is a step of its own. */
export function settled(editing: Editing): Editing {
  return editing.field === null ? editing : { ...editing, field: null }
}

export function undone({ past, present, future }: Editing): Editing {
  const before = past.at(-1) ?? present
  return { past: past.slice(0, -1), present: before, future: past.length ? [present, ...future] : future, field: null }
}

export function redone({ past, present, future }: Editing): Editing {
  const [after = present, ...rest] = future
  return { past: future.length ? [...past, present] : past, present: after, future: rest, field: null }
}
