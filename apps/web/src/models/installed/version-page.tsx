import { RecordId } from '@stegvis/core/kernel/ids.ts'
import type { TreeModel } from '@stegvis/core/models/tree/schema.ts'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { newId } from '../../app/new-id.ts'
import { useMay } from '../../app/session.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useLanguage } from '../../locales/texts.tsx'
import { Button } from '../../ui/button.tsx'
import { Stack } from '../../ui/layout.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { useProblemText } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { createModel, showStep, versionFileUrl, versionQuery } from '../api.ts'
import { ModelEditor } from '../editor/model-editor.tsx'
import { useModelEditing } from '../editor/use-model-editing.ts'
import { ExportLink } from '../model-frame.tsx'
import { modelPath, modelsPath } from '../paths.ts'
import { LadderView } from './ladder-view.tsx'

const ROUTE = '/signed-in/programmes/$programme/models/versions/$id/$version'

/** A version that never changes, to read, to try and to begin from. */
export function VersionPage() {
  const { programme, id, version } = useParams({ from: ROUTE })
  const { data } = useSuspenseQuery(versionQuery(programme, id, version))
  const { models: texts } = useTexts()
  const { language } = useLanguage()
  const mayWrite = useMay('model.write')
  const name: Readonly<Record<string, string>> = data.name
  const isTree = data.format === 'stegvis-model/2'
  return (
    <Stack>
      <PageHeader
        title={name[language] ?? Object.values(name)[0] ?? id}
        breadcrumbs={[{ label: texts.title, href: modelsPath(programme) }]}
        intro={texts.versionOf({ id, version })}
        actions={
          <>
            {isTree && mayWrite && <BeginFrom model={`${id}@${version}`} />}
            <ExportLink href={versionFileUrl(programme, id, version)} />
          </>
        }
      />
      {data.format === 'stegvis-model/2' ? (
        <TreeVersion key={`${id}@${version}`} model={data} />
      ) : (
        <LadderView model={data} />
      )}
    </Stack>
  )
}

function TreeVersion({ model }: { model: TreeModel }) {
  const { programme } = useParams({ from: ROUTE })
  const { part = 'model' } = useSearch({ from: ROUTE })
  const navigate = useNavigate({ from: '/programmes/$programme/models/versions/$id/$version' })
  const editing = useModelEditing(model)
  return (
    <ModelEditor
      programme={programme}
      editing={editing}
      isReadOnly
      part={part}
      onPart={(next) => void navigate({ search: { part: next }, resetScroll: false })}
    />
  )
}

function BeginFrom({ model }: { model: string }) {
  const { programme } = useParams({ from: ROUTE })
  const { models: texts } = useTexts()
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
