import { useState } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form } from '../../ui/form.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { exampleFrom } from '../document/examples.ts'
import { useEditor } from '../editor/editor-context.ts'
import type { Preview } from './preview-context.ts'

/** Keeps the answers of the preview, with what they give now, as a test of the model. */
export function KeepExample({ preview }: { preview: Preview }) {
  const { preview: texts } = useTexts().models
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button small icon="flag" isDisabled={preview.answers.size === 0} onPress={() => setOpen(true)}>
        {texts.keep}
      </Button>
      {isOpen && <KeepDialog preview={preview} onClose={() => setOpen(false)} />}
    </>
  )
}

function KeepDialog({ preview, onClose }: { preview: Preview; onClose: () => void }) {
  const { common, models } = useTexts()
  const { preview: texts } = models
  const { model, edit } = useEditor()
  const [name, setName] = useState('')
  const taken = (model.examples ?? []).some((example) => example.name === name.trim())
  const keep = () => {
    const example = exampleFrom(model, name.trim(), preview)
    edit((before) => ({ ...before, examples: [...(before.examples ?? []), example] }))
    toast(texts.kept({ name: example.name }))
    onClose()
  }
  return (
    <Dialog title={texts.keepTitle} isOpen onClose={onClose}>
      <Form
        onSubmit={() => name.trim() !== '' && !taken && keep()}
        actions={
          <>
            <Button type="submit" kind="primary" isDisabled={name.trim() === '' || taken}>
              {texts.keep}
            </Button>
            <Button onPress={onClose}>{common.cancel}</Button>
          </>
        }
      >
        <p>{texts.keepExplained}</p>
        <TextField
          label={texts.exampleName}
          hint={texts.exampleNameHint}
          autoComplete="off"
          autoFocus
          maxLength={200}
          value={name}
          onChange={setName}
          {...(taken && { error: texts.exampleTaken })}
        />
      </Form>
    </Dialog>
  )
}
