import { settle } from './numbers.ts'
import { type CompiledChild, type CompiledNode, isEnough } from './program.ts'
import type { RollUp } from './schema.ts'
import type { Work } from './state.ts'

/**
 * What the children counted are worth together, by the operator of their node: one small function for each. All
 * read `values` and `weight` up to `count`, in the order of the tree, and so always add up in the same order.
 *
 * Sources of the operators: weighted mean, Scorecard of the OpenSSF; sum of means, OWASP SAMM v2; minimum, IMPULS
 * and Essential Eight; ladder, C2M2 v2.1 (cumulative maturity indicator levels); high water, BSIMM; staged
 * percent, OpenSSF Best Practices badge; deduction, NIST SP 800-171 DoD Assessment Methodology; points with
 * redistribution, Territoire engagé; broad step, docs/model-format.md.
 */

/** A numeric roll-up over plain values. null where there is nothing to tell, as in a mean of weights of zero. */
export function plainValue(result: RollUp, values: Float64Array, weight: Float64Array, count: number): number | null {
  switch (result.op) {
    case 'sum':
      return weightedSum(values, weight, count)
    case 'mean':
      return sum(values, count) / count
    case 'weighted-mean': {
      const whole = sum(weight, count)
      return settle(whole) === 0 ? null : weightedSum(values, weight, count) / whole
    }
    case 'median':
      return median(values, count)
    case 'min':
      return least(values, count)
    case 'max':
      return 0 - least(values, count, -1)
    case 'count-met':
      return countMet(values, count, result['at-least'])
    case 'share-met':
      return countMet(values, count, result['at-least']) / count
    case 'deduct':
      return result.from - weightUnmet(values, weight, count, result['at-least'])
    case 'broad-step':
      return broadStepOf(values, count, result)
    default:
      return null
  }
}

export function sum(values: Float64Array, count: number): number {
  let total = 0
  for (let at = 0; at < count; at++) total += values[at]!
  return total
}

function weightedSum(values: Float64Array, weight: Float64Array, count: number): number {
  let total = 0
  for (let at = 0; at < count; at++) {
    // Nothing of what is unbounded is nothing.
    if (weight[at] !== 0) total += weight[at]! * values[at]!
  }
  return total
}

export function least(values: Float64Array, count: number, sign = 1): number {
  let found = Number.POSITIVE_INFINITY
  for (let at = 0; at < count; at++) if (sign * values[at]! < found) found = sign * values[at]!
  return found
}

function median(values: Float64Array, count: number): number {
  const sorted = values.slice(0, count).sort()
  const middle = sorted[count >> 1]!
  return count % 2 === 1 ? middle : (sorted[(count >> 1) - 1]! + middle) / 2
}

export const isMet = (value: number, atLeast: number) => settle(value) >= atLeast

function countMet(values: Float64Array, count: number, atLeast: number): number {
  let met = 0
  for (let at = 0; at < count; at++) if (isMet(values[at]!, atLeast)) met++
  return met
}

function weightUnmet(values: Float64Array, weight: Float64Array, count: number, atLeast: number): number {
  let unmet = 0
  for (let at = 0; at < count; at++) if (!isMet(values[at]!, atLeast)) unmet += weight[at]!
  return unmet
}

function broadStepOf(
  values: Float64Array,
  count: number,
  { share, floor }: Extract<RollUp, { op: 'broad-step' }>,
): number {
  const lowest = Math.floor(settle(least(values, count)))
  const highest = Math.floor(settle(0 - least(values, count, -1)))
  for (let step = Math.min(highest, lowest + floor); step > lowest; step--) {
    if (countMet(values, count, step) * share[1] >= count * share[0]) return step
  }
  return lowest
}

/** The product of everything between low and high: signs may turn the ends round. */
export function productBetween(low: Float64Array, high: Float64Array, count: number): [number, number] {
  let [least, most] = [1, 1]
  for (let at = 0; at < count; at++) {
    const ends = [times(least, low[at]!), times(least, high[at]!), times(most, low[at]!), times(most, high[at]!)]
    least = Math.min(...ends)
    most = Math.max(...ends)
  }
  return [least, most]
}

const times = (a: number, b: number) => (a === 0 || b === 0 ? 0 : a * b)

/** Whether a gate opens: enough are met; by importance, all required and each recommended met or reasoned away. */
export function gateHolds(
  result: Extract<RollUp, { op: 'gate' }>,
  children: readonly CompiledChild[],
  { values, which, count }: { values: Float64Array; which: Int32Array; count: number },
  isReasoned: (child: CompiledChild) => boolean,
): boolean {
  let met = 0
  let asked = 0
  for (let at = 0; at < count; at++) {
    const child = children[which[at]!]!
    const holds = isMet(values[at]!, result['at-least'])
    if (result.importance) {
      if (child.importance === 'optional') continue
      if (child.importance === 'recommended') {
        if (!holds && !isReasoned(child)) return false
        continue
      }
    }
    asked++
    if (holds) met++
  }
  return isEnough(met, asked, result.need)
}

type Levels = Pick<CompiledNode, 'levels' | 'lowest' | 'highest'>

/** The highest level at which anything is met; below the lowest where nothing is. */
export function highWater(
  atLeast: number,
  { levels, lowest }: Levels,
  values: Float64Array,
  which: Int32Array,
  count: number,
): number {
  let top = Math.max(0, lowest - 1)
  for (let at = 0; at < count; at++) {
    const level = levels[which[at]!]!
    if (level > top && isMet(values[at]!, atLeast)) top = level
  }
  return top
}

/** The highest level that holds together with all below it, else the one below the lowest. One without children is met. */
export function levelHeld(
  result: Extract<RollUp, { op: 'ladder' | 'staged-percent' }>,
  { levels, lowest, highest }: Levels,
  { metByLevel, countByLevel }: Work,
  values: Float64Array,
  which: Int32Array,
  count: number,
): number {
  const atLeast = result['at-least']
  const need = result.op === 'ladder' ? result.need : 'all'
  if (highest < 0) return -1
  if (result.op === 'ladder' && need === 'all') return belowFirstUnmet(atLeast, levels, highest, values, which, count)
  for (let level = 0; level <= highest; level++) {
    metByLevel[level] = 0
    countByLevel[level] = 0
  }
  for (let at = 0; at < count; at++) {
    const level = levels[which[at]!]!
    if (level < 0) continue
    countByLevel[level]!++
    if (isMet(values[at]!, atLeast)) metByLevel[level]!++
  }
  let level = lowest
  while (level <= highest && isEnough(metByLevel[level]!, countByLevel[level]!, need)) level++
  return level - 1
}

/** Where all must be met there is nothing to count: the first that is not met ends the ladder. */
function belowFirstUnmet(
  atLeast: number,
  levels: Int8Array,
  highest: number,
  values: Float64Array,
  which: Int32Array,
  count: number,
): number {
  let first = highest + 1
  for (let at = 0; at < count; at++) {
    const level = levels[which[at]!]!
    if (level >= 0 && level < first && !isMet(values[at]!, atLeast)) first = level
  }
  return first - 1
}

/** 100 for each whole level, and part of the next, from what `levelHeld` has counted. */
export function stagedPercent({ lowest, highest }: Levels, { metByLevel, countByLevel }: Work, held: number): number {
  if (highest < 0) return 0
  const isWhole = (level: number) => metByLevel[level] === countByLevel[level]
  let next = lowest
  while (next <= highest && next <= held && isWhole(next)) next++
  const whole = (next - lowest) * 100
  if (next > highest) return whole
  // Never 100 before it is whole, whatever the rounding.
  return whole + Math.min(99, (metByLevel[next]! * 100) / countByLevel[next]!)
}
