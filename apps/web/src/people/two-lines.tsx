import type { ReactNode } from 'react'
import styles from './two-lines.module.css'

/** A thing and, quieter under it, what tells it apart: one cell of a table, on a phone too. */
export function TwoLines({ first, second }: { first: ReactNode; second: ReactNode }) {
  return (
    <span className={styles.lines}>
      <span>{first}</span>
      {second && <span className={styles.second}>{second}</span>}
    </span>
  )
}
