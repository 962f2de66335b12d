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

/**
 * How a question or a node stands. Open ones carry why: a question one of the two, a node perhaps both. A question
 * stands `BESIDE` when it is passed over, a node when it does not apply; `VALUELESS` is worth nothing by itself, as a
 * text that is answered or a profile.
 */
export const KNOWN = 0
export const BY_MISSING = 1
export const BY_UNKNOWN = 2
export const HIDDEN = 4
export const BESIDE = 5
export const VALUELESS = 6

/** The stage of a node that has none. */
export const NO_STAGE = -2

export const isOpen = (standing: number) => standing !== KNOWN && standing < HIDDEN

/**
 * Everything scoring works out. Questions and nodes share slots, questions first, so that a node reads all its
 * children alike; what only nodes have goes by number of node.
 */
export type TreeState = {
  answers: TreeAnswers
  facts: FactValues
  voice: TreeVoice
  previous: ReadonlyMap<string, number>
  /** By slot: how it stands, and between what its value lies. */
  standing: Uint8Array
  low: Float64Array
  high: Float64Array
  /** By question: the option that counts, −1 without. */
  option: Int16Array
  /** By node, from here on. */
  applies: Uint8Array
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
  /** The level a ladder or a staged percent surely stands on before its modifiers, −1 below level 0; a gate 0 or 1. */
  stage: Int16Array
  coverage: Int32Array
  /** Where the model has buckets: the share of each, and last of what nobody has answered. */
  shares: Float64Array
  /** Room to work in. */
  work: Work
  /** What roll-ups read: the children in `work` at the low and at the high end, or where they stand in this state. */
  lows: Taken
  highs: Taken
  stands: Taken
}

export type Work = {
  /** Which children are counted, and where among them each child stands, −1 for one that is not. */
  child: Int32Array
  place: Int32Array
  low: Float64Array
  high: Float64Array
  weight: Float64Array
  /** For nodes of points: the share of the declared points that is possible. */
  possible: Float64Array
}

/**
 * The children of a node that count, in the order of the tree: the n-th of them is worth `values[slots[first + n]]` and
 * weighs `weights[first + n]`. It is child number `child[n]` of the node, and `place` says the other way round where
 * each child stands, −1 for one that does not count.
 */
export type Taken = {
  readonly values: Float64Array
  readonly slots: Int32Array
  readonly weights: Float64Array
  readonly child: Int32Array
  readonly place: Int32Array
  first: number
  count: number
}

export function newState(compiled: CompiledTree): TreeState {
  const questions = compiled.questions.length
  const nodes = compiled.nodes.length
  const low = new Float64Array(questions + nodes)
  const work = newWork(compiled.mostChildren)
  const all = numbered(compiled.mostChildren)
  const placed = { slots: all, weights: work.weight, child: work.child, place: work.place, first: 0, count: 0 }
  return {
    answers: new Map(),
    facts: {},
    voice: 'self',
    previous: new Map(),
    standing: new Uint8Array(questions + nodes),
    low,
    high: new Float64Array(questions + nodes),
    option: new Int16Array(questions),
    // Those that no condition switches off are never decided.
    applies: new Uint8Array(nodes).fill(1),
    raw: new Float64Array(nodes),
    level: new Int16Array(nodes).fill(-1),
    reached: new Float64Array(nodes).fill(Number.NaN),
    reachedMost: new Float64Array(nodes).fill(Number.NaN),
    possible: new Float64Array(nodes).fill(Number.NaN),
    band: new Int16Array(nodes).fill(-1),
    counted: new Int32Array(nodes),
    stage: new Int16Array(nodes).fill(NO_STAGE),
    coverage: new Int32Array(nodes * 4),
    shares: new Float64Array(compiled.buckets ? nodes * (compiled.buckets.ids.length + 1) : 0),
    work,
    lows: { values: work.low, ...placed },
    highs: { values: work.high, ...placed },
    stands: {
      values: low,
      slots: compiled.childSlots,
      weights: compiled.childWeights,
      child: all,
      place: all,
      first: 0,
      count: 0,
    },
  }
}

function newWork(most: number): Work {
  return {
    child: new Int32Array(most),
    place: new Int32Array(most),
    low: new Float64Array(most),
    high: new Float64Array(most),
    weight: new Float64Array(most),
    possible: new Float64Array(most),
  }
}

/** 0, 1, 2 and so on. */
export const numbered = (count: number) => Int32Array.from({ length: count }, (_, at) => at)

/**
 * The answer to a question, where it counts as one: undefined when nobody has answered, the answer does not fit its
 * scale, or the question is hidden.
 */
export function countedAnswer({ answers, standing }: TreeState, at: number, id: string): TreeAnswer | undefined {
  return standing[at] === HIDDEN || standing[at] === BY_MISSING ? undefined : answers.get(id)
}
