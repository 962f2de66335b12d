import { settle } from './numbers.ts'
import { type CompiledNode, isEnough } from './program.ts'
import type { RollUp } from './schema-roll-up.ts'
import type { Taken } from './state.ts'

/**
 * What the children counted are worth together, by the operator of their node: one small function for each. All
 * take them in the order of the tree, and so always add up in the same order.
 *
 * Sources of the operators: weighted mean, Scorecard of the OpenSSF; sum of means, OWASP SAMM v2; minimum, IMPULS
 * and Essential Eight; ladder, C2M2 v2.1 (cumulative maturity indicator levels); high water, BSIMM; staged
 * percent, OpenSSF Best Practices badge; deduction, NIST SP 800-171 DoD Assessment Methodology; points with
 * redistribution, Territoire engagé; broad step, docs/model-format.md.
 */

/** A roll-up of plain numbers. NaN where there is nothing to tell, as in a mean of weights of zero. */
export function plainValue({ op, result, threshold }: CompiledNode, taken: Taken): number {
  switch (op) {
    case 'sum':
      return weightedSum(taken)
    case 'mean':
      return sum(taken) / taken.count
    case 'weighted-mean': {
      const whole = wholeWeight(taken)
      return settle(whole) === 0 ? Number.NaN : weightedSum(taken) / whole
    }
    case 'median':
      return median(taken)
    case 'min':
      return least(taken)
    case 'max':
      return most(taken)
    case 'count-met':
      return countMet(taken, threshold)
    case 'share-met':
      return countMet(taken, threshold) / taken.count
    case 'deduct':
      return result.op === op ? result.from - weightUnmet(taken, threshold) : Number.NaN
    case 'broad-step':
      return result.op === op ? broadStepOf(taken, result) : Number.NaN
    default:
      return Number.NaN
  }
}

function sum({ values, slots, first, count }: Taken): number {
  let total = 0
  for (let at = first; at < first + count; at++) total += values[slots[at]!]!
  return total
}

export function wholeWeight({ weights, first, count }: Taken): number {
  let total = 0
  for (let at = first; at < first + count; at++) total += weights[at]!
  return total
}

function weightedSum({ values, slots, weights, first, count }: Taken): number {
  let total = 0
  for (let at = first; at < first + count; at++) {
    // Nothing of what is unbounded is nothing.
    if (weights[at] !== 0) total += weights[at]! * values[slots[at]!]!
  }
  return total
}

export function least({ values, slots, first, count }: Taken): number {
  let found = Number.POSITIVE_INFINITY
  for (let at = first; at < first + count; at++) {
    const value = values[slots[at]!]!
    if (value < found) found = value
  }
  return found
}

export function most({ values, slots, first, count }: Taken): number {
  let found = Number.NEGATIVE_INFINITY
  for (let at = first; at < first + count; at++) {
    const value = values[slots[at]!]!
    if (value > found) found = value
  }
  return found
}

function median({ values, slots, first, count }: Taken): number {
  const sorted = Float64Array.from({ length: count }, (_, at) => values[slots[first + at]!]!).sort()
  const middle = sorted[count >> 1]!
  return count % 2 === 1 ? middle : (sorted[(count >> 1) - 1]! + middle) / 2
}

function countMet({ values, slots, first, count }: Taken, threshold: number): number {
  let met = 0
  for (let at = first; at < first + count; at++) met += Number(values[slots[at]!]! >= threshold)
  return met
}

function weightUnmet({ values, slots, weights, first, count }: Taken, threshold: number): number {
  let unmet = 0
  for (let at = first; at < first + count; at++) if (!(values[slots[at]!]! >= threshold)) unmet += weights[at]!
  return unmet
}

function broadStepOf(taken: Taken, { share, floor }: Extract<RollUp, { op: 'broad-step' }>): number {
  const lowest = Math.floor(settle(least(taken)))
  const highest = Math.floor(settle(most(taken)))
  for (let step = Math.min(highest, lowest + floor); step > lowest; step--) {
    if (countSettled(taken, step) * share[1] >= taken.count * share[0]) return step
  }
  return lowest
}

function countSettled({ values, slots, first, count }: Taken, step: number): number {
  let reached = 0
  for (let at = first; at < first + count; at++) if (settle(values[slots[at]!]!) >= step) reached++
  return reached
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
  { result, children, threshold, need }: CompiledNode,
  { values, slots, child, first, count }: Taken,
  isReasoned: (child: CompiledNode['children'][number]) => boolean,
): boolean {
  const byImportance = result.op === 'gate' && result.importance !== undefined
  let met = 0
  let asked = 0
  for (let at = 0; at < count; at++) {
    const holds = values[slots[first + at]!]! >= threshold
    if (byImportance) {
      const own = children[child[at]!]!
      if (own.importance === 'optional') continue
      if (own.importance === 'recommended') {
        if (!holds && !isReasoned(own)) return false
        continue
      }
    }
    asked++
    if (holds) met++
  }
  return isEnough(met, asked, need)
}

/** The highest level at which anything is met; below the lowest where nothing is. */
export function highWater(
  { levels, lowest, threshold }: CompiledNode,
  { values, slots, child, first, count }: Taken,
): number {
  let top = Math.max(0, lowest - 1)
  for (let at = 0; at < count; at++) {
    const level = levels[child[at]!]!
    if (level > top && values[slots[first + at]!]! >= threshold) top = level
  }
  return top
}

/** The highest level that holds together with all below it, else the one below the lowest. One without children is met. */
export function levelHeld(node: CompiledNode, taken: Taken): number {
  const { lowest, highest, need } = node
  if (need === 'all') return belowFirstUnmet(node, taken)
  let level = lowest
  while (level <= highest && levelHolds(node, taken, level)) level++
  return Math.min(level, highest + 1) - 1
}

/** Where all must be met there is nothing to count: the first that is not, from the lowest level up, ends the ladder. */
function belowFirstUnmet(
  { levels, byLevel, highest, threshold }: CompiledNode,
  { values, slots, place, first }: Taken,
): number {
  let holds = 1
  let before = 0
  for (let at = 0; at < byLevel.length; at++) {
    const where = place[byLevel[at]!]!
    holds &= where < 0 ? 1 : Number(values[slots[first + where]!]! >= threshold)
    before += holds
  }
  return before === byLevel.length ? highest : levels[byLevel[before]!]! - 1
}

function levelHolds(
  { byLevel, levelStart, threshold, need }: CompiledNode,
  { values, slots, place, first }: Taken,
  level: number,
): boolean {
  const end = levelStart[level + 1]!
  let met = 0
  let asked = 0
  for (let at = levelStart[level]!; at < end; at++) {
    const where = place[byLevel[at]!]!
    if (where < 0) continue
    asked++
    met += Number(values[slots[first + where]!]! >= threshold)
  }
  return isEnough(met, asked, need)
}

/** 100 for each level held, and the share met of the next. */
export function stagedPercent(
  { byLevel, levelStart, lowest, highest, threshold }: CompiledNode,
  { values, slots, place, first }: Taken,
  held: number,
): number {
  if (highest < 0) return 0
  const whole = (held - lowest + 1) * 100
  if (held === highest) return whole
  const end = levelStart[held + 2]!
  let met = 0
  let asked = 0
  for (let at = levelStart[held + 1]!; at < end; at++) {
    const where = place[byLevel[at]!]!
    if (where < 0) continue
    asked++
    met += Number(values[slots[first + where]!]! >= threshold)
  }
  // Never 100 before it is whole, whatever the rounding.
  return whole + Math.min(99, (met * 100) / asked)
}
