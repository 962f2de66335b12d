import { RecordId } from '@stegvis/core/kernel/ids.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { newId } from '../app/new-id.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { Button } from '../ui/button.tsx'
import { useProblemText } from '../ui/states.tsx'
import { toast } from '../ui/toast.tsx'
import { createModel, showStep } from './api.ts'
import { modelPath } from './paths.ts'

/** The version after `model`, as `id@version`: a draft that begins as a copy of it. */
export function BeginVersion({ programme, model }: { programme: string; model: string }) {
  const texts = useTexts().models
  const [id] = useState(newId)
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const problem = useProblemText()
  const begin = useMutation({
    mutationFn: () => createModel(programme, { from: 'version', id: RecordId.parse(id), model }),
    onSuccess: async (made) => {
      showStep(queryClient, programme, made)
      await navigate({ href: modelPath(programme, made.id) })
    },
    onError: (error) => toast(problem(error), { tone: 'danger' }),
  })
  return (
    <Button kind="primary" isPending={begin.isPending} onPress={() => begin.mutate()}>
      {texts.newVersion}
    </Button>
  )
}
