import { describe, expect, test } from 'vitest'
import type { Modifier } from './schema-roll-up.ts'
import { treeNode } from './test-tree.ts'
import { choices, each, worked } from './test-worked.ts'

const scale = choices({ none: 0, half: 0.5, all: 1 })

describe('min(score(a), score(b)) of Territoire engagé, while b is open', () => {
  const capped = (adjust: Modifier[]) =>
    worked(
      each(['a', 'b'], scale),
      treeNode('whole', { op: 'none' }, [
        treeNode('first', { op: 'mean' }, ['a'], { adjust }),
        treeNode('second', { op: 'mean' }, ['b']),
      ]),
    ).node('first', { a: 'half' })

  test('the score can be no more than its own, and no less than the other can be', () => {
    expect(capped([{ do: 'cap', at: 'value(second)' }])).toMatchObject({ score: null, range: { low: 0, high: 0.5 } })
    expect(capped([{ do: 'floor', at: 'value(second)' }])).toMatchObject({ score: null, range: { low: 0.5, high: 1 } })
  })

  test('what comes after is applied to the range once', () => {
    const map: Modifier = { do: 'map', from: [0, 1], to: [0, 100] }
    expect(capped([{ do: 'cap', at: 'value(second)' }, map]).range).toEqual({ low: 0, high: 50 })
    expect(capped([map, { do: 'cap', at: '20 + 60 * value(second)' }]).range).toEqual({ low: 20, high: 50 })
  })

  test('a height that can be anything leaves no range', () => {
    expect(capped([{ do: 'cap', at: 'fact(employees) / 10' }])).toMatchObject({ score: null, range: null })
  })
})

test('what does not apply counts as the most it can be: with a cap at 50, as 50', () => {
  const part = treeNode('part', { op: 'mean' }, ['a'], {
    adjust: [
      { do: 'map', from: [0, 1], to: [0, 100] },
      { do: 'cap', at: '50' },
    ],
  })
  const { value } = worked(each(['a', 'b'], scale), treeNode('whole', { op: 'sum' }, [part, 'b']), {
    policies: { missing: 'open', unknown: 'open', 'not-applicable': 'met' },
  })
  expect(value({ a: 'not-applicable', b: 'all' })).toBe(51)
})
