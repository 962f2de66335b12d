import { Importance } from '@stegvis/core/models/schema.ts'
import type { TreeNode } from '@stegvis/core/models/tree/schema-nodes.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats } from '../../locales/texts.tsx'
import { Columns, Section } from '../../ui/layout.tsx'
import type { OutlineRow } from '../document/outline.ts'
import { needsLevel } from '../document/parts.ts'
import { ExpressionAt } from '../fields/expression-at.tsx'
import { ListAt } from '../fields/list-at.tsx'
import { ChoiceAt, NumberAt } from '../fields/simple-at.tsx'
import { useNames } from '../use-names.ts'

/** Whether weights make a difference below a node. */
const weighs = ({ result, policies }: TreeNode): boolean =>
  result.op === 'weighted-mean' ||
  result.op === 'deduct' ||
  policies?.['not-applicable'] === 'redistribute-proportional'

/** What a part says of itself to the node it stands in: how much it counts, and where. */
export function PlaceFields({ row }: { row: OutlineRow }) {
  const { place } = useTexts().models.forms
  const names = useNames()
  const { parent, path } = row
  if (parent?.kind !== 'node') return null
  const { node } = parent
  const own = row.kind === 'leaf' ? row.leaf : row.node
  const shows = {
    weight: weighs(node) || own.weight !== undefined,
    points: node.result.op === 'points' || own.points !== undefined,
    level: needsLevel(node) || own.level !== undefined,
    importance: (node.result.op === 'gate' && node.result.importance !== undefined) || own.importance !== undefined,
    weights: weighs(node) || node.result.op === 'points' || own.weights !== undefined,
  }
  if (!Object.values(shows).includes(true)) return null
  return (
    <Section level={3} title={place.title({ parent: names.row(parent) })}>
      <Columns of="fields" least="s">
        {shows.weight && <NumberAt path={[...path, 'weight']} label={place.weight} hint={place.weightHint} optional />}
        {shows.points && (
          <NumberAt path={[...path, 'points']} label={place.points} optional={node.result.op !== 'points'} min={0} />
        )}
        {shows.level && (
          <NumberAt path={[...path, 'level']} label={place.level} optional min={0} max={20} decimals={0} steps />
        )}
        {shows.importance && (
          <ChoiceAt
            path={[...path, 'importance']}
            label={place.importance}
            none={place.importanceOfQuestion}
            options={Importance.options.map((id) => ({ id, label: place.importances[id] }))}
          />
        )}
      </Columns>
      {shows.weights && <ConditionalWeights row={row} />}
    </Section>
  )
}

function ConditionalWeights({ row: { path } }: { row: OutlineRow }) {
  const { number } = useFormats()
  const { place } = useTexts().models.forms
  return (
    <ListAt<{ when: string; factor: number }>
      path={[...path, 'weights']}
      label={place.weights}
      hint={place.weightsHint}
      addLabel={place.addWeight}
      begin={() => ({ when: '', factor: 2 })}
      nameOf={({ when, factor }) => place.weightName({ when: when || '…', factor: number(factor, 6) })}
    >
      {(here) => (
        <>
          <ExpressionAt path={[...here, 'when']} label={place.when} />
          <NumberAt path={[...here, 'factor']} label={place.factor} min={0} />
        </>
      )}
    </ListAt>
  )
}
