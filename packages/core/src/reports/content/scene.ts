import { broadStep } from '../../assessments/aggregate.ts'
import { unconfirmedOn } from '../../assessments/result.ts'
import type { ModelRef } from '../../assessments/schema.ts'
import type { DimensionScore } from '../../assessments/score.ts'
import type { Standing } from '../../figures/standing.ts'
import type { PlainDate } from '../../kernel/day.ts'
import type { Dimension, Model } from '../../models/schema.ts'
import type { ReportData, ReportLadder, ReportMeasurement } from '../schema.ts'
import type { Wording } from './wording.ts'

/** Finds the texts of an installed model version. Throws when it is not there. */
export type ModelOf = (ref: ModelRef) => Model

export type DimensionScene = { dimension: Dimension; score: DimensionScore; standing: Standing }

/** One ladder of a report with its texts, and where the company stands on it. */
export type LadderScene = {
  ladder: ReportLadder
  model: Model
  name: string
  accent: number
  newest: ReportMeasurement
  /** the first measurement, where there is a later one */
  baseline: ReportMeasurement | null
  /** of the whole ladder */
  standing: Standing
  /** in the order of the model */
  dimensions: DimensionScene[]
}

export type Scene = { data: ReportData; w: Wording; ladders: LadderScene[] }

export function sceneOf(data: ReportData, modelOf: ModelOf, w: Wording): Scene {
  return { data, w, ladders: data.ladders.map((ladder) => ladderScene(ladder, modelOf, w, data.madeOn)) }
}

function ladderScene(ladder: ReportLadder, modelOf: ModelOf, w: Wording, on: PlainDate): LadderScene {
  const newest = ladder.measurements.at(-1)!
  const baseline = ladder.measurements.length > 1 ? ladder.measurements[0]! : null
  const model = modelOf(newest.model)
  const scores = new Map(newest.result.coach.dimensions.map((score) => [score.dimension, score]))
  const dimensions = model.dimensions.flatMap((dimension) => {
    const score = scores.get(dimension.id)
    return score ? [{ dimension, score, standing: dimensionStanding(ladder, newest, baseline, score, on) }] : []
  })
  const { name, accent } = ladder.focusArea
  const standing = ladderStanding(ladder, model, newest, baseline, on)
  return { ladder, model, name: w.pick(name), accent, newest, baseline, standing, dimensions }
}

function dimensionStanding(
  { targets }: ReportLadder,
  { result }: ReportMeasurement,
  baseline: ReportMeasurement | null,
  { dimension, level }: DimensionScore,
  on: PlainDate,
): Standing {
  const verified = result.verified.dimensions.find((score) => score.dimension === dimension)?.level ?? null
  const before = baseline?.result.levels[dimension] ?? null
  const target = targets.find((one) => one.dimension === dimension)
  return {
    self: result.self?.dimensions.find((one) => one.dimension === dimension)?.level ?? null,
    coach: level,
    evidence: evidenceOf(level, verified, unconfirmedOn(result, on).has(dimension)),
    baseline: baseline && before !== null ? { level: before, on: baseline.startedOn } : null,
    target: target ? { level: target.level, on: target.dueOn } : null,
  }
}

function ladderStanding(
  ladder: ReportLadder,
  model: Model,
  { result }: ReportMeasurement,
  baseline: ReportMeasurement | null,
  on: PlainDate,
): Standing {
  const before = baseline?.result.coach.step ?? null
  const step = result.coach.step
  return {
    self: result.self?.step ?? null,
    coach: step,
    evidence: evidenceOf(step, result.verified.step, unconfirmedOn(result, on).size > 0),
    baseline: baseline && before !== null ? { level: before, on: baseline.startedOn } : null,
    target: ladderTarget(ladder, model, result.levels, step),
  }
}

/** The first level asks for nothing that could be shown, so nothing there is verified. */
function evidenceOf(level: number | null, verified: number | null, lapsed: boolean): Standing['evidence'] {
  if (level === null || level < 2 || verified === null || verified < level) return 'none'
  return lapsed ? 'lapsed' : 'verified'
}

/** The step the ladder has once every target is reached, on the day of the last; null when that is no higher. */
function ladderTarget(
  { targets }: ReportLadder,
  model: Model,
  levels: Readonly<Record<string, number | null>>,
  step: number | null,
): Standing['target'] {
  const wanted = new Map(targets.map(({ dimension, level }) => [dimension, level]))
  const reached = Object.entries(levels).flatMap(([dimension, level]) =>
    level === null ? [] : [Math.max(level, wanted.get(dimension) ?? 0)],
  )
  const level = broadStep(reached, model.result)
  if (targets.length === 0 || level === null || level <= (step ?? 0)) return null
  const days = targets.flatMap(({ dueOn }) => dueOn ?? []).sort()
  return { level, on: days.length === targets.length ? days.at(-1)! : null }
}

/** `steg 3, Igångsatt` of a dimension, with the rung's own name. */
export function rungName({ dimension }: DimensionScene, level: number, w: Wording): string {
  const rung = dimension.rungs.find((one) => one.level === level)
  return rung ? w.pick(rung.name) : String(level)
}

export function levelName(model: Model, level: number, w: Wording): string {
  const found = model.levels.find((one) => one.level === level)
  return found ? w.pick(found.name) : String(level)
}
