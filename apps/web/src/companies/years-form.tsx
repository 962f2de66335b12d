import type { CompanyYear } from '@stegvis/core/companies/schema.ts'
import { SIZE_NAMES } from '@stegvis/core/companies/size/size.ts'
import { useState } from 'react'
import { useTexts } from '../locales/app-texts.tsx'
import { useLanguage } from '../locales/texts.tsx'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { Card, Columns, Row, Section, Soft, Stack } from '../ui/layout.tsx'
import { SavedNumberField, SavedRecord } from '../ui/saved-field.tsx'
import { companyKey, companyUrl } from './api.ts'
import type { FactsProps } from './facts-panel.tsx'

/** Size by financial year; the size class follows from the figures and says what it rests on. */
export function YearsForm(props: FactsProps) {
  const { details, readOnly } = props
  const { companies } = useTexts()
  const { years: texts } = companies
  const [added, setAdded] = useState<readonly number[]>([])
  const stated = new Map(details.years.map((year) => [year.year, year]))
  const shown = [...new Set([...stated.keys(), ...added])].sort((a, b) => b - a)
  const next = shown.length === 0 ? new Date().getFullYear() - 1 : Math.min(...shown) - 1
  const newest = shown[0]
  const add = (year: number) => setAdded([...added, year])
  return (
    <Section title={texts.title} intro={texts.intro}>
      {shown.length === 0 && readOnly && <Soft>{texts.none}</Soft>}
      {shown.map((year) => (
        <YearForm key={year} year={stated.get(year) ?? emptyYear(year)} {...props} />
      ))}
      {!readOnly && (
        <Row gap="s">
          {newest !== undefined && newest < new Date().getFullYear() && (
            <Button icon="add" onPress={() => add(newest + 1)}>
              {texts.add({ year: String(newest + 1) })}
            </Button>
          )}
          <Button icon="add" onPress={() => add(next)}>
            {texts.add({ year: String(next) })}
          </Button>
        </Row>
      )}
    </Section>
  )
}

const emptyYear = (year: number): CompanyYear => ({
  year,
  employees: null,
  turnoverCents: null,
  balanceCents: null,
  size: null,
  basis: null,
})

function YearForm({ programme, company, readOnly, year }: FactsProps & { year: CompanyYear }) {
  const { companies } = useTexts()
  const { language } = useLanguage()
  const { years: texts } = companies
  const { employees, turnoverCents, balanceCents } = year
  return (
    <Card
      title={String(year.year)}
      level={3}
      actions={
        year.size && (
          <Row gap="s">
            <Badge tone="brand">{SIZE_NAMES[year.size][language]}</Badge>
            {year.basis === 'headcount' && <Soft>{texts.byHeadcount}</Soft>}
          </Row>
        )
      }
    >
      <SavedRecord
        url={`${companyUrl(programme, company.id)}/years/${year.year}`}
        queryKey={companyKey(programme, company.id)}
        values={{ employees, turnoverCents, balanceCents }}
        isReadOnly={readOnly}
      >
        <Stack>
          <Columns of="fields" least="s">
            <SavedNumberField field="employees" label={texts.employees} minValue={0} />
            <SavedNumberField field="turnoverCents" label={texts.turnover} unit="kr" stored={100} minValue={0} />
            <SavedNumberField field="balanceCents" label={texts.balance} unit="kr" stored={100} minValue={0} />
          </Columns>
        </Stack>
      </SavedRecord>
    </Card>
  )
}
