import type { ProgrammeStatus } from '@stegvis/core/programmes/schema.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../locales/app-texts.tsx'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/dialog.tsx'
import { useProblemText } from '../ui/states.tsx'
import { toast } from '../ui/toast.tsx'
import { setStatus } from './api.ts'
import type { SetUp } from './steps.ts'

/** Opens a draft once nothing required is missing, closes an open programme, opens a closed one again. */
export function OpeningButton({ setUp: { slug, programme, gaps, mayConfigure, queryKey } }: { setUp: SetUp }) {
  const { opening } = useTexts().programmes
  const [asking, setAsking] = useState(false)
  const queryClient = useQueryClient()
  const problem = useProblemText()
  const isOpen = programme.status === 'open'
  const to: ProgrammeStatus = isOpen ? 'closed' : 'open'
  const change = useMutation({
    mutationFn: () => setStatus(slug, to),
    onSuccess: (changed) => {
      queryClient.setQueryData(queryKey, changed)
      toast(isOpen ? opening.closed : opening.opened)
    },
    onError: (error) => toast(problem(error), { tone: 'danger' }),
    onSettled: () => setAsking(false),
  })
  if (!mayConfigure) return null
  const label = isOpen ? opening.close : programme.status === 'closed' ? opening.reopen : opening.open
  return (
    <>
      <Button
        kind={isOpen ? 'secondary' : 'primary'}
        isDisabled={!isOpen && gaps.some(({ required }) => required)}
        onPress={() => setAsking(true)}
      >
        {label}
      </Button>
      <ConfirmDialog
        title={isOpen ? opening.closeTitle : opening.openTitle}
        confirm={label}
        isOpen={asking}
        isPending={change.isPending}
        danger={isOpen}
        onConfirm={() => change.mutate()}
        onClose={() => setAsking(false)}
      >
        {isOpen ? opening.closeExplained : opening.openExplained}
      </ConfirmDialog>
    </>
  )
}
