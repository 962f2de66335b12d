import { z } from 'zod'
import { EvidenceClass, LevelNumber } from '../models/schema.ts'

/** What scoring a ladder gives. Levels count from 1; `docs/model-format.md` says how each figure comes about. */

/** The result if everything missing or unknown turned out at its worst, and at its best. */
export const LevelRange = z.strictObject({ low: LevelNumber, high: LevelNumber })
export type LevelRange = z.infer<typeof LevelRange>

/** Questions with a definite answer, of those that the result asks for. "Don't know" is no definite answer. */
export const Coverage = z.strictObject({ known: z.int().min(0), asked: z.int().min(0) })
export type Coverage = z.infer<typeof Coverage>

/** The required criteria of the next rung. Shown as a bar; never part of the level. */
export const Progress = z.strictObject({
  rung: LevelNumber,
  met: z.int().min(0),
  partly: z.int().min(0),
  required: z.int().min(0),
})
export type Progress = z.infer<typeof Progress>

/** Why a required criterion does not hold. `not-asked`: its rung is more than one above the pick. */
export const BlockingReason = z.enum(['no', 'partly', 'unknown', 'missing', 'evidence-too-low', 'not-asked'])
export type BlockingReason = z.infer<typeof BlockingReason>

export const Blocking = z.strictObject({
  criterion: z.string(),
  why: BlockingReason,
  /** With `evidence-too-low`: the class it needs, and the class there is. */
  needs: EvidenceClass.optional(),
  has: EvidenceClass.optional(),
})
export type Blocking = z.infer<typeof Blocking>

export const ScoreState = z.enum(['complete', 'incomplete', 'not-applicable'])
export type ScoreState = z.infer<typeof ScoreState>

export const DimensionScore = z.strictObject({
  dimension: z.string(),
  state: ScoreState,
  /** The rung as picked; null when missing, unknown or not applicable. */
  pick: LevelNumber.nullable(),
  /** null while something is missing, and when the dimension does not apply. */
  level: LevelNumber.nullable(),
  /** null when the dimension does not apply. */
  range: LevelRange.nullable(),
  /** The last rung there is for this company, after the rules of the model. */
  top: LevelNumber,
  coverage: Coverage,
  /** Counted from the level; while there is none, from the lowest rung that may fail. null at the top. */
  progress: Progress.nullable(),
  /** The required criteria of the next rung that do not hold. */
  blocking: z.array(Blocking),
  /** Criteria of any importance met above the level: ahead of the ladder, worth a talk. */
  ahead: z.array(z.string()),
  /** Questions answered "don't know", to follow up. */
  unknown: z.array(z.string()),
})
export type DimensionScore = z.infer<typeof DimensionScore>

/** An exact number; `denominator` is above 0. */
export const Fraction = z.strictObject({ numerator: z.int(), denominator: z.int().min(1) })
export type Fraction = z.infer<typeof Fraction>

export const LadderScore = z.strictObject({
  model: z.string(),
  version: z.string(),
  state: ScoreState,
  dimensions: z.array(DimensionScore),
  /** The step of the whole ladder; null while a dimension is incomplete or when none applies. */
  step: LevelNumber.nullable(),
  stepRange: LevelRange.nullable(),
  /** For statistics only: one decimal, rounded half up, once. `indexExact` is the same before rounding. */
  index: z.number().nullable(),
  indexExact: Fraction.nullable(),
  indexRange: z.strictObject({ low: z.number(), high: z.number() }).nullable(),
  coverage: Coverage,
})
export type LadderScore = z.infer<typeof LadderScore>
