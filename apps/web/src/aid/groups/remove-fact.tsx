import type { FactRecord } from '@stegvis/core/aid/groups/picture.ts'
import { useMutation } from '@tanstack/react-query'
import { useTexts } from '../../locales/app-texts.tsx'
import { useProblemText } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { removeFact, restoreFact } from './api.ts'
import { useGroupChanged } from './use-group.ts'

/** Takes a fact away at once; the message that follows puts it back. */
export function useRemoveFact(programme: string, company: string) {
  const { groups, common } = useTexts()
  const problemText = useProblemText()
  const changed = useGroupChanged(programme, company)
  const fail = (error: unknown) => toast(problemText(error), { tone: 'danger' })
  return useMutation({
    mutationFn: ({ id, said }: FactRecord) => removeFact(programme, company, id, said.revision),
    onSuccess: async (group, { id }) => {
      // The row is gone by the time somebody presses undo, so this is no mutation of its own.
      const onPress = () => void restoreFact(programme, company, id).then(changed, fail)
      toast(groups.removed, { action: { label: common.undo, onPress }, group: 'group-fact' })
      await changed(group)
    },
    onError: fail,
  })
}
