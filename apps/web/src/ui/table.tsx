// biome-ignore-all lint/a11y/noRedundantRoles: the cards of a phone drop the display of a table, and with it its roles.
import type { ReactNode } from 'react'
import { useSharedTexts } from '../locales/texts.tsx'
import { Button } from './button.tsx'
import { cx } from './cx.ts'
import { keepDays } from './days.tsx'
import { Icon } from './icon.tsx'
import styles from './table.module.css'

export type Sort<K extends string = string> = { by: K; descending: boolean }

export type Column<Row, K extends string = string> = {
  id: string
  label: string
  cell: (row: Row) => ReactNode
  /** the key the list is sorted by when the heading is pressed */
  sort?: K
  /** right-aligned figures of equal width */
  numeric?: boolean
  /** the cell that names the row; first on a phone's card */
  main?: boolean
  /** names and days that stay on one line where the screen is wide enough */
  short?: boolean
  /** sentences or a list: under its label on a phone's card, not beside it */
  long?: boolean
}

type TableProps<Row, K extends string> = {
  /** says what the table holds; shown when `caption` is set */
  label: string
  caption?: boolean
  columns: ReadonlyArray<Column<Row, K>>
  rows: readonly Row[]
  rowKey: (row: Row) => string
  sort?: Sort<K>
  onSort?: (sort: Sort<K>) => void
  empty?: ReactNode
}

/** Rows and columns, each row a card on a phone. Roles are spelled out since the cards drop the table's display. */
export function Table<Row, K extends string = string>(props: TableProps<Row, K>) {
  const { label, caption, columns, rows, rowKey, sort, onSort, empty } = props
  const { ui } = useSharedTexts()
  if (rows.length === 0) return <div className={styles.empty}>{empty ?? ui.table.empty}</div>
  return (
    <table className={styles.table} role="table">
      <caption className={cx(!caption && styles.hidden)}>{label}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <Heading key={column.id} column={column} sort={sort} onSort={onSort} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row">
            {columns.map((column) => (
              <Cell key={column.id} column={column}>
                {keepDays(column.cell(row))}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type CellProps = { column: Pick<Column<never>, 'label' | 'main' | 'numeric' | 'short' | 'long'>; children: ReactNode }

function Cell({ column, children }: CellProps) {
  const className = cx(
    column.numeric && styles.numeric,
    column.main && styles.main,
    column.short && styles.short,
    column.long && styles.long,
  )
  return column.main ? (
    <th scope="row" role="rowheader" className={className}>
      {children}
    </th>
  ) : (
    <td role="cell" className={className} data-label={column.label}>
      {children}
    </td>
  )
}

type HeadingProps<Row, K extends string> = {
  column: Column<Row, K>
  sort: Sort<K> | undefined
  onSort: ((sort: Sort<K>) => void) | undefined
}

function Heading<Row, K extends string>({ column, sort, onSort }: HeadingProps<Row, K>) {
  const { ui } = useSharedTexts()
  const key = column.sort
  const className = cx(column.numeric && styles.numeric)
  if (key === undefined || !onSort) {
    return (
      <th scope="col" role="columnheader" className={className}>
        {column.label}
      </th>
    )
  }
  const active = sort?.by === key
  const descending = active && sort.descending
  return (
    <th
      scope="col"
      role="columnheader"
      className={className}
      aria-sort={active ? (descending ? 'descending' : 'ascending') : 'none'}
    >
      <button
        type="button"
        className={styles.sort}
        title={ui.table.sortBy({ column: column.label })}
        onClick={() => onSort({ by: key, descending: active && !descending })}
      >
        {column.label}
        <Icon name={active ? (descending ? 'sort-down' : 'sort-up') : 'sort-none'} />
      </button>
    </th>
  )
}

type PagerProps = {
  shown: number
  /** unknown where counting would be slow */
  total?: number | undefined
  hasMore: boolean
  isPending?: boolean
  onMore: () => void
}

/** Continues a list by keyset: what is read stays, more is added under it. */
export function Pager({ shown, total, hasMore, isPending, onMore }: PagerProps) {
  const { ui } = useSharedTexts()
  return (
    <div className={styles.pager} data-print="hide">
      {total !== undefined && (
        <span aria-live="polite">{ui.pager.shown({ shown: String(shown), total: String(total) })}</span>
      )}
      {hasMore && (
        <Button isPending={isPending ?? false} onPress={onMore}>
          {ui.pager.more}
        </Button>
      )}
    </div>
  )
}
