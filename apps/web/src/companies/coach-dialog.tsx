import type { Company } from '@stegvis/core/companies/schema.ts'
import { handOver } from '@stegvis/core/companies/standing/hand-over.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { newId } from '../app/new-id.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { useFormats } from '../locales/texts.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Stack } from '../ui/layout.tsx'
import { ComboBox } from '../ui/select.tsx'
import { Callout, useProblemText } from '../ui/states.tsx'
import { TextArea } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import { companiesKey, setCoach } from './api.ts'
import { useNames } from './names.ts'

/** Makes somebody the coach, or hands over from one to the next, with a note for who takes over. */
export function CoachDialog({
  programme,
  company,
  onClose,
}: {
  programme: string
  company: Company
  onClose: () => void
}) {
  const { common, companies } = useTexts()
  const texts = companies.coach
  const { choices } = useNames(programme)
  const formats = useFormats()
  const queryClient = useQueryClient()
  const problem = useProblemText()
  const [coachId, setCoachId] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const standing = { partnerId: company.partner?.id ?? null, coachId: company.coach?.id ?? null }
  const candidates = choices.coaches.filter(
    (coach) => coach.id !== company.coach?.id && handOver(standing, { ...coach, personId: coach.id }).ok,
  )
  const assign = useMutation({
    mutationFn: (id: string) =>
      setCoach(programme, company.id, { id: newId(), coachId: id, note: note.trim() || null }),
    onSuccess: async (changed) => {
      await queryClient.invalidateQueries({ queryKey: companiesKey(programme) })
      toast(texts.assigned({ name: changed.coach?.name ?? '' }))
      onClose()
    },
  })
  const submit = () => {
    setTried(true)
    if (coachId) assign.mutate(coachId)
  }
  return (
    <Dialog
      title={company.coach ? texts.handOver : texts.assign}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{common.cancel}</Button>
          <Button kind="primary" isPending={assign.isPending} onPress={submit}>
            {company.coach ? texts.confirmHandOver : texts.confirmAssign}
          </Button>
        </>
      }
    >
      <Stack>
        {assign.error && <Callout tone="danger">{problem(assign.error)}</Callout>}
        {company.coach && <p>{texts.now({ name: company.coach.name })}</p>}
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
