import { addDays, daysBetween, type PlainDate } from '../../kernel/day.ts'
import type { Facts } from './company.ts'
import { workday } from './journey.ts'
import type { PlannedAction } from './plan.ts'
import type { Random } from './random.ts'
import type { Records } from './records.ts'
import { type Area, fill, type Setting, sentences } from './setting.ts'

const MOST_SESSIONS = 14
/** So long without a word and a company counts as gone quiet. */
const SILENCE_DAYS = 110

export type CoachingInput = {
  facts: Facts
  areas: readonly Area[]
  actions: readonly PlannedAction[]
  firstOn: PlainDate
  baselineOn: PlainDate | null
  planOn: PlainDate | null
  followUpOn: PlainDate | null
  finishedOn: PlainDate | null
  /** nothing was heard of the company lately */
  silent: boolean
  /** the aid was awarded before the first of them */
  awarded: boolean
}

type Occasion = 'first' | 'baseline' | 'plan' | 'follow-up' | 'closing-visit' | 'coaching'

/** Logs the coaching of one company. Answers the day of the last session. */
export function addSessions(setting: Setting, input: CoachingInput, records: Records, random: Random): PlainDate {
  const visits = visitsOf(setting.until, input, random)
  for (const [occasion, on] of visits) addSession(setting, input, occasion, on, records, random)
  return visits.at(-1)![1]
}

function visitsOf(until: PlainDate, input: CoachingInput, random: Random): [Occasion, PlainDate][] {
  const { firstOn, baselineOn, planOn, followUpOn, finishedOn, silent } = input
  const end = finishedOn ?? (silent ? addDays(until, -random.int(SILENCE_DAYS, SILENCE_DAYS + 120)) : until)
  const fixed = (
    [
      ['first', firstOn],
      ['baseline', baselineOn],
      ['plan', planOn],
      ['follow-up', followUpOn],
      ['closing-visit', finishedOn],
    ] as const
  ).flatMap(([occasion, on]): [Occasion, PlainDate][] => (on !== null && on <= until ? [[occasion, on]] : []))
  const coaching: [Occasion, PlainDate][] = []
  if (planOn !== null) {
    const room = MOST_SESSIONS - fixed.length
    const pace = Math.max(28, Math.ceil(daysBetween(planOn, end) / Math.max(1, room)))
    for (
      let on = addDays(planOn, random.int(20, pace + 10));
      on <= end;
      on = addDays(on, random.int(pace, pace + 30))
    ) {
      if (coaching.length < room) coaching.push(['coaching', workday(on)])
    }
  }
  return [...fixed, ...coaching].sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0))
}

function addSession(
  { content, until }: Setting,
  { facts, areas, actions, awarded }: CoachingInput,
  occasion: Occasion,
  on: PlainDate,
  records: Records,
  random: Random,
): void {
  const { sessions } = content.stories
  const values = valuesFor(facts, areas, actions, on, random)
  const noteAll =
    occasion === 'coaching'
      ? sentences(random, sessions.opening, sessions.progress, sessions.closing)
      : sessions[occasion]
  const id = random.id<string>(on)
  const nextStepOn = workday(addDays(on, random.int(14, 60)))
  records.coachingSession.push({
    id,
    companyId: facts.id,
    heldOn: on,
    how:
      occasion === 'coaching'
        ? random.weighted([
            ['on-site', 5],
            ['video', 4],
            ['phone', 2],
          ] as const)
        : 'on-site',
    coachId: facts.coach.id,
    participants: random.sample(facts.contacts, random.int(1, 2)).map(({ name }) => name),
    minutes: occasion === 'coaching' ? random.pick([30, 30, 60, 60, 90, 120]) : random.pick([90, 120, 180, 240]),
    noteAll: fill(noteAll, values),
    noteTeam: random.chance(0.2) ? random.pick(sessions.team) : null,
    nextStep: fill(random.pick(sessions.next), values),
    nextStepOn: nextStepOn <= addDays(until, 90) ? nextStepOn : null,
    billable: awarded ? true : null,
    revision: 1,
    loggedAt: random.instant(on),
  })
  for (const area of random.sample(areas, random.chance(0.7) ? 1 : 2)) {
    records.coachingSessionFocusArea.push({ sessionId: id, focusAreaId: area.id })
  }
}

/** What a note can speak of: an action that was under way then, a dimension, a rung, a key figure. */
function valuesFor(
  facts: Facts,
  areas: readonly Area[],
  actions: readonly PlannedAction[],
  on: PlainDate,
  random: Random,
): Record<string, string> {
  const { model } = random.pick(areas).compiled
  const current = actions.filter(
    ({ startedOn, doneOn }) => startedOn !== null && startedOn <= on && (!doneOn || doneOn >= addDays(on, -45)),
  )
  const action =
    (current.length > 0 ? random.pick(current).model : undefined) ??
    random.pick(model.actions.filter(({ to }) => to <= 3))
  const dimension = model.dimensions.find(({ id }) => id === action.dimension) ?? random.pick(model.dimensions)
  const figures = model['key-figures'].filter(({ dimensions }) => dimensions.includes(dimension.id))
  const figure = random.pick(figures.length > 0 ? figures : model['key-figures'])
  return {
    contact: facts.contacts[0]!.firstName,
    action: action.name.sv,
    dimension: dimension.name.sv.toLowerCase(),
    rung: dimension.rungs.find(({ level }) => level === action.to)!.name.sv,
    figure: figure.name.sv,
  }
}
