import type { Draft, FieldValue, OfflineDatabase } from './database.ts'
import { createObservable } from './observable.ts'

/** A draft as a field sees it: also for a while after the server confirmed it, so that it can be undone. */
export type ShownDraft = Draft | (Omit<Draft, 'state'> & { state: 'saved' })
export type NewDraft = Pick<Draft, 'url' | 'field' | 'value' | 'base' | 'page' | 'label' | 'queryKey'>

export type Drafts = ReturnType<typeof createDrafts>

export const draftKey = (url: string, field: string) => `${url} ${field}`

/**
 * What was typed and is not confirmed, kept in IndexedDB from the first key stroke on and mirrored in memory,
 * so that a field shows its draft in its first render.
 */
export function createDrafts(database: OfflineDatabase) {
  const shown = new Map<string, ShownDraft>()
  const changed = createObservable()
  let list: readonly ShownDraft[] = []

  function tell() {
    list = [...shown.values()]
    changed.tell()
  }

  function show(key: string, draft: ShownDraft | undefined) {
    if (draft) shown.set(key, draft)
    else shown.delete(key)
    tell()
  }

  /** Reads what earlier pages left. What was still being typed when a page closed is ready now. */
  async function load(): Promise<void> {
    await database.drafts
      .where('key')
      .above('')
      .modify((draft) => {
        if (draft.state === 'typing') draft.state = 'ready'
      })
    await refresh()
  }

  /** Another tab may have sent or changed drafts meanwhile. */
  async function refresh(): Promise<void> {
    const rows = await database.drafts.toArray()
    const kept = new Set(rows.map(({ key }) => key))
    for (const [key, draft] of shown) if (draft.state !== 'saved' && !kept.has(key)) shown.delete(key)
    for (const row of rows) if (shown.get(row.key)?.state !== 'typing') shown.set(row.key, row)
    tell()
  }

  async function keep(key: string, draft: Draft): Promise<void> {
    show(key, draft)
    await database.drafts.put({ ...draft, key })
  }

  async function drop(key: string): Promise<void> {
    show(key, undefined)
    await database.drafts.delete(key)
  }

  /** Records a key stroke. In a conflict the choice stays open. Going back to what is stored leaves nothing to save. */
  async function write(draft: NewDraft): Promise<void> {
    const key = draftKey(draft.url, draft.field)
    const earlier = shown.get(key)
    if (earlier?.state === 'conflict') {
      await keep(key, { ...earlier, value: draft.value })
      return
    }
    const base = earlier === undefined ? draft.base : earlier.state === 'saved' ? earlier.value : earlier.base
    if (draft.value === base) await drop(key)
    else await keep(key, { ...draft, base, state: 'typing' })
  }

  /** The person left the field, or paused: it may be sent. */
  async function ready(url: string, field: string): Promise<void> {
    const key = draftKey(url, field)
    const draft = shown.get(key)
    if (draft?.state === 'typing') await keep(key, { ...draft, state: 'ready' })
  }

  /** In a conflict: the person's own value wins over what the other one wrote. */
  async function keepMine(url: string, field: string): Promise<void> {
    const key = draftKey(url, field)
    const draft = shown.get(key)
    if (draft?.state !== 'conflict') return
    const { present, ...mine } = draft
    await keep(key, { ...mine, base: present ?? null, state: 'ready' })
  }

  async function discard(url: string, field: string): Promise<void> {
    await drop(draftKey(url, field))
  }

  /** What the server made of a draft that was sent. */
  async function settle(sent: Draft, verdict: Verdict): Promise<void> {
    const key = draftKey(sent.url, sent.field)
    const now = shown.get(key)
    // Typed on while it was sent: what is there now builds on what the server has now.
    if (now && now.state !== 'saved' && now.value !== sent.value) {
      if (verdict.state === 'saved') await keep(key, { ...now, base: sent.value })
      else if (verdict.state === 'conflict') await keep(key, { ...now, state: 'conflict', present: verdict.present })
      return
    }
    if (verdict.state === 'saved') {
      await database.drafts.delete(key)
      show(key, { ...sent, state: 'saved' })
    } else await keep(key, { ...sent, ...verdict })
  }

  return {
    load,
    refresh,
    write,
    ready,
    keepMine,
    discard,
    get: (url: string, field: string) => shown.get(draftKey(url, field)),
    all: () => list,
    subscribe: changed.subscribe,
    settle,
  }
}

export type Verdict =
  | { state: 'saved' }
  | { state: 'conflict'; present: FieldValue }
  | { state: 'refused'; refusal: NonNullable<Draft['refusal']> }
