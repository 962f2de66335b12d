import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../locales/app-texts.tsx'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/dialog.tsx'
import { useProblemText } from '../ui/states.tsx'
import { toast } from '../ui/toast.tsx'
import { companyKey, type Part, removePart, restorePart } from './api.ts'

type RemovalTexts = {
  remove: string
  title: (p: { name: string }) => string
  explained: string
  removed: (p: { name: string }) => string
}

type RemovePartProps = {
  programme: string
  company: string
  part: Part
  id: string
  name: string
  texts: RemovalTexts
}

/** Asks before it takes a contact or a workplace away, and offers to bring it back. */
export function RemovePart({ programme, company, part, id, name, texts }: RemovePartProps) {
  const { common } = useTexts()
  const [asking, setAsking] = useState(false)
  const queryClient = useQueryClient()
  const problem = useProblemText()
  const show = (changed: unknown) => queryClient.setQueryData(companyKey(programme, company), changed)
  const fail = (error: unknown) => toast(problem(error), { tone: 'danger' })
  const remove = useMutation({
    mutationFn: () => removePart(programme, company, part, id),
    onSuccess: (changed) => {
      show(changed)
      // The component is gone by the time somebody presses undo, so this is no mutation of its own.
      const onPress = () => void restorePart(programme, company, part, id).then(show, fail)
      toast(texts.removed({ name }), { action: { label: common.undo, onPress } })
    },
    onError: fail,
  })
  return (
    <>
      <Button small kind="quiet" icon="trash" onPress={() => setAsking(true)}>
        {texts.remove}
      </Button>
      <ConfirmDialog
        title={texts.title({ name })}
        confirm={texts.remove}
        danger
        isOpen={asking}
        isPending={remove.isPending}
        onConfirm={() => remove.mutate()}
        onClose={() => setAsking(false)}
      >
        {texts.explained}
      </ConfirmDialog>
    </>
  )
}
