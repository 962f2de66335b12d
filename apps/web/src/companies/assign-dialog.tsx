import type { Coach } from '@stegvis/core/companies/list/schema.ts'
import { type ReactNode, useState } from 'react'
import { useTexts } from '../locales/app-texts.tsx'
import { useFormats } from '../locales/texts.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Stack } from '../ui/layout.tsx'
import { ComboBox } from '../ui/select.tsx'
import { Callout, useProblemText } from '../ui/states.tsx'
import { TextArea } from '../ui/text-field.tsx'

export type Assignment = { coachId: string; note: string | null }

type AssignDialogProps = {
  title: string
  /** what the button that assigns says */
  confirm: string
  candidates: readonly Coach[]
  assign: { mutate: (assignment: Assignment) => void; isPending: boolean; error: Error | null }
  onClose: () => void
  /** above the choice */
  children?: ReactNode
}

/** Who becomes the coach, and a note for who takes over. */
export function AssignDialog({ title, confirm, candidates, assign, onClose, children }: AssignDialogProps) {
  const { common, companies } = useTexts()
  const texts = companies.coach
  const formats = useFormats()
  const problem = useProblemText()
  const [coachId, setCoachId] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const submit = () => {
    setTried(true)
    if (coachId) assign.mutate({ coachId, note: note.trim() || null })
  }
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{common.cancel}</Button>
          <Button kind="primary" isPending={assign.isPending} onPress={submit}>
            {confirm}
          </Button>
        </>
      }
    >
      <Stack>
        {assign.error && <Callout tone="danger">{problem(assign.error)}</Callout>}
        {children}
        {candidates.length === 0 ? (
          <Callout tone="warning">{texts.nobody}</Callout>
        ) : (
          <ComboBox
            label={texts.who}
            options={candidates.map((coach) => ({
              id: coach.id,
              label: coach.name,
              description: formats.count(coach.companies, texts.load),
            }))}
            value={coachId}
            onChange={setCoachId}
            {...(tried && coachId === null ? { error: texts.choose } : {})}
          />
        )}
        <TextArea label={texts.note} hint={texts.noteHint} optional value={note} onChange={setNote} maxLength={2000} />
      </Stack>
    </Dialog>
  )
}
