import { z } from 'zod'
import { PlainDate } from '../kernel/day.ts'
import type { Answers } from '../models/answers.ts'
import { LevelNumber } from '../models/schema.ts'
import { classesOnFile, confirmLadder, type Evidence } from './evidence.ts'
import { type Respondent, spreadOf } from './respondents.ts'
import { LadderScore, LevelRange, ScoreState } from './score.ts'
import { scoreLadder } from './scoring.ts'
import type { CompiledModel } from './walk.ts'

/** What the company's people said of one dimension, without saying who. */
export const SelfDimension = z.strictObject({
  dimension: z.string(),
  state: ScoreState,
  level: LevelNumber.nullable(),
  spread: LevelRange.nullable(),
  /** How many people came to each level, lowest first. */
  people: z.array(z.strictObject({ level: LevelNumber, count: z.int().min(1) })),
})
export type SelfDimension = z.infer<typeof SelfDimension>

export const SelfResult = z.strictObject({
  respondents: z.int().min(1),
  step: LevelNumber.nullable(),
  dimensions: z.array(SelfDimension),
})
export type SelfResult = z.infer<typeof SelfResult>

/** The first day on which a dimension's verified level no longer rests on current evidence, by criterion. */
export const Lapse = z.strictObject({ dimension: z.string(), criterion: z.string(), since: PlainDate })
export type Lapse = z.infer<typeof Lapse>

/**
 * A submitted assessment as it was on its day, kept with it for ever. The three voices stand side by side and
 * are never averaged. `levels` repeats the coach's level of each dimension for the programme's comparison.
 */
export const AssessmentResult = z
  .strictObject({
    format: z.literal('stegvis-result/1'),
    on: PlainDate,
    profile: z.strictObject({ employees: z.number().nullable() }),
    /** null: nobody of the company has answered */
    self: SelfResult.nullable(),
    coach: LadderScore,
    verified: LadderScore,
    levels: z.record(z.string(), LevelNumber.nullable()),
    lapses: z.array(Lapse),
  })
  .meta({ id: 'AssessmentResult' })
export type AssessmentResult = z.infer<typeof AssessmentResult>

export type ResultInput = {
  /** Everybody who was asked; those who have not answered anything are left out of the counts. */
  respondents: readonly Respondent[]
  /** The coach's answers. */
  findings: Answers
  evidence: readonly Evidence[]
  employees: number | null
}

/** Later than any best-before, so that every lapse to come is found. */
const END_OF_TIME = PlainDate.parse('9999-12-31')

/** Scores one ladder in its three voices on a day. */
export function resultOf(compiled: CompiledModel, input: ResultInput, on: PlainDate): AssessmentResult {
  const { findings, evidence, employees } = input
  const profile = employees === null ? {} : { employees }
  const coach = scoreLadder(compiled, findings, { evidence: 'seen', profile })
  const onFile = classesOnFile(evidence, on)
  const verified = scoreLadder(compiled, findings, { evidence: 'on-file', onFile, profile })
  const confirmations = confirmLadder(compiled, verified, findings, evidence, END_OF_TIME)
  return {
    format: 'stegvis-result/1',
    on,
    profile: { employees },
    self: selfResult(compiled, input),
    coach,
    verified,
    levels: Object.fromEntries(coach.dimensions.map(({ dimension, level }) => [dimension, level])),
    lapses: confirmations.flatMap(({ dimension, lapsed }) => lapsed.map((lapse) => ({ dimension, ...lapse }))),
  }
}

function selfResult(compiled: CompiledModel, { respondents, employees }: ResultInput): SelfResult | null {
  const heard = respondents.filter(({ answers }) => answers.size > 0)
  if (heard.length === 0) return null
  const spread = spreadOf(compiled, heard, employees === null ? {} : { employees })
  return {
    respondents: heard.length,
    step: spread.step,
    dimensions: spread.dimensions.map(({ dimension, state, level, spread: range, respondents: each }) => ({
      dimension,
      state,
      level,
      spread: range,
      people: countLevels(each.flatMap((one) => (one.level === null ? [] : [one.level]))),
    })),
  }
}

function countLevels(levels: readonly number[]): SelfDimension['people'] {
  const counts = new Map<number, number>()
  for (const level of levels) counts.set(level, (counts.get(level) ?? 0) + 1)
  return [...counts].sort(([a], [b]) => a - b).map(([level, count]) => ({ level, count }))
}

/** The area step of each voice, as lists and statistics keep it. */
export function stepsOf(result: AssessmentResult): {
  self: number | null
  coach: number | null
  verified: number | null
} {
  return { self: result.self?.step ?? null, coach: result.coach.step, verified: result.verified.step }
}

/** The dimensions whose verified level has outlived its evidence, each with the first day without. */
export function unconfirmedOn(result: AssessmentResult, on: PlainDate): Map<string, PlainDate> {
  const since = new Map<string, PlainDate>()
  for (const lapse of result.lapses) {
    if (lapse.since > on) continue
    const known = since.get(lapse.dimension)
    if (!known || lapse.since < known) since.set(lapse.dimension, lapse.since)
  }
  return since
}
