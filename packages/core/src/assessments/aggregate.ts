import type { BroadStep, MeanIndex } from '../models/schema.ts'
import type { Fraction } from './score.ts'

/**
 * The step of a whole ladder: the highest step that at least `share` of the dimensions have reached while none
 * stands more than `floor` below it. null without dimensions.
 *
 * `levels` holds the applicable dimensions in any order, each 1 or more.
 * Source: docs/model-format.md, "Answers and what their absence means".
 */
export function broadStep(levels: readonly number[], { share, floor }: BroadStep): number | null {
  if (levels.length === 0) return null
  let highest = 0
  let lowest = Number.POSITIVE_INFINITY
  for (const level of levels) {
    if (level > highest) highest = level
    if (level < lowest) lowest = level
  }
  for (let step = Math.min(highest, lowest + floor); step > lowest; step--) {
    let reached = 0
    for (const level of levels) if (level >= step) reached++
    if (reached * share[1] >= levels.length * share[0]) return step
  }
  return lowest
}

/** The mean of the levels, mapped from one scale to another: exact. null without dimensions. */
export function meanIndex(levels: readonly number[], { from, to }: MeanIndex): Fraction | null {
  const count = levels.length
  if (count === 0) return null
  let sum = 0
  for (const level of levels) sum += level
  const width = from[1] - from[0]
  return {
    numerator: to[0] * count * width + (sum - from[0] * count) * (to[1] - to[0]),
    denominator: count * width,
  }
}

/** One decimal, half up: 12.25 gives 12.3 and −12.25 gives −12.2. In whole numbers until the last division. */
export function roundToTenth({ numerator, denominator }: Fraction): number {
  return Math.floor((20 * numerator + denominator) / (2 * denominator)) / 10
}
