import type { CompanyKeyFigure, CompanyKeyFigures, KeyFigureChange } from '@stegvis/core/indicators/schema.ts'
import { QUALITY_NAMES } from '@stegvis/core/indicators/terms.ts'
import { useState } from 'react'
import { useTexts } from '../locales/app-texts.tsx'
import { useFormats } from '../locales/texts.tsx'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { Disclosure } from '../ui/disclosure.tsx'
import { Icon } from '../ui/icon.tsx'
import { Card, Soft } from '../ui/layout.tsx'
import { LineChart } from '../ui/line-chart.tsx'
import { DefinitionList } from '../ui/list.tsx'
import { Areas } from './areas.tsx'
import styles from './key-figure-card.module.css'
import { ValueDialog } from './value-dialog.tsx'
import { ValueTable } from './value-table.tsx'

type Props = { programme: string; keyFigure: CompanyKeyFigure; among: CompanyKeyFigures }

/** One key figure: where it is now, what has changed, the line, and every value behind it. */
export function KeyFigureCard({ programme, keyFigure, among }: Props) {
  const { indicators } = useTexts()
  const { language, number } = useFormats()
  const [adding, setAdding] = useState(false)
  const { name, unit, decimals, values, change } = keyFigure
  const accent = keyFigure.focusAreas[0]?.accent ?? 1
  const newest = values.at(-1)
  const shown = (value: number) => `${number(value, decimals)} ${unit[language]}`
  return (
    <Card
      title={name[language]}
      accent={accent}
      actions={
        among.mayWrite && (
          <Button small icon="add" aria-label={`${indicators.add}: ${name[language]}`} onPress={() => setAdding(true)}>
            {indicators.add}
          </Button>
        )
      }
    >
      <div>
        <Areas keyFigure={keyFigure} />
      </div>
      {newest && (
        <div>
          <div className={styles.newest}>{shown(newest.amount)}</div>
          <Soft>
            {QUALITY_NAMES[newest.quality][language]}, {indicators.between({ from: newest.fromOn, to: newest.toOn })}
          </Soft>
        </div>
      )}
      {change ? <Change change={change} keyFigure={keyFigure} /> : <Soft>{indicators.change.none}</Soft>}
      {values.length > 1 && (
        <LineChart
          accent={accent}
          title={name[language]}
          unit={unit[language]}
          target={null}
          points={values.map(({ toOn, amount, quality }) => ({
            on: toOn,
            value: amount,
            verified: quality === 'verified',
            quality: QUALITY_NAMES[quality][language].toLowerCase(),
          }))}
          legend={<Marks />}
        />
      )}
      <ValueTable programme={programme} keyFigure={keyFigure} among={among} />
      <Disclosure plain summary={indicators.definition}>
        <DefinitionList
          items={[
            { term: indicators.formula, value: keyFigure.formula[language] },
            { term: indicators.help, value: keyFigure.help[language] },
            { term: indicators.direction, value: indicators.better[keyFigure.better] },
          ]}
        />
      </Disclosure>
      {adding && (
        <ValueDialog programme={programme} keyFigure={keyFigure} among={among} onClose={() => setAdding(false)} />
      )}
    </Card>
  )
}

function Marks() {
  const { indicators } = useTexts()
  return (
    <p className={styles.marks}>
      <span>
        <span className={cx(styles.dot, styles.full)} /> {indicators.marks.verified}
      </span>
      <span>
        <span className={styles.dot} /> {indicators.marks.other}
      </span>
    </p>
  )
}

/** The change in words; never told by colour alone, and never without saying that it rests on an estimate. */
function Change({ change, keyFigure }: { change: KeyFigureChange; keyFigure: CompanyKeyFigure }) {
  const { indicators } = useTexts()
  const { language, number, percent } = useFormats()
  const { difference, share, direction } = change
  const sign = difference > 0 ? '+' : '−'
  // A share that goes from 40 % to 50 % has grown by ten points; to say a quarter would mislead.
  const isShare = keyFigure.unit.en === '%'
  const unit = isShare ? indicators.points : keyFigure.unit[language]
  const said = {
    difference: `${sign}${number(Math.abs(difference), keyFigure.decimals)} ${unit}`,
    share: share === null || isShare ? null : `${sign}${percent(Math.abs(share))}`,
  }
  const isEstimated = change.from.quality === 'estimated' || change.to.quality === 'estimated'
  return (
    <div>
      <div className={cx(styles.change, direction !== 'same' && styles[direction])}>
        {direction !== 'same' && <Icon name={difference > 0 ? 'arrow-up' : 'arrow-down'} />}
        <strong>{direction === 'same' ? indicators.change.same : indicators.change[direction](said)}</strong>
      </div>
      {isEstimated && <Soft>{indicators.change.estimated}</Soft>}
    </div>
  )
}
