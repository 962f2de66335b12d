import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from '../../ui/toast.tsx'
import { aidKey } from './api.ts'

/** A deed that changes a company's aid: afterwards everything that shows it is read anew. */
export function useAidChange<Input>(
  programme: string,
  run: (input: Input) => Promise<unknown>,
  /** what is said afterwards; null where the deed says it itself */
  done: { text: string | null; after?: () => void },
) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: run,
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: aidKey(programme) })
      if (done.text !== null) toast(done.text)
      done.after?.()
    },
  })
}
