import { describe, expect, test } from 'vitest'
import type { Band } from './schema-roll-up.ts'
import { treeNode, treeTexts } from './test-tree.ts'
import { each, numbered, numbers, worked } from './test-worked.ts'

/** Dimensions of 0 to 100 percent whose bands carry the levels 1 to 5, as those of the DMA could. */
const DIMENSIONS = numbered('dimension', 6)
const bands: Band[] = [20, 40, 60, 80, undefined].map((below, at) => ({
  id: `level-${at + 1}`,
  name: treeTexts(`${at + 1}`),
  level: at + 1,
  ...(below !== undefined && { below }),
}))
const area = worked(
  each(
    DIMENSIONS.map((id) => `${id}-percent`),
    numbers({ least: 0, most: 100 }),
  ),
  treeNode(
    'area',
    { op: 'broad-step', share: [2, 3], floor: 1 },
    DIMENSIONS.map((id) => treeNode(id, { op: 'mean' }, [`${id}-percent`], { bands })),
  ),
  { policies: { missing: 'open', unknown: 'exclude', 'not-applicable': 'met' } },
)
const answers = (percents: readonly unknown[]) =>
  Object.fromEntries(
    DIMENSIONS.map((id, at) => [`${id}-percent`, percents[at] ?? null]).filter(([, value]) => value !== null),
  )

describe('a broad step over nodes with levels goes by the levels, as docs/model-format.md has it', () => {
  test.each<[string, number[], number]>([
    ['3, 3, 2, 4, 3, 2 is 3', [50, 40, 39.9, 60, 59, 20], 3],
    ['4, 4, 4, 4, 1, 4 is 2', [79, 60, 65, 70, 19, 79.9], 2],
    ['exactly on every edge', [80, 80, 80, 80, 80, 80], 5],
  ])('%s', (_, percents, step) => {
    expect(area.node('area', answers(percents))).toMatchObject({ score: step, level: step })
  })

  test('one that is open may stand on any of the levels it can reach', () => {
    const row = area.node('area', answers([50, 40, 39.9, 60, 59]))
    expect(row).toMatchObject({ score: null, range: { low: 2, high: 3 } })
  })

  test('what does not apply counts as the highest level there is', () => {
    expect(area.node('area', answers([90, 90, 90, 90, 90, 'not-applicable'])).level).toBe(5)
  })

  test('a profile counts by its stars', () => {
    const stars = [1, 2, 3].map((level) => ({ level, name: treeTexts(`${level}`), when: `answer(a) >= ${level}` }))
    const profile = worked(
      each(['a', 'b'], numbers({ least: 0, most: 3 })),
      treeNode('whole', { op: 'broad-step', share: [1, 2], floor: 3 }, [
        treeNode('starred', { op: 'none' }, ['a'], { stars }),
        treeNode('plain', { op: 'mean' }, ['b']),
      ]),
    )
    expect(profile.node('whole', { a: 3, b: 1 })).toMatchObject({ score: 3, level: 3 })
  })
})
