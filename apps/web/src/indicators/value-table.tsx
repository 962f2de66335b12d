import type { CompanyKeyFigure, CompanyKeyFigures, KeyFigureValue } from '@stegvis/core/indicators/schema.ts'
import { QUALITY_NAMES } from '@stegvis/core/indicators/terms.ts'
import { useState } from 'react'
import { useTexts } from '../locales/app-texts.tsx'
import { useFormats } from '../locales/texts.tsx'
import { Button } from '../ui/button.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { Soft } from '../ui/layout.tsx'
import { Table } from '../ui/table.tsx'
import { ValueDialog } from './value-dialog.tsx'

type Props = { programme: string; keyFigure: CompanyKeyFigure; among: CompanyKeyFigures }

/** Every value with its period, quality and source; newest first. */
export function ValueTable({ programme, keyFigure, among }: Props) {
  const { indicators } = useTexts()
  const { language, number } = useFormats()
  const [opened, setOpened] = useState<KeyFigureValue | null>(null)
  const period = ({ fromOn, toOn }: KeyFigureValue) => indicators.between({ from: fromOn, to: toOn })
  return (
    <Disclosure plain summary={indicators.values} open={keyFigure.values.length === 1}>
      <Table
        label={indicators.valuesOf({ name: keyFigure.name[language] })}
        rows={keyFigure.values.toReversed()}
        rowKey={({ id }) => id}
        columns={[
          { id: 'period', label: indicators.period, main: true, cell: period },
          {
            id: 'value',
            label: indicators.value,
            numeric: true,
            cell: ({ amount }) => number(amount, keyFigure.decimals),
          },
          { id: 'quality', label: indicators.quality, cell: (value) => <QualityCell value={value} /> },
          {
            id: 'open',
            label: indicators.edit,
            cell: (value) =>
              (value.mayChange || among.mayReadHistory) && (
                <Button
                  small
                  kind="quiet"
                  aria-label={indicators.editOf({ period: period(value) })}
                  onPress={() => setOpened(value)}
                >
                  {indicators.edit}
                </Button>
              ),
          },
        ]}
      />
      {opened && (
        <ValueDialog
          programme={programme}
          keyFigure={keyFigure}
          among={among}
          value={opened}
          onClose={() => setOpened(null)}
        />
      )}
    </Disclosure>
  )
}

function QualityCell({ value }: { value: KeyFigureValue }) {
  const { indicators } = useTexts()
  const { language } = useFormats()
  return (
    <>
      <div>{QUALITY_NAMES[value.quality][language]}</div>
      {value.verifiedBy && <Soft>{indicators.verifiedBy({ name: value.verifiedBy.name })}</Soft>}
      {value.source && <div>{value.source}</div>}
      {value.note && <Soft>{value.note}</Soft>}
    </>
  )
}
