import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../locales/app-texts.tsx'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/dialog.tsx'
import { useProblemText } from '../ui/states.tsx'
import { toast } from '../ui/toast.tsx'
import { coachingKey, removeSession, restoreSession } from './api.ts'

type Props = { programme: string; session: string; onRemoved: () => void }

/** Asks first, and can be undone from the message that follows. */
export function RemoveSession({ programme, session, onRemoved }: Props) {
  const { coaching, common } = useTexts()
  const problemText = useProblemText()
  const queryClient = useQueryClient()
  const [asking, setAsking] = useState(false)
  const refresh = () => queryClient.invalidateQueries({ queryKey: coachingKey(programme) })

  async function undo(): Promise<void> {
    try {
      await restoreSession(programme, session)
      await refresh()
    } catch (error) {
      toast(problemText(error), { tone: 'danger' })
    }
  }

  const remove = useMutation({
    mutationFn: () => removeSession(programme, session),
    onSuccess: async () => {
      setAsking(false)
      toast(coaching.remove.done, { action: { label: common.undo, onPress: () => void undo() } })
      await refresh()
      onRemoved()
    },
    onError: (error) => toast(problemText(error), { tone: 'danger' }),
  })

  return (
    <>
      <Button kind="danger" onPress={() => setAsking(true)}>
        {common.remove}
      </Button>
      <ConfirmDialog
        danger
        title={coaching.remove.title}
        confirm={coaching.remove.confirm}
        isOpen={asking}
        isPending={remove.isPending}
        onConfirm={() => remove.mutate()}
        onClose={() => setAsking(false)}
      >
        {coaching.remove.text}
      </ConfirmDialog>
    </>
  )
}
