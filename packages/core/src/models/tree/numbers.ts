/** Arithmetic of scores: doubles with + − × ÷ only, in a fixed order, so that every machine gets the same. */

const SCALE = 1e9
const POWERS = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6]
/** From here on a double has no nine decimals to settle. */
const TOO_BIG = 9e6

/**
 * The value without the noise of binary fractions: nearest to nine decimals, so that 2.3000000000000003 is 2.3.
 * Every value is settled before it meets an edge, a threshold or a rounding, and never in between.
 */
export function settle(value: number): number {
  // Small whole numbers are most of what there is.
  if ((value | 0) === value) return value | 0
  if (value > TOO_BIG || value < -TOO_BIG) return settleBig(value)
  const settled = Math.round(value * SCALE) / SCALE
  // Never −0, which would print and compare differently.
  return settled === 0 ? 0 : settled
}

/** A big double holds fewer decimals: fifteen significant digits are what it is sure of. */
function settleBig(value: number): number {
  if (!Number.isFinite(value)) return value
  return Math.abs(value) >= 1e15 ? value : Number(value.toPrecision(15))
}

/**
 * The least value that settles to `edge` or above, so that comparing with it needs no settling: `value` reaches it
 * exactly when `settle(value) >= edge`. Found by halving, as settling never turns the order of two values round.
 */
export function settledFrom(edge: number): number {
  if (!Number.isFinite(edge)) return edge
  const margin = Math.max(2e-9, Math.abs(edge) * 1e-12)
  let below = edge - margin
  let from = edge + margin
  for (;;) {
    const middle = below + (from - below) / 2
    if (middle <= below || middle >= from) return from
    if (settle(middle) >= edge) from = middle
    else below = middle
  }
}

export type RoundingMode = 'half-up' | 'half-even' | 'truncate'

/**
 * Rounds to `decimals`, from the settled value: half up is towards +∞ (−12.25 gives −12.2), truncating is
 * towards zero.
 */
export function round(value: number, decimals: number, mode: RoundingMode): number {
  const power = POWERS[decimals]!
  const scaled = settle(settle(value) * power)
  if (!Number.isFinite(scaled) || Math.abs(scaled) >= 1e15) return value
  return settle(wholeOf(scaled, mode) / power)
}

function wholeOf(value: number, mode: RoundingMode): number {
  if (mode === 'truncate') return Math.trunc(value)
  const up = Math.floor(value + 0.5)
  const halfway = mode === 'half-even' && up - value === 0.5
  return halfway && up % 2 !== 0 ? up - 1 : up
}

/** From one scale to another in a straight line. A scale without width maps to the start. */
export function mapped(value: number, from: readonly [number, number], to: readonly [number, number]): number {
  const width = from[1] - from[0]
  return width === 0 || to[0] === to[1] ? to[0] : to[0] + ((value - from[0]) * (to[1] - to[0])) / width
}
