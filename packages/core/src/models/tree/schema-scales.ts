import { z } from 'zod'
import { EvidenceClass, ModelKey } from '../schema.ts'
import { Amount, Texts, TREE_LIMITS, TreeName } from './schema-words.ts'

/** Scales: how a question is answered, and what an answer is worth. */

/** Whether a person may answer so; with `reason` only when saying why. */
export const Allowance = z.enum(['allowed', 'with-reason', 'refused'])
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
