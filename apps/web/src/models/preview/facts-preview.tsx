import { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { FactValues } from '@stegvis/core/models/tree/answers.ts'
import type { Fact } from '@stegvis/core/models/tree/schema.ts'
import { useTreeWords } from '../../assessments/tree/tree-query.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Stack } from '../../ui/layout.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { Preview } from './preview-context.ts'

type Value = FactValues[string]

/** The company the model is tried on. */
export function FactsPreview({ preview }: { preview: Preview }) {
  const { preview: texts } = useTexts().models
  const { compiled, facts, setFacts } = preview
  const words = useTreeWords(compiled.model)
  const asked = compiled.model.facts ?? []
  if (asked.length === 0) return null
  return (
    <Disclosure summary={texts.facts}>
      <Stack>
        {asked.map((fact) => (
          <FactField
            key={fact.id}
            fact={fact}
            label={words(fact.name) || fact.id}
            value={facts[fact.id] ?? null}
            onChange={(value) => setFacts({ ...facts, [fact.id]: value })}
          />
        ))}
      </Stack>
    </Disclosure>
  )
}

type FactFieldProps = { fact: Fact; label: string; value: Value; onChange: (value: Value) => void }

function FactField({ fact, label, value, onChange }: FactFieldProps) {
  const { common } = useTexts()
  switch (fact.type) {
    case 'number':
      return (
        <NumberField
          label={label}
          {...(fact.unit !== undefined && { unit: fact.unit })}
          value={typeof value === 'number' ? value : null}
          onChange={(next) => onChange(Number.isFinite(next) ? next : null)}
        />
      )
    case 'truth':
      return (
        <Select
          label={label}
          none={common.unknown}
          options={[
            { id: 'true', label: common.yes },
            { id: 'false', label: common.no },
          ]}
          value={typeof value === 'boolean' ? (String(value) as 'true' | 'false') : null}
          onChange={(next) => onChange(next === null ? null : next === 'true')}
        />
      )
    case 'day':
      return <DateField label={label} value={PlainDate.safeParse(value).data ?? null} onChange={onChange} />
    case 'code':
      return fact.codes ? (
        <Select
          label={label}
          none={common.unknown}
          options={fact.codes.map((id) => ({ id, label: id }))}
          value={typeof value === 'string' ? value : null}
          onChange={onChange}
        />
      ) : (
        <TextField
          label={label}
          short
          value={typeof value === 'string' ? value : ''}
          onChange={(next) => onChange(next.trim() === '' ? null : next)}
        />
      )
  }
}
