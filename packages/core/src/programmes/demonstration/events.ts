import type { KeyFigure } from '../../models/schema.ts'
import type { Facts } from './company.ts'
import type { Journey } from './journey.ts'
import type { Random } from './random.ts'
import type { DemonstrationRecord, Records } from './records.ts'
import { managerOf, type Setting } from './setting.ts'

type Event = {
  at: unknown
  kind: string
  personId: unknown
  subjectId?: unknown
  detail?: Readonly<Record<string, unknown>>
  audience?: 'all' | 'team' | 'office'
}

/** The trail that the services would have left, told again from the records of one company. */
export function addEvents(
  setting: Setting,
  { facts, journey }: { facts: Facts; journey: Journey },
  records: Records,
  random: Random,
): void {
  const coach = facts.coach.id
  const add = ({ at, kind, personId, subjectId, detail, audience }: Event) => {
    const day = String(at).slice(0, 10) as Journey['enteredOn']
    records.event.push({
      id: random.id(day),
      at,
      personId,
      kind,
      companyId: facts.id,
      subjectId: subjectId ?? null,
      detail: detail ?? {},
      audience: audience ?? 'all',
    })
  }
  const names = new Map(
    setting.areas.flatMap(({ compiled }) =>
      compiled.model['key-figures'].map((figure) => [figure.id, figure] as const),
    ),
  )
  const byForm = journey.cameBy === 'interest-form'
  add({
    at: records.company[0]!.createdAt,
    kind: byForm ? 'company.interest-received' : 'company.created',
    personId: byForm ? null : coach,
    detail: byForm ? { contactName: facts.contacts[0]!.name } : { cameBy: journey.cameBy },
  })
  for (const { fromStatus: from, toStatus: to, reason, changedAt } of records.companyStatusChange) {
    if (from === null) continue
    add({ at: changedAt, kind: 'company.status-changed', personId: coach, detail: { from, to, team: { reason } } })
  }
  for (const { fromOn } of records.coachAssignment) {
    const detail = { from: null, to: coach, coach: facts.coach.name, team: { note: null } }
    add({ at: `${fromOn}T06:10:00Z`, kind: 'company.coach-assigned', personId: managerOf(setting).id, detail })
  }
  addAssessmentEvents(facts, records, add)
  for (const session of records.coachingSession) addSessionEvents(session, records, add)
  addPlanEvents(facts, records, add)
  addKeyFigureEvents(records, names, add)
}

type Add = (event: Event) => void

function addAssessmentEvents(facts: Facts, records: Records, add: Add): void {
  const kinds = new Map(records.occasion.map(({ id, kind }) => [id, kind]))
  for (const { id, occasionId, startedOn, selfCompletedOn, submittedOn, coachStep } of records.assessment) {
    const common = { subjectId: id, personId: facts.coach.id }
    add({
      ...common,
      at: `${startedOn}T05:30:00Z`,
      kind: 'assessment.started',
      detail: { occasion: kinds.get(occasionId) },
    })
    if (selfCompletedOn) {
      add({
        ...common,
        at: `${selfCompletedOn}T14:30:00Z`,
        kind: 'assessment.self-completed',
        personId: facts.contacts[0]!.personId,
      })
    }
    if (submittedOn) {
      add({
        ...common,
        at: `${submittedOn}T14:45:00Z`,
        kind: 'assessment.submitted',
        detail: { revision: 1, step: coachStep },
      })
    }
  }
}

function addSessionEvents(session: DemonstrationRecord, records: Records, add: Add): void {
  const { id, coachId, heldOn, how, minutes, noteAll, noteTeam, nextStep, nextStepOn, loggedAt } = session
  const focusAreaIds = records.coachingSessionFocusArea.flatMap(({ sessionId, focusAreaId }) =>
    sessionId === id ? [focusAreaId] : [],
  )
  const common = { at: loggedAt, subjectId: id, personId: coachId }
  const detail = { heldOn, how, minutes, focusAreaIds, note: noteAll, nextStep, nextStepOn }
  add({ ...common, kind: 'session.logged', detail })
  if (noteTeam) add({ ...common, kind: 'session.team-note', detail: { heldOn, note: noteTeam }, audience: 'team' })
}

function addPlanEvents(facts: Facts, records: Records, add: Add): void {
  const personId = facts.coach.id
  for (const { id, title, createdAt } of records.goal) {
    add({ at: createdAt, kind: 'goal.added', personId, subjectId: id, detail: { title } })
  }
  for (const { id, title, createdAt, doneOn } of records.action) {
    add({ at: createdAt, kind: 'action.accepted', personId, subjectId: id, detail: { title } })
    if (!doneOn) continue
    const change = { title, field: 'status', from: 'ongoing', to: 'done' }
    add({ at: `${doneOn}T13:20:00Z`, kind: 'action.changed', personId, subjectId: id, detail: change })
  }
  for (const { id, checkedOn, mood, note, counts } of records.planCheck) {
    const detail = { mood, note, counts }
    add({ at: `${checkedOn}T12:40:00Z`, kind: 'plan-check.made', personId, subjectId: id, detail })
  }
}

function addKeyFigureEvents(records: Records, figures: ReadonlyMap<string, KeyFigure>, add: Add): void {
  for (const value of records.keyFigureValue) {
    const { id, keyFigureId, enteredBy, enteredAt, fromOn, toOn, amount, quality, source } = value
    const figure = figures.get(String(keyFigureId))
    if (!figure) continue
    const detail = {
      keyFigureId,
      name: figure.name,
      unit: figure.unit,
      fromOn,
      toOn,
      amount,
      quality,
      source,
      note: '',
    }
    add({ at: enteredAt, kind: 'key-figure.entered', personId: enteredBy, subjectId: id, detail })
  }
}
