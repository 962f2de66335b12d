import { topOf } from '../../assessments/walk.ts'
import { addDays, addMonths, type PlainDate } from '../../kernel/day.ts'
import type { Action } from '../../models/schema.ts'
import type { Facts } from './company.ts'
import { earlierOf, workday } from './journey.ts'
import type { Random } from './random.ts'
import type { DemonstrationRecord, Records } from './records.ts'
import type { Area, Setting } from './setting.ts'

/** A measured ladder: where the company stood, and where it stands after the follow-up where there is one. */
export type Measured = { area: Area; before: readonly number[]; after: readonly number[] | null }

export type PlanInput = {
  facts: Facts
  measured: readonly Measured[]
  plannedOn: PlainDate
  followUpOn: PlainDate | null
  /** the company's way is finished: what is open was dropped */
  finishedOn: PlainDate | null
  drive: number
}

type ActionStatus = 'proposed' | 'planned' | 'ongoing' | 'done' | 'dropped'
export type PlannedAction = {
  model: Action
  status: ActionStatus
  startedOn: PlainDate | null
  doneOn: PlainDate | null
  droppedOn: PlainDate | null
}

const MOST_ACTIONS = 12
const MOST_GOALS = 5
const COST_KRONOR: Record<Action['cost'], readonly [number, number] | null> = {
  none: null,
  low: [4, 45],
  medium: [60, 420],
  high: [600, 2400],
}

type Aim = {
  area: Area
  d: number
  from: number
  to: number
  climbed: boolean
  setOn: PlainDate
  dueOn: PlainDate
}

/** Targets, three to five goals, actions and quarterly checks; answers the actions for notes to speak of. */
export function addPlan(setting: Setting, input: PlanInput, records: Records, random: Random): PlannedAction[] {
  const { facts, plannedOn } = input
  const rounds = roundsOf(input, setting.until, random)
  addTargets(
    facts,
    rounds.flatMap(({ aims }) => aims),
    records,
    random,
  )
  const created = random.instant(plannedOn)
  const goals = rounds[0]!.aims.slice(0, MOST_GOALS).map((aim, position) => ({ aim, position }))
  const goalIds = new Map(goals.map(({ aim }) => [placeOf(aim), random.id<string>(plannedOn)]))
  for (const { aim, position } of goals) {
    records.goal.push(goalRecord(facts, aim, goalIds.get(placeOf(aim))!, position, created))
  }
  const planned: PlannedAction[] = []
  for (const round of rounds) {
    const createdAt = random.instant(round.input.plannedOn)
    for (const aim of round.aims) {
      for (const action of actionsFor(aim, random)) {
        if (planned.length >= MOST_ACTIONS) break
        const state = stateOf(action, aim, round.input, setting.until, random)
        planned.push(state)
        const place = { goalId: goalIds.get(placeOf(aim)) ?? null, position: planned.length - 1, createdAt }
        records.action.push(actionRecord(setting, round.input, aim, state, place, random))
      }
    }
  }
  addChecks(setting, input, planned, records, random)
  return planned
}

type Round = { input: PlanInput; aims: Aim[] }

/** The plan as it was first made, and after a follow-up the next rung for some of what was reached. */
function roundsOf(input: PlanInput, until: PlainDate, random: Random): Round[] {
  const first = { input, aims: aimsOf(input, random) }
  const { followUpOn, finishedOn, facts } = input
  if (followUpOn === null || finishedOn !== null) return [first]
  const plannedOn = workday(addDays(followUpOn, random.int(8, 20)))
  if (plannedOn > until) return [first]
  const measured = input.measured.map(({ area, before, after }) => ({ area, before: after ?? before, after: null }))
  const reached = first.aims.flatMap((aim) => {
    const level = measured.find(({ area }) => area === aim.area)!.before[aim.d]!
    if (level < aim.to || level >= topOf(aim.area.compiled, aim.d, { employees: facts.employees })) return []
    const dueOn = addMonths(plannedOn, random.int(8, 12))
    return [{ ...aim, from: level, to: level + 1, climbed: false, setOn: plannedOn, dueOn }]
  })
  const next = { ...input, plannedOn, measured, followUpOn: null }
  return [first, { input: next, aims: random.sample(reached, 3) }]
}

/** One target a dimension: the one set last. */
function addTargets(facts: Facts, aims: readonly Aim[], records: Records, random: Random): void {
  for (const [, { area, d, to, setOn, dueOn }] of new Map(aims.map((aim) => [placeOf(aim), aim]))) {
    records.target.push({
      companyId: facts.id,
      focusAreaId: area.id,
      dimensionId: area.compiled.dimensions[d],
      level: to,
      dueOn,
      setBy: facts.coach.id,
      setAt: random.instant(setOn),
      revision: 1,
    })
  }
}

const placeOf = ({ area, d }: Aim) => `${area.slug} ${d}`

function aimsOf({ measured, plannedOn, drive, facts }: PlanInput, random: Random): Aim[] {
  const wanted = measured.length === 1 ? random.int(3, 4) : random.int(4, 5)
  const candidates = measured.flatMap(({ area, before, after }) =>
    before.flatMap((level, d) => {
      const top = topOf(area.compiled, d, { employees: facts.employees })
      if (level >= top) return []
      const climb = (after?.[d] ?? level) - level
      const to = Math.min(top, level + Math.max(1, climb, random.chance(0.2 + drive * 0.2) ? 2 : 1))
      const dueOn = addMonths(plannedOn, random.int(8, 15))
      return [{ area, d, from: level, to, climbed: climb > 0, setOn: plannedOn, dueOn }]
    }),
  )
  // What was climbed had been aimed at; the rest is chosen among the others.
  const climbed = candidates.filter((aim) => aim.climbed).slice(0, wanted)
  const others = random.sample(
    candidates.filter((aim) => !climbed.includes(aim)),
    wanted - climbed.length,
  )
  return [...climbed, ...others]
}

function goalRecord(
  facts: Facts,
  { area, d, to, dueOn }: Aim,
  id: string,
  position: number,
  createdAt: string,
): DemonstrationRecord {
  const { model } = area.compiled
  const dimension = model.dimensions[d]!
  const rung = dimension.rungs.find(({ level }) => level === to)!
  return {
    id,
    companyId: facts.id,
    title: `${dimension.name.sv}: stå på steg ${to}, ”${rung.name.sv}”`,
    measure: rung['shown-by'].sv,
    dueOn,
    position,
    revision: 1,
    createdAt,
  }
}

function actionsFor({ area, d, from, to }: Aim, random: Random): Action[] {
  const { model, dimensions } = area.compiled
  const found: Action[] = []
  for (let level = from + 1; level <= to; level++) {
    const candidates = model.actions.filter((action) => action.dimension === dimensions[d] && action.to === level)
    found.push(...random.sample(candidates, random.chance(0.3) ? 2 : 1))
  }
  return found
}

function stateOf(
  model: Action,
  aim: Aim,
  { plannedOn, followUpOn, finishedOn, drive, measured }: PlanInput,
  until: PlainDate,
  random: Random,
): PlannedAction {
  const end = finishedOn ?? until
  const after = measured.find(({ area }) => area === aim.area)?.after
  const needed = followUpOn !== null && after != null && model.to <= after[aim.d]!
  const startedOn = addDays(plannedOn, random.int(5, needed ? 80 : 260))
  const doneOn = addDays(startedOn, model.weeks * 7 + random.int(0, 60))
  const nothing = { startedOn: null, doneOn: null, droppedOn: null }
  if (needed) {
    const latest = addDays(followUpOn, -random.int(5, 40))
    const finished = earlierOf(doneOn, latest)
    return {
      model,
      status: 'done',
      startedOn: startedOn < finished ? startedOn : plannedOn,
      doneOn: finished,
      droppedOn: null,
    }
  }
  if (random.chance(0.07) && startedOn <= end) return { model, status: 'dropped', ...nothing, droppedOn: startedOn }
  if (startedOn > end) return { model, status: random.chance(0.2) ? 'proposed' : 'planned', ...nothing }
  if (doneOn <= end && random.chance(0.35 + drive * 0.5)) {
    return { model, status: 'done', startedOn, doneOn, droppedOn: null }
  }
  if (finishedOn !== null) return { model, status: 'dropped', ...nothing, startedOn, droppedOn: finishedOn }
  if (random.chance(0.25)) return { model, status: 'planned', ...nothing }
  return { model, status: 'ongoing', startedOn, doneOn: null, droppedOn: null }
}

function actionRecord(
  { content }: Setting,
  { facts, plannedOn }: PlanInput,
  { area, d, dueOn }: Aim,
  { model, status, startedOn, doneOn }: PlannedAction,
  place: { goalId: string | null; position: number; createdAt: string },
  random: Random,
): DemonstrationRecord {
  const ladder = area.compiled.model
  const cost = COST_KRONOR[model.cost]
  const owner = random.chance(0.15) ? facts.coach : random.pick(facts.contacts)
  const due = status === 'done' ? addDays(doneOn!, random.int(-10, 25)) : addDays(plannedOn, random.int(60, 420))
  return {
    id: random.id(plannedOn),
    companyId: facts.id,
    ...place,
    focusAreaId: area.id,
    modelId: ladder.id,
    modelVersion: ladder.version,
    modelActionId: model.id,
    dimensionId: area.compiled.dimensions[d],
    toLevel: model.to,
    title: model.name.sv,
    description: model.how.sv,
    status,
    ownerId: 'personId' in owner ? owner.personId : owner.id,
    ownerName: null,
    dueOn: earlierOf(due, dueOn),
    startedOn,
    doneOn,
    effortHours: Math.round(model.hours * (0.7 + random.next() * 0.7)),
    costCents: cost && random.int(cost[0], cost[1]) * 100_000,
    effectText: model.effect.sv,
    effectKeyFigureId: model.moves[0] ?? null,
    reason: status === 'dropped' ? random.pick(content.stories.declined) : null,
    revision: 1,
  }
}

function addChecks(
  { content, until }: Setting,
  { facts, plannedOn, finishedOn, drive }: PlanInput,
  actions: readonly PlannedAction[],
  records: Records,
  random: Random,
): void {
  const end = finishedOn ?? until
  for (let on = addDays(plannedOn, random.int(80, 100)); on <= end; on = addDays(on, random.int(80, 105))) {
    if (random.chance(0.2)) continue
    const mood = random.weighted([
      ['on-track', 30 + drive * 50],
      ['slow', 30],
      ['stuck', 12 - drive * 10],
    ] as const)
    records.planCheck.push({
      id: random.id(on),
      companyId: facts.id,
      checkedOn: workday(on),
      note: random.pick(content.stories.checks[mood]),
      mood,
      counts: countsOn(actions, on),
      checkedBy: facts.coach.id,
    })
  }
}

function countsOn(actions: readonly PlannedAction[], on: PlainDate): Record<ActionStatus, number> {
  const counts: Record<ActionStatus, number> = { proposed: 0, planned: 0, ongoing: 0, done: 0, dropped: 0 }
  for (const { status, startedOn, doneOn, droppedOn } of actions) {
    if (droppedOn && droppedOn <= on) counts.dropped++
    else if (doneOn && doneOn <= on) counts.done++
    else if (startedOn && startedOn <= on) counts.ongoing++
    else counts[status === 'proposed' ? 'proposed' : 'planned']++
  }
  return counts
}
