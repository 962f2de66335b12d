import { createContext, type ReactNode, useContext } from 'react'
import { useSharedTexts } from '../locales/texts.tsx'
import styles from './frame.module.css'

const MAIN = 'main'

/** First thing the Tab key reaches. */
export function SkipLink() {
  const { ui } = useSharedTexts()
  return (
    <a href={`#${MAIN}`} className={styles.skip}>
      {ui.skipToContent}
    </a>
  )
}

/** On every page of a programme that is a demonstration. */
export function DemoBanner() {
  const { ui } = useSharedTexts()
  return (
    <aside className={styles.demo} aria-label={ui.demonstration}>
      <strong>{ui.demonstration}.</strong> {ui.demonstrationExplained}
    </aside>
  )
}

const FrameContext = createContext(false)

/** Whether a frame is around this part of the page already. */
export function useIsFramed(): boolean {
  return useContext(FrameContext)
}

type FrameProps = {
  header: ReactNode
  footer: ReactNode
  demonstration?: boolean
  /** as wide as text reads well */
  narrow?: boolean
  children: ReactNode
}

/** Top bar, content and footer, the same on public, guest and signed-in pages. */
export function Frame({ header, footer, demonstration, narrow, children }: FrameProps) {
  return (
    <div className={styles.frame}>
      <SkipLink />
      {demonstration && <DemoBanner />}
      {header}
      <main id={MAIN} tabIndex={-1} className={narrow ? styles.narrow : styles.main}>
        <FrameContext value={true}>{children}</FrameContext>
      </main>
      {footer}
    </div>
  )
}
