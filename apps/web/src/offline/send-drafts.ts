import { NetworkError, ProblemError } from '../app/send.ts'
import type { Draft, FieldValue, OfflineDatabase } from './database.ts'
import type { Drafts } from './drafts.ts'
import type { Outcome } from './sender.ts'

type Parts = {
  database: OfflineDatabase
  drafts: Drafts
  send: (url: string, init: RequestInit) => Promise<Response>
  /** the record on the server is another now */
  onSaved: (queryKey: readonly unknown[]) => void
}

/** Worth another try later: no answer, a fault of the server, or too many at once. */
export function isPassing(error: unknown): boolean {
  return (
    error instanceof NetworkError || (error instanceof ProblemError && (error.status >= 500 || error.status === 429))
  )
}

/** Sends every draft that is ready, one request a record, so that its fields are merged one by one. */
export async function sendDrafts(parts: Parts): Promise<Outcome> {
  const waiting = await parts.database.drafts.filter(({ state }) => state === 'ready').toArray()
  for (const [url, drafts] of Map.groupBy(waiting, (draft) => draft.url)) {
    const outcome = await sendRecord(parts, url, drafts)
    if (outcome !== 'sent') return outcome
  }
  return 'sent'
}

async function sendRecord(parts: Parts, url: string, drafts: readonly Draft[]): Promise<Outcome> {
  const changes = drafts.map(({ field, base, value }) => ({ field, from: base, to: value }))
  try {
    await parts.send(url, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ changes }),
    })
    for (const draft of drafts) await parts.drafts.settle(draft, { state: 'saved' })
    parts.onSaved(drafts[0]!.queryKey)
    return 'sent'
  } catch (error) {
    if (isPassing(error)) return 'later'
    if (!(error instanceof ProblemError)) throw error
    if (error.status === 401) return 'signed-out'
    return settleRefused(parts, url, drafts, error)
  }
}

async function settleRefused(
  parts: Parts,
  url: string,
  drafts: readonly Draft[],
  error: ProblemError,
): Promise<Outcome> {
  const conflicts = conflictsOf(error)
  if (conflicts) {
    // The server kept the changes that nobody else had touched.
    for (const draft of drafts) {
      const conflict = conflicts.get(draft.field)
      const verdict = conflict
        ? ({ state: 'conflict', present: conflict.present } as const)
        : ({ state: 'saved' } as const)
      await parts.drafts.settle(draft, verdict)
    }
    parts.onSaved(drafts[0]!.queryKey)
    return 'sent'
  }
  const wrong = fieldsAtFault(error, drafts)
  const refusal = { slug: error.slug, status: error.status, extra: error.extra }
  for (const draft of wrong) await parts.drafts.settle(draft, { state: 'refused', refusal })
  const rest = drafts.filter((draft) => !wrong.includes(draft))
  return rest.length > 0 ? sendRecord(parts, url, rest) : 'sent'
}

/** A 412 says for each field that somebody else changed what it holds now. */
function conflictsOf(error: ProblemError): Map<string, { present: FieldValue }> | undefined {
  const { conflicts } = error.extra
  if (error.slug !== 'changed-meanwhile' || !Array.isArray(conflicts)) return undefined
  return new Map((conflicts as { field: string; present: FieldValue }[]).map((conflict) => [conflict.field, conflict]))
}

/** The drafts that `#/changes/2/to` and the like point at; all of them when nothing does. */
function fieldsAtFault(error: ProblemError, drafts: readonly Draft[]): readonly Draft[] {
  const places = error.errors.map(({ pointer }) => /^#\/changes\/(\d+)\//.exec(pointer)?.[1])
  const wrong = drafts.filter((_, at) => places.includes(String(at)))
  return wrong.length > 0 ? wrong : drafts
}
