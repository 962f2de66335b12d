import type { CompanyGroup, FactRecord } from '@stegvis/core/aid/groups/picture.ts'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { newId } from '../../../app/new-id.ts'
import { ProblemError } from '../../../app/send.ts'
import { useMe } from '../../../app/session.ts'
import { useTexts } from '../../../locales/app-texts.tsx'
import { useFormDraft } from '../../../offline/form-draft.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Form } from '../../../ui/form.tsx'
import { Callout } from '../../../ui/states.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { toast } from '../../../ui/toast.tsx'
import { putFact } from '../api.ts'
import type { FactFaults, FactReading } from '../drafts/facts.ts'
import { useGroupChanged } from '../use-group.ts'
import { RefusedFacts } from './faults.tsx'

export type Where = { programme: string; company: string; group: CompanyGroup }

export type FieldsProps<D> = {
  draft: D
  change: (part: Partial<D>) => void
  faults: FactFaults
}

type FactDialogProps<D> = Where & {
  title: string
  /** the fact to correct; left out for a new one */
  record?: FactRecord | undefined
  /** tells drafts of new facts apart: what it is, and about whom */
  place: string
  first: D
  read: (draft: D) => FactReading
  fields: (props: FieldsProps<D>) => ReactNode
  onClose: () => void
}

type Kept<D> = { id: string; note: string; draft: D }

/** States or corrects one fact, with whom it tells of for the first time. What is typed stays on this device until it is saved. */
export function FactDialog<D extends object>(props: FactDialogProps<D>) {
  const { programme, company, title, record, place, first, read, fields, onClose } = props
  const { groups, common } = useTexts()
  const { form } = groups
  const me = useMe()
  const changed = useGroupChanged(programme, company)
  const [base, setBase] = useState(record?.said.revision ?? 0)
  const [isTried, setTried] = useState(false)
  const kept = useFormDraft<Kept<D>>(
    `${me.id}:group:${company}:${record ? `${record.id}:${record.said.revision}` : place}`,
    {
      id: record?.id ?? newId(),
      note: record?.note ?? '',
      draft: first,
    },
  )
  const { id, note, draft } = kept.value
  const reading = read(draft)
  const save = useMutation({
    mutationFn: async () => {
      if (!reading.ok) throw new Error('the form is not complete')
      const { stated, parties } = reading
      return putFact(programme, company, id, { base, stated, parties, note: note.trim() })
    },
    onSuccess: async (group) => {
      kept.clear()
      toast(form.saved, { group: 'group-fact' })
      await changed(group)
      onClose()
    },
    onError: (error) => {
      const current = error instanceof ProblemError ? (error.extra.present as FactRecord | null | undefined) : undefined
      if (current) setBase(current.said.revision)
    },
  })
  const isConflict = save.error instanceof ProblemError && save.error.slug === 'changed-meanwhile'
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      {isConflict ? <Callout tone="warning">{form.changed}</Callout> : <RefusedFacts problem={save.error} />}
      <Form
        onSubmit={() => (reading.ok ? save.mutate() : setTried(true))}
        actions={
          <>
            <Button type="submit" kind="primary" isPending={save.isPending}>
              {common.save}
            </Button>
            <Button kind="quiet" onPress={onClose}>
              {common.cancel}
            </Button>
          </>
        }
      >
        {fields({
          draft,
          change: (part) => kept.change({ draft: { ...draft, ...part } }),
          faults: isTried && !reading.ok ? reading.faults : {},
        })}
        <TextField
          label={form.note}
          hint={form.noteHint}
          optional
          maxLength={1000}
          value={note}
          onChange={(text) => kept.change({ note: text })}
        />
      </Form>
    </Dialog>
  )
}
