import { daysBetween, type PlainDate } from '../kernel/day.ts'
import { accept, type Decision, refuse } from '../kernel/decision.ts'
import type { Language, Text } from '../kernel/text.ts'
import type { ActionStatus, ActionTemplate, PlanMood, StatusCounts, TargetInput } from './schema.ts'

/** Five is what a company of this size can hold in mind for a year. */
export const MOST_GOALS = 5
/** Below this the plan is told to be thin; never refused. */
export const FEWEST_GOALS = 3
/** The plan is looked over once a quarter. */
export const CHECK_EVERY_DAYS = 90

/** Where a dimension stands: null while not measured; `top` is the highest rung there is for the company. */
export type Standing = { level: number | null; top: number }

/** A target lies above the present level, on a rung that can be reached, and not behind today. */
export function setTarget(
  target: Pick<TargetInput, 'level' | 'dueOn'>,
  standing: Standing | undefined,
  today: PlainDate,
): Decision<Pick<TargetInput, 'level' | 'dueOn'>> {
  if (target.level === null) return accept({ level: null, dueOn: null })
  if (!standing || standing.level === null) return refuse('target-not-measured')
  if (target.level <= standing.level) return refuse('target-below-level')
  if (target.level > standing.top) return refuse('target-out-of-reach')
  if (target.dueOn !== null && target.dueOn < today) return refuse('target-date-passed')
  return accept(target)
}

/** `standing` is the number of goals the plan has now. */
export function addGoal(standing: number): Decision<number> {
  return standing >= MOST_GOALS ? refuse('too-many-goals') : accept(standing + 1)
}

type Progress = { status: ActionStatus; reason: string | null; startedOn: PlainDate | null; doneOn: PlainDate | null }

/**
 * What follows when an action changes status: dropping needs a reason, the first day of work is kept, and the
 * day it was done stands while it is done. `before` is null for an action that is new.
 */
export function moveAction<T extends Progress>(before: Progress | null, after: T, today: PlainDate): Decision<T> {
  if (after.status === 'dropped' && !after.reason) return refuse('reason-required')
  if (before?.status === after.status) return accept(after)
  const started = after.status === 'ongoing' || after.status === 'done'
  const notYet = after.status === 'proposed' || after.status === 'planned'
  return accept({
    ...after,
    startedOn: notYet ? null : (after.startedOn ?? (started ? today : null)),
    doneOn: after.status === 'done' ? today : null,
  })
}

type Dated = { status: ActionStatus; dueOn: PlainDate | null }

/** Still to do, and its day has gone by. */
export function isOverdue({ status, dueOn }: Dated, today: PlainDate): boolean {
  return (status === 'planned' || status === 'ongoing') && dueOn !== null && dueOn < today
}

/** Answered no before any work: a proposal that was declined, rather than work that was given up. */
export function isDeclined(action: { status: ActionStatus; startedOn: PlainDate | null; template: unknown }): boolean {
  return action.status === 'dropped' && action.startedOn === null && action.template !== null
}

export function countByStatus(actions: readonly { status: ActionStatus }[]): StatusCounts {
  const counts: StatusCounts = { proposed: 0, planned: 0, ongoing: 0, done: 0, dropped: 0 }
  for (const { status } of actions) counts[status]++
  return counts
}

/**
 * Days since the plan was last looked over, counted from its first agreed action until there has been a check;
 * null while nothing is agreed. `agreedOn` are the days on which the actions were agreed.
 */
export function daysSinceCheck(
  lastCheck: PlainDate | null,
  agreedOn: readonly PlainDate[],
  today: PlainDate,
): number | null {
  const first = agreedOn.reduce<PlainDate | null>((least, day) => (least === null || day < least ? day : least), null)
  if (first === null) return null
  return Math.max(0, daysBetween(lastCheck !== null && lastCheck > first ? lastCheck : first, today))
}

/** A stuck or slow plan says what is in the way; one on track may be silent. */
export function checkPlan<T extends { mood: PlanMood; note: string }>(check: T): Decision<T> {
  return check.mood !== 'on-track' && check.note === '' ? refuse('reason-required') : accept(check)
}

type Titled = { title: string; template: Pick<ActionTemplate, 'name'> | null }

/** The ladder's own wording follows the reader's language; what somebody has written stays as it was written. */
export function shownTitle({ title, template }: Titled, language: Language): string {
  return template && isUnchanged(title, template.name) ? template.name[language] : title
}

/** `shownTitle` where only the title is at hand, and the ladder whose actions it may be one of. */
export function titleAmong(
  actions: readonly Pick<ActionTemplate, 'name'>[],
  title: string,
  language: Language,
): string {
  return shownTitle({ title, template: actions.find(({ name }) => isUnchanged(title, name)) ?? null }, language)
}

type Described = {
  description: string | null
  effectText: string | null
  template: Pick<ActionTemplate, 'how' | 'effect'> | null
}

/** How it is done and what it is to give, as `shownTitle`. */
export function shownTexts(action: Described, language: Language): { how: string | null; effect: string | null } {
  const { template, description, effectText } = action
  return {
    how: template && isUnchanged(description, template.how) ? template.how[language] : description,
    effect: template && isUnchanged(effectText, template.effect) ? template.effect[language] : effectText,
  }
}

const isUnchanged = (text: string | null, original: Text) => text === original.sv || text === original.en
