import { sameValue } from '@stegvis/core/kernel/same-value.ts'
import type { TreeModel } from '@stegvis/core/models/tree/schema.ts'
import { NetworkError, ProblemError } from '../../app/send.ts'
import { merge } from '../document/merge.ts'
import type { Path } from '../document/path.ts'

/** What the server holds, as far as this page knows. */
export type Stored = { revision: number; document: TreeModel }

/** What somebody else saved in the meantime. */
export type Meanwhile = Stored & { changedBy: string | null; changedAt: string }

export type SaverState =
  | { step: 'saved' | 'waiting' | 'saving' | 'offline' }
  /** both changed the same places: the person chooses */
  | { step: 'conflict'; theirs: Meanwhile; clashes: Path[] }
  | { step: 'refused'; error: unknown }

type SaverDeps = {
  stored: Stored
  put: (document: TreeModel, base: number) => Promise<{ revision: number }>
  /** reads the present state out of a refusal; null when the document is not one that can be shown */
  meanwhileIn: (error: ProblemError) => Meanwhile | null
  /** the model was changed here, by bringing together what two people wrote */
  onMerged: (model: TreeModel, by: string | null) => void
  /** keeps what is not saved on the device, or forgets it */
  keep: (unsaved: { stored: Stored; model: TreeModel } | null) => void
}

const PAUSE_MS = 800
const RETRY_MS = 8000

export type Saver = ReturnType<typeof createSaver>

/** Saves a model as it is written: after a pause, one request at a time, again when there is a network. */
export function createSaver({ stored, put, meanwhileIn, onMerged, keep }: SaverDeps) {
  let base = stored
  let model = stored.document
  let state: SaverState = { step: 'saved' }
  let timer: ReturnType<typeof setTimeout> | undefined
  let isSending = false
  const listeners = new Set<() => void>()

  const show = (next: SaverState): void => {
    state = next
    for (const listener of listeners) listener()
  }
  const later = (milliseconds: number): void => {
    clearTimeout(timer)
    timer = setTimeout(() => void save(), milliseconds)
  }

  async function save(): Promise<void> {
    clearTimeout(timer)
    if (isSending || state.step === 'conflict') return
    if (sameValue(model, base.document)) {
      keep(null)
      show({ step: 'saved' })
      return
    }
    isSending = true
    show({ step: 'saving' })
    const sent = model
    try {
      const { revision } = await put(sent, base.revision)
      base = { revision, document: sent }
      isSending = false
      await save()
    } catch (error) {
      isSending = false
      fail(error)
    }
  }

  function fail(error: unknown): void {
    if (error instanceof NetworkError || (error instanceof ProblemError && error.status >= 502)) {
      show({ step: 'offline' })
      later(RETRY_MS)
      return
    }
    const theirs = error instanceof ProblemError && error.status === 412 ? meanwhileIn(error) : null
    if (!theirs) {
      show({ step: 'refused', error })
      return
    }
    const { merged, clashes } = merge(base.document, model, theirs.document, 'mine')
    if (clashes.length > 0) show({ step: 'conflict', theirs, clashes })
    else take(theirs, merged)
  }

  function take(theirs: Meanwhile, merged: TreeModel): void {
    base = { revision: theirs.revision, document: theirs.document }
    model = merged
    onMerged(merged, theirs.changedBy)
    show({ step: 'waiting' })
    later(0)
  }

  return {
    state: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    /** The revision that the page shows, when everything is saved. */
    revision: () => base.revision,
    /** The model was written on. */
    changed(next: TreeModel): void {
      if (next === model) return
      model = next
      keep({ stored: base, model })
      if (state.step === 'conflict') return
      if (!isSending) show({ step: 'waiting' })
      later(PAUSE_MS)
    },
    /** At once: before a step is taken with the model, or when the network is back. */
    now: () => save(),
    /** Ends a conflict. What did not clash is kept from both sides, whoever wins the rest. */
    resolve(winner: 'mine' | 'theirs'): void {
      if (state.step !== 'conflict') return
      const { theirs } = state
      take(theirs, merge(base.document, model, theirs.document, winner).merged)
    },
    stop: () => clearTimeout(timer),
  }
}
