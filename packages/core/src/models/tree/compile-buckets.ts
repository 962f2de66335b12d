import type { CompiledBuckets, CompiledQuestion } from './program.ts'
import type { TreeModel } from './schema.ts'
import type { Scale } from './schema-scales.ts'

/** Which bucket each part or option of a scale counts into; undefined where none of them does. */
function bucketsOf(scale: Scale, bucketAt: ReadonlyMap<string, number>): Int8Array | undefined {
  const choices = bucketedChoices(scale)
  if (!choices.some(({ id }) => bucketAt.has(id))) return undefined
  return Int8Array.from(choices, ({ id }) => bucketAt.get(id) ?? -1)
}

/** What of a scale can count into a bucket: the parts of a split, which are shares already, and single options. */
export function bucketedChoices(scale: Scale): readonly { id: string; value: number }[] {
  if (scale.type === 'split') return scale.parts
  return scale.type === 'single' ? scale.options : []
}

export function compileBuckets(
  { buckets }: TreeModel,
  questions: readonly CompiledQuestion[],
): CompiledBuckets | undefined {
  if (!buckets) return undefined
  const bucketAt = new Map(buckets.flatMap(({ of }, at) => of.map((id) => [id, at])))
  return {
    ids: buckets.map(({ id }) => id),
    byQuestion: questions.map(({ scale }) => bucketsOf(scale.scale, bucketAt)),
  }
}
