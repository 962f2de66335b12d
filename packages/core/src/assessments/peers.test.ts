import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { partOfGroup, peerGroup, thresholdOf } from './peers.ts'

const counts = (...companies: number[]) =>
  companies.map((number, at) => ({ dimension: 'flow', level: at + 1, companies: number }))

describe('other companies are shown', () => {
  test('from the threshold on, and not one fewer', () => {
    expect(peerGroup(counts(4, 5), 9, 10)).toEqual({ shown: false })
    expect(peerGroup(counts(4, 6), 10, 10)).toMatchObject({ shown: true, companies: 10 })
  })

  test('by dimension: one that too few have measured is left out', () => {
    const group = peerGroup([...counts(6, 6), { dimension: 'waste', level: 2, companies: 3 }], 12, 10)
    expect(group).toMatchObject({ dimensions: [{ dimension: 'flow' }] })
  })

  test('as shares that add up to 100 and the lower median', () => {
    const group = peerGroup(counts(4, 4, 4), 12, 10)
    expect(group).toMatchObject({
      dimensions: [
        {
          median: 2,
          shares: [
            { level: 1, percent: 34 },
            { level: 2, percent: 33 },
            { level: 3, percent: 33 },
          ],
        },
      ],
    })
  })

  test('in a part only when the rest is large enough too: a difference would tell of the few', () => {
    expect(partOfGroup({ counts: counts(6, 6), companies: 12 }, 15, 10)).toEqual({ shown: false })
    expect(partOfGroup({ counts: counts(6, 6), companies: 12 }, 12, 10)).toMatchObject({ shown: true })
    expect(partOfGroup({ counts: counts(6, 6), companies: 12 }, 22, 10)).toMatchObject({ shown: true })
    expect(partOfGroup({ counts: counts(2, 2), companies: 4 }, 40, 10)).toEqual({ shown: false })
  })
})

test('the threshold is the programme’s, ten when it has not said, never below five', () => {
  expect([thresholdOf(undefined), thresholdOf(12), thresholdOf(1), thresholdOf('3')]).toEqual([10, 12, 5, 10])
})

test('whatever the counts, shares add up to 100 and no group below the threshold is shown', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(30), { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 5, max: 20 }),
      (numbers, least) => {
        const total = numbers.reduce((sum, number) => sum + number, 0)
        const group = peerGroup(counts(...numbers), total, least)
        expect(group.shown).toBe(total >= least)
        if (!group.shown) return
        for (const { shares } of group.dimensions) {
          expect(shares.reduce((sum, { percent }) => sum + percent, 0)).toBe(100)
        }
      },
    ),
  )
})
