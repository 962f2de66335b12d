import type { TreeAnswer } from '@stegvis/core/models/tree/answers.ts'
import type { Scale } from '@stegvis/core/models/tree/schema-scales.ts'
import { useTexts } from '../../../locales/app-texts.tsx'
import { Select } from '../../../ui/select.tsx'
import type { TreeWords } from '../tree-query.ts'
import styles from './question.module.css'

type MatrixProps = {
  scale: Extract<Scale, { type: 'matrix' }>
  shown: TreeAnswer | undefined
  words: TreeWords
  onGive: (answer: TreeAnswer | null) => void
}

/** A row a group, a column a choice in it: on a phone under each other, on a wide screen side by side. */
export function MatrixField({ scale, shown, words, onGive }: MatrixProps) {
  const { trees } = useTexts()
  const answer = shown?.kind === 'matrix' ? shown : undefined
  const cells = answer?.cells ?? {}
  const options = scale.cells.map(({ id, name, help }) => ({ id, label: words(name), description: words(help) }))
  const give = (row: string, column: string, option: string | null) => {
    const { [column]: _before, ...line } = cells[row] ?? {}
    const nextLine = option === null ? line : { ...line, [column]: option }
    const { [row]: _row, ...others } = cells
    const next = Object.keys(nextLine).length === 0 ? others : { ...others, [row]: nextLine }
    const remarks = answer?.reason ? { reason: answer.reason } : {}
    onGive(Object.keys(next).length === 0 ? null : { kind: 'matrix', cells: next, ...remarks })
  }
  return (
    <div className={styles.matrix}>
      {scale.rows.map((row) => (
        <fieldset key={row.id} className={styles.matrixRow}>
          <legend className={styles.matrixName}>{words(row.name)}</legend>
          {scale.columns.map((column) => (
            <Select
              key={column.id}
              label={words(column.name)}
              options={options}
              none={trees.noCell}
              value={cells[row.id]?.[column.id] ?? null}
              onChange={(option) => give(row.id, column.id, option)}
            />
          ))}
        </fieldset>
      ))}
    </div>
  )
}
