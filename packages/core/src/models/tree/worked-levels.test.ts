import { describe, expect, test } from 'vitest'
import type { Leaf, TreeNode } from './schema-nodes.ts'
import type { RollUp } from './schema-roll-up.ts'
import { treeNode, treeTexts } from './test-tree.ts'
import { answerAll, choices, each, numbered, numbers, rungs, worked, YES_NO } from './test-worked.ts'

/** Published methods with levels, gates and stages. Where the source has a rule but no numbers, they are by hand. */

const at = (level: number, question: string): Leaf => ({ question, level })
const MET = { 'at-least': 1 } as const
const ladder = { op: 'ladder', need: 'all', ...MET } as const

describe('OWASP SAMM v2: streams are averaged, levels added, practices and functions averaged', () => {
  const answer = choices({ no: 0, some: 0.25, half: 0.5, most: 1 })
  const practice = (id: string): TreeNode =>
    treeNode(
      id,
      { op: 'sum' },
      numbered(`${id}-level`, 3).map((level) => treeNode(level, { op: 'mean' }, [`${level}-a`, `${level}-b`])),
    )
  const ids = (id: string) => numbered(`${id}-level`, 3).flatMap((level) => [`${level}-a`, `${level}-b`])
  const samm = worked(
    each(['p-one', 'p-two', 'p-three'].flatMap(ids), answer),
    treeNode('function', { op: 'mean' }, ['p-one', 'p-two', 'p-three'].map(practice)),
    { policies: { missing: 'lowest', unknown: 'lowest', 'not-applicable': 'exclude' } },
  )

  test.each<[string, (number | undefined)[], number]>([
    ['samm-01', [0, 0, 0, 0, 0, 0], 0],
    ['samm-02', [1, 1, 1, 1, 1, 1], 3],
    ['samm-03', [1, 0.5, 0.25, 0, 0, 0], 0.875],
    // Levels do not gate: the third alone counts as much as the first.
    ['samm-04', [0, 0, 0, 0, 1, 1], 1],
    ['samm-05', [1, undefined, undefined, undefined, undefined, undefined], 0.5],
  ])('%s', (_, values, score) => {
    expect(samm.node('p-one', answerAll(ids('p-one'), values))).toMatchObject({ score, state: 'complete' })
  })

  test('samm-06: the function is the mean of its practices', () => {
    const answers = {
      ...answerAll(ids('p-one'), [1, 1, 1, 1, 1, 1]),
      ...answerAll(ids('p-two'), [1, 0.5, 0.25, 0, 0, 0]),
    }
    // (3 + 0.875 + 0) / 3
    expect(samm.value(answers)).toBe(1.291666667)
  })

  test('samm-07: a stream that does not apply leaves its level to the other', () => {
    expect(samm.node('p-one', answerAll(ids('p-one'), ['not-applicable', 0.5, 0, 0, 0, 0])).score).toBe(0.5)
  })
})

describe('C2M2 v2.1: every practice of the level and below, fully or largely implemented', () => {
  const answer = choices({ not: 0, partly: 1, largely: 2, fully: 3 })
  const c2m2 = worked(
    each(numbered('practice', 6), answer),
    treeNode('domain', { op: 'ladder', need: 'all', 'at-least': 2 }, [
      at(1, 'practice-1'),
      at(1, 'practice-2'),
      at(2, 'practice-3'),
      at(2, 'practice-4'),
      at(3, 'practice-5'),
      at(3, 'practice-6'),
    ]),
  )

  test('c2m2-1: all of level 1 and 2 largely or fully is level 2', () => {
    const row = c2m2.node('domain', answerAll(numbered('practice', 6), [3, 2, 2, 3, 3, 1]))
    expect(row).toMatchObject({ score: 2, level: 2, blocking: ['practice-6'], ahead: ['practice-5'] })
  })

  test('c2m2-2: one practice of level 1 partly implemented keeps the domain at 0', () => {
    const row = c2m2.node('domain', answerAll(numbered('practice', 6), [1, 3, 3, 3, 3, 3]))
    expect(row).toMatchObject({ level: 0, blocking: ['practice-1'] })
    expect(row.ahead).toEqual(['practice-2', 'practice-3', 'practice-4', 'practice-5', 'practice-6'])
  })
})

describe('Essential Eight: the lowest of eight ladders', () => {
  const strategies = numbered('strategy', 8)
  const leaves = (id: string) => [1, 2, 3].map((level) => at(level, `${id}-${level}`))
  const e8 = worked(
    each(
      strategies.flatMap((id) => numbered(id, 3)),
      YES_NO,
    ),
    treeNode(
      'overall',
      { op: 'min' },
      strategies.map((id) =>
        treeNode(id, ladder, id === 'strategy-8' ? [at(1, `${id}-1`), at(3, `${id}-3`)] : leaves(id)),
      ),
    ),
    { policies: { missing: 'open', unknown: 'lowest', 'not-applicable': 'met' } },
  )
  const all = (levels: readonly number[]) =>
    Object.fromEntries(
      strategies.flatMap((id, n) => [1, 2, 3].map((level) => [`${id}-${level}`, level <= levels[n]! ? 'yes' : 'no'])),
    )

  test.each<[string, number[], number]>([
    ['e8-01', [3, 3, 3, 3, 3, 3, 3, 3], 3],
    ['e8-02', [3, 3, 3, 1, 3, 3, 3, 3], 1],
    ['e8-03', [0, 3, 3, 3, 3, 3, 3, 3], 0],
    ['e8-04', [2, 2, 2, 2, 2, 2, 2, 2], 2],
    // Nothing is new on the second level of the eighth: reaching the first is reaching the second.
    ['e8-05', [3, 3, 3, 3, 3, 3, 3, 1], 2],
  ])('%s', (_, levels, overall) => {
    expect(e8.value(all(levels))).toBe(overall)
  })

  test('e8-06: what does not apply counts as met', () => {
    expect(e8.value({ ...all([3, 3, 3, 3, 3, 3, 3, 3]), 'strategy-1-2': 'not-applicable' })).toBe(3)
  })

  test('e8-07: what is not answered leaves it open, within bounds', () => {
    const { 'strategy-2-2': _, ...answers } = all([3, 3, 3, 3, 3, 3, 3, 3])
    expect(e8.node('overall', answers)).toMatchObject({ score: null, range: { low: 1, high: 3 } })
  })
})

describe('ISO/IEC 33020: percent to letters, a level with its attributes largely and all below fully', () => {
  // N up to 15, P up to 50, L up to 85, F above: 0, 1, 2, 3.
  const percent = numbers({ unit: '%', least: 0, most: 100 })
  const rated = (id: string) =>
    treeNode(id, { op: 'mean' }, [`${id}-percent`], {
      bands: [
        { id: 'n', name: treeTexts('N'), 'up-to': 15, level: 0 },
        { id: 'p', name: treeTexts('P'), 'up-to': 50, level: 1 },
        { id: 'l', name: treeTexts('L'), 'up-to': 85, level: 2 },
        { id: 'f', name: treeTexts('F'), level: 3 },
      ],
    })
  const attributes = ['pa-one', 'pa-two', 'pa-three']
  const process = worked(
    each(
      attributes.map((id) => `${id}-percent`),
      percent,
    ),
    treeNode('process', { op: 'none' }, attributes.map(rated), {
      stars: [
        { level: 1, name: treeTexts('1'), when: 'level(pa-one) >= 2' },
        { level: 2, name: treeTexts('2'), when: 'level(pa-one) = 3 and level(pa-two) >= 2' },
        { level: 3, name: treeTexts('3'), when: 'level(pa-one) = 3 and level(pa-two) = 3 and level(pa-three) >= 2' },
      ],
    }),
  )

  test.each<[string, number[], number, string[]]>([
    ['iso33020-1', [85, 90, 90], 1, ['l', 'f', 'f']],
    ['iso33020-2', [86, 51, 100], 2, ['f', 'l', 'f']],
    ['iso33020-3', [50, 100, 100], 0, ['p', 'f', 'f']],
  ])('%s', (_, values, level, letters) => {
    const answers = answerAll(
      attributes.map((id) => `${id}-percent`),
      values,
    )
    expect(process.node('process', answers).level).toBe(level)
    expect(attributes.map((id) => process.node(id, answers).band)).toEqual(letters)
  })
})

describe('gates and levels in other forms', () => {
  const binary = (
    count: number,
    result: RollUp,
    leaf: (id: string, n: number) => Leaf = (question) => ({ question }),
  ) => {
    const ids = numbered('item', count)
    const model = worked(each(ids, YES_NO), treeNode('root', result, ids.map(leaf)))
    return (...values: (number | string)[]) => model.node('root', answerAll(ids, values))
  }

  test('bsimm-1: one observed activity of level 3 puts the practice at 3', () => {
    const practice = binary(3, { op: 'high-water', ...MET }, (question, n) => ({ question, level: n + 1 }))
    expect(practice(0, 0, 1)).toMatchObject({ score: 3, level: 3 })
    expect(practice(1, 0, 0)).toMatchObject({ level: 1 })
    expect(practice(0, 0, 0)).toMatchObject({ level: 0 })
  })

  test('irl-1: nine rungs, the lower first', () => {
    const trl = binary(9, ladder, (question, n) => ({ question, level: n + 1 }))
    expect(trl(1, 1, 1, 1, 0, 1, 0, 0, 0)).toMatchObject({ level: 4, blocking: ['item-5'], ahead: ['item-6'] })
    expect(trl(1, 1, 1, 1, 1, 1, 1, 1, 1)).toMatchObject({ level: 9, blocking: [] })
    expect(trl(0, 1, 1, 1, 1, 1, 1, 1, 1)).toMatchObject({ level: 0 })
  })

  test('bcorp21-1: all but a stated number', () => {
    const topic = binary(6, { op: 'gate', need: { 'all-but': 2 }, ...MET })
    expect(topic(1, 1, 1, 1, 0, 0).score).toBe(1)
    expect(topic(1, 1, 1, 0, 0, 0)).toMatchObject({ score: 0, blocking: ['item-4', 'item-5', 'item-6'] })
  })

  test('sprs-1: 110 minus 5, 3 or 1 for each requirement not met', () => {
    const ids = numbered('item', 8)
    const weights = [5, 5, 5, 3, 3, 1, 1, 1]
    const sprs = worked(
      each(ids, YES_NO),
      treeNode(
        'sprs',
        { op: 'deduct', from: 110, ...MET },
        ids.map((question, n) => ({ question, weight: weights[n]! })),
        {
          bands: [
            { id: 'refused', name: treeTexts('Refused'), below: 88 },
            { id: 'conditional', name: treeTexts('Conditional'), below: 110 },
            { id: 'final', name: treeTexts('Final') },
          ],
        },
      ),
    )
    expect(sprs.node('sprs', answerAll(ids, [1, 1, 1, 1, 1, 1, 1, 1]))).toMatchObject({ score: 110, band: 'final' })
    // 110 − 15 − 6 − 1 = 88, which is 80 %.
    expect(sprs.node('sprs', answerAll(ids, [0, 0, 0, 0, 0, 0, 1, 1]))).toMatchObject({
      score: 88,
      band: 'conditional',
    })
    expect(sprs.node('sprs', answerAll(ids, [0, 0, 0, 0, 0, 0, 0, 1]))).toMatchObject({ score: 87, band: 'refused' })
  })

  test('cmmi-1: the same answers continuous by area and staged for the whole', () => {
    const areas = ['planning', 'quality', 'supply']
    const leaves = (area: string) => [2, 3].map((level) => at(level, `${area}-${level}`))
    const cmmi = worked(
      each(
        areas.flatMap((area) => [`${area}-2`, `${area}-3`]),
        YES_NO,
      ),
      treeNode(
        'continuous',
        { op: 'none' },
        areas.map((area) => treeNode(area, ladder, leaves(area))),
      ),
      {
        views: [
          { id: 'staged', name: treeTexts('Staged'), tree: treeNode('organisation', ladder, areas.flatMap(leaves)) },
        ],
      },
    )
    const answers = {
      'planning-2': 'yes',
      'planning-3': 'yes',
      'quality-2': 'yes',
      'quality-3': 'no',
      'supply-2': 'yes',
      'supply-3': 'yes',
    }
    expect(areas.map((area) => cmmi.node(area, answers).level)).toEqual([3, 2, 3])
    expect(cmmi.node('organisation', answers)).toMatchObject({ view: 'staged', level: 2, blocking: ['quality-3'] })
  })

  test('iso50005-1 and energystar-1: a profile of picks, without a total', () => {
    const elements = numbered('element', 12)
    const profile = worked(each(elements, rungs(1, 4)), treeNode('profile', { op: 'none' }, elements))
    const row = profile.node(
      'profile',
      answerAll(
        elements,
        elements.map((_, n) => (n % 4) + 1),
      ),
    )
    expect(row).toMatchObject({ state: 'none', score: null, level: null, coverage: { answered: 12, asked: 12 } })
  })

  test('broad-step: 3, 3, 2, 4, 3, 2 is 3 and 4, 4, 4, 4, 1, 4 is 2', () => {
    const ids = numbered('part', 6)
    const area = worked(each(ids, rungs(1, 5)), treeNode('area', { op: 'broad-step', share: [2, 3], floor: 1 }, ids))
    expect(area.node('area', answerAll(ids, [3, 3, 2, 4, 3, 2]))).toMatchObject({ score: 3, level: 3 })
    expect(area.node('area', answerAll(ids, [4, 4, 4, 4, 1, 4]))).toMatchObject({ score: 2, level: 2 })
  })
})
