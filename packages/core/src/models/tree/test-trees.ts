import fc from 'fast-check'
import type { TreeModel, TreeQuestion } from './schema.ts'
import type { Leaf, TreeNode } from './schema-nodes.ts'
import type { Band, Modifier, Need, Policies, RollUp } from './schema-roll-up.ts'
import { TEST_SCALES, testTree, treeNode, treeQuestion, treeTexts } from './test-tree.ts'

/**
 * Valid models of every roll-up, scale, policy and modifier, up to four levels deep. All are drafts, so that what
 * no answer can reach is only a warning. `plain` ones have no conditions, formulas, factors or caps, and only
 * roll-ups that a better answer never lowers.
 */
export function anyTree(options: { plain?: boolean } = {}): fc.Arbitrary<TreeModel> {
  const plain = options.plain ?? false
  return fc
    .record({
      questions: fc.array(questionPlan, { minLength: 2, maxLength: 12 }),
      tree: treePlan(plain),
      view: fc.option(treePlan(plain), { freq: 3 }),
      policies: anyPolicies,
      title: words,
    })
    .map((plan) => new Builder(plan.questions, plain).model(plan))
}

type QuestionPlan = { scale: keyof typeof TEST_SCALES; seen: number; pick: number }
type NodePlan = {
  op: RollUp['op']
  pick: number
  need: Need
  adjust: number
  policies: Partial<Policies> | null
  extra: number
  weights: number[]
  children: (number | NodePlan)[]
}
type ModelPlan = { tree: NodePlan; view: NodePlan | null; policies: Policies; title: string }

const PLAIN_OPS = ['sum', 'mean', 'weighted-mean', 'median', 'min', 'max', 'count-met', 'share-met', 'gate'] as const
const LEVEL_OPS = ['ladder', 'high-water', 'staged-percent', 'broad-step', 'points', 'deduct'] as const
const OTHER_OPS = ['none', 'product', 'formula'] as const

/** A paragraph as the format allows it: any signs, YAML's own among them. */
const words = fc.oneof(
  fc.constantFrom('Plain words', '- dash: colon', 'null', '~', '#1 & *star', '"quoted"', '5 %', 'yes', '1.0', '{a: b}'),
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    .filter((text) => /^[^\s\p{Cc}](?:[^\p{Cc}\u2028\u2029]*[^\s\p{Cc}])?$/u.test(text)),
)

const anyPolicies: fc.Arbitrary<Policies> = fc.record({
  missing: fc.constantFrom('open', 'lowest', 'exclude'),
  unknown: fc.constantFrom('open', 'lowest', 'exclude'),
  'not-applicable': fc.constantFrom('exclude', 'met', 'redistribute-equal', 'redistribute-proportional'),
})

const questionPlan: fc.Arbitrary<QuestionPlan> = fc.record({
  scale: fc.constantFrom(...(Object.keys(TEST_SCALES) as (keyof typeof TEST_SCALES)[])),
  seen: fc.nat(7),
  pick: fc.nat(),
})

const anyNeed: fc.Arbitrary<Need> = fc.oneof(
  fc.constant('all' as const),
  fc.record({ count: fc.integer({ min: 0, max: 1 }) }),
  fc.record({ share: fc.constantFrom(0, 0.5, 2 / 3, 1) }),
  fc.record({ 'all-but': fc.integer({ min: 0, max: 2 }) }),
)

function treePlan(plain: boolean): fc.Arbitrary<NodePlan> {
  const ops = [...PLAIN_OPS, ...LEVEL_OPS, ...(plain ? [] : OTHER_OPS)]
  const node = (children: fc.Arbitrary<(number | NodePlan)[]>): fc.Arbitrary<NodePlan> =>
    fc.record({
      op: fc.constantFrom(...ops),
      pick: fc.nat(999),
      need: anyNeed,
      adjust: fc.nat(9),
      policies: fc.option(anyPolicies, { freq: 2 }),
      extra: fc.nat(9),
      weights: fc.array(fc.constantFrom(1, 2, 0.5, 3, 0), { minLength: 4, maxLength: 4 }),
      children,
    })
  const leaves = fc.array(fc.nat(99), { minLength: 1, maxLength: 4 })
  const below = (inner: fc.Arbitrary<NodePlan>): fc.Arbitrary<NodePlan> =>
    node(fc.array(fc.oneof(fc.nat(99), inner), { minLength: 1, maxLength: 4 }))
  return below(below(below(node(leaves))))
}

/** Makes a valid model of a plan: whatever a plan asks for that the format does not allow is left out. */
class Builder {
  private readonly questions: TreeQuestion[]
  private readonly plain: boolean
  private nodes = 0

  constructor(plans: readonly QuestionPlan[], plain: boolean) {
    this.plain = plain
    this.questions = plans.map(({ scale, seen, pick }, at) => {
      const earlier = at > 0 ? pick % at : undefined
      const isWords = earlier !== undefined && ['text', 'day'].includes(plans[earlier]!.scale)
      const when = plain || earlier === undefined ? undefined : conditionOn(`q${earlier + 1}`, isWords ? 3 : seen)
      const undetermined = pick % 3 === 0 ? { 'hidden-when-undetermined': true } : {}
      const allowed = pick % 4 === 0 ? ({ unknown: 'refused', 'not-applicable': 'with-reason' } as const) : {}
      return treeQuestion(`q${at + 1}`, scale, {
        ...allowed,
        ...(when && { 'visible-when': when, ...undetermined }),
      })
    })
  }

  model({ tree, view, policies, title }: ModelPlan): TreeModel {
    const main = this.node(tree)
    return testTree({
      questions: this.questions,
      tree: main,
      policies,
      purpose: treeTexts(title),
      ...(view && { views: [{ id: 'other', name: treeTexts('Annan', 'Other'), tree: this.node(view) }] }),
    })
  }

  private node(plan: NodePlan): TreeNode {
    const id = `n${++this.nodes}`
    const children = plan.children.flatMap((child) => this.child(plan, child))
    const distinct = children.filter(
      (child, at) => !('question' in child) || children.findIndex((other) => isSame(other, child)) === at,
    )
    // A formula needs something to read, and every roll-up something below it.
    if (distinct.length === 0) distinct.push(this.spare(plan.op === 'broad-step' ? 'rungs' : 'yes-no'))
    const placed = distinct.map((child, at) => ({ ...child, ...placeIn(plan, at) }))
    const result = this.rollUp(plan, placed)
    return treeNode(id, result, placed, {
      ...(plan.policies && { policies: plan.policies }),
      ...(result.op === 'formula' && plan.extra < 5 && { range: [-1e6, 1e6] }),
      ...this.conditions(plan),
      ...(result.op !== 'none' && adjustment(plan, this.plain)),
      ...(result.op !== 'none' && plan.extra > 6 && { bands: BANDS }),
    })
  }

  private child(plan: NodePlan, child: number | NodePlan): (TreeNode | Leaf)[] {
    if (typeof child !== 'number') {
      const node = this.node(child)
      if (node.result.op === 'none' && plan.op !== 'none') return []
      return [fitted(node, plan.op)]
    }
    const question = this.questions[child % this.questions.length]!
    const allowed = LEAF_SCALES[plan.op]?.includes(question.scale) ?? !['text', 'day'].includes(question.scale)
    return allowed ? [{ question: question.id }] : []
  }

  /** Something nearly every roll-up can stand on: a question of its own. */
  private spare(scale: keyof typeof TEST_SCALES): Leaf {
    const id = `q${this.questions.length + 1}`
    this.questions.push(treeQuestion(id, scale))
    return { question: id }
  }

  private rollUp({ op, pick, need }: NodePlan, children: readonly (TreeNode | Leaf)[]): RollUp {
    const least = { 'at-least': [0.5, 1, 2][pick % 3]! }
    switch (op) {
      case 'gate':
        return { op, need, ...least, ...(pick % 5 === 0 && { importance: 'by-importance' as const }) }
      case 'ladder':
        return { op, need, ...least }
      case 'deduct':
        return { op, from: 100, ...least }
      case 'count-met':
      case 'share-met':
      case 'high-water':
      case 'staged-percent':
        return { op, ...least }
      case 'broad-step':
        return { op, share: [2, 3], floor: pick % 3 }
      case 'formula': {
        const [first] = children
        const read = first && 'question' in first ? `answer(${first.question})` : `value(${first?.id})`
        return { op, value: FORMULAS[pick % FORMULAS.length]!.replaceAll(/\bx\b/g, read) }
      }
      default:
        return { op }
    }
  }

  private conditions({ extra, pick }: NodePlan): Partial<TreeNode> {
    if (this.plain || extra > 2) return {}
    const when = FACT_CONDITIONS[pick % FACT_CONDITIONS.length]!
    return { 'applies-when': when, ...(extra === 1 && { 'applies-when-undetermined': false }) }
  }
}

const FACT_CONDITIONS = [
  'fact(employees) >= 10',
  'fact(sector) in ("metal", "wood")',
  'not fact(exports)',
  'fact(employees) < 50 and fact(sector) != "food"',
]
const FORMULAS = ['x', '2 * x + 1', 'if x > 1 then x else 0', 'min(x, 3) / max(x, 1)', 'x / (x - 1)', 'count(x > 1)']

function conditionOn(question: string, seen: number): string | undefined {
  return [
    undefined,
    undefined,
    undefined,
    `answered(${question})`,
    `answer(${question}) >= 1`,
    `fact(employees) >= 10 or answered(${question})`,
    `not (answer(${question}) > 2)`,
    'fact(exports)',
  ][seen]
}

const BANDS: Band[] = [
  { id: 'low', name: treeTexts('Låg', 'Low'), below: 1, level: 1 },
  { id: 'middle', name: treeTexts('Mellan', 'Middle'), 'up-to': 2.5, level: 2 },
  { id: 'high', name: treeTexts('Hög', 'High'), level: 3 },
]

/** Scales a question under this roll-up may have; any that is worth something, where none are named. */
const LEAF_SCALES: Partial<Record<RollUp['op'], string[]>> = {
  none: Object.keys(TEST_SCALES),
  points: ['yes-no', 'split'],
  'broad-step': ['rungs'],
}

function placeIn({ op, weights, extra }: NodePlan, at: number): Partial<Leaf> {
  const weight = weights[at % weights.length]!
  const importance = extra % 4 === 0 ? { importance: (['required', 'recommended', 'optional'] as const)[at % 3]! } : {}
  switch (op) {
    case 'weighted-mean':
    case 'deduct':
      // The first always weighs something, or the weights could not sum.
      return { weight: at === 0 ? 1 : weight, ...importance }
    case 'points':
      return { points: at === 0 ? 5 : weight * 10, ...importance }
    case 'ladder':
    case 'high-water':
    case 'staged-percent':
      return { level: (at % 3) + 1, ...importance }
    default:
      return importance
  }
}

/** The node so that its parent can use it: with a level, or a share between 0 and 1. */
function fitted(node: TreeNode, parent: RollUp['op']): TreeNode {
  if (parent === 'broad-step') return { ...node, bands: BANDS }
  if (parent !== 'points' || (node.result.op === 'points' && !node.adjust)) return node
  return { ...node, adjust: [...(node.adjust ?? []), { do: 'clamp', least: 0, most: 1 }] }
}

function isSame(one: TreeNode | Leaf, other: TreeNode | Leaf): boolean {
  return 'question' in one && 'question' in other && one.question === other.question
}

function adjustment({ adjust, pick, extra }: NodePlan, plain: boolean): Partial<TreeNode> {
  const steps: (Modifier | undefined)[] = [
    { do: 'map', from: [0, 4], to: [0, 100] },
    { do: 'clamp', least: 0, most: 4 },
    { do: 'round', decimals: pick % 3, mode: (['half-up', 'half-even', 'truncate'] as const)[pick % 3]! },
    plain ? undefined : { do: 'factor', by: [0.5, 2, 1 / 3][pick % 3]!, when: FACT_CONDITIONS[pick % 4]! },
    plain ? undefined : { do: 'cap', at: '2.5', ...(extra % 2 === 0 && { when: 'fact(employees) < 10' }) },
    plain ? undefined : { do: 'floor', at: 'if fact(exports) then 1 else 0' },
  ]
  const first = steps[adjust]
  const second = adjust % 2 === 0 ? undefined : steps[(adjust + pick) % steps.length]
  const chosen = [first, second].filter((step) => step !== undefined)
  return chosen.length > 0 ? { adjust: chosen } : {}
}
