import { useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import { useTexts } from '../locales/app-texts.tsx'
import { Anchor } from '../ui/anchor.tsx'
import { IconButton } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Icon } from '../ui/icon.tsx'
import type { NavigationItem } from './navigation.ts'
import styles from './navigation-bar.module.css'

type Props = { items: readonly NavigationItem[] }

/** On wide screens: the places of this person's role, in the top bar. */
export function NavigationBar({ items }: Props) {
  const { shell } = useTexts()
  return (
    <nav aria-label={shell.mainNavigation} className={styles.bar} data-print="hide">
      <Items items={items} />
    </nav>
  )
}

/** On a phone: the same places behind the menu button. */
export function NavigationSheet({ items }: Props) {
  const { shell } = useTexts()
  const [isOpen, open] = useState(false)
  return (
    <div className={styles.phone}>
      <IconButton icon="menu" label={shell.openMenu} onPress={() => open(true)} />
      <Dialog title={shell.menu} isOpen={isOpen} onClose={() => open(false)}>
        <nav aria-label={shell.mainNavigation} className={styles.sheet}>
          <Items items={items} icons onFollow={() => open(false)} />
        </nav>
      </Dialog>
    </div>
  )
}

function Items({ items, icons, onFollow }: Props & { icons?: boolean; onFollow?: () => void }) {
  const { shell } = useTexts()
  const { pathname } = useLocation()
  return items.map((item) => (
    <Anchor
      key={item.href}
      href={item.href}
      className={styles.item}
      onClick={onFollow}
      aria-current={pathname === item.href ? 'page' : pathname.startsWith(`${item.href}/`) ? 'true' : undefined}
    >
      {icons && <Icon name={item.icon} />}
      {shell.navigation[item.label]}
    </Anchor>
  ))
}
