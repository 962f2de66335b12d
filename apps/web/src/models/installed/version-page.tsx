import type { TreeModel } from '@stegvis/core/models/tree/schema.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useMay } from '../../app/session.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { useLanguage } from '../../locales/texts.tsx'
import { Stack } from '../../ui/layout.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { versionFileUrl, versionQuery } from '../api.ts'
import { BeginVersion } from '../begin-version.tsx'
import { ModelEditor } from '../editor/model-editor.tsx'
import { useModelEditing } from '../editor/use-model-editing.ts'
import { ExportLink } from '../model-frame.tsx'
import { modelsPath } from '../paths.ts'
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
            {isTree && mayWrite && <BeginVersion programme={programme} model={`${id}@${version}`} />}
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
