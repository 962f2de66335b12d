import { createContext, useContext, useEffect, useRef } from 'react'
import type { FieldValue, Refusal } from '../offline/database.ts'
import type { ShownDraft } from '../offline/drafts.ts'
import type { Offline } from '../offline/offline.ts'
import { type SenderState, useDraft, useOffline, useSenderState } from '../offline/offline-context.tsx'

export type RecordOnServer = {
  /** where its changes are sent: `PATCH` with `{ changes: [{ field, from, to }] }` */
  url: string
  /** the queries that show it; refreshed after each save */
  queryKey: readonly unknown[]
  /** what the server holds, by field */
  values: Readonly<Record<string, FieldValue>>
  isReadOnly?: boolean
}

export const RecordContext = createContext<RecordOnServer | null>(null)

export type SaveState = 'untouched' | 'typing' | 'saving' | 'offline' | 'signed-out' | 'saved' | 'conflict' | 'refused'

export type SavedField = {
  value: FieldValue
  state: SaveState
  isReadOnly: boolean
  /** writes; `now` for choices that are made in one step */
  change: (value: FieldValue, when?: 'now' | 'after a pause') => void
  /** on leaving the field */
  commit: () => void
  /** puts back what was there before the last save */
  undo: (() => void) | undefined
  conflict: { mine: FieldValue; theirs: FieldValue; keepMine: () => void; takeTheirs: () => void } | undefined
  refusal: Refusal | undefined
}

const PAUSE_MILLISECONDS = 1000

/** One field of the record around it: written locally at every key stroke, sent after a pause or on leaving. */
export function useSavedField(field: string, label: string): SavedField {
  const record = useRecord()
  const offline = useOffline()
  const { drafts, sender } = offline
  const sending = useSenderState()
  const { url, queryKey } = record
  const stored = record.values[field] ?? null
  const draft = useDraft(url, field)
  const value = draft && isNewer(draft, stored) ? draft.value : stored
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const commit = () => {
    clearTimeout(timer.current)
    void drafts.ready(url, field).then(sender.kick)
  }
  const change: SavedField['change'] = (next, when = 'after a pause') => {
    clearTimeout(timer.current)
    const page = `${location.pathname}${location.search}`
    const written = drafts.write({ url, field, label, page, queryKey, base: stored, value: next })
    if (when === 'now') void written.then(commit)
    else timer.current = setTimeout(commit, PAUSE_MILLISECONDS)
  }
  useCommitOnLeaving(commit)

  return {
    value,
    state: stateOf(draft, stored, sending),
    isReadOnly: record.isReadOnly ?? false,
    change,
    commit,
    undo: draft?.state === 'saved' && value === draft.value ? () => change(draft.base, 'now') : undefined,
    conflict: conflictOf(draft, offline),
    refusal: draft?.state === 'refused' ? draft.refusal : undefined,
  }
}

function useRecord(): RecordOnServer {
  const record = useContext(RecordContext)
  if (!record) throw new Error('a saved field belongs in a SavedRecord')
  return record
}

/** A confirmed draft is shown until the record has been read again; from then on the record is right. */
function isNewer(draft: ShownDraft, stored: FieldValue): boolean {
  return draft.state !== 'saved' || stored === draft.base
}

function stateOf(draft: ShownDraft | undefined, stored: FieldValue, { stuck, signedOut }: SenderState): SaveState {
  if (!draft) return 'untouched'
  if (draft.state === 'ready') return signedOut ? 'signed-out' : stuck ? 'offline' : 'saving'
  // Somebody else wrote after us: what we saved is no longer what is shown.
  if (draft.state === 'saved' && stored !== draft.base && stored !== draft.value) return 'untouched'
  return draft.state
}

function conflictOf(draft: ShownDraft | undefined, { drafts, sender }: Offline): SavedField['conflict'] {
  if (draft?.state !== 'conflict') return undefined
  const { url, field } = draft
  return {
    mine: draft.value,
    theirs: draft.present ?? null,
    keepMine: () => void drafts.keepMine(url, field).then(sender.kick),
    takeTheirs: () => void drafts.discard(url, field),
  }
}

/** What was typed is sent when the page is left, hidden or closed before the pause was over. */
function useCommitOnLeaving(commit: () => void) {
  const latest = useRef(commit)
  useEffect(() => {
    latest.current = commit
  })
  useEffect(() => {
    const leave = () => latest.current()
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [])
}
