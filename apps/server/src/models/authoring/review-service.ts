import { createHash } from 'node:crypto'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { RecordId } from '@stegvis/core/kernel/ids.ts'
import { type CheckedModel, checkDocument } from '@stegvis/core/models/authoring/check.ts'
import { viewDiff } from '@stegvis/core/models/authoring/diff.ts'
import { runExamples } from '@stegvis/core/models/authoring/examples.ts'
import { printDocument } from '@stegvis/core/models/authoring/print.ts'
import { hindrancesOf, sinceNewest } from '@stegvis/core/models/authoring/publishing.ts'
import {
  submitForReview as maySubmit,
  takeBack as mayTakeBack,
  publishModel,
  reviewModel,
  withdrawModel,
} from '@stegvis/core/models/authoring/rules.ts'
import type {
  AuthoredModelView,
  ModelCheck,
  ModelDiffView,
  ReviewInput,
} from '@stegvis/core/models/authoring/schema.ts'
import type { Actor } from '@stegvis/core/people/permissions.ts'
import { recordEvent } from '../../audit/store.ts'
import type { Tx } from '../../db/tenancy.ts'
import { Problem } from '../../http/problem.ts'
import { findModel, type ModelLibrary } from '../library.ts'
import { listTrees, listVersions } from '../versions.ts'
import { getModel, requireBase, requireModel } from './service.ts'
import { type AuthoredModel, insertReview, savePublished, saveWithdrawn, setStatus } from './store.ts'

export async function checkModel(tx: Tx, id: RecordId, models: ModelLibrary): Promise<ModelCheck> {
  const stored = await requireModel(tx, id)
  return checkStored(tx, stored, checkDocument(stored.document), models)
}

async function checkStored(
  tx: Tx,
  stored: AuthoredModel,
  checked: CheckedModel,
  models: ModelLibrary,
): Promise<ModelCheck> {
  const model = checked.ok ? checked.model : null
  const examples = model ? runExamples(model) : []
  const errors = checked.ok ? [] : checked.errors
  const hindrances = hindrancesOf(model, {
    ...{ errors: errors.length, examples, approved: stored.approved },
    versions: await listVersions(tx, models, stored.modelId),
    since: model && sinceNewest(await listTrees(tx, models, stored.modelId), model),
  })
  return { revision: stored.revision, errors, warnings: checked.ok ? checked.warnings : [], examples, hindrances }
}

export async function diffModel(tx: Tx, id: RecordId, against: string, models: ModelLibrary): Promise<ModelDiffView> {
  const stored = await requireModel(tx, id)
  const [olderId, version] = against.split('@') as [string, string]
  const older = await findModel(tx, models, olderId, version)
  if (older?.kind !== 'tree') throw new Problem('model-not-found', against)
  const checked = checkDocument(stored.document)
  if (!checked.ok) throw new Problem('model-invalid', undefined, { errors: checked.errors })
  return viewDiff(older.model, checked.model)
}

export async function submitForReview(tx: Tx, actor: Actor, id: RecordId, base: number): Promise<AuthoredModelView> {
  const stored = await requireModel(tx, id, 'hold')
  if (stored.status !== 'in-review') {
    requireBase(stored, base)
    const checked = checkDocument(stored.document)
    const errors = checked.ok ? [] : checked.errors
    const decision = maySubmit(stored, errors.length)
    if (!decision.ok) throw new Problem(decision.problem, decision.detail, { errors })
    await setStatus(tx, id, decision.value)
    await tell(tx, actor, stored, 'model.submitted', { revision: stored.revision })
  }
  return getModel(tx, actor, id)
}

export async function takeBack(tx: Tx, actor: Actor, id: RecordId): Promise<AuthoredModelView> {
  const stored = await requireModel(tx, id, 'hold')
  if (stored.status !== 'draft') {
    const decision = mayTakeBack(stored)
    if (!decision.ok) throw new Problem(decision.problem)
    await setStatus(tx, id, decision.value)
    await tell(tx, actor, stored, 'model.taken-back')
  }
  return getModel(tx, actor, id)
}

/** The second person's word on the revision they read. A repeated request answers as the first did. */
export async function review(
  tx: Tx,
  actor: Actor,
  id: RecordId,
  { id: reviewId, base, verdict, comment }: ReviewInput,
  now: string,
): Promise<AuthoredModelView> {
  const stored = await requireModel(tx, id, 'hold')
  const given = await getModel(tx, actor, id)
  if (given.reviews.some((one) => one.id === reviewId)) return given
  requireBase(stored, base)
  const decision = reviewModel(stored, actor.personId, verdict, comment)
  if (!decision.ok) throw new Problem(decision.problem)
  const { revision } = stored
  await insertReview(tx, actor, { id: reviewId, modelId: id, revision, verdict, comment, at: now })
  if (decision.value !== stored.status) await setStatus(tx, id, decision.value)
  await tell(tx, actor, stored, verdict === 'approve' ? 'model.approved' : 'model.returned', { revision })
  return getModel(tx, actor, id)
}

/** Prints the version and keeps it for ever. Refuses with what still hinders it. */
export async function publish(
  tx: Tx,
  actor: Actor,
  id: RecordId,
  base: number,
  { models, today }: { models: ModelLibrary; today: PlainDate },
): Promise<AuthoredModelView> {
  const stored = await requireModel(tx, id, 'hold')
  if (stored.status !== 'published') {
    requireBase(stored, base)
    const document = { ...stored.document, status: 'published', 'published-on': today }
    const checked = checkDocument(document)
    const { errors, hindrances } = await checkStored(tx, stored, checked, models)
    const decision = publishModel(stored, hindrances)
    if (!decision.ok) throw new Problem(decision.problem, decision.detail, { hindrances, errors })
    if (!checked.ok) throw new Error('a model with errors cannot have passed')
    const source = printDocument(checked.model)
    const sha256 = createHash('sha256').update(source).digest('hex')
    const text = JSON.stringify(document)
    await savePublished(tx, id, { text, source, sha256, on: today, by: actor.personId })
    await tell(tx, actor, stored, 'model.published', { sha256 })
  }
  return getModel(tx, actor, id)
}

export async function withdraw(
  tx: Tx,
  actor: Actor,
  id: RecordId,
  reason: string,
  today: PlainDate,
): Promise<AuthoredModelView> {
  const stored = await requireModel(tx, id, 'hold')
  if (stored.status !== 'withdrawn') {
    const decision = withdrawModel(stored, reason)
    if (!decision.ok) throw new Problem(decision.problem)
    await saveWithdrawn(tx, id, { on: today, by: actor.personId, reason })
    await tell(tx, actor, stored, 'model.withdrawn', { reason })
  }
  return getModel(tx, actor, id)
}

async function tell(
  tx: Tx,
  actor: Actor,
  { id, modelId, version }: AuthoredModel,
  kind: string,
  detail: Record<string, unknown> = {},
): Promise<void> {
  await recordEvent(tx, actor, { kind, subjectId: id, detail: { model: `${modelId}@${version}`, ...detail } })
}
