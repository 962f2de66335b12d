import { RecordId } from '@stegvis/core/kernel/ids.ts'
import { ModelKey } from '@stegvis/core/models/schema.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { newId } from '../../app/new-id.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useLanguage } from '../../locales/texts.tsx'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { ComboBox } from '../../ui/select.tsx'
import { Callout } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { modelListQuery } from '../api.ts'
import type { BeginProps } from './new-model-page.tsx'

/** A model there is: its next version, or another model that begins like it. */
export function FromVersion({ begin, isPending, problem }: BeginProps) {
  const { models: texts } = useTexts()
  const options = useVersions()
  const [id] = useState(newId)
  const [model, setModel] = useState<string | null>(null)
  const [isNext, setNext] = useState(true)
  const [modelId, setModelId] = useState('')
  const isIdWrong = !isNext && modelId !== '' && !ModelKey.safeParse(modelId).success
  const isWhole = model !== null && (isNext || (modelId !== '' && !isIdWrong))
  if (options.length === 0) return <Callout>{texts.new.noVersions}</Callout>
  return (
    <Form
      problem={problem}
      onSubmit={() => {
        if (!isWhole) return
        begin({ from: 'version', id: RecordId.parse(id), model, ...(!isNext && { modelId, version: '1.0.0' }) })
      }}
      actions={
        <Button type="submit" kind="primary" isPending={isPending} isDisabled={!isWhole}>
          {texts.new.begin}
        </Button>
      }
    >
      <ComboBox
        label={texts.new.model}
        hint={texts.new.modelHint}
        options={options}
        value={model}
        onChange={setModel}
      />
      <RadioGroup
        label={texts.new.becomes}
        value={isNext ? 'next' : 'other'}
        onChange={(next) => setNext(next === 'next')}
        options={[
          { id: 'next', label: texts.new.next, description: texts.new.nextAbout },
          { id: 'other', label: texts.new.other, description: texts.new.otherAbout },
        ]}
      />
      {!isNext && (
        <TextField
          label={texts.new.modelId}
          hint={texts.new.modelIdHint}
          short
          autoComplete="off"
          value={modelId}
          onChange={(typed) => setModelId(typed.trim())}
          {...(isIdWrong && { error: texts.forms.ids.faults.form })}
        />
      )}
    </Form>
  )
}

/** Versions that a tree can begin from. Ladders of the first format are not written here. */
function useVersions() {
  const { programme = '' } = useParams({ strict: false })
  const { language } = useLanguage()
  const { data } = useSuspenseQuery(modelListQuery(programme))
  const rows = [
    ...data.own.filter(({ status }) => status === 'published' || status === 'withdrawn'),
    ...data.installed.filter(({ kind }) => kind === 'tree'),
  ]
  return rows.map(({ modelId, version, name }) => {
    const called = name[language] ?? Object.values(name)[0] ?? modelId
    return { id: `${modelId}@${version}`, label: `${called}, ${version}` }
  })
}
