import type { Answers } from '../models/answers.ts'
import { EVIDENCE_CLASSES, type EvidenceClass, evidenceRank, type Model } from '../models/schema.ts'

/**
 * A model laid out flat for scoring: all criteria in one row, by dimension and rung. Made by `compileModel`.
 * `rungStart[d * (levels + 1) + level - 1]` is the first criterion of a rung, the entry after it the end.
 */
export type CompiledModel = {
  model: Model
  levels: number
  dimensions: readonly string[]
  criteria: readonly string[]
  required: Uint8Array
  needs: Uint8Array
  rungStart: Uint16Array
  /** The fewest required criteria any pick of the dimension opens. */
  fewestAsked: Uint8Array
}

/** Facts about the company that the rules of a model read. A fact not known switches nothing off. */
export type Profile = { employees?: number | undefined }

/**
 * Whose word a level rests on. `stated`: the company's own answers, no evidence asked for. `seen`: the coach's
 * answers, each with the class of evidence the coach has seen. `on-file`: the coach's answers, each with the
 * best class there is evidence on file for.
 */
export type ScoreOptions = { profile?: Profile } & (
  | { evidence: 'stated' | 'seen' }
  | { evidence: 'on-file'; onFile: ReadonlyMap<string, EvidenceClass> }
)

/** How a criterion stands in one voice. `hidden`: not asked for the rung that was picked. */
export const STANDINGS = [
  'hidden',
  'missing',
  'no',
  'partly',
  'unknown',
  'evidence-too-low',
  'met',
  'passed-over',
] as const
export type Standing = (typeof STANDINGS)[number]
export const MISSING = 1
const NO = 2
export const PARTLY = 3
export const UNKNOWN = 4
const EVIDENCE_TOO_LOW = 5
export const MET = 6
export const PASSED_OVER = 7

/** One dimension walked through: what was asked, and how far up its rungs hold. */
export type Walk = {
  answer: 'rung' | 'unknown' | 'missing' | 'not-applicable'
  top: number
  /** As answered; null unless `answer` is `rung`. */
  pick: number | null
  /** The rungs whose required criteria must be answered; none when `to` is 0. */
  asked: { from: number; to: number }
  /** The lowest rung that shows: below `asked.from` where a coach found that rung not to hold. */
  shownFrom: number
  low: number
  high: number
  missing: number
}

/** The class behind an answer in this voice; E0 where nothing is said or on file. */
export function classBehind(id: string, answers: Answers, options: ScoreOptions): EvidenceClass {
  return (options.evidence === 'on-file' ? options.onFile.get(id) : answers.get(id)?.evidence) ?? 'E0'
}

/** The last rung of a dimension for this company. */
export function topOf(compiled: CompiledModel, dimension: number, profile: Profile | undefined): number {
  let top = compiled.levels
  const employees = profile?.employees
  if (employees === undefined) return top
  for (const rule of compiled.model.rules) {
    if (rule.dimension !== compiled.dimensions[dimension] || employees >= rule.when.below) continue
    top = Math.min(top, rule.level - 1)
  }
  return top
}

export function rungStart(compiled: CompiledModel, dimension: number, level: number): number {
  return compiled.rungStart[dimension * (compiled.levels + 1) + level - 1]!
}

/**
 * Walks through one dimension. `standings` has a place for each criterion of the model, all `hidden`; the walk
 * fills in those it looked at. Below `shownFrom` they hold old answers that do not count.
 */
export function walkDimension(
  compiled: CompiledModel,
  dimension: number,
  answers: Answers,
  options: ScoreOptions,
  standings: Uint8Array,
): Walk {
  const top = topOf(compiled, dimension, options.profile)
  const walk: Walk = {
    answer: 'missing',
    top,
    pick: null,
    asked: { from: 1, to: 0 },
    shownFrom: 1,
    low: 1,
    high: top,
    missing: 1,
  }
  const answer = answers.get(compiled.dimensions[dimension]!)
  if (answer?.kind === 'unknown' || answer?.kind === 'not-applicable') {
    walk.answer = answer.kind
    walk.missing = 0
    return walk
  }
  if (answer?.kind !== 'rung' || answer.level < 1 || answer.level > compiled.levels) return walk

  walk.answer = 'rung'
  walk.pick = answer.level
  walk.asked = askedRungs(answer.level, top)
  walk.missing = 0
  const opens = options.evidence !== 'stated'
  const first = rungStart(compiled, dimension, opens ? 1 : walk.asked.from)
  const end = rungStart(compiled, dimension, walk.asked.to + 1)
  const asked = rungStart(compiled, dimension, walk.asked.from)
  for (let at = first; at < end; at++) {
    // A self-assessment asks for the required criteria only.
    if (!opens && !compiled.required[at]) continue
    const standing = standingOf(compiled, at, answers, options)
    standings[at] = standing
    if (standing === MISSING && at >= asked && compiled.required[at]) walk.missing++
  }
  const reach = (tolerant: Tolerance) => reachOf(compiled, dimension, walk.asked, standings, tolerant, opens)
  const worst = reach('strict')
  walk.low = worst.level
  walk.high = reach('hopeful').level
  // What nobody has answered yet leads nobody down.
  walk.shownFrom = walk.missing > 0 && opens ? reach('patient').shownFrom : worst.shownFrom
  return walk
}

/** The picked rung and the one above; at the top the one below. A pick above the top counts as the top. */
export function askedRungs(pick: number, top: number): { from: number; to: number } {
  return pick >= top ? { from: Math.max(1, top - 1), to: top } : { from: pick, to: pick + 1 }
}

function standingOf(compiled: CompiledModel, at: number, answers: Answers, options: ScoreOptions): number {
  const id = compiled.criteria[at]!
  switch (answers.get(id)?.kind) {
    case 'yes':
      return options.evidence === 'stated' || evidenceRank(classBehind(id, answers, options)) >= compiled.needs[at]!
        ? MET
        : EVIDENCE_TOO_LOW
    case 'partly':
      return PARTLY
    case 'no':
      return NO
    case 'unknown':
      return UNKNOWN
    case 'not-applicable':
      return PASSED_OVER
    default:
      return MISSING
  }
}

/** What counts as met: `strict` neither missing nor unknown, `patient` missing, `hopeful` both. */
type Tolerance = 'strict' | 'patient' | 'hopeful'

/**
 * The highest rung that holds together with all below it, and the lowest rung that had to be looked at.
 * With `opens`, a rung that fails shows the one below.
 */
function reachOf(
  compiled: CompiledModel,
  dimension: number,
  asked: Walk['asked'],
  standings: Uint8Array,
  tolerance: Tolerance,
  opens: boolean,
): { level: number; shownFrom: number } {
  let level = asked.from - 1
  while (level < asked.to && rungHolds(compiled, dimension, level + 1, standings, tolerance, false)) level++
  let shownFrom = asked.from
  if (!opens) return { level, shownFrom }
  while (level < shownFrom && shownFrom > 2) {
    shownFrom--
    if (rungHolds(compiled, dimension, shownFrom, standings, tolerance, true)) break
    level = shownFrom - 1
  }
  return { level, shownFrom }
}

/** `implied`: the rung is below the pick, so what is not answered there counts as met. */
function rungHolds(
  compiled: CompiledModel,
  dimension: number,
  level: number,
  standings: Uint8Array,
  tolerance: Tolerance,
  implied: boolean,
): boolean {
  const end = rungStart(compiled, dimension, level + 1)
  for (let at = rungStart(compiled, dimension, level); at < end; at++) {
    if (!compiled.required[at]) continue
    const standing = standings[at]
    if (standing === MET || standing === PASSED_OVER) continue
    if (standing === MISSING && (implied || tolerance !== 'strict')) continue
    if (standing === UNKNOWN && tolerance === 'hopeful') continue
    return false
  }
  return true
}

export function evidenceClassOf(rank: number): EvidenceClass {
  return EVIDENCE_CLASSES[rank]!
}
