import { pointerTo } from '@stegvis/core/kernel/pointer.ts'
import { ModelKey } from '@stegvis/core/models/schema.ts'
import { useState } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { nodeIds, questionIds } from '../document/names.ts'
import { outlineOf, rowAt } from '../document/outline.ts'
import type { Path } from '../document/path.ts'
import { type Named, renameId } from '../document/rename.ts'
import { useEditor } from '../editor/editor-context.ts'

/**
 * The short name that conditions, files and exports use. Taken over on leaving the field, everywhere at once, so that
 * nothing points at half a name.
 */
export function IdField({ kind, id, path }: { kind: Named; id: string; path: Path }) {
  const { model, edit, open, isReadOnly } = useEditor()
  const { ids } = useTexts().models.forms
  const [typed, setTyped] = useState<string>()
  const wanted = typed ?? id
  const fault = faultOf(wanted)
  function faultOf(next: string): keyof typeof ids.faults | undefined {
    if (next === id) return undefined
    if (!ModelKey.safeParse(next).success) return 'form'
    return takenIds(model, kind).includes(next) ? 'taken' : undefined
  }
  const take = () => {
    setTyped(undefined)
    if (wanted === id || fault) return
    const next = renameId(model, kind, id, wanted)
    edit(() => next)
    if (kind === 'scale') open(`scale.${wanted}`)
    else {
      const row = rowAt(outlineOf(next), path.slice(0, -1))
      if (row) open(row.key)
    }
  }
  return (
    <div data-pointer={pointerTo(path)}>
      <TextField
        label={ids.label}
        hint={ids.hint}
        short
        autoComplete="off"
        spellCheck="false"
        isReadOnly={isReadOnly}
        value={wanted}
        onChange={setTyped}
        onBlur={take}
        {...(fault && { error: ids.faults[fault] })}
      />
    </div>
  )
}

function takenIds(model: Parameters<typeof nodeIds>[0], kind: Named): string[] {
  switch (kind) {
    case 'node':
      return nodeIds(model)
    case 'question':
      return questionIds(model)
    case 'scale':
      return Object.keys(model.scales)
    case 'fact':
      return (model.facts ?? []).map(({ id }) => id)
  }
}
