import type { ReactNode } from 'react'
import { NetworkError, ProblemError } from '../app/send.ts'
import type { SharedMessages } from '../locales/shared.ts'
import { useSharedTexts } from '../locales/texts.tsx'
import { cx } from './cx.ts'
import { keepDays } from './days.tsx'
import { Icon, type IconName } from './icon.tsx'
import styles from './states.module.css'

/** What went wrong, in words for the person, from anything that was thrown. */
export function problemText(error: unknown, { problems, ui }: SharedMessages): string {
  if (error instanceof ProblemError) return problems[error.slug]
  if (error instanceof NetworkError) return navigator.onLine ? ui.error.network : ui.error.offline
  return ui.error.unexpected
}

export function useProblemText(): (error: unknown) => string {
  const texts = useSharedTexts()
  return (error) => problemText(error, texts)
}

type CalloutProps = {
  tone?: 'info' | 'good' | 'warning' | 'danger'
  title?: string
  children?: ReactNode
  actions?: ReactNode
}

const CALLOUT_ICONS: Record<NonNullable<CalloutProps['tone']>, IconName> = {
  info: 'info',
  good: 'check',
  warning: 'alert',
  danger: 'alert',
}

/** Something to know before going on, where it applies. Dangers are spoken at once. */
export function Callout({ tone = 'info', title, children, actions }: CalloutProps) {
  return (
    <div className={cx(styles.callout, styles[tone])} role={tone === 'danger' ? 'alert' : 'note'}>
      <Icon name={CALLOUT_ICONS[tone]} />
      <div className={styles.stack}>
        {title && <strong>{keepDays(title)}</strong>}
        {children && <div>{keepDays(children)}</div>}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  )
}

/** Nothing here yet: says why, and offers the way on. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <EmptySteps />
      <h2 className={styles.emptyTitle}>{title}</h2>
      {children && <p>{children}</p>}
      {action}
    </div>
  )
}

function EmptySteps() {
  return (
    <svg className={styles.emptyPicture} viewBox="0 0 96 56" aria-hidden="true">
      <path d="M4 52h88M4 52V42h20V32h20V22h20V12h28v40" />
    </svg>
  )
}

/** Grey lines in the shape of what comes; spoken as "loading". */
export function Skeleton({ lines = 4 }: { lines?: number }) {
  const { common } = useSharedTexts()
  return (
    <div className={styles.skeleton} role="status" aria-label={common.loading}>
      {Array.from({ length: lines }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are alike and never move.
        <span key={at} className={styles.line} style={{ width: `${[62, 94, 86, 74][at % 4]}%` }} />
      ))}
    </div>
  )
}
