import type { CoachForManyReply, CompanyRow } from '@stegvis/core/companies/list/schema.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../locales/app-texts.tsx'
import { useFormats } from '../locales/texts.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Row, Stack } from '../ui/layout.tsx'
import { ComboBox } from '../ui/select.tsx'
import { Callout, useProblemText } from '../ui/states.tsx'
import { TextArea } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import { companiesKey, setCoachForMany } from './api.ts'
import styles from './list.module.css'
import { useNames } from './names.ts'

type AssignProps = { programme: string; chosen: readonly CompanyRow[]; onDone: () => void }

/** What can be done with the chosen rows. */
export function AssignMany({ programme, chosen, onDone }: AssignProps) {
  const { companies, common } = useTexts()
  const formats = useFormats()
  const [asking, setAsking] = useState(false)
  return (
    <div className={styles.chosen}>
      <Row align="between">
        <strong aria-live="polite">{formats.count(chosen.length, companies.list.chosen)}</strong>
        <Row gap="s">
          <Button onPress={onDone}>{common.cancel}</Button>
          <Button icon="person" onPress={() => setAsking(true)}>
            {companies.coach.assign}
          </Button>
        </Row>
      </Row>
      {asking && (
        <AssignDialog programme={programme} chosen={chosen} onDone={onDone} onClose={() => setAsking(false)} />
      )}
    </div>
  )
}

function AssignDialog({ programme, chosen, onDone, onClose }: AssignProps & { onClose: () => void }) {
  const { common, companies } = useTexts()
  const { coach: texts } = companies
  const { choices } = useNames(programme)
  const formats = useFormats()
  const problem = useProblemText()
  const queryClient = useQueryClient()
  const [coachId, setCoachId] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const [refused, setRefused] = useState<CoachForManyReply['refused']>([])
  const assign = useMutation({
    mutationFn: (id: string) =>
      setCoachForMany(programme, { companyIds: chosen.map((row) => row.id), coachId: id, note: note.trim() || null }),
    onSuccess: async (reply) => {
      await queryClient.invalidateQueries({ queryKey: companiesKey(programme) })
      setRefused(reply.refused)
      if (reply.assigned.length > 0) toast(texts.assignedMany({ count: String(reply.assigned.length) }))
      if (reply.refused.length === 0) onDone()
    },
  })
  const submit = () => {
    setTried(true)
    if (coachId) assign.mutate(coachId)
  }
  const refusedNames = chosen
    .filter(({ id }) => refused.some(({ companyId }) => companyId === id))
    .map((row) => row.name)
  return (
    <Dialog
      title={texts.assignMany({ count: String(chosen.length) })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{common.cancel}</Button>
          <Button kind="primary" isPending={assign.isPending} onPress={submit}>
            {texts.confirmAssign}
          </Button>
        </>
      }
    >
      <Stack>
        {assign.error && <Callout tone="danger">{problem(assign.error)}</Callout>}
        {refusedNames.length > 0 && (
          <Callout tone="warning" title={texts.refusedMany}>
            {formats.list(refusedNames)}
          </Callout>
        )}
        <ComboBox
          label={texts.who}
          options={choices.coaches.map((coach) => ({
            id: coach.id,
            label: coach.name,
            description: formats.count(coach.companies, texts.load),
          }))}
          value={coachId}
          onChange={setCoachId}
          {...(tried && coachId === null ? { error: texts.choose } : {})}
        />
        <TextArea label={texts.note} hint={texts.noteHint} optional value={note} onChange={setNote} maxLength={2000} />
      </Stack>
    </Dialog>
  )
}
