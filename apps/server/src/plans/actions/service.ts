import type { History } from '@stegvis/core/audit/schema.ts'
import { applyChanges, type FieldChange, type FieldValue } from '@stegvis/core/kernel/changes.ts'
import { addDays } from '@stegvis/core/kernel/day.ts'
import type { CompanyId, RecordId } from '@stegvis/core/kernel/ids.ts'
import type { Actor, CompanySubject } from '@stegvis/core/people/permissions.ts'
import { ACTION_FACTS, OWNER_FIELDS } from '@stegvis/core/plans/facts.ts'
import { moveAction } from '@stegvis/core/plans/rules.ts'
import type { ActionView, NewAction, SuggestionAnswer } from '@stegvis/core/plans/schema.ts'
import { getResults } from '../../assessments/results/service.ts'
import { listHistory } from '../../audit/history-store.ts'
import { recordEvent } from '../../audit/store.ts'
import { requireCompany, requireInCompany } from '../../companies/access.ts'
import type { Tx } from '../../db/tenancy.ts'
import { type Outcome, refuseErrors } from '../../http/outcome.ts'
import { Problem } from '../../http/problem.ts'
import { findModel } from '../../indicators/key-figures.ts'
import { templateOf } from '../ladders.ts'
import { type PlanContext, seenBy } from '../service.ts'
import { lockPlan } from '../store.ts'
import { requireParts } from './parts.ts'
import {
  findAction,
  holdAction,
  insertAction,
  listActions,
  markActionRemoved,
  type StoredAction,
  updateAction,
} from './store.ts'

/** Adds an action of somebody's own. The same id again answers with the first. */
export async function add(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  entry: NewAction,
  context: PlanContext,
): Promise<ActionView> {
  const subject = await requireCompany(tx, actor, 'plan.edit', companyId)
  const known = await findAction(tx, entry.id)
  if (known) return answerAgain(actor, subject, known, context)
  const { goalId, focusAreaId, dimensionId } = entry
  await requireParts(
    tx,
    { programmeId: actor.programmeId, companyId },
    { goalId, focusAreaId, dimensionId },
    context.models,
  )
  await insertAction(tx, actor.programmeId, { ...blank(companyId, context.now), ...entry })
  await record(tx, actor, 'action.added', { ...entry, companyId }, { status: entry.status })
  return readBack(tx, actor, subject, entry.id, context)
}

/**
 * Takes a proposed action into the plan, or declines it for good. Throws `already-exists` when somebody else
 * answered it first.
 */
export async function answerSuggestion(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  entry: SuggestionAnswer,
  context: PlanContext,
): Promise<ActionView> {
  const subject = await requireCompany(tx, actor, 'plan.edit', companyId)
  await lockPlan(tx, companyId)
  const known = await findAction(tx, entry.id)
  if (known) return answerAgain(actor, subject, known, context)
  const action = await actionFor(tx, actor, companyId, entry, context)
  await requireUnanswered(tx, action)
  const moved = moveAction(null, action, context.today)
  if (!moved.ok) throw new Problem(moved.problem, moved.detail)
  await insertAction(tx, actor.programmeId, moved.value)
  const kind = entry.answer === 'accept' ? 'action.accepted' : 'action.declined'
  await record(tx, actor, kind, action, entry.answer === 'accept' ? {} : { reason: entry.reason })
  return readBack(tx, actor, subject, entry.id, context)
}

/** The proposal as an action, in the words of the person who answers it. Throws `not-found` for an unknown one. */
async function actionFor(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  { id, focusAreaId, action: actionId, answer, reason }: SuggestionAnswer,
  { models, today, now }: PlanContext,
): Promise<StoredAction> {
  const { ladders } = await getResults(tx, actor, companyId, today)
  const ladder = ladders.find(({ focusArea }) => focusArea.id === focusAreaId)
  const model = ladder && findModel(models, ladder.model.id, ladder.model.version)
  const template = templateOf(model, actionId)
  const source = model?.actions.find((action) => action.id === actionId)
  if (!model || !source || !template) throw new Problem('not-found')
  const accepted = answer === 'accept'
  return {
    ...blank(companyId, now),
    id,
    origin: { modelId: model.id, modelVersion: model.version, actionId },
    title: template.name[actor.language],
    description: template.how[actor.language],
    status: accepted ? 'planned' : 'dropped',
    reason: accepted ? null : reason || null,
    focusAreaId,
    dimensionId: source.dimension,
    toLevel: source.to,
    dueOn: accepted ? addDays(today, template.weeks * 7) : null,
    effortHours: template.hours,
    effectText: template.effect[actor.language],
    effectKeyFigureId: template.moves[0] ?? null,
  }
}

/** Changes fields one by one; what others changed first is told in the outcome. */
export async function change(
  tx: Tx,
  actor: Actor,
  id: RecordId,
  changes: readonly FieldChange[],
  context: PlanContext,
): Promise<Outcome<ActionView>> {
  const { before, subject, view } = await requireAction(tx, actor, id, context)
  const isOwners = changes.every(({ field }) => OWNER_FIELDS.has(field))
  if (view.mayChange === 'nothing' || (view.mayChange === 'own' && !isOwners)) throw new Problem('not-allowed')
  const { apply, conflicts, errors } = applyChanges(factsOf(before), changes, ACTION_FACTS)
  refuseErrors(errors)
  if (apply.length > 0) {
    const changed = Object.fromEntries(apply.map(({ field, to }) => [field, to]))
    const key = { programmeId: actor.programmeId, companyId: before.companyId }
    await requireParts(tx, key, changed, context.models, changes)
    const moved = moveAction(before, { ...before, ...changed }, context.today)
    if (!moved.ok) throw new Problem(moved.problem, moved.detail)
    await updateAction(tx, before, moved.value)
    for (const { field, from, to } of apply) await record(tx, actor, 'action.changed', before, { field, from, to })
  }
  return { value: await readBack(tx, actor, subject, id, context), conflicts }
}

/** Takes an action out of the plan; `restore` puts it back. */
export async function remove(tx: Tx, actor: Actor, id: RecordId, context: PlanContext): Promise<ActionView> {
  const { before, subject, view } = await requireAction(tx, actor, id, context)
  if (view.mayChange !== 'all') throw new Problem('not-allowed')
  if (before.removedAt === null) {
    await markActionRemoved(tx, id, context.now)
    await record(tx, actor, 'action.removed', before)
  }
  return readBack(tx, actor, subject, id, context)
}

export async function restore(tx: Tx, actor: Actor, id: RecordId, context: PlanContext): Promise<ActionView> {
  const { before, subject, view } = await requireAction(tx, actor, id, context)
  if (view.mayChange !== 'all') throw new Problem('not-allowed')
  if (before.removedAt !== null) {
    await lockPlan(tx, before.companyId)
    await requireUnanswered(tx, before)
    await markActionRemoved(tx, id, null)
    await record(tx, actor, 'action.restored', before)
  }
  return readBack(tx, actor, subject, id, context)
}

/** Who did what to an action, newest first. */
export async function readHistory(tx: Tx, actor: Actor, id: RecordId): Promise<History> {
  const action = await findAction(tx, id)
  if (!action) throw new Problem('not-found')
  await requireInCompany(tx, actor, 'history.read', action.companyId)
  return { entries: await listHistory(tx, id) }
}

async function requireAction(
  tx: Tx,
  actor: Actor,
  id: RecordId,
  { models }: PlanContext,
): Promise<{ before: StoredAction; subject: CompanySubject; view: ActionView }> {
  const before = await holdAction(tx, id)
  if (!before) throw new Problem('not-found')
  const subject = await requireInCompany(tx, actor, 'plan.read', before.companyId)
  return { before, subject, view: seenBy(actor, subject, before, models) }
}

/** A proposal of the ladder is answered once in a plan. */
async function requireUnanswered(tx: Tx, { origin, companyId }: StoredAction): Promise<void> {
  if (!origin) return
  const answered = (await listActions(tx, companyId)).some(
    (other) => other.origin?.modelId === origin.modelId && other.origin.actionId === origin.actionId,
  )
  if (answered) throw new Problem('already-exists')
}

function answerAgain(actor: Actor, subject: CompanySubject, known: StoredAction, { models }: PlanContext): ActionView {
  if (known.companyId !== subject.companyId) throw new Problem('already-exists')
  return seenBy(actor, subject, known, models)
}

async function readBack(
  tx: Tx,
  actor: Actor,
  subject: CompanySubject,
  id: RecordId,
  { models }: PlanContext,
): Promise<ActionView> {
  const action = await findAction(tx, id)
  if (!action) throw new Problem('not-found')
  return seenBy(actor, subject, action, models)
}

function factsOf(action: StoredAction): Record<string, FieldValue> {
  return Object.fromEntries(
    Object.keys(ACTION_FACTS).map((field) => [field, action[field as keyof typeof ACTION_FACTS]]),
  )
}

function blank(companyId: CompanyId, now: string): Omit<StoredAction, 'id' | 'title'> {
  return {
    companyId,
    origin: null,
    description: null,
    status: 'planned',
    reason: null,
    goalId: null,
    focusAreaId: null,
    dimensionId: null,
    toLevel: null,
    ownerId: null,
    ownerName: null,
    owner: null,
    dueOn: null,
    startedOn: null,
    doneOn: null,
    effortHours: null,
    costCents: null,
    effectText: null,
    effectKeyFigureId: null,
    effectAmount: null,
    createdAt: now,
    removedAt: null,
  }
}

function record(
  tx: Tx,
  actor: Actor,
  kind: string,
  { id, companyId, title }: Pick<StoredAction, 'id' | 'companyId' | 'title'>,
  detail: Record<string, unknown> = {},
): Promise<void> {
  return recordEvent(tx, actor, { kind, companyId, subjectId: id, audience: 'all', detail: { title, ...detail } })
}
