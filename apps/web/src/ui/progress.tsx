import { ProgressBar as AriaProgressBar } from 'react-aria-components/ProgressBar'
import { useFormats } from '../locales/texts.tsx'
import { cx } from './cx.ts'
import { Icon } from './icon.tsx'
import styles from './progress.module.css'

type ProgressProps = {
  label: string
  /** 0 to 1 */
  share: number
  /** what is written instead of the percentage: `7 av 12` */
  text?: string
  hideLabel?: boolean
}

export function ProgressBar({ label, share, text, hideLabel }: ProgressProps) {
  const { percent } = useFormats()
  // Nearly done is not done: 100 % is kept for the whole.
  const shown = text ?? percent(share < 1 ? Math.min(share, 0.99) : 1)
  return (
    <AriaProgressBar value={share * 100} valueLabel={shown} aria-label={label} className={styles.progress!}>
      <span className={styles.line}>
        {!hideLabel && <span>{label}</span>}
        <span className={styles.value}>{shown}</span>
      </span>
      <span className={styles.track}>
        <span className={styles.bar} style={{ width: `${Math.min(share, 1) * 100}%` }} />
      </span>
    </AriaProgressBar>
  )
}

export type Step = { id: string; label: string; state: 'done' | 'current' | 'open' }

/** Where one is in a task of several steps. */
export function Stepper({ label, steps }: { label: string; steps: readonly Step[] }) {
  return (
    <ol className={styles.steps} aria-label={label}>
      {steps.map((step, at) => (
        <li
          key={step.id}
          className={cx(styles.step, styles[step.state])}
          aria-current={step.state === 'current' ? 'step' : undefined}
        >
          <span className={styles.number} aria-hidden>
            {step.state === 'done' ? <Icon name="check" /> : at + 1}
          </span>
          <span>{step.label}</span>
        </li>
      ))}
    </ol>
  )
}
