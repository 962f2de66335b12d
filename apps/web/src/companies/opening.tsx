import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { newId } from '../app/new-id.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Stack } from '../ui/layout.tsx'
import { Callout, useProblemText } from '../ui/states.tsx'
import { TextArea } from '../ui/text-field.tsx'
import { companyKey, openAnswers } from './api.ts'

export function OpenedNote({ until }: { until: string }) {
  const { companies } = useTexts()
  return <Callout title={companies.opening.open({ until })}>{companies.opening.logged}</Callout>
}

type OpeningProps = { programme: string; company: string; isOpen: boolean; onClose: () => void }

/** Opens the company's answers for some hours, with a reason that the company can read. */
export function OpeningDialog({ programme, company, isOpen, onClose }: OpeningProps) {
  const { common, companies } = useTexts()
  const { opening } = companies
  const [reason, setReason] = useState('')
  const queryClient = useQueryClient()
  const problem = useProblemText()
  const open = useMutation({
    mutationFn: () => openAnswers(programme, company, { id: newId(), reason }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: companyKey(programme, company) })
      onClose()
    },
  })
  return (
    <Dialog
      title={opening.title}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{common.cancel}</Button>
          <Button kind="primary" isPending={open.isPending} onPress={() => open.mutate()}>
            {opening.confirm}
          </Button>
        </>
      }
    >
      <Stack>
        <p>{opening.explained}</p>
        <TextArea
          label={opening.reason}
          hint={opening.reasonHint}
          value={reason}
          onChange={setReason}
          maxLength={1000}
          autoFocus
          {...(open.error ? { error: problem(open.error) } : {})}
        />
      </Stack>
    </Dialog>
  )
}
