import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { keepDays } from './days.tsx'
import styles from './layout.module.css'

type Gap = 's' | 'm' | 'l'

/** One thing under another. */
export function Stack({ gap = 'm', children }: { gap?: Gap; children: ReactNode }) {
  return <div className={cx(styles.stack, styles[gap])}>{children}</div>
}

type RowProps = { gap?: Gap; align?: 'end' | 'between' | 'bottom'; children: ReactNode }

/** Things beside each other that wrap. `end` sends them to the right, `bottom` sets a button level with a field. */
export function Row({ gap = 'm', align, children }: RowProps) {
  return <div className={cx(styles.row, styles[gap], align && styles[align])}>{children}</div>
}

type ColumnsProps = { least?: Gap; of?: 'fields'; children: ReactNode }

/** As many equal columns as fit, at least `least` wide. Of fields, boxes stand level whether they have a hint or not. */
export function Columns({ least = 'm', of, children }: ColumnsProps) {
  return <div className={cx(styles.columns, styles[`least-${least}`], of && styles[of])}>{children}</div>
}

/** Main column with a narrower one beside it; under it on a phone. */
export function WithAside({ aside, children }: { aside: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.withAside}>
      <div className={cx(styles.stack, styles.l)}>{children}</div>
      <aside className={cx(styles.stack, styles.l)}>{aside}</aside>
    </div>
  )
}

type SectionProps = {
  title: string
  intro?: ReactNode
  actions?: ReactNode
  children: ReactNode
  level?: 2 | 3
  id?: string
}

/** A part of a page under its own heading. */
export function Section({ title, intro, actions, children, level = 2, id }: SectionProps) {
  const Heading = `h${level}` as const
  return (
    <section className={styles.section} id={id}>
      <div className={styles.sectionHead}>
        <Heading>{title}</Heading>
        {actions && <div className={cx(styles.row, styles.s)}>{actions}</div>}
      </div>
      {intro && <p className={styles.soft}>{keepDays(intro)}</p>}
      {children}
    </section>
  )
}

type CardProps = {
  children: ReactNode
  accent?: number | undefined
  title?: string
  actions?: ReactNode
  level?: 2 | 3
}

/** A thing of its own among others. With `accent` its edge takes the focus area's colour. */
export function Card({ children, accent, title, actions, level = 2 }: CardProps) {
  const Heading = `h${level}` as const
  return (
    <div className={cx(styles.card, accent !== undefined && styles.accented)} data-accent={accent}>
      {(title || actions) && (
        <div className={styles.sectionHead}>
          {title && <Heading className={styles.cardTitle}>{title}</Heading>}
          {actions}
        </div>
      )}
      {children}
    </div>
  )
}

/** Quieter text. */
export function Soft({ children }: { children: ReactNode }) {
  return <span className={styles.soft}>{keepDays(children)}</span>
}

/** For screen readers only: where the picture says it to the eye. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className={styles.hidden}>{children}</span>
}
