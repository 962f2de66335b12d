import type { Text } from '../kernel/text.ts'
import type { Answers } from '../models/answers.ts'
import { EVIDENCE_NAMES, type Rule, type Rung } from '../models/schema.ts'
import { type Explanation, explained } from './explanation.ts'
import type { DimensionScore, LadderScore, LevelRange } from './score.ts'
import { scoreLadder } from './scoring.ts'
import {
  type CompiledModel,
  classBehind,
  evidenceClassOf,
  rungStart,
  type ScoreOptions,
  STANDINGS,
  type Standing,
  type Walk,
  walkDimension,
} from './walk.ts'

/** What explaining one dimension looks at: the same walk as scoring, so that the words follow the figures. */
type Scene = {
  compiled: CompiledModel
  d: number
  rungs: readonly Rung[]
  answers: Answers
  options: ScoreOptions
  walk: Walk
  standings: Uint8Array
}

/** Why a dimension stands where it stands, and not one rung higher. `dimension` is its id. */
export function explainDimension(
  compiled: CompiledModel,
  dimension: string,
  answers: Answers,
  options: ScoreOptions,
): Explanation {
  const d = compiled.dimensions.indexOf(dimension)
  if (d < 0) throw new RangeError(`the model has no dimension ${dimension}`)
  const standings = new Uint8Array(compiled.criteria.length)
  const walk = walkDimension(compiled, d, answers, options, standings)
  const { name, rungs } = compiled.model.dimensions[d]!
  const scene: Scene = { compiled, d, rungs, answers, options, walk, standings }
  if (walk.answer === 'not-applicable') {
    return explained('level-none', { name, reason: answers.get(dimension)?.reason ?? '' })
  }
  const reasons = [...explainTop(scene), explainPick(scene), ...explainRungs(scene)]
  return walk.missing === 0
    ? explained('level', { name, level: walk.low, rung: rungs[walk.low - 1]!.name }, reasons)
    : explained('level-open', { name, missing: walk.missing, ...between(walk) }, reasons)
}

/** Why the ladder stands on its step, with the explanation of each dimension. */
export function explainLadder(compiled: CompiledModel, answers: Answers, options: ScoreOptions): Explanation {
  const score = scoreLadder(compiled, answers, options)
  const { name, levels } = compiled.model
  const dimensions = compiled.dimensions.map((id) => explainDimension(compiled, id, answers, options))
  if (score.state === 'not-applicable' || !score.stepRange) return explained('step-none', { name }, dimensions)
  if (score.step === null) return explained('step-open', { name, ...between(score.stepRange) }, dimensions)
  return explained('step', { name, step: score.step, levelName: levels[score.step - 1]!.name }, [
    ...explainStep(compiled, score, score.step),
    ...explainIndex(compiled, score),
    ...dimensions,
  ])
}

function between({ low, high }: LevelRange): { low: number; high: number; between: Text } {
  return low === high
    ? { low, high, between: { sv: `på ${low}, vad svaren än blir`, en: `at ${low}, whatever the answers` } }
    : { low, high, between: { sv: `mellan ${low} och ${high}`, en: `between ${low} and ${high}` } }
}

function explainTop({ compiled, d, rungs, walk, options }: Scene): Explanation[] {
  if (walk.top === rungs.length) return []
  const applies = (rule: Rule) =>
    rule.dimension === compiled.dimensions[d] &&
    rule.level === walk.top + 1 &&
    (options.profile?.employees ?? Number.POSITIVE_INFINITY) < rule.when.below
  const rule = compiled.model.rules.find(applies)
  return rule ? [explained('ladder-ends', { below: rule.when.below, top: walk.top, because: rule.because })] : []
}

function explainPick({ rungs, walk }: Scene): Explanation {
  if (walk.answer === 'unknown') return explained('pick-unknown', {})
  if (walk.pick === null) return explained('pick-missing', {})
  return explained('picked', { pick: walk.pick, rung: rungs[walk.pick - 1]!.name })
}

/** The rungs that hold, and the first that does not. */
function explainRungs(scene: Scene): Explanation[] {
  const { walk } = scene
  if (walk.answer === 'missing') return []
  const reasons: Explanation[] = []
  const reached = Math.max(walk.low, walk.shownFrom - 1)
  const implied = Math.min(walk.shownFrom - 1, walk.low)
  if (implied > 1) reasons.push(explained('implied', { level: implied }))
  for (let level = Math.max(2, walk.shownFrom); level <= reached; level++) {
    reasons.push(explainRung(scene, level, 'rung-holds'))
  }
  reasons.push(reached < walk.top ? explainRung(scene, reached + 1, 'rung-fails') : explained('rung-top', {}))
  return reasons
}

function explainRung(scene: Scene, level: number, rule: 'rung-holds' | 'rung-fails'): Explanation {
  const { compiled, d, rungs, standings, walk } = scene
  const rung = rungs[level - 1]!
  const first = rungStart(compiled, d, level)
  const implied = walk.answer === 'rung' && level < walk.asked.from
  let met = 0
  let required = 0
  const reasons: Explanation[] = []
  for (const [at, criterion] of rung.criteria.entries()) {
    if (!compiled.required[first + at]) continue
    required++
    const standing = STANDINGS[standings[first + at]!]!
    if (standing === 'met' || standing === 'passed-over' || (implied && standing === 'missing')) met++
    if (standing === 'met' || (implied && standing === 'missing')) continue
    reasons.push(explainCriterion(scene, first + at, criterion.text, standing))
  }
  return explained(rule, { level, rung: rung.name, met, required }, reasons)
}

function explainCriterion(scene: Scene, at: number, text: Text, standing: Exclude<Standing, 'met'>): Explanation {
  const { compiled, answers, options } = scene
  if (standing === 'hidden') return explained('criterion-not-asked', { text })
  if (standing !== 'evidence-too-low') return explained(`criterion-${standing}`, { text })
  const needs = evidenceClassOf(compiled.needs[at]!)
  const has = classBehind(compiled.criteria[at]!, answers, options)
  const names = { needsName: EVIDENCE_NAMES[needs], hasName: EVIDENCE_NAMES[has] }
  return explained('criterion-evidence-too-low', { text, needs, has, ...names })
}

const levelled = (score: LadderScore) =>
  score.dimensions.filter((dimension): dimension is DimensionScore & { level: number } => dimension.level !== null)

/** The two conditions of the broad step: how many stand high enough, and that none stands too low. */
function explainStep(compiled: CompiledModel, score: LadderScore, step: number): Explanation[] {
  const { share, floor } = compiled.model.result
  const standing = levelled(score)
  const total = standing.length
  const needed = Math.ceil((total * share[0]) / share[1])
  const countAt = (level: number) => standing.filter((dimension) => dimension.level >= level).length
  const reasons = step > 1 ? [explained('share-met', { step, count: countAt(step), total, needed })] : []
  if (step - floor > 1) reasons.push(explained('floor-met', { least: step - floor }))
  const next = step + 1
  if (next > compiled.levels) return [...reasons, explained('step-top', {})]
  const least = next - floor
  const tooLow = standing.filter((dimension) => dimension.level < least)
  if (countAt(next) < needed) {
    reasons.push(explained('share-fails', { step: next, count: countAt(next), total, needed }))
  }
  if (tooLow.length > 0) {
    reasons.push(explained('floor-fails', { step: next, least, names: listNames(compiled, tooLow) }))
  }
  return reasons
}

function explainIndex(compiled: CompiledModel, score: LadderScore): Explanation[] {
  if (score.index === null) return []
  const { from, to } = compiled.model.index
  const standing = levelled(score)
  const scale = { fromLow: from[0], fromHigh: from[1], toLow: to[0], toHigh: to[1] }
  const sum = standing.reduce((total, { level }) => total + level, 0)
  return [explained('index', { index: score.index, count: standing.length, sum, ...scale })]
}

function listNames(compiled: CompiledModel, dimensions: readonly DimensionScore[]): Text {
  const names = dimensions.flatMap(
    ({ dimension }) => compiled.model.dimensions.find(({ id }) => id === dimension) ?? [],
  )
  return { sv: names.map(({ name }) => name.sv).join(', '), en: names.map(({ name }) => name.en).join(', ') }
}
