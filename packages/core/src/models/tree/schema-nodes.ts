import { z } from 'zod'
import { Importance, ModelKey } from '../schema.ts'
import { Band, Modifier, Policies, RollUp, Star } from './schema-roll-up.ts'
import { Amount, Expression, Texts, TreeCrosswalk, TreeName, Weight } from './schema-words.ts'

/** The trees: nodes of any depth over leaves that name questions. */

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
