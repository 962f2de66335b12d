import { useSharedTexts } from '../locales/texts.tsx'
import { Icon, type IconName } from './icon.tsx'
import styles from './save-state.module.css'
import type { SaveState as State } from './use-saved-field.ts'

const ICONS: Partial<Record<State, IconName>> = {
  saved: 'check',
  offline: 'cloud',
  conflict: 'alert',
  refused: 'alert',
}

/** How far a change has come, in words, on the label's line. Spoken when it matters. */
export function SaveState({ state, onUndo }: { state: State; onUndo?: (() => void) | undefined }) {
  const { common, ui } = useSharedTexts()
  const texts: Partial<Record<State, string>> = {
    typing: ui.save.typing,
    saving: ui.save.saving,
    offline: ui.save.offline,
    'signed-out': ui.save.signedOut,
    saved: ui.save.saved,
    conflict: ui.conflict.title,
    refused: ui.save.failed,
  }
  const icon = ICONS[state]
  return (
    <span className={styles.state} data-state={state} data-print="hide">
      <span className={styles.words} aria-live={state === 'typing' || state === 'saving' ? 'off' : 'polite'}>
        {icon && <Icon name={icon} />}
        {texts[state]}
      </span>
      {onUndo && (
        <button type="button" className={styles.undo} onClick={onUndo} title={ui.save.undo}>
          <Icon name="undo" />
          {common.undo}
        </button>
      )}
    </span>
  )
}
