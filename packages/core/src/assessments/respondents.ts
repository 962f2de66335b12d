import type { Answers } from '../models/answers.ts'
import { broadStep } from './aggregate.ts'
import { visibleQuestions } from './questions.ts'
import type { LevelRange, ScoreState } from './score.ts'
import { scoreLadder } from './scoring.ts'
import type { CompiledModel, Profile } from './walk.ts'

/**
 * Several people of one company answer the same ladder, each on their own. Their answers are kept apart and
 * shown side by side: how far they lie from each other is what the coach talks about first.
 */
export type Respondent = { id: string; answers: Answers }

export type DimensionSpread = {
  dimension: string
  state: ScoreState
  /** The company's self level: the lower median of the people who have answered the dimension whole. */
  level: number | null
  /** The lowest and the highest of their levels; null when nobody has answered whole. */
  spread: LevelRange | null
  /** Everyone, in the order given; `level` is null while incomplete or when it does not apply. */
  respondents: { id: string; state: ScoreState; pick: number | null; level: number | null }[]
}

export type CriterionCounts = {
  criterion: string
  yes: number
  partly: number
  no: number
  unknown: number
  notApplicable: number
}

export type LadderSpread = {
  dimensions: DimensionSpread[]
  /** The broad step of the self levels; null while a dimension has none. */
  step: number | null
  /** Criteria that somebody was asked, in the order of the model; only answers to shown questions count. */
  criteria: CriterionCounts[]
}

/**
 * The lower median: with an even number of people the lower of the two in the middle, so that the company's
 * level is always one that somebody gave, and doubt keeps it down. null for nobody.
 */
export function lowerMedian(levels: readonly number[]): number | null {
  const sorted = [...levels].sort((a, b) => a - b)
  return sorted[(sorted.length - 1) >> 1] ?? null
}

/** A dimension does not apply to the company when somebody says so and nobody gives it a level. */
export function spreadOf(
  compiled: CompiledModel,
  respondents: readonly Respondent[],
  profile: Profile = {},
): LadderSpread {
  const scores = respondents.map(({ answers }) => scoreLadder(compiled, answers, { evidence: 'stated', profile }))
  const dimensions = compiled.dimensions.map((dimension, d): DimensionSpread => {
    const each = respondents.map(({ id }, at) => {
      const { state, pick, level } = scores[at]!.dimensions[d]!
      return { id, state, pick, level }
    })
    const levels = each.flatMap(({ level }) => (level === null ? [] : [level]))
    const level = lowerMedian(levels)
    const passedOver = each.some(({ state }) => state === 'not-applicable')
    return {
      dimension,
      state: level !== null ? 'complete' : passedOver ? 'not-applicable' : 'incomplete',
      level,
      spread: level === null ? null : { low: Math.min(...levels), high: Math.max(...levels) },
      respondents: each,
    }
  })
  const open = dimensions.some(({ state }) => state === 'incomplete')
  const levels = dimensions.flatMap(({ level }) => (level === null ? [] : [level]))
  return {
    dimensions,
    step: open ? null : broadStep(levels, compiled.model.result),
    criteria: countAnswers(compiled, respondents, profile),
  }
}

function countAnswers(
  compiled: CompiledModel,
  respondents: readonly Respondent[],
  profile: Profile,
): CriterionCounts[] {
  const counts = new Map<string, CriterionCounts>()
  for (const { answers } of respondents) {
    for (const { id, kind } of visibleQuestions(compiled, answers, 'self', profile)) {
      const answer = answers.get(id)
      if (kind === 'pick' || !answer || answer.kind === 'rung') continue
      const count = counts.get(id) ?? { criterion: id, yes: 0, partly: 0, no: 0, unknown: 0, notApplicable: 0 }
      count[answer.kind === 'not-applicable' ? 'notApplicable' : answer.kind]++
      counts.set(id, count)
    }
  }
  return compiled.criteria.flatMap((id) => counts.get(id) ?? [])
}
