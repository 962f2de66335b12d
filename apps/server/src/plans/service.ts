import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { CompanyId, FocusAreaId } from '@stegvis/core/kernel/ids.ts'
import { type Actor, type CompanySubject, can } from '@stegvis/core/people/permissions.ts'
import { checkPlan, countByStatus, daysSinceCheck, setTarget } from '@stegvis/core/plans/rules.ts'
import type {
  ActionView,
  MyActions,
  NewPlanCheck,
  PlanCheck,
  PlanView,
  Target,
  TargetInput,
} from '@stegvis/core/plans/schema.ts'
import { getResults } from '../assessments/results/service.ts'
import { recordEvent } from '../audit/store.ts'
import { dayIn } from '../clock.ts'
import { findInCompany, requireCompany } from '../companies/access.ts'
import type { Tx } from '../db/tenancy.ts'
import type { Deps } from '../deps.ts'
import { Problem } from '../http/problem.ts'
import { findModel } from '../indicators/key-figures.ts'
import { listKeyFigures } from '../indicators/service.ts'
import type { ModelLibrary } from '../models/library.ts'
import { listOwners } from './actions/owners.ts'
import { listActions, listOwned, type StoredAction } from './actions/store.ts'
import { laddersOf, suggestionsOf, templateOf } from './ladders.ts'
import {
  deleteTarget,
  findTarget,
  insertCheck,
  listChecks,
  listGoals,
  listTargets,
  lockPlan,
  saveTarget,
} from './store.ts'

export type PlanContext = { models: ModelLibrary; today: PlainDate; now: string }

export function contextOf({ models, clock }: Pick<Deps, 'models' | 'clock'>, actor: Actor): PlanContext {
  return { models, today: clock.today(actor.timeZone), now: clock.now() }
}

/** The whole plan of a company: where it stands and wants to stand, goals, actions, proposals, checks. */
export async function readPlan(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  { models, today }: PlanContext,
): Promise<PlanView> {
  const subject = await requireCompany(tx, actor, 'plan.read', companyId)
  const results = await getResults(tx, actor, companyId, today)
  const targets = await listTargets(tx, companyId)
  const actions = await listActions(tx, companyId)
  const checks = await listChecks(tx, companyId)
  const goals = await listGoals(tx, companyId)
  const agreed = actions.filter(({ status }) => status !== 'proposed' && status !== 'dropped')
  const agreedOn = agreed.map(({ createdAt }) => dayIn(actor.timeZone, new Date(createdAt)))
  const keyFigures = await listKeyFigures(tx, actor.programmeId, models)
  return {
    company: results.company,
    today,
    ladders: laddersOf(results, targets, models),
    goals: goals.map(({ companyId: _, removedAt: __, ...goal }) => goal),
    actions: actions.map((action) => seenBy(actor, subject, action, models)),
    suggestions: suggestionsOf(results, targets, actions, models),
    checks,
    daysSinceCheck: daysSinceCheck(checks[0]?.checkedOn ?? null, agreedOn, today),
    owners: await listOwners(tx, actor.programmeId, companyId),
    keyFigures: keyFigures.map(({ id, name, unit, decimals, better }) => ({ id, name, unit, decimals, better })),
    mayEdit: can(actor, 'plan.edit', subject),
    mayReadHistory: can(actor, 'history.read', subject),
  }
}

/** An action with what the ladder says of it, and what this reader may change. */
export function seenBy(actor: Actor, subject: CompanySubject, action: StoredAction, models: ModelLibrary): ActionView {
  const { companyId: _, origin, ...view } = action
  const mine = can(actor, 'action.update', { ...subject, ownerId: action.ownerId })
  return {
    ...view,
    template: origin && templateOf(findModel(models, origin.modelId, origin.modelVersion), origin.actionId),
    mayChange: can(actor, 'plan.edit', subject) ? 'all' : mine ? 'own' : 'nothing',
  }
}

const MOST_OF_MINE = 50

/** What the signed-in person has to do in the programme, next due first. */
export async function readMyActions(tx: Tx, actor: Actor, { models, today }: PlanContext): Promise<MyActions> {
  const owned = await listOwned(tx, actor.personId, MOST_OF_MINE)
  const subjects = new Map<CompanyId, CompanySubject | null>()
  const actions: MyActions['actions'] = []
  for (const { companyName, ...action } of owned) {
    const { companyId } = action
    // Ownership outlives a role: an action in a company that was left is not shown any more.
    if (!subjects.has(companyId)) subjects.set(companyId, await findInCompany(tx, actor, 'plan.read', companyId))
    const subject = subjects.get(companyId)
    if (subject) actions.push({ ...seenBy(actor, subject, action, models), companyId, companyName })
  }
  return { today, actions }
}

/** Sets, moves or takes away the target of a dimension. Throws `changed-meanwhile` with the one there is now. */
export async function changeTarget(
  tx: Tx,
  actor: Actor,
  key: { companyId: CompanyId; focusAreaId: FocusAreaId; dimensionId: string },
  input: TargetInput,
  { models, today, now }: PlanContext,
): Promise<Target | null> {
  const { companyId, focusAreaId, dimensionId } = key
  await requireCompany(tx, actor, 'plan.edit', companyId)
  await lockPlan(tx, companyId)
  const before = (await findTarget(tx, key)) ?? null
  const isSame = (before?.level ?? null) === input.level && (input.level === null || before?.dueOn === input.dueOn)
  if (isSame) return before
  if ((before?.revision ?? 0) !== input.base) throw new Problem('changed-meanwhile', undefined, { current: before })
  const results = await getResults(tx, actor, companyId, today)
  const ladder = laddersOf(results, [], models).find(({ focusArea }) => focusArea.id === focusAreaId)
  const dimension = ladder?.dimensions.find(({ id }) => id === dimensionId)
  if (!ladder || !dimension) throw new Problem('not-found')
  // A date that has passed in the meantime may stay while only the level is changed.
  const dated = { ...input, dueOn: input.dueOn === before?.dueOn ? null : input.dueOn }
  const decision = setTarget(dated, dimension, today)
  if (!decision.ok) throw new Problem(decision.problem, decision.detail)
  if (input.level === null) await deleteTarget(tx, key)
  else {
    const target = { level: input.level, dueOn: input.dueOn, setBy: actor.personId, setAt: now }
    await saveTarget(tx, { ...key, programmeId: actor.programmeId }, target)
  }
  const facts = (target: Pick<Target, 'level' | 'dueOn'> | null) =>
    target && { level: target.level, dueOn: target.dueOn }
  await recordEvent(tx, actor, {
    kind: input.level === null ? 'target.removed' : 'target.set',
    companyId,
    audience: 'all',
    detail: { focusAreaId, dimensionId, name: dimension.name, from: facts(before), to: input.level && facts(input) },
  })
  return (await findTarget(tx, key)) ?? null
}

/** The quarterly check: how it goes, in a minute. The same id again answers with the first. */
export async function check(
  tx: Tx,
  actor: Actor,
  companyId: CompanyId,
  entry: NewPlanCheck,
  today: PlainDate,
): Promise<PlanCheck> {
  await requireCompany(tx, actor, 'plan.edit', companyId)
  const decision = checkPlan(entry)
  if (!decision.ok) throw new Problem(decision.problem, decision.detail)
  const counts = countByStatus(await listActions(tx, companyId))
  const added = { ...entry, checkedOn: today, counts, checkedBy: actor.personId }
  if (await insertCheck(tx, { programmeId: actor.programmeId, companyId }, added)) {
    const { id, mood, note } = entry
    const detail = { mood, note, counts }
    await recordEvent(tx, actor, { kind: 'plan-check.made', companyId, subjectId: id, audience: 'all', detail })
  }
  const saved = (await listChecks(tx, companyId)).find(({ id }) => id === entry.id)
  if (!saved) throw new Problem('already-exists')
  return saved
}
