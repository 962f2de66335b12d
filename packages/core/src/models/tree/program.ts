import type { Span } from './expression-spans.ts'
import type { Read } from './expression-value.ts'
import { type RoundingMode, settle } from './numbers.ts'
import type { Fact, TreeModel, TreeQuestion } from './schema.ts'
import type { Leaf, TreeNode } from './schema-nodes.ts'
import type { Band, Modifier, Need, RollUp } from './schema-roll-up.ts'
import type { Scale } from './schema-scales.ts'
import type { NodeCoverage, NodeReason } from './score.ts'
import type { TreeState } from './state.ts'

/**
 * A tree model laid out flat for scoring: questions and nodes by number, the children of all nodes in one row, and
 * the order in which everything is worked out. Made by `compileTree`; scoring reads nothing else.
 */
export type CompiledTree = {
  model: TreeModel
  questions: readonly CompiledQuestion[]
  nodes: readonly CompiledNode[]
  questionAt: ReadonlyMap<string, number>
  nodeAt: ReadonlyMap<string, number>
  /** The slot of the first node: questions and nodes share slots, questions first. */
  firstNode: number
  facts: ReadonlyMap<string, Fact>
  /** The children of all nodes in one row: their slots, and their weights as written. */
  childSlots: Int32Array
  childWeights: Float64Array
  /** What is worked out, one step after another: of which kind below, and of which question or node. */
  steps: { kind: Uint8Array; at: Int32Array }
  /** The steps that must be worked out again when a step has changed, by place in the order. */
  dependents: readonly Int32Array[]
  /** How many steps at the start are questions shown in any case. */
  alwaysFirst: number
  /** The place in the order of each question's step. */
  questionStep: Int32Array
  mostChildren: number
  /** Where the model tells answers apart in buckets. */
  buckets: CompiledBuckets | undefined
  /** Whether any node can be answered as a whole. */
  wholes: boolean
}

export type CompiledBuckets = {
  ids: readonly string[]
  /** By question and part or option: the number of its bucket. undefined for a question in none. */
  byQuestion: readonly (Int8Array | undefined)[]
}

/** Kinds of steps: whether a node applies, what a question is worth, what a node is worth. */
export const APPLIES = 0
export const QUESTION = 1
export const NODE = 2

export type Condition = Read<TreeState>

export type CompiledQuestion = {
  id: string
  question: TreeQuestion
  scale: CompiledScale
  /** The least class of evidence of an option that says none itself, as a rank. */
  needs: number
  visibleWhen: Condition | undefined
  /** The nodes directly above it; none where nothing but conditions and formulas reads it. */
  under: Int32Array
  /** Asked whatever its nodes apply to, since whether a node applies hangs on it. */
  isFilter: boolean
  /** Shown whatever is answered. */
  isAlways: boolean
}

export type CompiledScale = {
  scale: Scale
  /** The least and the most an answer can be worth; infinite where there is no bound, NaN where there is no worth. */
  least: number
  most: number
  isSingle: boolean
  /** Options (or cells) by id, in their order; and those that need a reason. */
  optionAt: ReadonlyMap<string, number>
  /** The ids again where one of a few is chosen without a reason: looking through them is quicker. */
  few: readonly string[]
  reasons: Uint8Array
  values: Float64Array
  /** By option: the least class of evidence as a rank, −1 where the option says none; and the option next below. */
  needs: Int8Array
  below: Int16Array
}

/** What scoring reads of every node stands first, side by side in memory: scoring a large tree waits for memory. */
export type CompiledNode = {
  id: string
  /** `main`, or the id of the view. */
  view: string
  slot: number
  /** Where its children stand in the row of all children, and how many there are. */
  first: number
  count: number
  op: RollUp['op']
  /** Nothing but its children decides what it is worth, so that it is quick once all of them are known. */
  isPlain: boolean
  /** Whether all its children are questions. */
  isFlat: boolean
  /** Whether the levels of its children count, where they have one. */
  readsLevels: boolean
  /** Whether the roll-up gives a level itself. */
  hasOwnLevel: boolean
  bands: readonly Band[]
  answeredBy: number
  /** What rows say most often, made once. */
  usualReason: NodeReason
  usualCoverage: NodeCoverage
  /** From which value on a child is met, as it comes out of a sum: settled, it then reaches what the model asks. */
  threshold: number
  need: Need
  /** The levels of the children as written; −1 without one. */
  levels: Int8Array
  /** The children that have a level, lowest first, and where each level begins among them. */
  byLevel: Int32Array
  levelStart: Int32Array
  /** The lowest and the highest level its children carry. */
  lowest: number
  highest: number
  children: readonly CompiledChild[]
  result: RollUp
  policies: { missing: number; unknown: number; notApplicable: number }
  node: TreeNode
  parent: number
  appliesWhen: Condition | undefined
  appliesUndetermined: boolean
  formula: Condition | undefined
  adjust: readonly CompiledModifier[]
  /** By rising level; `reads` has the slots that a condition hangs on, beside the node's own. */
  stars: readonly { level: number; when: Condition; reads: readonly number[] }[]
  /** The least and the most it can be worth when everything applies, before anything is answered. */
  least: number
  most: number
  /** The same before its modifiers. */
  rolledLeast: number
  rolledMost: number
  /** The least and the most its level can be; NaN for a node that gets none. */
  leastLevel: number
  mostLevel: number
  /** The points of the children as written, added up. */
  declared: number
  /** The distinct questions below; `repeats` when one of them stands there more than once. */
  below: Int32Array
  repeats: boolean
  /** Whether it, or a node below it, can be answered as a whole. */
  wholes: boolean
}

export type CompiledChild = {
  /** A question when `isLeaf`, otherwise a node; and its slot. */
  at: number
  slot: number
  isLeaf: boolean
  id: string
  place: Leaf | TreeNode
  weight: number
  points: number
  factors: readonly { when: Condition; factor: number }[]
  /** −1 without one. */
  level: number
  importance: 'required' | 'recommended' | 'optional'
  /** Whether its level is what counts, as below a broad step. */
  byLevel: boolean
}

export type CompiledModifier =
  | { do: 'map'; modifier: Extract<Modifier, { do: 'map' }> }
  | { do: 'clamp'; least: number; most: number }
  | { do: 'factor'; by: number; when: Condition | undefined }
  | {
      do: 'cap' | 'floor'
      at: Condition
      /** Between what the height lies while what it reads is open. */
      between: (state: TreeState) => Span
      when: Condition | undefined
      reads: readonly number[]
    }
  | { do: 'round'; decimals: number; mode: RoundingMode }

/** Policies by number, so that the loop compares numbers. */
export const OPEN = 0
export const LOWEST = 1
export const EXCLUDE = 2
export const MET = 3
export const EQUAL = 4
export const PROPORTIONAL = 5

/** Whether enough of `count` hold. Nothing at all is enough of nothing. */
export function isEnough(met: number, count: number, need: Need): boolean {
  if (count === 0 || need === 'all') return met === count
  if ('count' in need) return met >= need.count
  if ('share' in need) return met >= settle(need.share * count)
  return count - met <= need['all-but']
}
