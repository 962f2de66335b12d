import type { Scale } from '@stegvis/core/models/tree/schema-scales.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useFormats } from '../../locales/texts.tsx'
import { Columns, Stack } from '../../ui/layout.tsx'
import type { Path } from '../document/path.ts'
import { ListAt } from '../fields/list-at.tsx'
import { ChoiceAt, NumberAt, TextAt, TickAt } from '../fields/simple-at.tsx'

type NumberScale = Extract<Scale, { type: 'number' }>

/** A figure with its unit, and what it is worth: itself, or what a curve makes of it. */
export function NumberScaleFields({ path, scale }: { path: Path; scale: NumberScale }) {
  const { scales: texts } = useTexts().models
  const { number } = useFormats()
  const [least, most] = [scale.least ?? 0, scale.most ?? 100]
  const curve = {
    shape: 'linear',
    points: [
      [least, 0],
      [most, 1],
    ],
    outside: 'clamp',
  }
  return (
    <Stack>
      <Columns of="fields" least="s">
        <TextAt path={[...path, 'unit']} label={texts.unit} hint={texts.unitHint} short />
        <NumberAt path={[...path, 'decimals']} label={texts.decimals} min={0} max={6} decimals={0} steps />
        <NumberAt path={[...path, 'least']} label={texts.least} optional />
        <NumberAt path={[...path, 'most']} label={texts.most} optional />
      </Columns>
      <TickAt path={[...path, 'curve']} on={scale.curve ?? curve} description={texts.curveHint}>
        {texts.curve}
      </TickAt>
      {scale.curve && <CurveFields path={[...path, 'curve']} unit={scale.unit} />}
      <ListAt<{ id: string; factor: number }>
        path={[...path, 'units']}
        label={texts.units}
        hint={texts.unitsHint({ unit: scale.unit })}
        addLabel={texts.addUnit}
        begin={() => ({ id: '', factor: 1000 })}
        nameOf={({ id, factor }) => texts.unitName({ id: id || '…', factor: number(factor, 6), unit: scale.unit })}
      >
        {(here) => (
          <Columns of="fields" least="s">
            <TextAt path={[...here, 'id']} label={texts.unit} short />
            <NumberAt path={[...here, 'factor']} label={texts.factor({ unit: scale.unit })} />
          </Columns>
        )}
      </ListAt>
    </Stack>
  )
}

function CurveFields({ path, unit }: { path: Path; unit: string }) {
  const { scales: texts } = useTexts().models
  const { number } = useFormats()
  return (
    <Stack>
      <Columns of="fields" least="s">
        <ChoiceAt
          path={[...path, 'shape']}
          label={texts.shape}
          options={(['linear', 'steps'] as const).map((id) => ({ id, label: texts.shapes[id] }))}
        />
        <ChoiceAt
          path={[...path, 'outside']}
          label={texts.outside}
          options={(['clamp', 'refuse'] as const).map((id) => ({ id, label: texts.outsides[id] }))}
        />
      </Columns>
      <ListAt<[number, number]>
        path={[...path, 'points']}
        label={texts.points}
        hint={texts.pointsHint}
        addLabel={texts.addPoint}
        keepEmpty
        flat
        begin={(points) => [(points.at(-1)?.[0] ?? 0) + 1, points.at(-1)?.[1] ?? 0]}
        nameOf={([at, value]) => texts.pointName({ at: number(at, 6), unit, value: number(value, 6) })}
      >
        {(here) => (
          <Columns of="fields" least="s">
            <NumberAt path={[...here, 0]} label={texts.pointAt} unit={unit} />
            <NumberAt path={[...here, 1]} label={texts.pointValue} />
          </Columns>
        )}
      </ListAt>
    </Stack>
  )
}
