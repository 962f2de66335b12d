import type { ReactNode } from 'react'
import { Header } from 'react-aria-components/Header'
import { Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { Separator } from 'react-aria-components/Separator'
import { cx } from './cx.ts'
import { Icon } from './icon.tsx'
import styles from './popover.module.css'

type MenuDeed = {
  id: string
  label: string
  description?: string
  onAction?: () => void
  href?: string
  danger?: boolean
  disabled?: boolean
}

/** One of a few, chosen in the menu itself. */
type MenuChoice = {
  id: string
  label: string
  chosen: string
  options: ReadonlyArray<{ id: string; label: string }>
  onChoose: (id: string) => void
}

export type MenuEntry = MenuDeed | MenuChoice | 'separator'

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
          {entries.map((entry, at) => {
            if (entry === 'separator') {
              // biome-ignore lint/suspicious/noArrayIndexKey: separators have no other identity and never move.
              return <Separator key={`separator-${at}`} className={styles.separator!} />
            }
            return 'options' in entry ? <Choice key={entry.id} entry={entry} /> : <Deed key={entry.id} entry={entry} />
          })}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

function Deed({ entry }: { entry: MenuDeed }) {
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
      {entry.description && <span className={styles.description}>{entry.description}</span>}
    </MenuItem>
  )
}

function Choice({ entry }: { entry: MenuChoice }) {
  return (
    <MenuSection
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[entry.chosen]}
      onSelectionChange={(keys) => {
        const [chosen] = keys === 'all' ? [] : [...keys]
        if (chosen !== undefined) entry.onChoose(String(chosen))
      }}
    >
      <Header className={styles.header!}>{entry.label}</Header>
      {entry.options.map((option) => (
        <MenuItem key={option.id} id={option.id} textValue={option.label} className={styles.item!}>
          {({ isSelected }) => (
            <>
              <span>{option.label}</span>
              {isSelected && <Icon name="check" />}
            </>
          )}
        </MenuItem>
      ))}
    </MenuSection>
  )
}
