import type { PlainDate } from '../kernel/day.ts'
import { accept, type Decision, refuse } from '../kernel/decision.ts'
import type { KeyFigureChange, KeyFigureValue, Quality, ValueFacts } from './schema.ts'

type Circumstances = {
  today: PlainDate
  /** the writer is the company's coach or its sub-project lead */
  mayVerify: boolean
  /** the qualities of the other values of the same key figure that stand */
  others: readonly Quality[]
  /** what the value was before a correction; null for a new one */
  before: Quality | null
}

/**
 * Takes a value in. What was measured has ended; an estimate may speak of what is to come. Verifying, and
 * touching what is verified, is the team's. A key figure has one baseline, which everything is compared with.
 */
export function enterValue<T extends ValueFacts>(value: T, circumstances: Circumstances): Decision<T> {
  const { today, mayVerify, others, before } = circumstances
  if (value.toOn < value.fromOn) return refuse('period-reversed')
  if (value.quality !== 'estimated' && value.toOn > today) return refuse('period-ahead')
  if ((value.quality === 'verified' || before === 'verified') && !mayVerify) return refuse('verification-by-team')
  if (value.quality === 'baseline' && others.includes('baseline')) return refuse('baseline-value-exists')
  return accept(value)
}

/** Removing a verified value is the team's, as verifying is. */
export function mayChangeValue(quality: Quality, may: { write: boolean; verify: boolean }): boolean {
  return may.write && (quality !== 'verified' || may.verify)
}

/** Puts a removed value back, unless another baseline has come in its place. */
export function restoreValue(quality: Quality, others: readonly Quality[]): Decision<Quality> {
  return quality === 'baseline' && others.includes('baseline') ? refuse('baseline-value-exists') : accept(quality)
}

type Compared = Pick<KeyFigureValue, 'amount' | 'quality' | 'fromOn' | 'toOn' | 'unit'>

/** In the order of their periods: by last day, then first day. */
export function inPeriodOrder<T extends Pick<Compared, 'fromOn' | 'toOn'>>(values: readonly T[]): T[] {
  const key = ({ toOn, fromOn }: Pick<Compared, 'fromOn' | 'toOn'>) => `${toOn}${fromOn}`
  return [...values].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
}

/**
 * What has changed since the start: from the baseline, or the oldest value while none is marked so, to the
 * newest later value in the same unit. null while there is nothing to compare.
 */
export function changeSinceBaseline(values: readonly Compared[], better: 'up' | 'down'): KeyFigureChange | null {
  const ordered = inPeriodOrder(values)
  const from = ordered.find(({ quality }) => quality === 'baseline') ?? ordered[0]
  const to = ordered.findLast((value) => value !== from && value.unit === from?.unit && value.toOn > from.toOn)
  if (!from || !to) return null
  const difference = exactDifference(to.amount, from.amount)
  const improved = better === 'up' ? difference > 0 : difference < 0
  return {
    from: { amount: from.amount, quality: from.quality, toOn: from.toOn },
    to: { amount: to.amount, quality: to.quality, toOn: to.toOn },
    difference,
    share: from.amount === 0 ? null : difference / Math.abs(from.amount),
    direction: difference === 0 ? 'same' : improved ? 'better' : 'worse',
  }
}

/** Key figures carry at most six decimals, so 0,3 − 0,1 is 0,2 and not a binary neighbour of it. */
function exactDifference(a: number, b: number): number {
  return Math.round((a - b) * 1e6) / 1e6
}
