import type { AuthoredModelView } from '@stegvis/core/models/authoring/schema.ts'
import type { TreeModel } from '@stegvis/core/models/tree/schema.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { ProblemError } from '../../app/send.ts'
import { useMe } from '../../app/session.ts'
import { useTexts } from '../../locales/app-texts.tsx'
import { toast } from '../../ui/toast.tsx'
import { modelQuery, saveDocument } from '../api.ts'
import { openDraft } from '../document/open-draft.ts'
import { createSaver, type Meanwhile, type Stored } from './saver.ts'
import { type Unsaved, unsavedModel } from './unsaved.ts'

type SavingOptions = {
  programme: string
  id: string
  stored: Stored
  onMerged: (model: TreeModel) => void
}

/** What was kept on this device of a model, when the page was closed before it was saved. */
export function useUnsaved(id: string): Unsaved | null {
  const me = useMe()
  const [kept] = useState(() => unsavedModel(me.id, id).read())
  return kept
}

/** Saves the model while it is written, and tells how far that is. */
export function useSaving({ programme, id, stored, onMerged }: SavingOptions) {
  const me = useMe()
  const queryClient = useQueryClient()
  const { editor } = useTexts().models
  const merged = useRef<(model: TreeModel, by: string | null) => void>(() => {})
  merged.current = (model, by) => {
    onMerged(model)
    toast(editor.merged({ name: by ?? editor.somebody }), { tone: 'info' })
  }
  const [saver] = useState(() => {
    const { queryKey } = modelQuery(programme, id)
    return createSaver({
      stored,
      put: async (document, base) => {
        const saved = await saveDocument(programme, id, { document: { ...document }, base })
        queryClient.setQueryData(queryKey, (before: AuthoredModelView | undefined) =>
          before ? { ...before, ...saved, document: { ...document }, name: document.name } : before,
        )
        return saved
      },
      meanwhileIn,
      onMerged: (model, by) => merged.current(model, by),
      keep: (unsaved) => unsavedModel(me.id, id).keep(unsaved),
    })
  })
  useEffect(() => {
    const again = () => void saver.now()
    window.addEventListener('online', again)
    return () => {
      window.removeEventListener('online', again)
      // Leaving the page does not wait for the pause; where it leads, what is shown then is read again.
      const before = saver.revision()
      void saver.now().then(() => {
        const { queryKey } = modelQuery(programme, id)
        if (saver.revision() !== before) void queryClient.invalidateQueries({ queryKey })
      })
    }
  }, [saver, queryClient, programme, id])
  return { saver, state: useSyncExternalStore(saver.subscribe, saver.state) }
}

function meanwhileIn({ extra }: ProblemError): Meanwhile | null {
  const present = extra.present as
    | Pick<AuthoredModelView, 'revision' | 'changedBy' | 'changedAt' | 'document'>
    | undefined
  const document = present && openDraft(present.document)
  return document ? { ...present, document } : null
}
