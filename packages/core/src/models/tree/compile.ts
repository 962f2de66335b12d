import { staticBounds } from './bounds.ts'
import { compileBuckets } from './compile-buckets.ts'
import { compileCondition, compileSpan, type Places, stepsRead } from './compile-conditions.ts'
import { orderSteps } from './compile-order.ts'
import { compileQuestions } from './compile-questions.ts'
import { hasLevel } from './levels.ts'
import { settledFrom } from './numbers.ts'
import {
  type CompiledChild,
  type CompiledModifier,
  type CompiledNode,
  type CompiledQuestion,
  type CompiledTree,
  EQUAL,
  EXCLUDE,
  LOWEST,
  MET,
  NODE,
  OPEN,
  PROPORTIONAL,
} from './program.ts'
import type { TreeModel } from './schema.ts'
import type { Leaf, TreeNode } from './schema-nodes.ts'
import type { Band, Modifier, Policies, RollUp } from './schema-roll-up.ts'

/** Lays a model out for scoring. Do it once and keep it: scoring reads nothing else. */
export function compileTree(model: TreeModel): CompiledTree {
  const questions: CompiledQuestion[] = []
  const nodes: CompiledNode[] = []
  const questionAt = new Map<string, number>()
  model.questions.forEach(({ id }, at) => {
    if (!questionAt.has(id)) questionAt.set(id, at)
  })
  const walked = walkTrees(model)
  const nodeAt = new Map<string, number>()
  walked.forEach(({ node }, at) => {
    if (!nodeAt.has(node.id)) nodeAt.set(node.id, at)
  })
  const places: Places = { questionAt, nodeAt, firstNode: model.questions.length, questions, nodes }
  questions.push(...compileQuestions(model, walked, places))
  nodes.push(...walked.map((placed, at) => compileNode(model, placed, at, places)))
  fillBelow(nodes)
  let first = 0
  for (const node of nodes) {
    node.first = first
    first += node.count
  }
  // Children stand after their parents, so from the end every child comes first.
  for (let at = nodes.length - 1; at >= 0; at--) {
    const node = nodes[at]!
    if (node.result.op === 'broad-step') readLevels(node)
    if (node.wholes) node.isPlain = false
    Object.assign(node, staticBounds(node, questions, nodes))
  }
  return {
    model,
    questions,
    nodes,
    questionAt,
    nodeAt,
    firstNode: model.questions.length,
    facts: new Map((model.facts ?? []).map((fact) => [fact.id, fact])),
    childSlots: Int32Array.from(nodes.flatMap(({ children }) => children.map(({ slot }) => slot))),
    childWeights: Float64Array.from(nodes.flatMap(({ children }) => children.map(({ weight }) => weight))),
    ...orderSteps(questions, nodes, (source) => stepsRead(source, places)),
    mostChildren: nodes.reduce((most, { children }) => Math.max(most, children.length), 0),
    buckets: compileBuckets(model, questions),
    wholes: nodes.some(({ wholes }) => wholes),
  }
}

/** A broad step goes by the levels of its children. */
function readLevels(node: CompiledNode): void {
  for (const child of node.children) {
    const { place } = child
    // A profile has no value, and so no band: only stars give it a level.
    if ('question' in place || !hasLevel(place) || (place.result.op === 'none' && !place.stars)) continue
    child.byLevel = true
    node.readsLevels = true
  }
}

type Placed = { node: TreeNode; view: string; parent: number; children: number[] }

/** All nodes of all trees, parents before children; `children` has the number of each child node, −1 for a leaf. */
function walkTrees(model: TreeModel): Placed[] {
  const placed: Placed[] = []
  const add = (node: TreeNode, view: string, parent: number): number => {
    const own: Placed = { node, view, parent, children: [] }
    const at = placed.push(own) - 1
    own.children = node.children.map((child) => ('question' in child ? -1 : add(child, view, at)))
    return at
  }
  add(model.tree, 'main', -1)
  for (const { id, tree } of model.views ?? []) add(tree, id, -1)
  return placed
}

function compileNode(model: TreeModel, placed: Placed, at: number, places: Places): CompiledNode {
  const { node } = placed
  const condition = (source: string) => compileCondition(source, places)
  const children = node.children.flatMap((child, n) => compileChild(model, child, placed.children[n]!, places))
  const byLevels = compileLevels(children.map(({ level }) => level))
  const levels = children.flatMap(({ level }) => (level < 0 ? [] : [level]))
  const op = node.result.op
  const isPlain =
    !SPECIAL.has(op) && !node.adjust?.length && !node.stars && !node['answered-by'] && children.every(isSteady)
  return {
    id: node.id,
    view: placed.view,
    slot: model.questions.length + at,
    first: 0,
    count: children.length,
    op,
    isPlain,
    isFlat: children.every(({ isLeaf }) => isLeaf),
    readsLevels: false,
    hasOwnLevel: OWN_LEVEL.has(op),
    bands: node.bands ?? NO_BANDS,
    answeredBy: node['answered-by'] ? (places.questionAt.get(node['answered-by']) ?? -1) : -1,
    usualReason: usualReason(op, children.length),
    usualCoverage: NO_COVERAGE,
    threshold: 'at-least' in node.result ? settledFrom(node.result['at-least']) : Number.NaN,
    need: 'need' in node.result ? node.result.need : 'all',
    levels: byLevels.levels,
    byLevel: byLevels.byLevel,
    levelStart: byLevels.levelStart,
    lowest: Math.min(...levels, 20),
    highest: Math.max(...levels, -1),
    children,
    result: node.result,
    policies: compilePolicies({ ...model.policies, ...dropUndefined(node.policies) }),
    node,
    parent: placed.parent,
    appliesWhen: node['applies-when'] ? condition(node['applies-when']) : undefined,
    appliesUndetermined: node['applies-when-undetermined'] ?? true,
    formula: node.result.op === 'formula' ? condition(node.result.value) : undefined,
    adjust: (node.adjust ?? []).map((modifier) => compileModifier(modifier, at, places)),
    stars: [...(node.stars ?? [])]
      .sort((a, b) => a.level - b.level)
      .map(({ level, when }) => ({ level, when: condition(when), reads: readsOf(when, at, places) })),
    least: 0,
    most: 0,
    rolledLeast: 0,
    rolledMost: 0,
    leastLevel: Number.NaN,
    mostLevel: Number.NaN,
    declared: children.reduce((sum, { points }) => sum + points, 0),
    below: new Int32Array(),
    repeats: false,
    wholes: false,
  }
}

function compileLevels(levels: readonly number[]): Pick<CompiledNode, 'levels' | 'byLevel' | 'levelStart'> {
  const byLevel = levels
    .flatMap((level, at) => (level < 0 ? [] : [at]))
    .sort((a, b) => levels[a]! - levels[b]! || a - b)
  const start = Array.from(
    { length: Math.max(...levels, -1) + 2 },
    (_, level) => levels.filter((own) => own >= 0 && own < level).length,
  )
  return { levels: Int8Array.from(levels), byLevel: Int32Array.from(byLevel), levelStart: Int32Array.from(start) }
}

const isSteady = ({ factors }: CompiledChild) => factors.length === 0

/** Roll-ups that do more than take the values of all children together. */
const SPECIAL = new Set<RollUp['op']>(['none', 'points', 'product', 'formula'])
const OWN_LEVEL = new Set<RollUp['op']>(['ladder', 'high-water', 'broad-step', 'gate'])

const NO_BANDS: readonly Band[] = []

/** Shared by the rows of all scores, and so never to be changed. */
function usualReason(op: string, children: number): CompiledNode['usualReason'] {
  return Object.freeze({ rule: op, inputs: Object.freeze({ counted: children, children }) })
}

function usualCoverage(questions: number): CompiledNode['usualCoverage'] {
  return Object.freeze({ answered: questions, asked: questions, notApplicable: 0, unknown: 0 })
}

const NO_COVERAGE = usualCoverage(0)

function dropUndefined(policies: TreeNode['policies']): Partial<Policies> {
  return Object.fromEntries(Object.entries(policies ?? {}).filter(([, policy]) => policy !== undefined))
}

const NUMBERS = { open: OPEN, lowest: LOWEST, exclude: EXCLUDE, met: MET } as const

function compilePolicies(policies: Policies): CompiledNode['policies'] {
  const passed = policies['not-applicable']
  return {
    missing: NUMBERS[policies.missing],
    unknown: NUMBERS[policies.unknown],
    notApplicable:
      passed === 'redistribute-equal' ? EQUAL : passed === 'redistribute-proportional' ? PROPORTIONAL : NUMBERS[passed],
  }
}

/** The slots an expression reads, but for that of the node it belongs to. */
function readsOf(source: string, own: number, places: Places): number[] {
  return stepsRead(source, places)
    .map(([kind, at]) => (kind === NODE ? places.firstNode + at : at))
    .filter((slot) => slot !== places.firstNode + own)
}

function compileChild(model: TreeModel, place: Leaf | TreeNode, node: number, places: Places): CompiledChild[] {
  const isLeaf = 'question' in place
  const at = isLeaf ? places.questionAt.get(place.question) : node
  if (at === undefined) return []
  const importance = place.importance ?? (isLeaf ? model.questions[at]!.importance : 'required')
  return [
    {
      at,
      slot: isLeaf ? at : model.questions.length + at,
      isLeaf,
      id: isLeaf ? place.question : place.id,
      place,
      weight: place.weight ?? 1,
      points: place.points ?? (isLeaf ? 0 : pointsBelow(place)),
      factors: (place.weights ?? []).map(({ when, factor }) => ({ when: compileCondition(when, places), factor })),
      level: place.level ?? -1,
      importance,
      byLevel: false,
    },
  ]
}

/** A node of points that says none itself is worth what its children are. */
function pointsBelow({ result, children }: TreeNode): number {
  if (result.op !== 'points') return 0
  return children.reduce((sum, child) => sum + (child.points ?? ('question' in child ? 0 : pointsBelow(child))), 0)
}

function compileModifier(modifier: Modifier, own: number, places: Places): CompiledModifier {
  switch (modifier.do) {
    case 'map':
      return { do: 'map', modifier }
    case 'clamp':
      return { do: 'clamp', least: modifier.least, most: modifier.most }
    case 'round':
      return { do: 'round', decimals: modifier.decimals, mode: modifier.mode }
    default: {
      const when = modifier.when ? compileCondition(modifier.when, places) : undefined
      if (modifier.do === 'factor') return { do: 'factor', by: modifier.by, when }
      const reads = readsOf(modifier.at, own, places)
      return {
        do: modifier.do,
        at: compileCondition(modifier.at, places),
        between: compileSpan(modifier.at, places),
        when,
        reads,
      }
    }
  }
}

/** The distinct questions below each node, and whether one stands there twice. */
function fillBelow(nodes: CompiledNode[]): void {
  for (let at = nodes.length - 1; at >= 0; at--) {
    const node = nodes[at]!
    const below = new Set<number>()
    let places = 0
    for (const child of node.children) {
      const inner = child.isLeaf ? [child.at] : nodes[child.at]!.below
      if (!child.isLeaf && nodes[child.at]!.repeats) node.repeats = true
      if (!child.isLeaf && nodes[child.at]!.wholes) node.wholes = true
      places += inner.length
      for (const question of inner) below.add(question)
    }
    if (node.answeredBy >= 0) {
      node.wholes = true
      places++
      below.add(node.answeredBy)
    }
    node.below = Int32Array.from(below)
    if (places > below.size) node.repeats = true
    if (node.repeats) node.isPlain = false
    node.usualCoverage = usualCoverage(below.size)
  }
}
