import type { ReactNode } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { Separator } from 'react-aria-components/Separator'
import { cx } from './cx.ts'
import { Icon } from './icon.tsx'
import styles from './popover.module.css'

export type MenuEntry =
  | {
      id: string
      label: string
      description?: string
      onAction?: () => void
      href?: string
      danger?: boolean
      disabled?: boolean
      selected?: boolean
    }
  | 'separator'

/** Further things one can do, behind a button given as `children`. */
export function Menu({
  label,
  entries,
  children,
}: {
  label: string
  entries: readonly MenuEntry[]
  children: ReactNode
}) {
  return (
    <MenuTrigger>
      {children}
      <Popover className={styles.popover!} placement="bottom end">
        <AriaMenu className={styles.list!} aria-label={label}>
          {entries.map((entry, at) =>
            entry === 'separator' ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: separators have no other identity and never move.
              <Separator key={`separator-${at}`} className={styles.separator!} />
            ) : (
              <Entry key={entry.id} entry={entry} />
            ),
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

function Entry({ entry }: { entry: Exclude<MenuEntry, 'separator'> }) {
  return (
    <MenuItem
      id={entry.id}
      textValue={entry.label}
      isDisabled={entry.disabled ?? false}
      {...(entry.href ? { href: entry.href } : {})}
      {...(entry.onAction ? { onAction: entry.onAction } : {})}
      className={cx(styles.item, entry.danger && styles.danger)}
    >
      <span>{entry.label}</span>
      {entry.selected && <Icon name="check" />}
      {entry.description && <span className={styles.description}>{entry.description}</span>}
    </MenuItem>
  )
}
