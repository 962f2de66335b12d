import { applyChanges, type FieldChange } from '@stegvis/core/kernel/changes.ts'
import type { CompanyId, RecordId } from '@stegvis/core/kernel/ids.ts'
import type { Actor } from '@stegvis/core/people/permissions.ts'
import { GOAL_FACTS } from '@stegvis/core/plans/facts.ts'
import { addGoal } from '@stegvis/core/plans/rules.ts'
import type { Goal, NewGoal } from '@stegvis/core/plans/schema.ts'
import { recordEvent } from '../audit/store.ts'
import { requireCompany, requireInCompany } from '../companies/access.ts'
import type { Tx } from '../db/tenancy.ts'
import { type Outcome, refuseErrors } from '../http/outcome.ts'
import { Problem } from '../http/problem.ts'
import { type GoalColumns, holdGoal, insertGoal, listGoals, lockPlan, type StoredGoal, updateGoal } from './store.ts'

/** Adds a goal, up to five. The same id again answers with the first. */
export async function add(tx: Tx, actor: Actor, companyId: CompanyId, entry: NewGoal): Promise<Goal> {
  await requireCompany(tx, actor, 'plan.edit', companyId)
  await lockPlan(tx, companyId)
  const known = await holdGoal(tx, entry.id)
  if (known && known.companyId !== companyId) throw new Problem('already-exists')
  if (known) return toGoal(known)
  const goals = await listGoals(tx, companyId)
  const decision = addGoal(goals.length)
  if (!decision.ok) throw new Problem(decision.problem, decision.detail)
  const position = (goals.at(-1)?.position ?? -1) + 1
  await insertGoal(tx, { programmeId: actor.programmeId, companyId }, { ...entry, position })
  await record(tx, actor, 'goal.added', { ...entry, companyId })
  return { ...entry, position }
}

/** Changes fields one by one; what others changed first is told in the outcome. */
export async function change(
  tx: Tx,
  actor: Actor,
  id: RecordId,
  changes: readonly FieldChange[],
): Promise<Outcome<Goal>> {
  const before = await requireGoal(tx, actor, id)
  const { title, measure, dueOn } = before
  const { apply, conflicts, errors } = applyChanges({ title, measure, dueOn }, changes, GOAL_FACTS)
  refuseErrors(errors)
  if (apply.length > 0) {
    await updateGoal(tx, id, Object.fromEntries(apply.map(({ field, to }) => [field, to])) as GoalColumns)
    for (const { field, from, to } of apply) await record(tx, actor, 'goal.changed', before, { field, from, to })
  }
  return { value: await readBack(tx, id), conflicts }
}

/** Takes a goal out of the plan; its actions stay, without a goal until it is put back. */
export async function remove(tx: Tx, actor: Actor, id: RecordId, at: string): Promise<Goal> {
  const before = await requireGoal(tx, actor, id)
  if (before.removedAt === null) {
    await updateGoal(tx, id, { removedAt: at })
    await record(tx, actor, 'goal.removed', before)
  }
  return readBack(tx, id)
}

export async function restore(tx: Tx, actor: Actor, id: RecordId): Promise<Goal> {
  const before = await requireGoal(tx, actor, id)
  if (before.removedAt !== null) {
    await lockPlan(tx, before.companyId)
    const decision = addGoal((await listGoals(tx, before.companyId)).length)
    if (!decision.ok) throw new Problem(decision.problem, decision.detail)
    await updateGoal(tx, id, { removedAt: null })
    await record(tx, actor, 'goal.restored', before)
  }
  return readBack(tx, id)
}

async function requireGoal(tx: Tx, actor: Actor, id: RecordId): Promise<StoredGoal> {
  const goal = await holdGoal(tx, id)
  if (!goal) throw new Problem('not-found')
  await requireInCompany(tx, actor, 'plan.read', goal.companyId)
  await requireCompany(tx, actor, 'plan.edit', goal.companyId)
  return goal
}

async function readBack(tx: Tx, id: RecordId): Promise<Goal> {
  const goal = await holdGoal(tx, id)
  if (!goal) throw new Problem('not-found')
  return toGoal(goal)
}

function toGoal({ companyId: _, removedAt: __, ...goal }: StoredGoal): Goal {
  return goal
}

function record(
  tx: Tx,
  actor: Actor,
  kind: string,
  { id, companyId, title }: Pick<StoredGoal, 'id' | 'companyId' | 'title'>,
  detail: Record<string, unknown> = {},
): Promise<void> {
  return recordEvent(tx, actor, { kind, companyId, subjectId: id, audience: 'all', detail: { title, ...detail } })
}
