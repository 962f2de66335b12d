import type { ReactNode } from 'react'
import styles from './disclosure.module.css'
import { Icon } from './icon.tsx'

type DisclosureProps = { summary: ReactNode; children: ReactNode; open?: boolean; plain?: boolean }

/** More, for those who want it. Native, so that it also opens when the browser searches the page. */
export function Disclosure({ summary, children, open, plain }: DisclosureProps) {
  return (
    <details className={plain ? styles.plain : styles.details} open={open}>
      <summary className={styles.summary}>
        <Icon name="chevron-right" />
        <span>{summary}</span>
      </summary>
      <div className={styles.content}>{children}</div>
    </details>
  )
}
