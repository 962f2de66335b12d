import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { settle, settledFrom } from './numbers.ts'

describe('the value from which on a threshold is met', () => {
  it.each([
    [0.3, 0.1 + 0.2, true],
    [2.3, 2.3000000000000003, true],
    [2.3, 2.2999999999999994, true],
    [2.3, 2.299999999, false],
    [0, -1e-12, true],
    [0, -1e-9, false],
    [9_000_001, 9_000_000.999_999_998, true],
    [Number.POSITIVE_INFINITY, 1e300, false],
  ])('of %s takes %s: %s', (edge, value, holds) => {
    expect(value >= settledFrom(edge)).toBe(holds)
  })

  it('is met exactly by what settles to it or above', () => {
    const near = fc.tuple(fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.integer({ min: -40, max: 40 }))
    fc.assert(
      fc.property(near, ([edge, steps]) => {
        const value = edge + steps * Math.max(1e-10, Math.abs(edge) * 1e-16)
        expect(value >= settledFrom(edge)).toBe(settle(value) >= edge)
      }),
    )
  })
})
