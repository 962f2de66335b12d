import type { AssessmentView } from '@stegvis/core/assessments/schema.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Stack } from '../../ui/layout.tsx'
import { Callout, useProblemText } from '../../ui/states.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { withdrawAssessment } from '../api.ts'

const LEAST = 5

/** Gives an open assessment up, such as one that was started by mistake. */
export function Withdrawal({ view, programme }: { view: AssessmentView; programme: string }) {
  const { assessments, common } = useTexts()
  const problemText = useProblemText()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const company = view.assessment.company.id
  const withdraw = useMutation({
    mutationFn: () => withdrawAssessment(programme, view.assessment.id, reason.trim()),
    onSuccess: async () => {
      await Promise.all(
        ['occasions', 'results', 'assessments'].map((key) =>
          queryClient.invalidateQueries({ queryKey: [key, programme] }),
        ),
      )
      await navigate({ href: `/programmes/${programme}/companies/${company}/assessments` })
    },
  })
  const tooShort = reason.trim().length < LEAST
  return (
    <>
      <Button kind="quiet" onPress={() => setOpen(true)}>
        {assessments.withdraw}
      </Button>
      <Dialog
        role="alertdialog"
        title={assessments.withdraw}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button onPress={() => setOpen(false)}>{common.cancel}</Button>
            <Button
              kind="danger"
              isPending={withdraw.isPending}
              onPress={() => {
                setTried(true)
                if (!tooShort) withdraw.mutate()
              }}
            >
              {assessments.withdraw}
            </Button>
          </>
        }
      >
        <Stack>
          <p>{assessments.withdrawExplained}</p>
          {withdraw.error !== null && <Callout tone="danger">{problemText(withdraw.error)}</Callout>}
          <TextArea
            label={assessments.withdrawReason}
            rows={2}
            value={reason}
            onChange={setReason}
            error={isTried && tooShort ? assessments.reasonMissing : undefined}
          />
        </Stack>
      </Dialog>
    </>
  )
}
