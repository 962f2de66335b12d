import { RecordId } from '@stegvis/core/kernel/ids.ts'
import { inLanguage, Language } from '@stegvis/core/kernel/text.ts'
import { StructureKey } from '@stegvis/core/models/authoring/schema.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { newId } from '../../app/new-id.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useLanguage } from '../../locales/texts.tsx'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Columns } from '../../ui/layout.tsx'
import { RadioCards } from '../../ui/radio-group.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { structuresQuery } from '../api.ts'
import { idFrom } from '../document/names.ts'
import { asParagraph } from '../fields/typed.ts'
import { useLanguageName } from '../language-name.ts'
import type { BeginProps } from './new-model-page.tsx'

const LANGUAGES = Language.options

/** A structure to start from; the model is written in the languages that have a name. */
export function FromStructure({ begin, isPending, problem }: BeginProps) {
  const { models: texts } = useTexts()
  const { programme = '' } = useParams({ strict: false })
  const { language } = useLanguage()
  const { data } = useSuspenseQuery(structuresQuery(programme))
  const nameOf = useLanguageName()
  const [id] = useState(newId)
  const [structure, setStructure] = useState<StructureKey>('ladder')
  const [names, setNames] = useState<Record<string, string>>({})
  const written = LANGUAGES.flatMap((tag) => {
    const text = asParagraph(names[tag] ?? '')
    return text === '' ? [] : [[tag, text] as const]
  })
  const submit = () => {
    const [first] = written
    if (!first) return
    const modelId = idFrom(first[1], 'model')
    begin({ from: 'structure', id: RecordId.parse(id), structure, modelId, name: Object.fromEntries(written) })
  }
  return (
    <Form
      problem={problem}
      onSubmit={submit}
      actions={
        <Button type="submit" kind="primary" isPending={isPending} isDisabled={written.length === 0}>
          {texts.new.begin}
        </Button>
      }
    >
      <Columns of="fields">
        {LANGUAGES.map((tag) => (
          <TextField
            key={tag}
            label={texts.editor.inLanguage({ label: texts.new.name, language: nameOf(tag) })}
            {...(tag === LANGUAGES[0] && { hint: texts.new.nameHint })}
            autoComplete="off"
            maxLength={200}
            value={names[tag] ?? ''}
            onChange={(text) => setNames({ ...names, [tag]: text })}
          />
        ))}
      </Columns>
      <RadioCards
        label={texts.new.structure}
        value={structure}
        onChange={(next) => setStructure(StructureKey.parse(next))}
        options={data.structures.map(({ key, name, about }) => ({
          ...{ id: key, label: inLanguage(name, language), description: inLanguage(about, language) },
        }))}
      />
    </Form>
  )
}
