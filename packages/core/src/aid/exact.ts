import { z } from 'zod'

/** An exact fraction. Headcounts, euros and percentages are compared as these: nothing is rounded before a verdict. */
export type Ratio = { readonly n: bigint; readonly d: bigint }

export const ZERO: Ratio = { n: 0n, d: 1n }
export const ONE: Ratio = { n: 1n, d: 1n }

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b]
  while (y > 0n) [x, y] = [y, x % y]
  return x
}

/** `d` is positive. Not reduced: `compare` says whether two are equal. */
export function ratio(n: bigint | number, d: bigint | number = 1n): Ratio {
  return { n: BigInt(n), d: BigInt(d) }
}

/** Denominators stay small where figures share rates and shares, as those of a group do. */
export function add(a: Ratio, b: Ratio): Ratio {
  if (a.d === b.d) return { n: a.n + b.n, d: a.d }
  if (a.d % b.d === 0n) return { n: a.n + b.n * (a.d / b.d), d: a.d }
  if (b.d % a.d === 0n) return { n: a.n * (b.d / a.d) + b.n, d: b.d }
  const shared = gcd(a.d, b.d)
  return { n: a.n * (b.d / shared) + b.n * (a.d / shared), d: (a.d / shared) * b.d }
}

export function minus(a: Ratio, b: Ratio): Ratio {
  return add(a, { n: -b.n, d: b.d })
}

export function times(a: Ratio, b: Ratio): Ratio {
  if (b.n === b.d) return a
  return { n: a.n * b.n, d: a.d * b.d }
}

/** `b` is positive. */
export function over(a: Ratio, b: Ratio): Ratio {
  return { n: a.n * b.d, d: a.d * b.n }
}

/** Negative, 0 or positive, as `a` is less than, equal to or more than `b`. */
export function compare(a: Ratio, b: Ratio): number {
  const [left, right] = [a.n * b.d, b.n * a.d]
  return left < right ? -1 : left > right ? 1 : 0
}

export const smaller = (a: Ratio, b: Ratio): Ratio => (compare(a, b) <= 0 ? a : b)
export const larger = (a: Ratio, b: Ratio): Ratio => (compare(a, b) >= 0 ? a : b)

/** A share in millionths as a fraction. */
export const share = (ppm: number): Ratio => ratio(ppm, 1_000_000)

/** For display: to `places` decimals, a half upwards. Not for negative values. */
export function rounded({ n, d }: Ratio, places = 0): number {
  const scale = 10n ** BigInt(places)
  return Number((2n * n * scale + d) / (2n * d)) / Number(scale)
}

const DECIMAL = /^\d{1,15}(\.\d{1,10})?$/

/** A decimal that is not negative, written as a number or as text; what is written is what counts, digit by digit. */
export const Decimal = z
  .union([z.number(), z.string()])
  .refine((value) => DECIMAL.test(String(value)), {
    error: 'a number from 0, with at most ten decimals after a point',
  })
  .meta({ example: '9.75' })

export function decimal(value: number | string): Ratio {
  const [whole = '', decimals = ''] = String(value).split('.')
  return ratio(BigInt(whole + decimals), 10n ** BigInt(decimals.length))
}
