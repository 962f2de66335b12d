import { useTexts } from '../../locales/app-texts.tsx'
import { Button } from '../../ui/button.tsx'
import { SaveState } from '../../ui/save-state.tsx'
import { Callout, useProblemText } from '../../ui/states.tsx'
import { ConflictDialog } from './conflict-dialog.tsx'
import styles from './editor.module.css'
import type { Saver, SaverState } from './saver.ts'

/** How far the saving has come, in one or two words. */
export function SaveLine({ state }: { state: SaverState }) {
  const shown = { saved: 'saved', waiting: 'typing', saving: 'saving', offline: 'offline' } as const
  const word = state.step === 'conflict' || state.step === 'refused' ? state.step : shown[state.step]
  return (
    <span className={styles.saved}>
      <SaveState state={word} />
    </span>
  )
}

/** What the person must decide or know before saving goes on. */
export function SaveTrouble({ state, saver }: { state: SaverState; saver: Saver }) {
  const { common, models } = useTexts()
  const problem = useProblemText()
  if (state.step === 'conflict') return <ConflictDialog conflict={state} onChoose={saver.resolve} />
  if (state.step !== 'refused') return null
  return (
    <Callout
      tone="danger"
      title={models.editor.refused}
      actions={
        <>
          <Button onPress={() => void saver.now()}>{common.retry}</Button>
          <Button kind="quiet" onPress={() => location.reload()}>
            {models.editor.reload}
          </Button>
        </>
      }
    >
      {problem(state.error)}
    </Callout>
  )
}
