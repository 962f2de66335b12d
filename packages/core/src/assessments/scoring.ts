import type { Answers } from '../models/answers.ts'
import { evidenceRank, type Model } from '../models/schema.ts'
import { broadStep, meanIndex, roundToTenth } from './aggregate.ts'
import type { Blocking, DimensionScore, LadderScore, Progress, ScoreState } from './score.ts'
import {
  askedRungs,
  type CompiledModel,
  classBehind,
  evidenceClassOf,
  MET,
  MISSING,
  PARTLY,
  PASSED_OVER,
  rungStart,
  type ScoreOptions,
  STANDINGS,
  UNKNOWN,
  type Walk,
  walkDimension,
} from './walk.ts'

/** Lays a model out for scoring. Do it once and keep it: scoring reads nothing else. */
export function compileModel(model: Model): CompiledModel {
  const levels = model.levels.length
  const rungs = model.dimensions.flatMap((dimension) => dimension.rungs)
  const criteria = rungs.flatMap((rung) => rung.criteria.map((criterion) => ({ criterion, level: rung.level })))
  const start = new Uint16Array(model.dimensions.length * (levels + 1))
  let count = 0
  model.dimensions.forEach((dimension, d) => {
    dimension.rungs.forEach((rung, r) => {
      start[d * (levels + 1) + r] = count
      count += rung.criteria.length
    })
    start[d * (levels + 1) + levels] = count
  })
  return {
    model,
    levels,
    dimensions: model.dimensions.map(({ id }) => id),
    criteria: criteria.map(({ criterion }) => criterion.id),
    required: Uint8Array.from(criteria, ({ criterion }) => (criterion.importance === 'required' ? 1 : 0)),
    needs: Uint8Array.from(criteria, ({ criterion, level }) =>
      evidenceRank(criterion.evidence ?? model.levels[level - 1]!.evidence),
    ),
    rungStart: start,
    fewestAsked: Uint8Array.from(model.dimensions, (dimension) => {
      const required = dimension.rungs.map((rung) => rung.criteria.filter((c) => c.importance === 'required').length)
      const opened = required.map((_, at) => {
        const { from, to } = askedRungs(at + 1, levels)
        return required.slice(from - 1, to).reduce((sum, number) => sum + number, 0)
      })
      return Math.min(...opened)
    }),
  }
}

/**
 * Scores one ladder in one voice. Total: any answers give a result, and answers to questions the model does
 * not have, or to hidden ones, change nothing.
 *
 * Source: docs/model-format.md, "Answers and what their absence means" and "How a ladder is scored".
 */
export function scoreLadder(compiled: CompiledModel, answers: Answers, options: ScoreOptions): LadderScore {
  const { model } = compiled
  const standings = new Uint8Array(compiled.criteria.length)
  const dimensions: DimensionScore[] = []
  const low: number[] = []
  const high: number[] = []
  const coverage = { known: 0, asked: 0 }
  let complete = true
  for (let d = 0; d < compiled.dimensions.length; d++) {
    const score = scoreDimension(compiled, d, answers, options, standings)
    dimensions.push(score)
    coverage.known += score.coverage.known
    coverage.asked += score.coverage.asked
    if (!score.range) continue
    low.push(score.range.low)
    high.push(score.range.high)
    if (score.state === 'incomplete') complete = false
  }
  const applies = low.length > 0
  // A complete dimension stands at the low end of its range.
  const [lowStep, highStep] = [broadStep(low, model.result), broadStep(high, model.result)]
  const [lowIndex, highIndex] = [meanIndex(low, model.index), meanIndex(high, model.index)]
  const state: ScoreState = !applies ? 'not-applicable' : complete ? 'complete' : 'incomplete'
  return {
    model: model.id,
    version: model.version,
    state,
    dimensions,
    step: complete ? lowStep : null,
    stepRange: lowStep === null || highStep === null ? null : { low: lowStep, high: highStep },
    index: complete && lowIndex ? roundToTenth(lowIndex) : null,
    indexExact: complete ? lowIndex : null,
    indexRange: lowIndex && highIndex && { low: roundToTenth(lowIndex), high: roundToTenth(highIndex) },
    coverage,
  }
}

/** What the parts of a dimension's score are read from. */
type Scene = {
  compiled: CompiledModel
  d: number
  answers: Answers
  options: ScoreOptions
  standings: Uint8Array
  walk: Walk
}

function scoreDimension(
  compiled: CompiledModel,
  d: number,
  answers: Answers,
  options: ScoreOptions,
  standings: Uint8Array,
): DimensionScore {
  const walk = walkDimension(compiled, d, answers, options, standings)
  const scene: Scene = { compiled, d, answers, options, standings, walk }
  const dimension = compiled.dimensions[d]!
  const { top, pick, low, high } = walk
  if (walk.answer === 'not-applicable') {
    return {
      dimension,
      state: 'not-applicable',
      pick,
      level: null,
      range: null,
      top,
      coverage: { known: 1, asked: 1 },
      progress: null,
      blocking: [],
      ahead: [],
      unknown: [],
    }
  }
  const complete = walk.missing === 0
  // The same as `low` once nothing is missing; until then never below the rungs that show.
  const reached = Math.max(low, walk.shownFrom - 1)
  return {
    dimension,
    state: complete ? 'complete' : 'incomplete',
    pick,
    level: complete ? low : null,
    range: { low, high },
    top,
    coverage: coverageOf(scene),
    progress: progressOn(scene, reached + 1),
    blocking: blockingOn(scene, reached + 1),
    ahead: shownWith(scene, reached + 1, MET),
    unknown: walk.answer === 'unknown' ? [dimension] : shownWith(scene, walk.shownFrom, UNKNOWN),
  }
}

function coverageOf({ compiled, d, walk, standings }: Scene): DimensionScore['coverage'] {
  if (walk.answer !== 'rung') return { known: 0, asked: 1 + compiled.fewestAsked[d]! }
  let known = 1
  let asked = 1
  const end = rungStart(compiled, d, walk.asked.to + 1)
  for (let at = rungStart(compiled, d, walk.asked.from); at < end; at++) {
    if (!compiled.required[at]) continue
    asked++
    if (standings[at] !== MISSING && standings[at] !== UNKNOWN) known++
  }
  return { known, asked }
}

function progressOn(scene: Scene, rung: number): Progress | null {
  const { compiled, d, walk, standings } = scene
  if (rung > walk.top) return null
  const progress: Progress = { rung, met: 0, partly: 0, required: 0 }
  const end = rungStart(compiled, d, rung + 1)
  for (let at = rungStart(compiled, d, rung); at < end; at++) {
    if (!compiled.required[at]) continue
    progress.required++
    if (holds(scene, rung, at)) progress.met++
    else if (standings[at] === PARTLY) progress.partly++
  }
  return progress
}

function blockingOn(scene: Scene, rung: number): Blocking[] {
  const { compiled, d, walk } = scene
  const blocking: Blocking[] = []
  if (rung > walk.top) return blocking
  const end = rungStart(compiled, d, rung + 1)
  for (let at = rungStart(compiled, d, rung); at < end; at++) {
    if (compiled.required[at] && !holds(scene, rung, at)) blocking.push(blockingAt(scene, at))
  }
  return blocking
}

/** Below the rungs that were asked for, what is not answered is implied. */
function holds({ standings, walk }: Scene, rung: number, at: number): boolean {
  const standing = standings[at]
  const implied = walk.answer === 'rung' && rung < walk.asked.from
  return standing === MET || standing === PASSED_OVER || (implied && standing === MISSING)
}

function blockingAt({ compiled, answers, options, standings }: Scene, at: number): Blocking {
  const criterion = compiled.criteria[at]!
  const why = STANDINGS[standings[at]!]!
  if (why === 'evidence-too-low') {
    const needs = evidenceClassOf(compiled.needs[at]!)
    return { criterion, why, needs, has: classBehind(criterion, answers, options) }
  }
  const answered = why === 'no' || why === 'partly' || why === 'unknown' || why === 'missing'
  return { criterion, why: answered ? why : 'not-asked' }
}

/** The criteria of the shown rungs from `level` up that stand so. */
function shownWith({ compiled, d, walk, standings }: Scene, level: number, standing: number): string[] {
  const found: string[] = []
  if (walk.answer !== 'rung' || level > walk.asked.to) return found
  const end = rungStart(compiled, d, walk.asked.to + 1)
  for (let at = rungStart(compiled, d, level); at < end; at++) {
    if (standings[at] === standing) found.push(compiled.criteria[at]!)
  }
  return found
}
