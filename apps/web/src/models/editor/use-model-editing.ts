import { type CheckedModel, checkDocument } from '@stegvis/core/models/authoring/check.ts'
import type { ModelFault } from '@stegvis/core/models/authoring/schema.ts'
import type { TreeModel } from '@stegvis/core/models/tree/schema.ts'
import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { beginEditing, type Editing, edited, redone, settled, undone } from '../document/editing.ts'
import { outlineOf } from '../document/outline.ts'

/** The model under the author's hands: its changes, the way back, its outline and what the check says of it. */
export function useModelEditing(first: TreeModel) {
  const [editing, setEditing] = useState<Editing>(() => beginEditing(first))
  const model = editing.present
  const outline = useMemo(() => outlineOf(model), [model])
  // Typing comes first; the check of a large model may be a moment behind.
  const calm = useDeferredValue(model)
  const checked = useMemo(() => checkDocument(calm), [calm])
  const [whole, setWhole] = useState<TreeModel | null>(() => (checked.ok ? checked.model : null))
  useEffect(() => {
    if (checked.ok) setWhole(checked.model)
  }, [checked])
  return {
    ...{ model, outline, checked, whole },
    faultsAt: useMemo(() => byPointer(checked), [checked]),
    edit: (change: (model: TreeModel) => TreeModel, field?: string) =>
      setEditing((now) => edited(now, change(now.present), field)),
    leave: () => setEditing(settled),
    undo: () => setEditing(undone),
    redo: () => setEditing(redone),
    canUndo: editing.past.length > 0,
    canRedo: editing.future.length > 0,
    /** Another text than the one written here: what two people wrote, brought together. Steps back would lose it. */
    replace: (next: TreeModel) => setEditing(beginEditing(next)),
  }
}

export type ModelEditing = ReturnType<typeof useModelEditing>

function byPointer(checked: CheckedModel): ReadonlyMap<string, readonly ModelFault[]> {
  const faults = new Map<string, ModelFault[]>()
  for (const fault of checked.ok ? checked.warnings : checked.errors) {
    faults.set(fault.pointer, [...(faults.get(fault.pointer) ?? []), fault])
  }
  return faults
}
