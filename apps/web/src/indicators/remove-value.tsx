import type { KeyFigureValue } from '@stegvis/core/indicators/schema.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../locales/app-texts.tsx'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/dialog.tsx'
import { useProblemText } from '../ui/states.tsx'
import { toast } from '../ui/toast.tsx'
import { indicatorsKey, removeValue, restoreValue } from './api.ts'

type Props = { programme: string; value: KeyFigureValue; onRemoved: () => void }

/** Asks first, and can be undone from the message that follows. */
export function RemoveValue({ programme, value, onRemoved }: Props) {
  const { indicators, common } = useTexts()
  const problemText = useProblemText()
  const queryClient = useQueryClient()
  const [asking, setAsking] = useState(false)
  const refresh = () => queryClient.invalidateQueries({ queryKey: indicatorsKey(programme) })
  const fail = (error: unknown) => toast(problemText(error), { tone: 'danger' })
  const remove = useMutation({
    mutationFn: () => removeValue(programme, value.id),
    onSuccess: async () => {
      // The component is gone by the time somebody presses undo, so this is no mutation of its own.
      const onPress = () => void restoreValue(programme, value.id).then(refresh, fail)
      toast(indicators.remove.done, { action: { label: common.undo, onPress } })
      setAsking(false)
      onRemoved()
      await refresh()
    },
    onError: fail,
  })
  return (
    <>
      <Button kind="quiet" icon="trash" onPress={() => setAsking(true)}>
        {indicators.remove.action}
      </Button>
      <ConfirmDialog
        danger
        title={indicators.remove.title}
        confirm={indicators.remove.action}
        isOpen={asking}
        isPending={remove.isPending}
        onConfirm={() => remove.mutate()}
        onClose={() => setAsking(false)}
      >
        {indicators.remove.text}
      </ConfirmDialog>
    </>
  )
}
