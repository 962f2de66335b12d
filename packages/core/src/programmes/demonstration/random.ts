import { daysBetween, PlainDate } from '../../kernel/day.ts'
import { uuidv7 } from '../../kernel/ids.ts'

/** Chance that comes out the same every time: everything it gives follows from its seed. */
export type Random = {
  /** at least 0, below 1 */
  next(): number
  /** a whole number, both ends included */
  int(from: number, to: number): number
  chance(probability: number): boolean
  pick<T>(items: readonly T[]): T
  weighted<T>(items: readonly (readonly [T, number])[]): T
  /** at most `count` different ones, in the order they had */
  sample<T>(items: readonly T[], count: number): T[]
  /** a UUIDv7 of an instant on that day */
  id<Id extends string>(on: PlainDate): Id
  /** an instant in working hours of that day, ISO 8601 in UTC */
  instant(on: PlainDate): string
}

const EPOCH = PlainDate.parse('1970-01-01')
const DAY_MS = 86_400_000

export function createRandom(seed: string): Random {
  const next = sfc32(seed)
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  const minutesOf = () => int(6 * 60, 14 * 60)
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (items) => items[int(0, items.length - 1)]!,
    weighted: (items) => {
      let rest = next() * items.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [item, weight] of items) {
        rest -= weight
        if (rest < 0) return item
      }
      return items.at(-1)![0]
    },
    sample: (items, count) => {
      const order = items.map((item, at) => ({ item, at, rank: next() }))
      const chosen = order.sort((a, b) => a.rank - b.rank).slice(0, count)
      return chosen.sort((a, b) => a.at - b.at).map(({ item }) => item)
    },
    id: <Id extends string>(on: PlainDate) => {
      const bytes = Uint8Array.from({ length: 10 }, () => int(0, 255))
      return uuidv7(daysBetween(EPOCH, on) * DAY_MS + int(0, DAY_MS - 1), bytes) as Id
    },
    instant: (on) => {
      const minutes = minutesOf()
      return `${on}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(int(0, 59))}Z`
    },
  }
}

const two = (number: number) => String(number).padStart(2, '0')

/** Source: the sfc32 generator of PractRand, seeded from a text by four multiplicative hashes. */
function sfc32(seed: string): () => number {
  let [a, b, c, d] = hash128(seed)
  const next = () => {
    const sum = (a + b + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    c |= 0
    return (sum >>> 0) / 4_294_967_296
  }
  for (let round = 0; round < 15; round++) next()
  return next
}

function hash128(text: string): [number, number, number, number] {
  let [a, b, c, d] = [1779033703, 3144134277, 1013904242, 2773480762]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    a = b ^ Math.imul(a ^ code, 597399067)
    b = c ^ Math.imul(b ^ code, 2869860233)
    c = d ^ Math.imul(c ^ code, 951274213)
    d = a ^ Math.imul(d ^ code, 2716044179)
  }
  return [a, b, c, d]
}
