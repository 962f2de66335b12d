import type { CompanyId, FocusAreaId, PersonId, ProgrammeId, RecordId } from '@stegvis/core/kernel/ids.ts'
import type { Goal, NewGoal, PlanCheck, Target, TargetInput } from '@stegvis/core/plans/schema.ts'
import { StatusCounts } from '@stegvis/core/plans/schema.ts'
import type { Tx } from '../db/tenancy.ts'

/** Keeps others from adding to the plan of the company meanwhile: what is counted stays counted. */
export async function lockPlan(tx: Tx, companyId: CompanyId): Promise<void> {
  await tx.selectFrom('company').select('id').where('id', '=', companyId).forNoKeyUpdate().execute()
}

/** Nobody in a company without a coach. */
export async function findCoach(tx: Tx, companyId: CompanyId): Promise<{ id: PersonId; name: string } | undefined> {
  return tx
    .selectFrom('company as c')
    .innerJoin('auth.user as u', 'u.id', 'c.coach_id')
    .select(['u.id', 'u.name'])
    .where('c.id', '=', companyId)
    .executeTakeFirst()
}

// Targets

type TargetKey = { companyId: CompanyId; focusAreaId: FocusAreaId; dimensionId: string }

const targetsOf = (tx: Tx, companyId: CompanyId) =>
  tx
    .selectFrom('target as t')
    .leftJoin('auth.user as u', 'u.id', 't.set_by')
    .select(['t.focus_area_id as focusAreaId', 't.dimension_id as dimensionId', 't.level', 't.due_on as dueOn'])
    .select(['t.revision', 't.set_at as setAt', 'u.name as setBy'])
    .where('t.company_id', '=', companyId)

export async function listTargets(tx: Tx, companyId: CompanyId): Promise<Target[]> {
  return targetsOf(tx, companyId).orderBy('t.dimension_id').execute()
}

export async function findTarget(tx: Tx, key: TargetKey): Promise<Target | undefined> {
  return targetsOf(tx, key.companyId)
    .where('t.focus_area_id', '=', key.focusAreaId)
    .where('t.dimension_id', '=', key.dimensionId)
    .executeTakeFirst()
}

export async function saveTarget(
  tx: Tx,
  key: TargetKey & { programmeId: ProgrammeId },
  target: Pick<TargetInput, 'dueOn'> & { level: number; setBy: PersonId; setAt: string },
): Promise<void> {
  const set = { level: target.level, due_on: target.dueOn, set_by: target.setBy, set_at: target.setAt }
  await tx
    .insertInto('target')
    .values({
      programme_id: key.programmeId,
      company_id: key.companyId,
      focus_area_id: key.focusAreaId,
      dimension_id: key.dimensionId,
      ...set,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['programme_id', 'company_id', 'focus_area_id', 'dimension_id'])
        .doUpdateSet((row) => ({ ...set, revision: row('target.revision', '+', 1) })),
    )
    .execute()
}

export async function deleteTarget(tx: Tx, { companyId, focusAreaId, dimensionId }: TargetKey): Promise<void> {
  await tx
    .deleteFrom('target')
    .where('company_id', '=', companyId)
    .where('focus_area_id', '=', focusAreaId)
    .where('dimension_id', '=', dimensionId)
    .execute()
}

// Goals

export type StoredGoal = Goal & { companyId: CompanyId; removedAt: string | null }

const goals = (tx: Tx) =>
  tx
    .selectFrom('goal')
    .select(['id', 'company_id as companyId', 'title', 'measure', 'due_on as dueOn', 'position'])
    .select('removed_at as removedAt')

export async function listGoals(tx: Tx, companyId: CompanyId): Promise<StoredGoal[]> {
  return goals(tx)
    .where('company_id', '=', companyId)
    .where('removed_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

/** Held, so that two people who change it are merged one after the other. */
export async function holdGoal(tx: Tx, id: RecordId): Promise<StoredGoal | undefined> {
  return goals(tx).where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function insertGoal(
  tx: Tx,
  key: { programmeId: ProgrammeId; companyId: CompanyId },
  goal: NewGoal & { position: number },
): Promise<void> {
  await tx
    .insertInto('goal')
    .values({
      programme_id: key.programmeId,
      id: goal.id,
      company_id: key.companyId,
      title: goal.title,
      measure: goal.measure,
      due_on: goal.dueOn,
      position: goal.position,
    })
    .execute()
}

export type GoalColumns = Partial<Pick<StoredGoal, 'title' | 'measure' | 'dueOn' | 'removedAt'>>

export async function updateGoal(tx: Tx, id: RecordId, goal: GoalColumns): Promise<void> {
  const { dueOn, removedAt, ...rest } = goal
  await tx
    .updateTable('goal')
    .set((set) => ({
      ...rest,
      ...(dueOn !== undefined && { due_on: dueOn }),
      ...(removedAt !== undefined && { removed_at: removedAt }),
      revision: set('revision', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

// Quarterly checks

export async function listChecks(tx: Tx, companyId: CompanyId): Promise<PlanCheck[]> {
  const rows = await tx
    .selectFrom('plan_check as c')
    .leftJoin('auth.user as u', 'u.id', 'c.checked_by')
    .select(['c.id', 'c.checked_on as checkedOn', 'c.mood', 'c.note', 'c.counts', 'u.name as checkedBy'])
    .where('c.company_id', '=', companyId)
    .orderBy('c.checked_on', 'desc')
    .orderBy('c.id', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, counts: StatusCounts.parse(row.counts) }))
}

/** Adds the check; false when its id is there already, as after a repeated call. */
export async function insertCheck(
  tx: Tx,
  key: { programmeId: ProgrammeId; companyId: CompanyId },
  check: Omit<PlanCheck, 'checkedBy'> & { checkedBy: PersonId },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('plan_check')
    .values({
      programme_id: key.programmeId,
      id: check.id,
      company_id: key.companyId,
      checked_on: check.checkedOn,
      mood: check.mood,
      note: check.note,
      counts: JSON.stringify(check.counts),
      checked_by: check.checkedBy,
    })
    .onConflict((conflict) => conflict.columns(['programme_id', 'id']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}
