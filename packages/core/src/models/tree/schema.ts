import { z } from 'zod'
import { PlainDate } from '../../kernel/day.ts'
import { EvidenceClass, Importance, ModelKey, ModelVersion } from '../schema.ts'

/**
 * The shape of a tree model, `format: stegvis-model/2`, key by key as `docs/tree-format.md` describes it: scales,
 * questions, and one or more trees of nodes that roll the answers up. Any published method can be written so.
 *
 * What one key alone cannot tell (unknown ids, cycles, bands out of order, missing languages) is in `checks.ts`.
 */

/** What a model may hold at most, so that compiling and scoring stay bounded whatever the file. */
export const TREE_LIMITS = {
  nodes: 5000,
  questions: 3000,
  depth: 24,
  options: 60,
  expressionCharacters: 2000,
  expressionTerms: 200,
} as const

/** One paragraph: no line breaks or control characters, no space at either end. */
const paragraph = (maximum: number) =>
  z
    .string()
    .min(1)
    .max(maximum)
    .regex(/^[^\s\p{Cc}](?:[^\p{Cc}\u2028\u2029]*[^\s\p{Cc}])?$/u)

/** A language by its BCP 47 tag, such as `sv`, `en`, `pt-BR`. */
export const LanguageTag = z.string().regex(/^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?$/)
const texts = (maximum: number) => z.record(LanguageTag, paragraph(maximum))
/** A text by language. Which languages it must hold is said by the head of the model. */
export const Texts = texts(2000)
export type Texts = z.infer<typeof Texts>
const TreeName = texts(200)

/** A condition or a formula in the language of `expression.ts`, such as `fact(employees) >= 10`. */
export const Expression = z.string().min(1).max(TREE_LIMITS.expressionCharacters)

const Amount = z.number().min(-1e9).max(1e9)
const Weight = z.number().min(0).max(1e6)

// Facts about the company

const FactBase = { id: ModelKey, name: TreeName }
export const Fact = z.discriminatedUnion('type', [
  z.strictObject({ ...FactBase, type: z.literal('number'), unit: z.string().min(1).max(40).optional() }),
  z.strictObject({
    ...FactBase,
    type: z.literal('code'),
    codes: z.array(z.string().min(1).max(40)).max(500).optional(),
  }),
  z.strictObject({ ...FactBase, type: z.literal('truth') }),
  z.strictObject({ ...FactBase, type: z.literal('day') }),
])
export type Fact = z.infer<typeof Fact>

// Scales: how a question is answered, and what an answer is worth

/** Whether a person may answer so; with `reason` only when saying why. */
const Allowance = z.enum(['allowed', 'with-reason', 'refused'])
const open = {
  unknown: Allowance.describe('“Don’t know”'),
  'not-applicable': Allowance.describe('“Not applicable”'),
}

export const Option = z.strictObject({
  id: ModelKey,
  name: TreeName,
  value: Amount,
  help: Texts.optional(),
  evidence: EvidenceClass.optional().describe(
    'The least class needed; with less the answer counts as the option below',
  ),
  reason: z.literal('required').optional(),
  criteria: z.array(Texts).max(20).optional().describe('Quality criteria that must all hold to choose it'),
})
export type Option = z.infer<typeof Option>

const options = z.array(Option).min(1).max(TREE_LIMITS.options)

/** Named points `[x, value]`, x rising. `linear` draws lines between them; `steps` holds each value until the next x. */
const Curve = z.strictObject({
  shape: z.enum(['linear', 'steps']),
  points: z
    .array(z.tuple([Amount, Amount]))
    .min(1)
    .max(200),
  outside: z.enum(['clamp', 'refuse']),
})
export type Curve = z.infer<typeof Curve>

export const Scale = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('single'), options, ...open }),
  z.strictObject({
    type: z.literal('multiple'),
    options,
    worth: z.enum(['sum', 'highest', 'count', 'share']).describe('share: of the options there are'),
    cap: Amount.optional(),
    ...open,
  }),
  z.strictObject({
    type: z.literal('rungs'),
    rungs: z
      .array(z.strictObject({ level: z.int().min(0).max(20), name: TreeName, statement: Texts.optional() }))
      .min(2)
      .max(21),
    ...open,
  }),
  z.strictObject({
    type: z.literal('likert'),
    steps: z
      .array(z.strictObject({ value: Amount, name: TreeName }))
      .min(2)
      .max(11),
    ...open,
  }),
  z.strictObject({
    type: z.literal('number'),
    unit: z.string().min(1).max(40),
    units: z
      .array(z.strictObject({ id: z.string().min(1).max(40), factor: z.number().positive() }))
      .max(20)
      .optional(),
    decimals: z.int().min(0).max(6),
    least: Amount.optional(),
    most: Amount.optional(),
    curve: Curve.optional().describe('Without one the value is the number itself'),
    ...open,
  }),
  z.strictObject({
    type: z.literal('split'),
    parts: z
      .array(z.strictObject({ id: ModelKey, name: TreeName, value: Amount }))
      .min(2)
      .max(10)
      .describe('Shares in percent that must sum to 100; worth the mean of the values, by share'),
    ...open,
  }),
  z.strictObject({
    type: z.literal('matrix'),
    rows: z
      .array(z.strictObject({ id: ModelKey, name: TreeName }))
      .min(1)
      .max(60),
    columns: z
      .array(z.strictObject({ id: ModelKey, name: TreeName }))
      .min(1)
      .max(60),
    cells: options.describe('What each cell is answered with'),
    worth: z.enum(['mean', 'sum', 'lowest', 'highest']),
    ...open,
  }),
  z.strictObject({ type: z.literal('text'), ...open }),
  z.strictObject({ type: z.literal('day'), ...open }),
])
export type Scale = z.infer<typeof Scale>

// Questions

/** Where a crosswalk points: another framework and the place in it. It never produces a score. */
export const TreeCrosswalk = z.strictObject({
  to: ModelKey.describe('vsme, esrs, gri, sdg, iso-50001, edih-dma, another model …'),
  id: z.string().min(1).max(80),
  relation: z.enum(['equal', 'part-of', 'contains', 'intersects', 'supports']),
})

export const TreeQuestion = z.strictObject({
  id: ModelKey,
  scale: ModelKey,
  text: Texts,
  help: Texts.optional(),
  importance: Importance,
  'visible-when': Expression.optional(),
  'hidden-when-undetermined': z
    .boolean()
    .optional()
    .describe('What happens while the condition cannot be told; shown unless true'),
  evidence: EvidenceClass.optional().describe('The least class, where it is not the option that says so'),
  'best-before-months': z.int().min(1).max(120).optional(),
  source: ModelKey.optional(),
  crosswalk: z.array(TreeCrosswalk).max(50).optional(),
})
export type TreeQuestion = z.infer<typeof TreeQuestion>

// Nodes

/**
 * What a node does with a child that has no value. No default: the model says it at the top, a node may differ.
 *
 * missing: `open` gives no result but a range, `lowest` counts the least the child can be, `exclude` leaves it out.
 * unknown: the same, and it is listed for follow-up.
 * not-applicable: `exclude` shrinks the whole, `met` counts as the most, `redistribute-equal` and
 * `redistribute-proportional` hand its points or weight to its applicable siblings, in equal parts or by theirs.
 */
export const Policies = z.strictObject({
  missing: z.enum(['open', 'lowest', 'exclude']),
  unknown: z.enum(['open', 'lowest', 'exclude']),
  'not-applicable': z.enum(['exclude', 'met', 'redistribute-equal', 'redistribute-proportional']),
})
export type Policies = z.infer<typeof Policies>

/** How much of a list must hold. */
export const Need = z.union([
  z.literal('all'),
  z.strictObject({ count: z.int().min(0).max(1000) }),
  z.strictObject({ share: z.number().min(0).max(1) }),
  z.strictObject({ 'all-but': z.int().min(0).max(1000) }),
])
export type Need = z.infer<typeof Need>

const least = { 'at-least': Amount.describe('A child is met from this value on') }

export const RollUp = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('none') }),
  z.strictObject({ op: z.literal('sum') }),
  z.strictObject({ op: z.literal('mean') }),
  z.strictObject({ op: z.literal('weighted-mean') }),
  z.strictObject({ op: z.literal('median') }),
  z.strictObject({ op: z.literal('min') }),
  z.strictObject({ op: z.literal('max') }),
  z.strictObject({ op: z.literal('product') }),
  /** Each child fills a share (0 to 1) of its `points`; a node above adds points up. */
  z.strictObject({ op: z.literal('points') }),
  z.strictObject({ op: z.literal('count-met'), ...least }),
  z.strictObject({ op: z.literal('share-met'), ...least }),
  /** From a maximum, the weight of each child that is not met is taken away. */
  z.strictObject({ op: z.literal('deduct'), from: Amount, ...least }),
  /** 1 when enough children are met, otherwise 0. */
  z.strictObject({ op: z.literal('gate'), need: Need, ...least, importance: z.literal('by-importance').optional() }),
  /** Children carry `level`: the highest level n at which every level up to n is met as `need` says. */
  z.strictObject({ op: z.literal('ladder'), need: Need, ...least }),
  /** Children carry `level`: the highest level at which any child is met, whatever lies below. */
  z.strictObject({ op: z.literal('high-water'), ...least }),
  /** Children carry `level`: 100 per whole stage, and the share of the next one only when all before are whole. */
  z.strictObject({ op: z.literal('staged-percent'), ...least }),
  /** The highest step n with at least `share` of the children at n or above and none below n - `floor`. */
  z.strictObject({
    op: z.literal('broad-step'),
    share: z.tuple([z.int().min(1), z.int().min(1)]),
    floor: z.int().min(0).max(20),
  }),
  z.strictObject({ op: z.literal('formula'), value: Expression }),
])
export type RollUp = z.infer<typeof RollUp>

/** Applied to the rolled-up value one after another, in the order they are written. */
export const Modifier = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('map'), from: z.tuple([Amount, Amount]), to: z.tuple([Amount, Amount]) }),
  z.strictObject({ do: z.literal('clamp'), least: Amount, most: Amount }),
  z.strictObject({ do: z.literal('factor'), by: Amount, when: Expression.optional() }),
  z.strictObject({ do: z.literal('cap'), at: Expression, when: Expression.optional() }),
  z.strictObject({ do: z.literal('floor'), at: Expression, when: Expression.optional() }),
  z.strictObject({
    do: z.literal('round'),
    decimals: z.int().min(0).max(6),
    mode: z.enum(['half-up', 'half-even', 'truncate']),
  }),
])
export type Modifier = z.infer<typeof Modifier>

/** Upper edges, rising, so that no value falls between two; the last band has none. */
export const Band = z.strictObject({
  id: ModelKey,
  name: TreeName,
  below: Amount.optional().describe('Up to here, the edge itself not included'),
  'up-to': Amount.optional().describe('Up to here, the edge itself included'),
  level: z.int().min(0).max(20).optional(),
})
export type Band = z.infer<typeof Band>

/** Stars by several conditions: a level is reached when it holds together with all those below. */
export const Star = z.strictObject({ level: z.int().min(1).max(20), name: TreeName, when: Expression })
export type Star = z.infer<typeof Star>

const place = {
  weight: Weight.optional(),
  weights: z
    .array(z.strictObject({ when: Expression, factor: Weight }))
    .max(20)
    .optional()
    .describe('Each that holds multiplies the weight and the points'),
  points: Weight.optional(),
  level: z.int().min(0).max(20).optional(),
  importance: Importance.optional(),
}

export const Leaf = z.strictObject({ question: ModelKey, ...place })
export type Leaf = z.infer<typeof Leaf>

/** A node of a tree, of any depth. */
export type TreeNode = {
  id: string
  name?: Texts | undefined
  about?: Texts | undefined
  kind?: 'area' | 'dimension' | 'practice' | 'stream' | 'rung' | undefined
  result: RollUp
  policies?: { [K in keyof Policies]?: Policies[K] | undefined } | undefined
  'applies-when'?: string | undefined
  'applies-when-undetermined'?: boolean | undefined
  because?: Texts | undefined
  'answered-by'?: string | undefined
  adjust?: Modifier[] | undefined
  bands?: Band[] | undefined
  stars?: Star[] | undefined
  range?: [number, number] | undefined
  crosswalk?: z.infer<typeof TreeCrosswalk>[] | undefined
  weight?: number | undefined
  weights?: { when: string; factor: number }[] | undefined
  points?: number | undefined
  level?: number | undefined
  importance?: z.infer<typeof Importance> | undefined
  children: (TreeNode | Leaf)[]
}

export const TreeNode: z.ZodType<TreeNode> = z.strictObject({
  id: ModelKey,
  name: TreeName.optional(),
  about: Texts.optional(),
  kind: z.enum(['area', 'dimension', 'practice', 'stream', 'rung']).optional(),
  result: RollUp,
  policies: Policies.partial().optional(),
  'applies-when': Expression.optional(),
  'applies-when-undetermined': z
    .boolean()
    .optional()
    .describe('Whether it applies while the condition cannot be told; it does unless false'),
  because: Texts.optional().describe('Why it does not apply, in words'),
  'answered-by': ModelKey.optional().describe('A question whose answer, once given, beats the children'),
  adjust: z.array(Modifier).max(20).optional(),
  bands: z.array(Band).min(1).max(30).optional(),
  stars: z.array(Star).min(1).max(20).optional(),
  range: z.tuple([Amount, Amount]).optional().describe('What a formula can give at least and at most'),
  crosswalk: z.array(TreeCrosswalk).max(50).optional(),
  ...place,
  get children() {
    return z.array(z.union([Leaf, TreeNode])).max(1000)
  },
})

/** Another way to read the same questions. */
export const View = z.strictObject({ id: ModelKey, name: TreeName, tree: TreeNode })

// People, targets, priorities, actions

/** Which voice the result is made from, and how several people of the company meet in one. */
export const Voices = z.strictObject({
  result: z.enum(['self', 'coach', 'lower', 'agreed']),
  respondents: z.enum(['lower-median', 'mean', 'agreed']),
})
export type Voices = z.infer<typeof Voices>

export const TargetProfile = z.strictObject({
  id: ModelKey,
  name: TreeName,
  nodes: z.record(ModelKey, Amount),
})

/** The order in which gaps are worth closing. `formula` reads gap, nearness, effect, effort and cost, each 0 to 1. */
export const TreeRanking = z.discriminatedUnion('op', [
  z.strictObject({
    op: z.literal('weighted'),
    gap: Weight,
    nearness: Weight,
    effect: Weight,
    effort: Weight,
    cost: Weight,
  }),
  z.strictObject({ op: z.literal('ratio') }).describe('effect × nearness / effort'),
  z.strictObject({
    op: z.literal('matrix'),
    ranks: z
      .array(z.array(z.int().min(1).max(100)).min(1).max(5))
      .min(1)
      .max(5)
      .describe('Rows: effect from high to low; columns: effort from low to high; the lowest rank first'),
  }),
  z.strictObject({ op: z.literal('formula'), value: Expression }),
])
export type TreeRanking = z.infer<typeof TreeRanking>

const OneToFive = z.int().min(1).max(5)
export const TreeAction = z.strictObject({
  id: ModelKey,
  node: ModelKey,
  to: z.int().min(1).max(20).optional().describe('The level it helps to reach'),
  name: TreeName,
  how: Texts,
  effort: OneToFive,
  effect: OneToFive,
  cost: OneToFive,
  'applies-when': Expression.optional(),
  closes: z.array(ModelKey).max(50).optional(),
  moves: z.array(ModelKey).max(20).optional(),
  requires: z.array(ModelKey).max(20).optional(),
})
export type TreeAction = z.infer<typeof TreeAction>

export const TreeKeyFigure = z.strictObject({
  id: ModelKey,
  name: TreeName,
  unit: TreeName,
  decimals: z.int().min(0).max(6),
  better: z.enum(['up', 'down']),
  formula: Texts,
  nodes: z.array(ModelKey).min(1).max(50),
})

// Versions

/** How a question of an older version lives on. `values` says what each old value is worth now. */
export const QuestionChange = z.discriminatedUnion('change', [
  z.strictObject({ change: z.literal('same'), question: ModelKey }),
  z.strictObject({ change: z.literal('reworded'), question: ModelKey }),
  z.strictObject({ change: z.literal('moved'), from: ModelKey, to: ModelKey }),
  z.strictObject({
    change: z.literal('rescaled'),
    from: ModelKey,
    to: ModelKey,
    options: z.record(z.string(), z.string()),
  }),
  z.strictObject({
    change: z.literal('split'),
    from: ModelKey,
    to: z.array(ModelKey).min(2).max(20),
    options: z.record(z.string(), z.string()).optional(),
  }),
  z.strictObject({
    change: z.literal('merged'),
    from: z.array(ModelKey).min(2).max(20),
    to: ModelKey,
    rule: z.enum(['lowest', 'highest', 'equal']),
  }),
  z.strictObject({ change: z.literal('new'), question: ModelKey }),
  z.strictObject({ change: z.literal('gone'), question: ModelKey }),
])
export type QuestionChange = z.infer<typeof QuestionChange>

export const Migration = z.strictObject({
  from: ModelVersion,
  comparable: z
    .number()
    .min(0)
    .max(1)
    .describe('The share of the new questions that must have been restated for results to be compared'),
  questions: z.array(QuestionChange).max(TREE_LIMITS.questions),
})
export type Migration = z.infer<typeof Migration>

/** Answers kept as an example with what they must give: the author's own tests. */
export const Example = z.strictObject({
  name: z.string().min(1).max(200),
  profile: z.record(ModelKey, z.union([z.number(), z.string(), z.boolean()])).optional(),
  answers: z.record(ModelKey, z.unknown()),
  expected: z.record(
    ModelKey,
    z.strictObject({ score: z.number().nullable().optional(), level: z.int().nullable().optional() }),
  ),
})
export type Example = z.infer<typeof Example>

export const TreeSource = z.strictObject({
  id: ModelKey,
  title: z.string().min(1).max(400),
  address: z.url().optional(),
  use: Texts,
  licence: z.string().min(1).max(120),
  adaptable: z
    .boolean()
    .describe('Whether its wording may be adapted; publishing is refused where a question rests on one that may not'),
})

export const TreeModel = z.strictObject({
  format: z.literal('stegvis-model/2'),
  id: ModelKey,
  version: ModelVersion,
  status: z.enum(['draft', 'published', 'withdrawn']),
  'published-on': PlainDate.optional(),
  languages: z.array(LanguageTag).min(1).max(30).describe('The first is the one every text has'),
  fallback: z
    .record(LanguageTag, z.array(LanguageTag).min(1).max(5))
    .optional()
    .describe('Languages whose gaps are filled from others, in order'),
  licence: z.string().min(1).max(80),
  authors: z.array(z.string().min(1).max(200)).min(1).max(50),
  'assessed-unit': z.enum(['company', 'site', 'product', 'team']),
  name: TreeName,
  purpose: Texts,
  sources: z.array(TreeSource).max(100).optional(),
  facts: z.array(Fact).max(50).optional(),
  scales: z.record(ModelKey, Scale),
  questions: z.array(TreeQuestion).min(1).max(TREE_LIMITS.questions),
  policies: Policies,
  voices: Voices,
  tree: TreeNode,
  views: z.array(View).max(5).optional(),
  profile: z
    .array(ModelKey)
    .max(40)
    .optional()
    .describe('The nodes shown side by side; without it the children of the root'),
  targets: z.array(TargetProfile).max(20).optional(),
  ranking: TreeRanking.optional(),
  actions: z.array(TreeAction).max(1000).optional(),
  'key-figures': z.array(TreeKeyFigure).max(100).optional(),
  migrates: z.array(Migration).max(20).optional(),
  examples: z.array(Example).max(200).optional(),
})
export type TreeModel = z.infer<typeof TreeModel>
