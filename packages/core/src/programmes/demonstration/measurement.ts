import { bestBeforeOf, type Evidence } from '../../assessments/evidence.ts'
import { visibleQuestions } from '../../assessments/questions.ts'
import { type CompiledModel, type Profile, topOf } from '../../assessments/walk.ts'
import { addDays, type PlainDate } from '../../kernel/day.ts'
import type { Answer } from '../../models/answers.ts'
import { EVIDENCE_CLASSES, type EvidenceClass, evidenceRank } from '../../models/schema.ts'
import type { StoriesFile } from './content.ts'
import type { Random } from './random.ts'
import { fill } from './setting.ts'

/** Where a company truly stands: one level a dimension, in the order of the model. Answers follow from it. */
export type Standing = readonly number[]

export function firstStanding(compiled: CompiledModel, maturity: number, profile: Profile, random: Random): Standing {
  const area = maturity + (random.next() - 0.5) * 1.2
  return compiled.dimensions.map((_, d) => {
    const level = Math.round(area + (random.next() - 0.5) * 2.2)
    return Math.min(topOf(compiled, d, profile), Math.max(1, level))
  })
}

/**
 * Where it stands a year or so later: most dimensions stay or climb a rung, some climb two, a few drop. `drive`
 * is how much the company gets done, 0 to 1.
 */
export function laterStanding(
  compiled: CompiledModel,
  before: Standing,
  drive: number,
  profile: Profile,
  random: Random,
): Standing {
  return before.map((level, d) => {
    const step = random.weighted([
      [0, 70 - 35 * drive],
      [1, 22 + 45 * drive],
      [2, 2 + 12 * drive],
      [-1, 6 - 3 * drive],
    ] as const)
    return Math.min(topOf(compiled, d, profile), Math.max(1, level + step))
  })
}

type Judge = (level: number, id: string, required: boolean, dimension: number) => Answer

/** Answers everything the ladder asks, question by question, as a person would: what shows depends on answers. */
function answerAll(
  compiled: CompiledModel,
  asked: 'self' | 'coach',
  profile: Profile,
  pick: (dimension: number) => Answer,
  judge: Judge,
): Map<string, Answer> {
  const answers = new Map<string, Answer>()
  compiled.dimensions.forEach((id, d) => {
    answers.set(id, pick(d))
  })
  for (let open = true; open; ) {
    open = false
    for (const { id, dimension, level, importance } of visibleQuestions(compiled, answers, asked, profile)) {
      if (answers.has(id) || level === null) continue
      answers.set(id, judge(level, id, importance === 'required', compiled.dimensions.indexOf(dimension)))
      open = true
    }
  }
  return answers
}

/** A person of the company answers from memory: rather too high than too low, and not always sure. */
export function selfAnswers(
  compiled: CompiledModel,
  standing: Standing,
  profile: Profile,
  random: Random,
): Map<string, Answer> {
  const picks = standing.map((level, d) => {
    const bias = random.weighted([
      [0, 52],
      [1, 34],
      [-1, 12],
      [2, 2],
    ] as const)
    return Math.min(topOf(compiled, d, profile), Math.max(1, level + bias))
  })
  return answerAll(
    compiled,
    'self',
    profile,
    (d) => (random.chance(0.02) ? { kind: 'unknown' } : { kind: 'rung', level: picks[d]! }),
    (level, _id, _required, d) => {
      if (random.chance(0.02)) return { kind: 'unknown' }
      if (level <= picks[d]!) return { kind: random.chance(0.95) ? 'yes' : 'partly' }
      return {
        kind: random.weighted([
          ['no', 5],
          ['partly', 4],
          ['yes', 2],
        ] as const),
      }
    },
  )
}

export type Texts = { stories: StoriesFile['findings']; contact: string; selfPicks: readonly (number | null)[] }

/** The coach's findings, with reasons and the class of evidence seen; the levels come out as the company stands. */
export function coachFindings(
  compiled: CompiledModel,
  standing: Standing,
  profile: Profile,
  { stories, contact, selfPicks }: Texts,
  random: Random,
): Map<string, Answer> {
  const say = (list: readonly string[]) => fill(random.pick(list), { contact })
  const failing = standing.map((level, d) => failingCriterion(compiled, d, level + 1, random))
  return answerAll(
    compiled,
    'coach',
    profile,
    (d) => {
      const level = standing[d]!
      const differs = selfPicks[d] !== null && selfPicks[d] !== level
      const reason = differs ? say((selfPicks[d] ?? 0) > level ? stories.partly : stories.met) : undefined
      return { kind: 'rung', level, ...(reason && { reason }) }
    },
    (level, id, required, d) => {
      const needs = EVIDENCE_CLASSES[compiled.needs[compiled.criteria.indexOf(id)]!]!
      const holds = level <= standing[d]! || (id !== failing[d] && random.chance(required ? 0.4 : 0.3))
      if (holds && !required && random.chance(0.04)) {
        return { kind: 'not-applicable', reason: say(stories['not-applicable']) }
      }
      if (holds) return { kind: 'yes', evidence: betterAtTimes(needs, random), ...spoken(0.35, stories.met) }
      if (id === failing[d] && evidenceRank(needs) > 1 && random.chance(0.15)) {
        return { kind: 'yes', evidence: 'E1', reason: say(stories.thin) }
      }
      return random.chance(0.6)
        ? { kind: 'partly', evidence: 'E1', ...spoken(0.8, stories.partly) }
        : { kind: random.chance(0.9) ? 'no' : 'unknown', ...spoken(0.5, stories.missing) }
    },
  )

  function spoken(probability: number, list: readonly string[]): { reason?: string } {
    return random.chance(probability) ? { reason: say(list) } : {}
  }
}

/** The required criterion that keeps the company from a rung; undefined above the last. */
function failingCriterion(
  { model }: CompiledModel,
  dimension: number,
  level: number,
  random: Random,
): string | undefined {
  const rung = model.dimensions[dimension]!.rungs.find((candidate) => candidate.level === level)
  const required = rung?.criteria.filter(({ importance }) => importance === 'required') ?? []
  return required.length > 0 ? random.pick(required).id : undefined
}

function betterAtTimes(needs: EvidenceClass, random: Random): EvidenceClass {
  return needs === 'E2' && random.chance(0.1) ? 'E3' : needs
}

export type EvidenceOnFile = Evidence & { description: string }

/** Evidence kept for what the coach saw: most of it, from the months before, described as the rung asks for it. */
export function evidenceFor(
  compiled: CompiledModel,
  findings: ReadonlyMap<string, Answer>,
  on: PlainDate,
  texts: StoriesFile['evidence'],
  share: number,
  random: Random,
): EvidenceOnFile[] {
  const found: EvidenceOnFile[] = []
  for (const { rungs } of compiled.model.dimensions) {
    for (const { criteria, 'shown-by': shownBy } of rungs) {
      for (const { id, importance } of criteria) {
        const answer = findings.get(id)
        const seen = answer?.kind === 'yes' ? answer.evidence : undefined
        if (!seen || seen === 'E0' || importance !== 'required' || !random.chance(share)) continue
        const datedOn = addDays(on, -random.int(3, 210))
        found.push({
          criterion: id,
          class: seen,
          datedOn,
          bestBefore: bestBeforeOf(compiled.model, id, datedOn),
          description: seen === 'E1' || seen === 'E4' ? texts[seen] : shownBy.sv,
        })
      }
    }
  }
  return found
}
