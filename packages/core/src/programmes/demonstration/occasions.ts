import { resultOf, stepsOf } from '../../assessments/result.ts'
import { addDays, type PlainDate } from '../../kernel/day.ts'
import type { Answer } from '../../models/answers.ts'
import type { Facts } from './company.ts'
import { earlierOf, workday } from './journey.ts'
import { coachFindings, evidenceFor, type Standing, selfAnswers } from './measurement.ts'
import type { Random } from './random.ts'
import type { Records } from './records.ts'
import type { Area, Setting } from './setting.ts'

export type OccasionInput = {
  facts: Facts
  kind: 'baseline' | 'follow-up'
  /** the day the coach is there and submits */
  on: PlainDate
  ladders: readonly { area: Area; standing: Standing }[]
  drive: number
  /** stops in the middle of the company's own answers */
  halfAnswered: boolean
  /** three people answer, not one or some */
  everybody: boolean
}

/**
 * One measurement of a company. What lies after the end of the history has not happened: an occasion whose day
 * has not come waits for the coach, or is being answered. Answers whether it was submitted.
 */
export function addOccasion(setting: Setting, input: OccasionInput, records: Records, random: Random): boolean {
  const { facts, kind, on, halfAnswered } = input
  const completedOn = workday(addDays(on, -random.int(3, 14)))
  const startedOn = workday(addDays(completedOn, -random.int(2, 9)))
  const { until } = setting
  const opened = earlierOf(startedOn, until)
  const id = random.id<string>(opened)
  const people = facts.contacts.slice(0, input.everybody ? 3 : random.chance(0.4) ? 1 : random.int(2, 3))
  records.occasion.push({
    id,
    companyId: facts.id,
    kind,
    plannedOn: on,
    createdBy: facts.coach.id,
    createdAt: random.instant(opened),
  })
  const stage = halfAnswered || completedOn > until ? 'self' : on > until ? 'coach' : 'submitted'
  for (const { area, standing } of input.ladders) {
    addAssessment(
      setting,
      input,
      { occasionId: id, area, standing, stage, people, startedOn: opened, completedOn },
      records,
      random,
    )
  }
  return stage === 'submitted'
}

type Ladder = {
  occasionId: string
  area: Area
  standing: Standing
  stage: 'self' | 'coach' | 'submitted'
  people: Facts['contacts']
  startedOn: PlainDate
  completedOn: PlainDate
}

function addAssessment(
  setting: Setting,
  { facts, on, drive }: OccasionInput,
  ladder: Ladder,
  records: Records,
  random: Random,
): void {
  const { area, standing, stage, startedOn, completedOn } = ladder
  const { compiled } = area
  const profile = { employees: facts.employees }
  const id = random.id<string>(startedOn)
  const respondents = ladder.people.map((person, at) => {
    const answers = selfAnswers(compiled, standing, profile, random)
    return {
      id: random.id<string>(startedOn),
      person,
      answers: stage === 'self' ? firstPart(answers, compiled.dimensions, at) : answers,
    }
  })
  const selfPicks = compiled.dimensions.map((dimension) => pickOf(respondents[0]!.answers.get(dimension)))
  const texts = { stories: setting.content.stories.findings, contact: facts.contacts[0]!.firstName, selfPicks }
  const findings =
    stage === 'self' ? new Map<string, Answer>() : coachFindings(compiled, standing, profile, texts, random)
  const seen = stage === 'coach' ? firstPart(findings, compiled.dimensions, 0) : findings
  const evidence = evidenceFor(
    compiled,
    seen,
    stage === 'submitted' ? on : setting.until,
    setting.content.stories.evidence,
    0.6 + 0.35 * drive,
    random,
  )
  const result =
    stage === 'submitted'
      ? resultOf(compiled, { respondents, findings, evidence, employees: facts.employees }, on)
      : null
  const steps = result && stepsOf(result)
  records.assessment.push({
    id,
    occasionId: ladder.occasionId,
    companyId: facts.id,
    focusAreaId: area.id,
    modelId: compiled.model.id,
    modelVersion: compiled.model.version,
    status: stage,
    revision: 1,
    startedOn,
    selfCompletedOn: stage === 'self' ? null : completedOn,
    submittedOn: result && on,
    submittedBy: result && facts.coach.id,
    result,
    selfStep: steps?.self ?? null,
    coachStep: steps?.coach ?? null,
    verifiedStep: steps?.verified ?? null,
  })
  for (const respondent of respondents) addAnswers(id, respondent, ladder, records, random)
  const foundAt = random.instant(stage === 'submitted' ? on : setting.until)
  for (const [questionId, value] of seen) {
    records.finding.push({
      assessmentId: id,
      questionId,
      value,
      reason: value.reason ?? null,
      evidenceClass: value.evidence ?? null,
      foundBy: facts.coach.id,
      revision: 1,
      foundAt,
    })
  }
  for (const { criterion, class: evidenceClass, description, datedOn, bestBefore } of evidence) {
    records.evidence.push({
      id: random.id(datedOn),
      assessmentId: id,
      questionId: criterion,
      class: evidenceClass,
      description,
      datedOn,
      bestBeforeOn: bestBefore,
      addedBy: facts.coach.id,
      addedAt: foundAt,
    })
  }
}

function addAnswers(
  assessmentId: string,
  { id, person, answers }: { id: string; person: Facts['contacts'][number]; answers: ReadonlyMap<string, Answer> },
  { stage, startedOn, completedOn }: Ladder,
  records: Records,
  random: Random,
): void {
  const answeredAt = random.instant(stage === 'self' ? startedOn : completedOn)
  records.respondent.push({
    id,
    assessmentId,
    personId: person.personId,
    name: person.name,
    title: person.title,
    invitedAt: `${startedOn}T05:30:00Z`,
    firstAnswerAt: answers.size > 0 ? answeredAt : null,
    completedAt: stage === 'self' ? null : answeredAt,
  })
  for (const [questionId, value] of answers) {
    const seconds = value.kind === 'rung' ? random.int(15, 70) : random.int(5, 30)
    records.answer.push({ assessmentId, respondentId: id, questionId, value, seconds, revision: 1, answeredAt })
  }
}

const pickOf = (answer: Answer | undefined) => (answer?.kind === 'rung' ? answer.level : null)

/** The answers of the first dimensions, fewer for each next person, as when somebody was called away. */
function firstPart(
  answers: ReadonlyMap<string, Answer>,
  dimensions: readonly string[],
  person: number,
): Map<string, Answer> {
  const done = new Set(dimensions.slice(0, Math.max(0, 3 - 2 * person)))
  return new Map(
    [...answers].filter(([id]) => done.has(id) || [...done].some((dimension) => id.startsWith(`${dimension}-`))),
  )
}
