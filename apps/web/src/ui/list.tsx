import type { ReactNode } from 'react'
import { useSharedTexts } from '../locales/texts.tsx'
import { keepDays } from './days.tsx'
import styles from './list.module.css'

export type Definition = {
  term: string
  /** empty values are shown as "not filled in", never hidden */
  value: ReactNode
}

/** Facts as term and value. */
export function DefinitionList({ items }: { items: readonly Definition[] }) {
  const { common } = useSharedTexts()
  return (
    <dl className={styles.definitions}>
      {items.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>
            {value === null || value === undefined || value === '' ? (
              <span className={styles.missing}>{common.notFilledIn}</span>
            ) : (
              keepDays(value)
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

export type TimelineEntry = {
  id: string
  /** as shown: `2026-11-23` */
  when: string
  title: ReactNode
  who?: string | undefined
  children?: ReactNode
}

/** What happened, newest first. */
export function Timeline({ entries, label }: { entries: readonly TimelineEntry[]; label: string }) {
  return (
    <ol className={styles.timeline} aria-label={label}>
      {entries.map((entry) => (
        <li key={entry.id}>
          <div className={styles.when}>
            <time>{keepDays(entry.when)}</time>
            {entry.who && <span> · {entry.who}</span>}
          </div>
          <div className={styles.what}>{keepDays(entry.title)}</div>
          {entry.children && <div className={styles.more}>{entry.children}</div>}
        </li>
      ))}
    </ol>
  )
}
