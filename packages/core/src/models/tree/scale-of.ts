import { own } from './own.ts'
import type { TreeModel, TreeQuestion } from './schema.ts'
import type { Scale } from './schema-scales.ts'

/**
 * The scale a question is answered by: the one it names, with what the question itself says of "don't know" and "not
 * applicable". undefined where the model has no such scale.
 */
export function scaleOf({ scales }: Pick<TreeModel, 'scales'>, question: TreeQuestion): Scale | undefined {
  const scale = own(scales, question.scale)
  const { unknown = scale?.unknown, 'not-applicable': notApplicable = scale?.['not-applicable'] } = question
  if (!scale || !unknown || !notApplicable) return undefined
  if (unknown === scale.unknown && notApplicable === scale['not-applicable']) return scale
  return { ...scale, unknown, 'not-applicable': notApplicable }
}
