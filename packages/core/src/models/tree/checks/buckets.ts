import { bucketedChoices } from '../compile-buckets.ts'
import { NO, type TreeFinding } from './finding.ts'
import type { Places } from './places.ts'

/** Each part or option is in one bucket at most, exists, and brings all others of its scale along. */
export function bucketFindings({ model }: Places): TreeFinding[] {
  if (!model.buckets) return []
  const scales = Object.entries(model.scales).map(([id, scale]) => [id, bucketedChoices(scale)] as const)
  const known = new Set(scales.flatMap(([, choices]) => choices.map(({ id }) => id)))
  const taken = new Set<string>()
  const listed = model.buckets.flatMap(({ of }, at) =>
    of.flatMap((id, n): TreeFinding[] => {
      const path = ['buckets', at, 'of', n]
      if (taken.has(id)) return [{ path, code: 'listed-twice', details: { id } }]
      taken.add(id)
      return known.has(id) ? [] : [{ path, code: 'unknown-id', details: { id, kind: NO.option } }]
    }),
  )
  const left = scales.flatMap(([scale, choices]): TreeFinding[] => {
    const out = choices.filter(({ id }) => !taken.has(id))
    if (out.length === 0 || out.length === choices.length) return []
    return [
      { path: ['buckets'], code: 'bucket-missing', details: { scale, options: out.map(({ id }) => id).join(', ') } },
    ]
  })
  return [...listed, ...left]
}
