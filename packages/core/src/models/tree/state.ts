import type { FactValues, TreeAnswer, TreeAnswers } from './answers.ts'
import type { CompiledTree } from './program.ts'

/** Who speaks. In the company's own voice no evidence is asked for. */
export type TreeVoice = 'self' | 'coach'

export type TreeScoreOptions = {
  facts?: FactValues
  voice: TreeVoice
  /** Levels of nodes in the earlier assessment, for `previous(…)`. */
  previous?: ReadonlyMap<string, number>
}

/** How a question stands. `DONE` is a definite answer that is worth nothing, such as a text. */
export const HIDDEN = 0
export const MISSING = 1
export const UNKNOWN = 2
export const PASSED = 3
export const VALUED = 4
export const DONE = 5

/** How a node stands; in the order of `NodeState`. */
export const COMPLETE = 0
export const OPENED = 1
export const OFF = 2
export const NONE = 3

/** Why something is open. */
export const BY_MISSING = 1
export const BY_UNKNOWN = 2

/** Everything scoring works out, by number of question or node. */
export type TreeState = {
  answers: TreeAnswers
  facts: FactValues
  voice: TreeVoice
  previous: ReadonlyMap<string, number>
  /** As answered, where the answer fits the scale. */
  answer: (TreeAnswer | undefined)[]
  question: Uint8Array
  /** The option that counts, −1 without. */
  option: Int16Array
  questionLow: Float64Array
  questionHigh: Float64Array
  applies: Uint8Array
  node: Uint8Array
  cause: Uint8Array
  low: Float64Array
  high: Float64Array
  /** The least it is worth before its modifiers. */
  raw: Float64Array
  /** −1 without a level. */
  level: Int16Array
  /** Points: the least and the most reached, and what is possible; NaN for other nodes. */
  reached: Float64Array
  reachedMost: Float64Array
  possible: Float64Array
  /** The place of the band, −1 without. */
  band: Int16Array
  /** How many children were counted. */
  counted: Int32Array
  /** The level a ladder or a staged percent surely stands on, before anything is applied to it. */
  stage: Int16Array
  coverage: Int32Array
  /** Room to work in. */
  work: Work
}

export type Work = {
  child: Int32Array
  low: Float64Array
  high: Float64Array
  weight: Float64Array
  /** For nodes of points: the share of the declared points that is possible. */
  possible: Float64Array
  metByLevel: Int32Array
  countByLevel: Int32Array
}

/** Levels run from 0 to 20. */
const LEVELS = 21

export function newState(compiled: CompiledTree, answers: TreeAnswers, options: TreeScoreOptions): TreeState {
  const questions = compiled.questions.length
  const nodes = compiled.nodes.length
  const most = compiled.mostChildren
  return {
    answers,
    facts: options.facts ?? {},
    voice: options.voice,
    previous: options.previous ?? new Map(),
    answer: new Array<undefined>(questions),
    question: new Uint8Array(questions),
    option: new Int16Array(questions),
    questionLow: new Float64Array(questions),
    questionHigh: new Float64Array(questions),
    applies: new Uint8Array(nodes),
    node: new Uint8Array(nodes),
    cause: new Uint8Array(nodes),
    low: new Float64Array(nodes),
    high: new Float64Array(nodes),
    raw: new Float64Array(nodes),
    level: new Int16Array(nodes),
    reached: new Float64Array(nodes),
    reachedMost: new Float64Array(nodes),
    possible: new Float64Array(nodes),
    band: new Int16Array(nodes),
    counted: new Int32Array(nodes),
    stage: new Int16Array(nodes),
    coverage: new Int32Array(nodes * 4),
    work: {
      child: new Int32Array(most),
      low: new Float64Array(most),
      high: new Float64Array(most),
      weight: new Float64Array(most),
      possible: new Float64Array(most),
      metByLevel: new Int32Array(LEVELS),
      countByLevel: new Int32Array(LEVELS),
    },
  }
}
