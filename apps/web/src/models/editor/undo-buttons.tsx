import type { KeyboardEvent } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { IconButton } from '../../ui/button.tsx'
import type { ModelEditing } from './use-model-editing.ts'

export function UndoButtons({ editing }: { editing: ModelEditing }) {
  const { editor: texts } = useTexts().models
  return (
    <>
      <IconButton small icon="undo" label={texts.undo} isDisabled={!editing.canUndo} onPress={editing.undo} />
      <IconButton small icon="redo" label={texts.redo} isDisabled={!editing.canRedo} onPress={editing.redo} />
    </>
  )
}

/** Where keys belong to something else than the model: dialogs, and the answers it is tried on. */
const ELSEWHERE = '[role="dialog"], [role="alertdialog"], aside'

/** Ctrl or Cmd with Z, in fields too: each field is a step of the same way back. */
export function undoByKey(event: KeyboardEvent, { undo, redo }: Pick<ModelEditing, 'undo' | 'redo'>): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return
  if (event.target instanceof Element && event.target.closest(ELSEWHERE)) return
  const key = event.key.toLowerCase()
  if (key === 'z') event.shiftKey ? redo() : undo()
  else if (key === 'y') redo()
  else return
  event.preventDefault()
  event.stopPropagation()
}
