import type { HistoryEntry } from '@stegvis/core/audit/schema.ts'
import type { RecordId } from '@stegvis/core/kernel/ids.ts'
import { headOf, keepDocument } from '@stegvis/core/models/authoring/document.ts'
import { beginsSitting, changeDraft, removeModel, stepsFor } from '@stegvis/core/models/authoring/rules.ts'
import type {
  AuthoredModelView,
  DocumentInput,
  DocumentReply,
  ModelList,
  NewModel,
} from '@stegvis/core/models/authoring/schema.ts'
import { type Actor, may } from '@stegvis/core/people/permissions.ts'
import { listHistory } from '../../audit/history-store.ts'
import { recordEvent } from '../../audit/store.ts'
import type { Tx } from '../../db/tenancy.ts'
import { Problem } from '../../http/problem.ts'
import type { ModelLibrary } from '../library.ts'
import { beginningOf } from './new-model.ts'
import {
  type AuthoredModel,
  deleteAuthored,
  findAuthored,
  insertAuthored,
  listAuthored,
  listReviews,
  saveDocument,
} from './store.ts'
import { listUses } from './use-store.ts'

/** What the installation brings and what the programme has written itself, with where each is used. */
export async function listModels(tx: Tx, actor: Actor, models: ModelLibrary): Promise<ModelList> {
  const usesOf = await listUses(tx)
  return {
    installed: models.installed().map((row) => ({ ...row, use: usesOf(row.modelId, row.version) })),
    own: (await listAuthored(tx)).map(({ changedById: _, sha256: __, withdrawalReason: ___, ...row }) => ({
      ...row,
      use: usesOf(row.modelId, row.version),
    })),
    mayWrite: may(actor, 'model.write'),
  }
}

export async function getModel(tx: Tx, actor: Actor, id: RecordId): Promise<AuthoredModelView> {
  return viewOf(tx, actor, await requireModel(tx, id))
}

export async function requireModel(tx: Tx, id: RecordId, hold?: 'hold'): Promise<AuthoredModel> {
  const model = await findAuthored(tx, id, hold)
  if (!model) throw new Problem('not-found')
  return model
}

async function viewOf(tx: Tx, actor: Actor, { source: _, ...model }: AuthoredModel): Promise<AuthoredModelView> {
  const usesOf = await listUses(tx)
  return {
    ...model,
    use: usesOf(model.modelId, model.version),
    reviews: await listReviews(tx, model.id),
    steps: stepsFor(actor, model),
  }
}

/** Refuses a step that was taken with an older revision before the eyes. */
export function requireBase(model: AuthoredModel, base: number): void {
  if (model.revision === base) return
  const { revision, changedBy, changedAt, document } = model
  throw new Problem('changed-meanwhile', undefined, { present: { revision, changedBy, changedAt, document } })
}

/** A new draft. A repeated request answers as the first did. */
export async function createModel(
  tx: Tx,
  actor: Actor,
  input: NewModel,
  models: ModelLibrary,
): Promise<AuthoredModelView> {
  if (!(await findAuthored(tx, input.id))) {
    const { document, basedOn } = await beginningOf(tx, models, input)
    const kept = keepDocument(document)
    if (!kept.ok) throw new Problem(kept.problem, kept.detail)
    const { modelId = 'model', version = '1.0.0' } = headOf(document)
    if (await insertAuthored(tx, actor, { id: input.id, modelId, version, text: kept.value, basedOn })) {
      const detail = { model: `${modelId}@${version}`, from: input.from, ...(basedOn && { basedOn }) }
      await recordEvent(tx, actor, { kind: 'model.created', subjectId: input.id, detail })
    }
  }
  return getModel(tx, actor, input.id)
}

/** Keeps the document as it is written, finished or not. The same text again changes nothing. */
export async function saveDraft(
  tx: Tx,
  actor: Actor,
  id: RecordId,
  { document, base }: DocumentInput,
  now: string,
): Promise<DocumentReply> {
  const stored = await requireModel(tx, id, 'hold')
  const decision = changeDraft(stored)
  if (!decision.ok) throw new Problem(decision.problem)
  const kept = keepDocument(document)
  if (!kept.ok) throw new Problem(kept.problem, kept.detail)
  const { modelId = stored.modelId, version = stored.version } = headOf(document)
  if (kept.value === JSON.stringify(stored.document)) {
    return { revision: stored.revision, changedAt: stored.changedAt, modelId: stored.modelId, version: stored.version }
  }
  requireBase(stored, base)
  const revision = stored.revision + 1
  await saveDocument(tx, id, { modelId, version, text: kept.value, revision, by: actor.personId, at: now })
  const minutesAgo = (Date.parse(now) - Date.parse(stored.changedAt)) / 60_000
  if (beginsSitting({ by: stored.changedById, minutesAgo }, actor.personId)) {
    await recordEvent(tx, actor, { kind: 'model.changed', subjectId: id, detail: { model: `${modelId}@${version}` } })
  }
  return { revision, changedAt: now, modelId, version }
}

/** Throws a draft away. Saying it twice changes nothing. */
export async function removeDraft(tx: Tx, actor: Actor, id: RecordId): Promise<void> {
  const stored = await findAuthored(tx, id, 'hold')
  if (!stored) return
  const decision = removeModel(stored)
  if (!decision.ok) throw new Problem(decision.problem)
  await deleteAuthored(tx, id)
  const detail = { model: `${stored.modelId}@${stored.version}` }
  await recordEvent(tx, actor, { kind: 'model.removed', subjectId: id, detail })
}

export async function getHistory(tx: Tx, id: RecordId): Promise<{ entries: HistoryEntry[] }> {
  await requireModel(tx, id)
  return { entries: await listHistory(tx, id) }
}
