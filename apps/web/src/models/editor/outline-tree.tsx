import { type KeyboardEvent, memo, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Collection } from 'react-aria-components/Collection'
import { Tree, TreeItem, TreeItemContent } from 'react-aria-components/Tree'
import { useTexts } from '../../locales/app-texts.tsx'
import { Icon } from '../../ui/icon.tsx'
import { VisuallyHidden } from '../../ui/layout.tsx'
import type { Move } from '../document/moves.ts'
import type { OutlineRow } from '../document/outline.ts'
import type { PartKey } from '../document/places.ts'
import styles from './outline.module.css'

type Line = { id: string; row: OutlineRow; children: Line[] }

export type OutlineTreeProps = {
  roots: readonly OutlineRow[]
  part: PartKey
  nameOf: (row: OutlineRow) => string
  faults: ReadonlyMap<PartKey, number>
  onOpen: (part: PartKey) => void
  /** undefined when the model may only be read */
  onMove: ((row: PartKey, how: Move) => void) | undefined
  onRemove: ((row: PartKey) => void) | undefined
}

const MOVE_KEYS: Readonly<Record<string, Move>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
}

/** Open to begin with: so much that a model of usual size is seen whole. */
const OPEN_LINES = 60

/** The parts of the model as a tree: arrows walk through it, Alt with arrows moves the part that has the focus. */
export function OutlineTree(props: OutlineTreeProps) {
  const { roots, part, onOpen, onMove, onRemove } = props
  const { outline: texts } = useTexts().models
  const [expanded, setExpanded] = useState<Iterable<string | number>>(() => openedAtFirst(roots))
  const onKeyDown = (event: KeyboardEvent) => {
    const row = event.target instanceof Element && event.target.closest<HTMLElement>('[role="row"]')?.dataset.key
    if (!row) return
    const how = event.altKey ? MOVE_KEYS[event.key] : undefined
    if (how) onMove?.(row, how)
    else if (event.key === 'Delete') onRemove?.(row)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div onKeyDownCapture={onKeyDown}>
      <Tree
        aria-label={texts.tree}
        className={styles.tree!}
        items={roots.map(lineOf)}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[part]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys]
          if (key !== undefined) onOpen(String(key))
        }}
        expandedKeys={expanded}
        onExpandedChange={setExpanded}
      >
        {(line) => <Row line={line} outline={props} />}
      </Tree>
    </div>
  )
}

const lineOf = (row: OutlineRow): Line => ({ id: row.key, row, children: row.children.map(lineOf) })

function openedAtFirst(roots: readonly OutlineRow[]): string[] {
  const opened: string[] = []
  let level = [...roots]
  let lines = roots.length
  while (level.length > 0 && lines <= OPEN_LINES) {
    opened.push(...level.map(({ key }) => key))
    level = level.flatMap(({ children }) => children)
    lines += level.length
  }
  return opened
}

function Row({ line, outline }: { line: Line; outline: OutlineTreeProps }) {
  const name = outline.nameOf(line.row)
  return (
    <TreeItem id={line.id} textValue={name} className={styles.row!} hasChildItems={line.children.length > 0}>
      <TreeItemContent>
        {({ level, hasChildItems }) => (
          <span className={styles.line} style={{ paddingInlineStart: `${(level - 1) * 1}rem` }}>
            {hasChildItems ? (
              <Button slot="chevron" className={styles.chevron!}>
                <Icon name="chevron-right" />
              </Button>
            ) : (
              <span className={styles.chevron} />
            )}
            <RowName row={line.row} name={name} faults={outline.faults.get(line.id) ?? 0} />
          </span>
        )}
      </TreeItemContent>
      <Collection items={line.children}>{(child) => <Row line={child} outline={outline} />}</Collection>
    </TreeItem>
  )
}

const RowName = memo(function RowName({ row, name, faults }: { row: OutlineRow; name: string; faults: number }) {
  const { outline: texts } = useTexts().models
  const kind = row.kind === 'leaf' ? 'question' : (row.node.kind ?? 'part')
  return (
    <span className={styles.name} data-kind={row.kind}>
      <VisuallyHidden>{`${texts.kinds[kind]}: `}</VisuallyHidden>
      {row.kind === 'leaf' && (
        <span className={styles.mark} aria-hidden>
          ?
        </span>
      )}
      <span className={styles.words}>{name}</span>
      {faults > 0 && (
        <span className={styles.faults} title={texts.faults({ count: faults })}>
          <Icon name="alert" />
          <VisuallyHidden>{texts.faults({ count: faults })}</VisuallyHidden>
        </span>
      )}
    </span>
  )
})
