import { PART_FIELDS } from '@stegvis/core/programmes/field-rules.ts'
import { readFields } from '@stegvis/core/programmes/fields.ts'
import type { NewPart, Part } from '@stegvis/core/programmes/schema.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { newId } from '../app/new-id.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog, Dialog } from '../ui/dialog.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { Form } from '../ui/form.tsx'
import { Row, Stack } from '../ui/layout.tsx'
import { SavedRecord } from '../ui/saved-field.tsx'
import { useProblemText } from '../ui/states.tsx'
import { toast } from '../ui/toast.tsx'
import { addPart, partUrl, removePart, restorePart } from './api.ts'
import styles from './set-up.module.css'
import type { SetUp } from './steps.ts'

type PartFormProps = {
  setUp: SetUp
  part: Part
  /** the part as the programme has it */
  value: Readonly<Record<string, unknown>> & { id: string }
  name: string
  /** what stands beside the name while the form is folded */
  summary?: ReactNode
  open?: boolean
  children: ReactNode
  /** things to do that are no fields */
  actions?: ReactNode
}

/** One part of the programme, folded to a line until it is wanted; its fields save as they are typed. */
export function PartForm({ setUp, part, value, name, summary, open = false, children, actions }: PartFormProps) {
  const { slug, queryKey, mayConfigure } = setUp
  return (
    <Disclosure
      open={open}
      summary={
        <span className={styles.summary}>
          <h2 className={styles.name}>{name}</h2>
          {summary}
        </span>
      }
    >
      <Stack>
        <SavedRecord
          url={partUrl(slug, part, value.id)}
          queryKey={queryKey}
          values={readFields(value, PART_FIELDS[part])}
          isReadOnly={!mayConfigure}
        >
          {children}
        </SavedRecord>
        {mayConfigure && (
          <Row align="between">
            <Row>{actions}</Row>
            <RemovePart setUp={setUp} part={part} id={value.id} name={name} />
          </Row>
        )}
      </Stack>
    </Disclosure>
  )
}

/** Asks before a part is taken away, and offers to bring it back. */
function RemovePart({ setUp, part, id, name }: Pick<PartFormProps, 'setUp' | 'part' | 'name'> & { id: string }) {
  const { slug, queryKey } = setUp
  const { common, programmes } = useTexts()
  const { parts } = programmes
  const [asking, setAsking] = useState(false)
  const queryClient = useQueryClient()
  const problem = useProblemText()
  const show = (changed: unknown) => queryClient.setQueryData(queryKey, changed)
  const fail = (error: unknown) => toast(problem(error), { tone: 'danger' })
  const remove = useMutation({
    mutationFn: () => removePart(slug, part, id),
    onSuccess: (changed) => {
      show(changed)
      // This form is gone by the time somebody presses undo, so it is no mutation of its own.
      const onPress = () => void restorePart(slug, part, id).then(show, fail)
      toast(parts.removed({ name }), { action: { label: common.undo, onPress } })
    },
    onError: fail,
    onSettled: () => setAsking(false),
  })
  return (
    <>
      <Button small kind="quiet" icon="trash" onPress={() => setAsking(true)}>
        {parts.remove}
      </Button>
      <ConfirmDialog
        title={parts.removeTitle({ name })}
        confirm={parts.remove}
        danger
        isOpen={asking}
        isPending={remove.isPending}
        onConfirm={() => remove.mutate()}
        onClose={() => setAsking(false)}
      >
        {parts.removeExplained}
      </ConfirmDialog>
    </>
  )
}

type AddPartProps = {
  setUp: SetUp
  label: string
  /** the part from what the form holds, or undefined while something is missing */
  build: (id: string, data: FormData) => NewPart | undefined
  onAdded: (id: string) => void
  children: ReactNode
  isDisabled?: boolean
}

/** A button, and the dialog with what a new part cannot do without. */
export function AddPart({ setUp, label, build, onAdded, children, isDisabled = false }: AddPartProps) {
  const [adding, setAdding] = useState(false)
  return (
    <>
      <Button kind="primary" icon="add" isDisabled={isDisabled} onPress={() => setAdding(true)}>
        {label}
      </Button>
      {adding && (
        <AddDialog {...{ setUp, label, build, onAdded }} onClose={() => setAdding(false)}>
          {children}
        </AddDialog>
      )}
    </>
  )
}

function AddDialog({ setUp, label, build, onAdded, onClose, children }: AddPartProps & { onClose: () => void }) {
  const { common, programmes } = useTexts()
  const queryClient = useQueryClient()
  const [id] = useState(newId)
  const add = useMutation({
    mutationFn: (part: NewPart) => addPart(setUp.slug, part),
    onSuccess: (changed) => {
      queryClient.setQueryData(setUp.queryKey, changed)
      onAdded(id)
      onClose()
    },
  })
  return (
    <Dialog title={label} isOpen onClose={onClose}>
      <Form
        onSubmit={(data) => {
          const part = build(id, data)
          if (part) add.mutate(part)
        }}
        problem={add.error}
        fieldTexts={{ name: programmes.parts.nameNeeded }}
        actions={
          <>
            <Button type="submit" kind="primary" isPending={add.isPending}>
              {label}
            </Button>
            <Button onPress={onClose}>{common.cancel}</Button>
          </>
        }
      >
        {children}
      </Form>
    </Dialog>
  )
}
