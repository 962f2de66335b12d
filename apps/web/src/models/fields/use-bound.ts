import { pointerTo } from '@stegvis/core/kernel/pointer.ts'
import { useLanguage } from '../../locales/texts.tsx'
import { type Path, valueAt, withValue } from '../document/path.ts'
import { useEditor } from '../editor/editor-context.ts'

/** One place of the model as a field needs it. */
export function useBound(path: Path) {
  const { model, edit, leave, isReadOnly } = useEditor()
  const pointer = pointerTo(path)
  return {
    value: valueAt(model, path),
    /** `undefined` takes the key away */
    set: (value: unknown) => edit((before) => withValue(before, path, value)),
    /** the same, stroke by stroke */
    type: (value: unknown) => edit((before) => withValue(before, path, value), pointer),
    leave,
    error: useFaultText(path),
    pointer,
    isReadOnly,
  }
}

/** What is wrong at a place, in words; undefined when nothing is. */
export function useFaultText(path: Path): string | undefined {
  const { faultsAt } = useEditor()
  const { language } = useLanguage()
  return faultsAt
    .get(pointerTo(path))
    ?.map(({ message }) => message[language])
    .join(' ')
}
