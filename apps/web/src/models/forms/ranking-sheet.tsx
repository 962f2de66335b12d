import type { TreeRanking } from '@stegvis/core/models/tree/schema-actions.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { Columns, Soft, Stack } from '../../ui/layout.tsx'
import { Select } from '../../ui/select.tsx'
import { ExpressionAt } from '../fields/expression-at.tsx'
import { FaultsAt } from '../fields/faults-at.tsx'
import { NumberAt } from '../fields/simple-at.tsx'
import { useBound } from '../fields/use-bound.ts'
import styles from './forms.module.css'

const NAMES = ['gap', 'nearness', 'effect', 'effort', 'cost'] as const

const BEGINNINGS: { readonly [Op in TreeRanking['op']]: Extract<TreeRanking, { op: Op }> } = {
  weighted: { op: 'weighted', gap: 2, nearness: 1, effect: 2, effort: 1, cost: 1 },
  ratio: { op: 'ratio' },
  matrix: {
    op: 'matrix',
    ranks: [
      [1, 2, 3],
      [2, 3, 4],
      [3, 4, 5],
    ],
  },
  formula: { op: 'formula', value: 'gap * effect / effort' },
}
const OPS = Object.keys(BEGINNINGS) as TreeRanking['op'][]

/** The order in which gaps are worth closing. */
export function RankingSheet() {
  const { value, set, isReadOnly } = useBound(['ranking'])
  const { ranking: texts } = useTexts().models.forms
  const ranking = value as TreeRanking | undefined
  return (
    <Stack>
      <Soft>{texts.hint}</Soft>
      <FaultsAt path={['ranking']} />
      <Select
        label={texts.op}
        none={texts.none}
        isDisabled={isReadOnly}
        options={OPS.map((id) => ({ id, label: texts.ops[id] }))}
        value={ranking?.op ?? null}
        onChange={(op) => set(op === null ? undefined : BEGINNINGS[op])}
      />
      {ranking?.op === 'weighted' && (
        <Columns of="fields" least="s">
          {NAMES.map((name) => (
            <NumberAt key={name} path={['ranking', name]} label={texts.names[name]} min={0} />
          ))}
        </Columns>
      )}
      {ranking?.op === 'matrix' && <MatrixFields ranks={ranking.ranks} />}
      {ranking?.op === 'formula' && <ExpressionAt path={['ranking', 'value']} label={texts.formula} names={NAMES} />}
    </Stack>
  )
}

function MatrixFields({ ranks }: { ranks: readonly (readonly number[])[] }) {
  const { ranking: texts } = useTexts().models.forms
  return (
    <div className={styles.matrix}>
      <Soft>{texts.matrixHint}</Soft>
      {ranks.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a rank is its place in the matrix.
        <Columns key={at} of="fields" least="s">
          {row.map((_, column) => (
            <NumberAt
              // biome-ignore lint/suspicious/noArrayIndexKey: a rank is its place in the matrix.
              key={column}
              path={['ranking', 'ranks', at, column]}
              label={texts.rank({ effect: String(ranks.length - at), effort: String(column + 1) })}
              min={1}
              max={100}
              decimals={0}
            />
          ))}
        </Columns>
      ))}
    </div>
  )
}
