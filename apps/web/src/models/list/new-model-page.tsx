import type { NewModel } from '@stegvis/core/models/authoring/schema.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { Stack } from '../../ui/layout.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { createModel, showStep } from '../api.ts'
import { modelPath, modelsPath } from '../paths.ts'
import { FromFile } from './from-file.tsx'
import { FromStructure } from './from-structure.tsx'
import { FromVersion } from './from-version.tsx'

const WAYS = ['structure', 'version', 'file'] as const
type Way = (typeof WAYS)[number]

/** Beginning a model: from a structure, from one there is, or from a file. */
export function NewModelPage() {
  const { models: texts } = useTexts()
  const { programme } = useParams({ from: '/signed-in/programmes/$programme/models/new' })
  const [way, setWay] = useState<Way>('structure')
  const begin = useBegin(programme)
  const form = { begin: begin.mutate, isPending: begin.isPending, problem: begin.error }
  return (
    <Stack gap="l">
      <PageHeader
        title={texts.new.title}
        intro={texts.new.intro}
        breadcrumbs={[{ label: texts.title, href: modelsPath(programme) }]}
      />
      <RadioGroup
        label={texts.new.way}
        row
        value={way}
        onChange={(next) => {
          begin.reset()
          setWay(WAYS.find((one) => one === next) ?? 'structure')
        }}
        options={WAYS.map((id) => ({ id, label: texts.new.ways[id] }))}
      />
      {way === 'structure' && <FromStructure {...form} />}
      {way === 'version' && <FromVersion {...form} />}
      {way === 'file' && <FromFile {...form} />}
    </Stack>
  )
}

/** What each way to begin is given: the deed, and how it went. */
export type BeginProps = { begin: (model: NewModel) => void; isPending: boolean; problem: unknown }

function useBegin(programme: string) {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: (model: NewModel) => createModel(programme, model),
    onSuccess: async (model) => {
      showStep(queryClient, programme, model)
      await navigate({ href: modelPath(programme, model.id) })
    },
  })
}
