import type { TreeAreaResults } from '@stegvis/core/assessments/company-tree-results.ts'
import type { CompiledTree } from '@stegvis/core/models/tree/program.ts'
import type { BeforeTree } from './profile.ts'

/**
 * The first measurement, where it can be drawn beside the newest: on the same version as it was, on an older one as
 * restated. What is compared on some of the questions, or not at all, is told in words instead: the newest is drawn whole.
 */
export function beforeIn({ measurements, comparisons }: TreeAreaResults, { model }: CompiledTree): BeforeTree {
  const [first] = measurements
  const comparison = comparisons.find(({ from }) => from === first?.assessmentId)
  if (!first || !comparison) return null
  if (comparison.basis === 'same-version') return { score: first.result.result, on: first.submittedOn }
  const isRestated = comparison.basis === 'restated' && first.restated?.version === model.version
  return isRestated && first.restated ? { score: first.restated.score, on: first.submittedOn } : null
}
