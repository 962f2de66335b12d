import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ModelStep, modelQuery, showStep, takeStep } from '../api.ts'

/** Takes a step with the model and shows how it stands then. After a refusal it is read anew. */
export function useStep(programme: string, model: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (input: ModelStep) => takeStep(programme, model, input),
    onSuccess: (after) => showStep(queryClient, programme, after),
    onError: () => void queryClient.invalidateQueries({ queryKey: modelQuery(programme, model).queryKey }),
  })
}
