import type { AuthoredModelView } from '@stegvis/core/models/authoring/schema.ts'
import type { TreeModel } from '@stegvis/core/models/tree/schema.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTexts } from '../../locales/app-texts.tsx'
import { Stack } from '../../ui/layout.tsx'
import { Callout } from '../../ui/states.tsx'
import { modelQuery } from '../api.ts'
import { openDraft } from '../document/open-draft.ts'
import { ModelFrame } from '../model-frame.tsx'
import { ModelEditor } from './model-editor.tsx'
import { SaveLine, SaveTrouble } from './save-line.tsx'
import { UndoButtons, undoByKey } from './undo-buttons.tsx'
import { useModelEditing } from './use-model-editing.ts'
import { useSaving, useUnsaved } from './use-saving.ts'

const ROUTE = '/signed-in/programmes/$programme/models/$model'

/** A model of the programme's own while it is written; afterwards the same pages, to read. */
export function EditorPage() {
  const { programme, model } = useParams({ from: ROUTE })
  const { data } = useSuspenseQuery(modelQuery(programme, model))
  const { editor: texts } = useTexts().models
  // What is saved from here on is the editor's to know: only another status opens it anew.
  const [opened, setOpened] = useState(data)
  if (opened.id !== data.id || opened.status !== data.status) setOpened(data)
  const document = openDraft(opened.document)
  return (
    <ModelFrame model={data} page="editor">
      {!document ? (
        <Callout tone="warning" title={texts.unreadable}>
          {texts.unreadableExplained}
        </Callout>
      ) : opened.steps.change ? (
        <WritePage key={opened.id} model={opened} document={document} />
      ) : (
        <ReadPage key={`${opened.id} ${opened.status}`} document={document} />
      )}
    </ModelFrame>
  )
}

function usePart() {
  const { part = 'model' } = useSearch({ from: ROUTE })
  const navigate = useNavigate({ from: '/programmes/$programme/models/$model' })
  return {
    part,
    onPart: (next: string) => void navigate({ search: { part: next }, resetScroll: false }),
  }
}

function ReadPage({ document }: { document: TreeModel }) {
  const { programme } = useParams({ from: ROUTE })
  const editing = useModelEditing(document)
  return <ModelEditor programme={programme} editing={editing} isReadOnly {...usePart()} />
}

function WritePage({ model, document }: { model: AuthoredModelView; document: TreeModel }) {
  const { programme } = useParams({ from: ROUTE })
  const kept = useUnsaved(model.id)
  const stored = kept?.stored ?? { revision: model.revision, document }
  const editing = useModelEditing(kept?.model ?? document)
  const { saver, state } = useSaving({ programme, id: model.id, stored, onMerged: editing.replace })
  useEffect(() => saver.changed(editing.model), [saver, editing.model])
  return (
    <div onKeyDownCapture={(event) => undoByKey(event, editing)}>
      <Stack>
        <SaveTrouble state={state} saver={saver} />
        <ModelEditor
          programme={programme}
          editing={editing}
          isReadOnly={false}
          {...usePart()}
          toolbar={
            <>
              <UndoButtons editing={editing} />
              <SaveLine state={state} />
            </>
          }
        />
      </Stack>
    </div>
  )
}
