import type { ReactNode } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { ProgressBar } from '../../ui/progress.tsx'
import { SaveState } from '../../ui/save-state.tsx'
import type { SaveState as SaveStateName } from '../../ui/use-saved-field.ts'
import styles from './answering.module.css'

export type StepBarState = {
  count: { answered: number; total: number }
  state: SaveStateName
  undo: (() => void) | undefined
}

/** At the foot of the screen, always within reach of the thumb: how far, whether it is saved, and the way on. */
export function StepBar({ state, children }: { state: StepBarState; children: ReactNode }) {
  const { assessments } = useTexts()
  const { answered, total } = state.count
  return (
    <div className={styles.bar}>
      <div className={styles.progress}>
        <ProgressBar
          label={assessments.answered}
          share={total === 0 ? 0 : answered / total}
          text={assessments.of({ answered: String(answered), total: String(total) })}
        />
        <SaveState state={state.state} onUndo={state.undo} />
      </div>
      <nav className={styles.steps} aria-label={assessments.steps}>
        {children}
      </nav>
    </div>
  )
}
