import type { TreeFinding } from './finding.ts'
import type { Places } from './places.ts'

/** The order of actions: something must count, and a matrix has rows of one length. */
export function rankingFindings({ model }: Places): TreeFinding[] {
  const { ranking } = model
  if (ranking?.op === 'weighted') {
    const { gap, nearness, effect, effort, cost } = ranking
    if ([gap, nearness, effect, effort, cost].some((weight) => weight > 0)) return []
    return [{ path: ['ranking'], code: 'weights-all-zero', details: { node: 'ranking' } }]
  }
  if (ranking?.op !== 'matrix') return []
  const expected = ranking.ranks[0]!.length
  return ranking.ranks.flatMap((row, at): TreeFinding[] =>
    row.length === expected
      ? []
      : [{ path: ['ranking', 'ranks', at], code: 'rows-uneven', details: { expected, found: row.length } }],
  )
}
