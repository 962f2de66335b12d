import { Fragment, type ReactNode } from 'react'
import styles from './days.module.css'

const DAY = /(\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2})?[.,;:)]*)/

/**
 * The same, with every day of its own texts on one line: browsers break `2026-11-23` at its hyphens.
 * Elements are left as they are; what they hold is theirs.
 */
export function keepDays(node: ReactNode): ReactNode {
  if (typeof node === 'string') return DAY.test(node) ? <Kept text={node} /> : node
  // biome-ignore lint/suspicious/noArrayIndexKey: parts of a sentence have no name and never move.
  if (Array.isArray(node)) return node.map((part, at) => <Fragment key={at}>{keepDays(part)}</Fragment>)
  return node
}

/** A sentence whose days stay whole. */
export function WithDays({ children }: { children: ReactNode }) {
  return <>{keepDays(children)}</>
}

function Kept({ text }: { text: string }) {
  return text.split(DAY).map((part, at) =>
    at % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of a sentence have no name and never move.
      <span key={at} className={styles.day}>
        {part}
      </span>
    ) : (
      part
    ),
  )
}
