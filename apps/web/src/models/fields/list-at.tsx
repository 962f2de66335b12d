import type { ReactNode } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Stack } from '../../ui/layout.tsx'
import type { Path } from '../document/path.ts'
import { useEditor } from '../editor/editor-context.ts'
import { FaultsAt } from './faults-at.tsx'
import styles from './fields.module.css'
import { useBound } from './use-bound.ts'

type ListAtProps<Item> = {
  path: Path
  label: string
  hint?: ReactNode
  /** what an added item begins as */
  begin: (items: readonly Item[]) => Item
  /** what it is called in its line and in the names of its buttons */
  nameOf: (item: Item, at: number) => string
  addLabel: string
  /** the fields of one item */
  children: (path: Path, item: Item, at: number) => ReactNode
  /** stays as an empty list when the last is taken away; else the key goes */
  keepEmpty?: boolean
  /** items are one line of fields and need no folding */
  flat?: boolean
}

/** Items in an order of their own: added, taken away, moved a place up or down. */
export function ListAt<Item>(props: ListAtProps<Item>) {
  const { path, label, hint, begin, nameOf, addLabel, children, keepEmpty = false, flat = false } = props
  const { value, set, pointer, isReadOnly } = useBound(path)
  const items = (Array.isArray(value) ? value : []) as Item[]
  if (isReadOnly && items.length === 0) return null
  const store = (next: readonly Item[]) => set(next.length === 0 && !keepEmpty ? undefined : next)
  return (
    <fieldset className={styles.list} data-pointer={pointer}>
      <legend className={styles.legend}>{label}</legend>
      {hint && <p className={styles.hint}>{hint}</p>}
      <FaultsAt path={path} />
      {items.length > 0 && (
        <ol className={styles.items}>
          {items.map((item, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an item is its place; ids are typed and may be alike.
            <li key={at} className={flat ? styles.flatItem : styles.item}>
              {flat ? (
                children([...path, at], item, at)
              ) : (
                <Disclosure summary={nameOf(item, at)} open={items.length === 1}>
                  <Stack>{children([...path, at], item, at)}</Stack>
                </Disclosure>
              )}
              {!isReadOnly && <ItemButtons {...{ items, at, name: nameOf(item, at), store }} />}
            </li>
          ))}
        </ol>
      )}
      {!isReadOnly && (
        <div>
          <Button small icon="add" onPress={() => store([...items, begin(items)])}>
            {addLabel}
          </Button>
        </div>
      )}
    </fieldset>
  )
}

type ItemButtonsProps<Item> = { items: readonly Item[]; at: number; name: string; store: (next: Item[]) => void }

function ItemButtons<Item>({ items, at, name, store }: ItemButtonsProps<Item>) {
  const { leave } = useEditor()
  const { list } = useTexts().models.editor
  const swap = (to: number) => {
    leave()
    store(items.with(at, items[to]!).with(to, items[at]!))
  }
  return (
    <div className={styles.itemButtons}>
      <IconButton small icon="arrow-up" label={list.up({ name })} isDisabled={at === 0} onPress={() => swap(at - 1)} />
      <IconButton
        small
        icon="arrow-down"
        label={list.down({ name })}
        isDisabled={at === items.length - 1}
        onPress={() => swap(at + 1)}
      />
      <IconButton small icon="trash" label={list.remove({ name })} onPress={() => store(items.toSpliced(at, 1))} />
    </div>
  )
}
