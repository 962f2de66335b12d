import { z } from 'zod'
import { ModelKey, ModelVersion } from '../schema.ts'
import { TREE_LIMITS } from './schema-words.ts'

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
