import { randomBytes } from 'node:crypto'
import { uuidv7 } from '@stegvis/core/kernel/ids.ts'

let last = { milliseconds: 0, count: 0 }

/**
 * A new UUIDv7 of the type asked for, later in order than any this process made before, also within a millisecond:
 * what happened first is listed first.
 *
 * Source: RFC 9562, section 6.2, method 1.
 */
export function newId<Id extends string>(): Id {
  last = next(Date.now())
  const random = randomBytes(10)
  // The twelve bits after the time count.
  random[0] = last.count >> 8
  random[1] = last.count & 0xff
  return uuidv7(last.milliseconds, random) as Id
}

const MOST = 0xfff

function next(now: number): typeof last {
  // A clock that was set back does not turn the order round.
  if (now > last.milliseconds) return { milliseconds: now, count: 0 }
  if (last.count < MOST) return { ...last, count: last.count + 1 }
  return { milliseconds: last.milliseconds + 1, count: 0 }
}
