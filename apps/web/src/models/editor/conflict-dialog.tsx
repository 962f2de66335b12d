import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats } from '../../locales/texts.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Stack } from '../../ui/layout.tsx'
import type { Path } from '../document/path.ts'
import type { SaverState } from './saver.ts'

type Conflict = Extract<SaverState, { step: 'conflict' }>

/** Two people wrote in the same places: whose text counts there. Everything else is kept from both. */
export function ConflictDialog({
  conflict: { theirs, clashes },
  onChoose,
}: {
  conflict: Conflict
  onChoose: (winner: 'mine' | 'theirs') => void
}) {
  const { conflict: texts, editor } = useTexts().models
  const { instant } = useFormats()
  const name = theirs.changedBy ?? editor.somebody
  return (
    <Dialog
      role="alertdialog"
      title={texts.title}
      isOpen
      onClose={() => onChoose('mine')}
      actions={
        <>
          <Button onPress={() => onChoose('theirs')}>{texts.theirs({ name })}</Button>
          <Button kind="primary" onPress={() => onChoose('mine')}>
            {texts.mine}
          </Button>
        </>
      }
    >
      <Stack>
        <p>{texts.explained({ name, at: instant(theirs.changedAt) })}</p>
        <ul>
          {clashes.map((path) => (
            <li key={path.join('/')}>{inWords(path)}</li>
          ))}
        </ul>
        <p>{texts.rest}</p>
      </Stack>
    </Dialog>
  )
}

/** `questions › flow-1 › text › sv`: the ids say which part, the keys which field of it. */
const inWords = (path: Path): string => path.filter((step) => step !== 'children').join(' › ')
