import type { CompanyId, PersonId, ProgrammeId, RecordId } from '@stegvis/core/kernel/ids.ts'
import type { ActionView } from '@stegvis/core/plans/schema.ts'
import type { Tx } from '../../db/tenancy.ts'

/** An action as stored, before it is decided what the reader may change. */
export type StoredAction = Omit<ActionView, 'template' | 'mayChange'> & {
  companyId: CompanyId
  /** where it came from, when the ladder proposed it */
  origin: { modelId: string; modelVersion: string; actionId: string } | null
}

/** A removed goal is no goal: its actions stand without one until it is put back. */
const actions = (tx: Tx) =>
  tx
    .selectFrom('action as a')
    .leftJoin('auth.user as u', 'u.id', 'a.owner_id')
    .leftJoin('goal as g', (join) =>
      join
        .onRef('g.programme_id', '=', 'a.programme_id')
        .onRef('g.id', '=', 'a.goal_id')
        .on('g.removed_at', 'is', null),
    )
    .select(['a.id', 'a.company_id', 'a.title', 'a.description', 'a.status', 'a.reason', 'g.id as goal_id'])
    .select(['a.focus_area_id', 'a.dimension_id', 'a.to_level', 'a.owner_id', 'a.owner_name', 'u.name as person_name'])
    .select(['a.due_on', 'a.started_on', 'a.done_on', 'a.effort_hours', 'a.cost_cents'])
    .select(['a.effect_text', 'a.effect_key_figure_id', 'a.effect_amount', 'a.created_at', 'a.removed_at'])
    .select(['a.model_id', 'a.model_version', 'a.model_action_id'])

type Row = Awaited<ReturnType<ReturnType<typeof actions>['execute']>>[number]

function toAction(row: Row): StoredAction {
  const { model_id, model_version, model_action_id } = row
  return {
    id: row.id,
    companyId: row.company_id,
    title: row.title,
    description: row.description,
    status: row.status,
    reason: row.reason,
    goalId: row.goal_id,
    focusAreaId: row.focus_area_id,
    dimensionId: row.dimension_id,
    toLevel: row.to_level,
    ownerId: row.owner_id,
    ownerName: row.owner_name,
    owner: row.person_name ?? row.owner_name,
    dueOn: row.due_on,
    startedOn: row.started_on,
    doneOn: row.done_on,
    effortHours: row.effort_hours,
    costCents: row.cost_cents,
    effectText: row.effect_text,
    effectKeyFigureId: row.effect_key_figure_id,
    effectAmount: row.effect_amount,
    createdAt: row.created_at,
    removedAt: row.removed_at,
    origin:
      model_id && model_version && model_action_id
        ? { modelId: model_id, modelVersion: model_version, actionId: model_action_id }
        : null,
  }
}

/** The actions of a company that stand, in the order in which they came. */
export async function listActions(tx: Tx, companyId: CompanyId): Promise<StoredAction[]> {
  const rows = await actions(tx)
    .where('a.company_id', '=', companyId)
    .where('a.removed_at', 'is', null)
    .orderBy('a.position')
    .orderBy('a.created_at')
    .orderBy('a.id')
    .execute()
  return rows.map(toAction)
}

/** Held, so that two people who change it are merged one after the other. */
export async function holdAction(tx: Tx, id: RecordId): Promise<StoredAction | undefined> {
  const row = await actions(tx).where('a.id', '=', id).forUpdate('a').executeTakeFirst()
  return row && toAction(row)
}

export async function findAction(tx: Tx, id: RecordId): Promise<StoredAction | undefined> {
  const row = await actions(tx).where('a.id', '=', id).executeTakeFirst()
  return row && toAction(row)
}

export type OwnedAction = StoredAction & { companyName: string }

/** What a person has to do in the programme, next due first. */
export async function listOwned(tx: Tx, personId: PersonId, limit: number): Promise<OwnedAction[]> {
  const rows = await actions(tx)
    .innerJoin('company as c', (join) =>
      join.onRef('c.programme_id', '=', 'a.programme_id').onRef('c.id', '=', 'a.company_id'),
    )
    .select('c.name as company_name')
    .where('a.owner_id', '=', personId)
    .where('a.status', 'in', ['planned', 'ongoing'])
    .where('a.removed_at', 'is', null)
    .orderBy('a.due_on', (order) => order.asc().nullsLast())
    .orderBy('a.id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...toAction(row), companyName: row.company_name }))
}

export async function insertAction(tx: Tx, programmeId: ProgrammeId, action: StoredAction): Promise<void> {
  await tx
    .insertInto('action')
    .values((values) => ({
      programme_id: programmeId,
      id: action.id,
      company_id: action.companyId,
      model_id: action.origin?.modelId ?? null,
      model_version: action.origin?.modelVersion ?? null,
      model_action_id: action.origin?.actionId ?? null,
      to_level: action.toLevel,
      created_at: action.createdAt,
      ...columns(action),
      position: values
        .selectFrom('action as other')
        .select((select) =>
          select.fn.coalesce(select(select.fn.max('other.position'), '+', 1), select.lit(0)).as('next'),
        )
        .where('other.company_id', '=', action.companyId),
    }))
    .execute()
}

export async function updateAction(tx: Tx, before: StoredAction, after: StoredAction): Promise<void> {
  const { goal_id, ...rest } = columns(after)
  // A goal that was removed is not shown, but stays written for the day it is put back.
  const goal = before.goalId === after.goalId ? {} : { goal_id }
  await tx
    .updateTable('action')
    .set((set) => ({ ...rest, ...goal, revision: set('revision', '+', 1) }))
    .where('id', '=', after.id)
    .execute()
}

export async function markActionRemoved(tx: Tx, id: RecordId, at: string | null): Promise<void> {
  await tx
    .updateTable('action')
    .set((set) => ({ removed_at: at, revision: set('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

function columns(action: StoredAction) {
  return {
    title: action.title,
    description: action.description,
    status: action.status,
    reason: action.reason,
    goal_id: action.goalId,
    focus_area_id: action.focusAreaId,
    dimension_id: action.dimensionId,
    owner_id: action.ownerId,
    owner_name: action.ownerName,
    due_on: action.dueOn,
    started_on: action.startedOn,
    done_on: action.doneOn,
    effort_hours: action.effortHours,
    cost_cents: action.costCents,
    effect_text: action.effectText,
    effect_key_figure_id: action.effectKeyFigureId,
    effect_amount: action.effectAmount,
  }
}
