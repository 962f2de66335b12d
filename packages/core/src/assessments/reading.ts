import type { Blocking, DimensionScore, LadderScore, Progress } from './score.ts'

/** The dimensions that stand highest, from the second rung up: the first is where everybody begins. */
export function strengthsOf(score: LadderScore): { dimension: string; level: number }[] {
  const levelled = score.dimensions.flatMap(({ dimension, level }) =>
    level !== null && level > 1 ? [{ dimension, level }] : [],
  )
  const highest = Math.max(0, ...levelled.map(({ level }) => level))
  // One rung below the highest is a strength too, unless that is the lowest there is.
  return levelled.filter(({ level }) => level >= Math.max(2, highest - 1)).sort((a, b) => b.level - a.level)
}

export type NearStep = { dimension: string; progress: Progress; blocking: Blocking[] }

/**
 * The next rung of each dimension, those with the least left first. Where as much is left, the lower dimension
 * comes first: that is what holds the ladder's step back.
 */
export function nearestSteps(score: LadderScore): NearStep[] {
  return score.dimensions
    .flatMap(({ dimension, state, progress, blocking, level }) =>
      state === 'not-applicable' || !progress ? [] : [{ dimension, progress, blocking, level: level ?? 0 }],
    )
    .sort((a, b) => leftOf(a) - leftOf(b) || a.level - b.level)
    .map(({ level: _level, ...step }) => step)
}

function leftOf({ progress }: Pick<DimensionScore, 'progress'>): number {
  return progress ? progress.required - progress.met : Number.POSITIVE_INFINITY
}
