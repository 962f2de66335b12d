import { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { Fact } from '@stegvis/core/models/tree/schema.ts'
import { useState } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { SaveState } from '../../ui/save-state.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { TreeWords } from './tree-query.ts'
import type { FactsState, FactValue } from './use-facts.ts'

type FactFieldsProps = { facts: readonly Fact[]; state: FactsState; words: TreeWords }

/** The facts about the company that its record does not hold, since what is asked and what counts hangs on them. */
export function FactFields({ facts, state, words }: FactFieldsProps) {
  const asked = facts.filter(({ id }) => state.asked.includes(id))
  return asked.map((fact) => (
    <FactField
      key={fact.id}
      fact={fact}
      label={words(fact.name)}
      value={state.saved.values.get(fact.id) ?? null}
      status={<SaveState state={state.saved.stateOf(fact.id)} />}
      save={(value) => state.saved.save(fact.id, value, words(fact.name))}
    />
  ))
}

type FactFieldProps = {
  fact: Fact
  label: string
  value: FactValue | null
  status: React.ReactNode
  save: (value: FactValue | null) => void
}

function FactField({ fact, label, value, status, save }: FactFieldProps) {
  const { trees, common } = useTexts()
  switch (fact.type) {
    case 'number':
      return (
        <NumberField
          {...{ label, status }}
          {...(fact.unit && { unit: fact.unit })}
          value={typeof value === 'number' ? value : null}
          onChange={(next) => save(Number.isFinite(next) ? next : null)}
        />
      )
    case 'truth':
      return (
        <RadioGroup
          {...{ label, status }}
          row
          value={typeof value === 'boolean' ? String(value) : null}
          onChange={(next) => save(next === 'true')}
          options={[
            { id: 'true', label: common.yes },
            { id: 'false', label: common.no },
          ]}
        />
      )
    case 'day':
      return (
        <DateField
          {...{ label, status }}
          value={PlainDate.safeParse(value).data ?? null}
          onChange={(next) => save(next)}
        />
      )
    case 'code':
      return fact.codes ? (
        <Select
          {...{ label, status }}
          options={fact.codes.map((code) => ({ id: code, label: code }))}
          none={trees.notKnown}
          value={typeof value === 'string' ? value : null}
          onChange={(next) => save(next)}
        />
      ) : (
        <CodeField {...{ fact, label, value, status, save }} />
      )
  }
}

function CodeField({ label, value, status, save }: FactFieldProps) {
  const [typed, setTyped] = useState<string>()
  return (
    <TextField
      {...{ label, status }}
      short
      value={typed ?? (typeof value === 'string' ? value : '')}
      maxLength={200}
      onChange={setTyped}
      onBlur={() => {
        if (typed !== undefined) save(typed.trim() === '' ? null : typed.trim())
        setTyped(undefined)
      }}
    />
  )
}
