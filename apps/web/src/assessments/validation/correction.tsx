import type { AssessmentView } from '@stegvis/core/assessments/schema.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { newId } from '../../app/new-id.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Stack } from '../../ui/layout.tsx'
import { Callout, useProblemText } from '../../ui/states.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { assessmentQuery, correctAssessment } from '../api.ts'
import { useOwnFormDraft } from '../own-form-draft.ts'

const LEAST = 5

/** Something was wrong: a new revision with a reason. What was submitted stays as it is. */
export function Correction({ view, programme }: { view: AssessmentView; programme: string }) {
  const { assessments, common } = useTexts()
  const problemText = useProblemText()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const [isTried, setTried] = useState(false)
  const draft = useOwnFormDraft(`correction:${view.assessment.id}`, { reason: '', id: newId() })
  const correct = useMutation({
    mutationFn: () =>
      correctAssessment(programme, view.assessment.id, { id: draft.value.id, reason: draft.value.reason.trim() }),
    onSuccess: async (reply) => {
      draft.clear()
      setOpen(false)
      queryClient.setQueryData(assessmentQuery(programme, reply.assessment.id).queryKey, reply)
      await navigate({
        to: '/programmes/$programme/assessments/$assessment',
        params: { programme, assessment: reply.assessment.id },
      })
    },
  })
  const underWay = view.revisions.find(
    ({ revision, status }) => revision > view.assessment.revision && status !== 'withdrawn',
  )
  if (underWay) return null
  const tooShort = draft.value.reason.trim().length < LEAST
  return (
    <div data-print="hide">
      <Button icon="edit" onPress={() => setOpen(true)}>
        {assessments.correct}
      </Button>
      <Dialog
        title={assessments.correct}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button onPress={() => setOpen(false)}>{common.cancel}</Button>
            <Button
              kind="primary"
              isPending={correct.isPending}
              onPress={() => {
                setTried(true)
                if (!tooShort) correct.mutate()
              }}
            >
              {assessments.openCorrection}
            </Button>
          </>
        }
      >
        <Stack>
          <p>{assessments.correctExplained}</p>
          {correct.error !== null && <Callout tone="danger">{problemText(correct.error)}</Callout>}
          <TextArea
            label={assessments.correctReason}
            value={draft.value.reason}
            onChange={(reason) => draft.change({ reason })}
            error={isTried && tooShort ? assessments.reasonMissing : undefined}
            autoFocus
          />
        </Stack>
      </Dialog>
    </div>
  )
}
