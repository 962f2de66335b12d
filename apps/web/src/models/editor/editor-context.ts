import type { CheckedModel } from '@stegvis/core/models/authoring/check.ts'
import type { ModelFault } from '@stegvis/core/models/authoring/schema.ts'
import type { TreeModel } from '@stegvis/core/models/tree/schema.ts'
import { createContext, useContext } from 'react'
import type { Outline } from '../document/outline.ts'
import type { PartKey } from '../document/places.ts'

/** What every part of the editor works with. */
export type Editor = {
  programme: string
  /** the model as it is written, finished or not */
  model: TreeModel
  outline: Outline
  isReadOnly: boolean
  /** changes the model; `field` names what is typed in, so that its key strokes are taken back together */
  edit: (change: (model: TreeModel) => TreeModel, field?: string) => void
  /** a field was left */
  leave: () => void
  part: PartKey
  /** shows the form of a part */
  open: (part: PartKey) => void
  /** comes to a part from the outline: its form, or its preview where that is what is looked at */
  visit: (part: PartKey) => void
  /** makes it the part that is worked with; what is seen stays */
  turnTo: (part: PartKey) => void
  /** the last check of the model, a moment behind the typing */
  checked: CheckedModel
  /** what is wrong at exactly this place, by pointer */
  faultsAt: ReadonlyMap<string, readonly ModelFault[]>
}

export const EditorContext = createContext<Editor | null>(null)

export function useEditor(): Editor {
  const editor = useContext(EditorContext)
  if (!editor) throw new Error('a part of the editor stands outside of it')
  return editor
}
