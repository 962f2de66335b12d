import type { Texts } from '@stegvis/core/models/tree/schema-words.ts'
import { useState } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form } from '../../ui/form.tsx'
import { ComboBox, Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { SCALE_TYPES, type ScaleType, scaleAs } from '../document/beginnings.ts'
import { freeId } from '../document/names.ts'
import { type OutlineRow, outlineOf, rowAt } from '../document/outline.ts'
import { type Added, addNode, addQuestion, placeQuestion } from '../document/parts.ts'
import { asParagraph } from '../fields/typed.ts'
import { useLanguageName } from '../language-name.ts'
import { useNames } from '../use-names.ts'
import { useScaleNames } from '../use-scale-names.ts'
import { useEditor } from './editor-context.ts'

export type Addable = 'node' | 'question' | 'again'

type AddDialogProps = { what: Addable; row: OutlineRow; onClose: () => void }

/** What a new part cannot do without: its name, and how a question is answered. */
export function AddDialog({ what, row, onClose }: AddDialogProps) {
  const { common, models } = useTexts()
  const { edit, open } = useEditor()
  const { outline: texts } = models
  const names = useNames()
  const form = useAddition(what, row)
  const add = () => {
    const added = form.add()
    edit(() => added.model)
    const now = rowAt(outlineOf(added.model), added.path)
    if (now) open(now.key)
    onClose()
  }
  return (
    <Dialog title={texts.adds[what].title({ where: names.row(row) })} isOpen onClose={onClose}>
      <Form
        onSubmit={() => form.isWhole && add()}
        actions={
          <>
            <Button type="submit" kind="primary" isDisabled={!form.isWhole}>
              {texts.adds[what].confirm}
            </Button>
            <Button onPress={onClose}>{common.cancel}</Button>
          </>
        }
      >
        {form.fields}
      </Form>
    </Dialog>
  )
}

/** A scale of the model by its id, or a new one of a kind. */
type ScaleChoice = { scale: string } | { type: ScaleType }

function useAddition(what: Addable, row: OutlineRow) {
  const { model } = useEditor()
  const { models } = useTexts()
  const { outline: texts } = models
  const names = useNames()
  const [written, write] = useState<Texts>({})
  const [question, setQuestion] = useState<string | null>(null)
  const [first] = Object.keys(model.scales)
  const [choice, choose] = useState<ScaleChoice>(first === undefined ? { type: 'single' } : { scale: first })
  const clean = Object.fromEntries(
    Object.entries(written)
      .map(([language, text]) => [language, asParagraph(text)])
      .filter(([, text]) => text !== ''),
  ) as Texts
  const isNamed = Object.keys(clean).length > 0
  switch (what) {
    case 'node':
      return {
        isWhole: isNamed,
        add: (): Added => addNode(model, row.path, clean),
        fields: <NameFields label={texts.name} written={written} write={write} />,
      }
    case 'question':
      return {
        isWhole: isNamed,
        add: (): Added => {
          const { model: ready, scale } = withScale(model, choice)
          return addQuestion(ready, row.path, { text: clean, scale })
        },
        fields: (
          <>
            <NameFields label={texts.text} written={written} write={write} />
            <ScaleField choice={choice} choose={choose} />
          </>
        ),
      }
    case 'again':
      return {
        isWhole: question !== null,
        add: (): Added => placeQuestion(model, row.path, question ?? ''),
        fields: <ComboBox label={texts.which} options={names.questions()} value={question} onChange={setQuestion} />,
      }
  }
}

function withScale(model: ReturnType<typeof useEditor>['model'], choice: ScaleChoice) {
  if ('scale' in choice) return { model, scale: choice.scale }
  const scale = freeId(choice.type, Object.keys(model.scales))
  const scales = { ...model.scales, [scale]: scaleAs(choice.type, model.languages) }
  return { model: { ...model, scales }, scale }
}

type NameFieldsProps = { label: string; written: Texts; write: (texts: Texts) => void }

function NameFields({ label, written, write }: NameFieldsProps) {
  const { languages } = useEditor().model
  const { editor } = useTexts().models
  const nameOf = useLanguageName()
  return languages.map((language, at) => (
    <TextField
      key={language}
      label={languages.length > 1 ? editor.inLanguage({ label, language: nameOf(language) }) : label}
      autoComplete="off"
      autoFocus={at === 0}
      value={written[language] ?? ''}
      onChange={(text) => write({ ...written, [language]: text })}
    />
  ))
}

const NEW = 'new '

function ScaleField({ choice, choose }: { choice: ScaleChoice; choose: (choice: ScaleChoice) => void }) {
  const { model } = useEditor()
  const { outline: texts, scales } = useTexts().models
  const names = useScaleNames()
  return (
    <Select
      label={texts.scale}
      options={[
        ...Object.keys(model.scales).map((id) => ({ id, label: names(id) })),
        ...SCALE_TYPES.map((type) => ({
          ...{ id: NEW + type, label: texts.newScale({ name: scales.types[type].name }) },
          description: scales.types[type].about,
        })),
      ]}
      value={'scale' in choice ? choice.scale : NEW + choice.type}
      onChange={(id) => {
        if (id === null) return
        const type = SCALE_TYPES.find((one) => NEW + one === id)
        choose(type ? { type } : { scale: id })
      }}
    />
  )
}
