import type { ReactNode } from 'react'
import { useLanguage, useSharedTexts } from '../locales/texts.tsx'
import { Anchor } from './anchor.tsx'
import styles from './top-bar.module.css'

/** Steps rising to the right: the product in one mark. */
export function Logo() {
  return (
    <svg className={styles.logo} viewBox="0 0 64 64" aria-hidden="true">
      <rect width="64" height="64" rx="14" fill="#14425f" />
      <path d="M12 50V40h10v-9h10v-9h10v-9h10v37z" fill="#fff" />
      <path d="M12 50V40h10v-9h10v19z" fill="#f2c14e" />
    </svg>
  )
}

type TopBarProps = {
  /** what this is: the programme's name, or the product's */
  name: string
  href: string
  /** a programme's own logo, in place of ours */
  logo?: ReactNode
  navigation?: ReactNode
  tools?: ReactNode
}

export function TopBar({ name, href, logo, navigation, tools }: TopBarProps) {
  return (
    <header className={styles.bar}>
      <div className={styles.inner}>
        <Anchor href={href} className={styles.home}>
          {logo ?? <Logo />}
          <span>{name}</span>
        </Anchor>
        {navigation}
        <div className={styles.tools}>
          <LanguageSwitch />
          {tools}
        </div>
      </div>
    </header>
  )
}

/** Names the other language in that language, so that the one who needs it can read it. */
export function LanguageSwitch() {
  const { language, chooseLanguage } = useLanguage()
  const { ui } = useSharedTexts()
  const other = language === 'sv' ? 'en' : 'sv'
  return (
    <button
      type="button"
      className={styles.language}
      lang={other}
      // Holds both of what is seen, so that it can be spoken to by either.
      aria-label={`${other.toUpperCase()}, ${ui.languageNames[other]}`}
      onClick={() => chooseLanguage(other)}
    >
      <span className={styles.inFull}>{ui.languageNames[other]}</span>
      <span className={styles.inShort} aria-hidden>
        {other.toUpperCase()}
      </span>
    </button>
  )
}

export function Footer({
  children,
  links,
}: {
  children?: ReactNode
  links: ReadonlyArray<{ label: string; href: string }>
}) {
  return (
    <footer className={styles.footer}>
      <div className={styles.footerInner}>
        <div>{children}</div>
        <div className={styles.footerLinks}>
          {links.map((link) => (
            <Anchor key={link.href} href={link.href}>
              {link.label}
            </Anchor>
          ))}
        </div>
      </div>
    </footer>
  )
}
