import { type ReactNode, useEffect, useRef } from 'react'
import { useSharedTexts } from '../locales/texts.tsx'
import { Anchor } from './anchor.tsx'
import { keepDays } from './days.tsx'
import { Icon } from './icon.tsx'
import { focusOnArrival } from './page-focus.ts'
import styles from './page-header.module.css'

export type Crumb = { label: string; href: string }

type PageHeaderProps = {
  title: string
  /** the way here, from the top, without this page */
  breadcrumbs?: readonly Crumb[]
  /** one line under the title */
  intro?: ReactNode
  /** badges beside the title */
  status?: ReactNode
  /** one primary action, and others quieter */
  actions?: ReactNode
}

const NAME = 'Stegvis'

/** The top of every page: the only h1, the document's title, and where focus lands after navigation. */
export function PageHeader({ title, breadcrumbs, intro, status, actions }: PageHeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} – ${NAME}`
    if (heading.current) focusOnArrival(heading.current)
  }, [title])
  return (
    <header className={styles.header}>
      {breadcrumbs && breadcrumbs.length > 0 && <Breadcrumbs crumbs={breadcrumbs} />}
      <div className={styles.line}>
        <div className={styles.title}>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {status}
        </div>
        {actions && (
          <div className={styles.actions} data-print="hide">
            {actions}
          </div>
        )}
      </div>
      {intro && <div className={styles.intro}>{keepDays(intro)}</div>}
    </header>
  )
}

function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const { ui } = useSharedTexts()
  return (
    <nav aria-label={ui.breadcrumbs} data-print="hide">
      <ol className={styles.crumbs}>
        {crumbs.map((crumb) => (
          <li key={crumb.href}>
            <Anchor href={crumb.href}>{crumb.label}</Anchor>
            <Icon name="chevron-right" />
          </li>
        ))}
      </ol>
    </nav>
  )
}
