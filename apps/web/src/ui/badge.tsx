import styles from './badge.module.css'
import { cx } from './cx.ts'
import { keepDays } from './days.tsx'
import { Icon, type IconName } from './icon.tsx'

export type Tone = 'neutral' | 'brand' | 'good' | 'warning' | 'danger'

/** A short fact about the thing it stands beside. The words carry it; the colour only helps. */
export function Badge({ tone = 'neutral', icon, children }: { tone?: Tone; icon?: IconName; children: string }) {
  return (
    <span className={cx(styles.badge, styles[tone])}>
      {icon && <Icon name={icon} />}
      {keepDays(children)}
    </span>
  )
}

const STATUS_MARKS: Record<Tone, string> = {
  neutral: styles.ring!,
  brand: styles.half!,
  good: styles.dot!,
  warning: styles.triangle!,
  danger: styles.cross!,
}

/** A state among others, with a mark of its own shape. */
export function StatusBadge({ tone, children }: { tone: Tone; children: string }) {
  return (
    <span className={cx(styles.badge, styles[tone])}>
      <span className={cx(styles.mark, STATUS_MARKS[tone])} aria-hidden />
      {keepDays(children)}
    </span>
  )
}
