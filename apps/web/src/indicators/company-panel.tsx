import type { CompanyKeyFigure, CompanyKeyFigures } from '@stegvis/core/indicators/schema.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../locales/app-texts.tsx'
import { useFormats } from '../locales/texts.tsx'
import { Button, buttonClass } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Columns, Row, Section, Soft, Stack } from '../ui/layout.tsx'
import { EmptyState } from '../ui/states.tsx'
import { Table } from '../ui/table.tsx'
import { keyFiguresQuery, keyFiguresSpreadsheetUrl } from './api.ts'
import { Areas } from './areas.tsx'
import { KeyFigureCard } from './key-figure-card.tsx'
import { ValueDialog } from './value-dialog.tsx'

type PanelProps = { programme: string; company: string }

/** The Key figures tab of a company: what has been entered as lines, then what can be. */
export function KeyFiguresPanel({ programme, company }: PanelProps) {
  const { data } = useSuspenseQuery(keyFiguresQuery(programme, company))
  const { indicators } = useTexts()
  if (data.keyFigures.length === 0) {
    return <EmptyState title={indicators.empty}>{indicators.emptyText}</EmptyState>
  }
  const entered = data.keyFigures.filter(({ values }) => values.length > 0)
  const waiting = data.keyFigures.filter(({ values }) => values.length === 0)
  return (
    <Stack gap="l">
      {entered.length > 0 && (
        <Row align="end">
          <a className={buttonClass({ small: true })} href={keyFiguresSpreadsheetUrl(programme, company)} download>
            <Icon name="download" />
            {indicators.export}
          </a>
        </Row>
      )}
      {entered.length > 0 && (
        <Columns least="l">
          {entered.map((keyFigure) => (
            <KeyFigureCard key={keyFigure.id} programme={programme} keyFigure={keyFigure} among={data} />
          ))}
        </Columns>
      )}
      {waiting.length > 0 && <Waiting programme={programme} keyFigures={waiting} among={data} />}
    </Stack>
  )
}

type WaitingProps = { programme: string; keyFigures: readonly CompanyKeyFigure[]; among: CompanyKeyFigures }

function Waiting({ programme, keyFigures, among }: WaitingProps) {
  const { indicators } = useTexts()
  const { language } = useFormats()
  const [chosen, setChosen] = useState<CompanyKeyFigure | null>(null)
  return (
    <Section title={indicators.notEntered} intro={among.mayWrite ? indicators.notEnteredText : undefined}>
      <Table
        label={indicators.notEntered}
        rows={keyFigures}
        rowKey={({ id }) => id}
        columns={[
          {
            id: 'name',
            label: indicators.title,
            main: true,
            cell: ({ name, unit }) => (
              <>
                {name[language]} <Soft>({unit[language]})</Soft>
              </>
            ),
          },
          { id: 'areas', label: indicators.area, cell: (keyFigure) => <Areas keyFigure={keyFigure} /> },
          { id: 'better', label: indicators.direction, cell: ({ better }) => indicators.better[better] },
          ...(among.mayWrite
            ? [
                {
                  id: 'add',
                  label: indicators.add,
                  cell: (keyFigure: CompanyKeyFigure) => (
                    <Button
                      small
                      icon="add"
                      aria-label={`${indicators.addFirst}: ${keyFigure.name[language]}`}
                      onPress={() => setChosen(keyFigure)}
                    >
                      {indicators.addFirst}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      {chosen && <ValueDialog programme={programme} keyFigure={chosen} among={among} onClose={() => setChosen(null)} />}
    </Section>
  )
}
