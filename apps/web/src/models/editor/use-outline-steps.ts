import { useTexts } from '../../locales/app-texts.tsx'
import { toast } from '../../ui/toast.tsx'
import { merge } from '../document/merge.ts'
import { type Move, move } from '../document/moves.ts'
import { outlineOf, rowAt } from '../document/outline.ts'
import type { PartKey } from '../document/places.ts'
import { removePart } from '../document/remove.ts'
import { useNames } from '../use-names.ts'
import { useEditor } from './editor-context.ts'

/** Moving and taking away parts of the outline, with what follows for the focus and for those who do not see it. */
export function useOutlineSteps() {
  const { model, outline, edit, turnTo, part } = useEditor()
  const { common, models } = useTexts()
  const { outline: texts } = models
  const names = useNames()
  return {
    canMove: (key: PartKey, how: Move): boolean => {
      const row = outline.byKey.get(key)
      return row !== undefined && move(model, row.path, how) !== null
    },
    move: (key: PartKey, how: Move): void => {
      const row = outline.byKey.get(key)
      const moved = row && move(model, row.path, how)
      if (!row || !moved) return
      edit(() => moved.model)
      const now = rowAt(outlineOf(moved.model), moved.path)
      if (!now) return
      if (part === key) turnTo(now.key)
      focusRow(now.key)
      toast(texts.moved[how]({ name: names.row(row) }), { tone: 'info', group: 'outline' })
    },
    canRemove: (key: PartKey): boolean => outline.byKey.get(key)?.parent != null,
    remove: (key: PartKey): void => {
      const row = outline.byKey.get(key)
      if (!row?.parent) return
      const after = removePart(model, row.path)
      const next =
        neighbourOf(
          row.parent.children.map((child) => child.key),
          key,
        ) ?? row.parent.key
      edit(() => after)
      turnTo(next)
      focusRow(next)
      toast(texts.removed({ name: names.row(row) }), {
        group: 'outline',
        // What was written elsewhere since then stays.
        action: { label: common.undo, onPress: () => edit((now) => merge(after, model, now, 'mine').merged) },
      })
    },
  }
}

function neighbourOf(keys: readonly string[], key: string): string | undefined {
  const at = keys.indexOf(key)
  return keys[at + 1] ?? keys[at - 1]
}

/** A row that has moved is drawn anew and has lost the focus. */
function focusRow(key: PartKey): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>(`[role="row"][data-key="${CSS.escape(key)}"]`)?.focus()
  })
}
