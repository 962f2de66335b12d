import { useState, useSyncExternalStore } from 'react'
import { useSharedTexts } from '../locales/texts.tsx'
import { isUpdateWaiting, onUpdate, takeUpdate } from '../offline/updates.ts'
import { Button } from '../ui/button.tsx'
import styles from './update-notice.module.css'

/** Asks before a new version takes over, so that nobody loses a page in the middle of an assessment. */
export function UpdateNotice() {
  const { ui } = useSharedTexts()
  const isWaiting = useSyncExternalStore(onUpdate, isUpdateWaiting)
  const [putOff, putItOff] = useState(false)
  if (!isWaiting || putOff) return null
  return (
    <aside className={styles.notice} aria-label={ui.update.available} data-print="hide">
      <span role="status">{ui.update.available}</span>
      <Button small kind="primary" onPress={takeUpdate}>
        {ui.update.now}
      </Button>
      <Button small kind="quiet" onPress={() => putItOff(true)}>
        {ui.update.later}
      </Button>
    </aside>
  )
}
