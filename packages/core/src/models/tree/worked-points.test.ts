import { describe, expect, test } from 'vitest'
import type { Leaf, TreeNode } from './schema-nodes.ts'
import type { Policies } from './schema-roll-up.ts'
import type { Scale } from './schema-scales.ts'
import { TEST_POLICIES, TEST_SCALES, treeNode, treeTexts } from './test-tree.ts'
import { choices, each, numbers, worked } from './test-worked.ts'

/**
 * Territoire engagé, circular economy: points of done and planned, equal shares of what does not apply below, a
 * shrinking whole above, factors and caps by profile, stars by several conditions. The numbers are worked by hand.
 */
const STATUS: Scale = TEST_SCALES.split
const EQUAL: Partial<Policies> = { 'not-applicable': 'redistribute-equal' }
const leaf = (question: string, points: number): Leaf => ({ question, points })

/** Two actions of 30 and 20 points; the first of two sub-actions of 10 and 20, the second of two tasks. */
const subActions = (): TreeNode[] => [
  treeNode('sub-a', { op: 'points' }, [leaf('a1', 6), leaf('a2', 3), leaf('a3', 1)], { policies: EQUAL, points: 10 }),
  treeNode('sub-b', { op: 'points' }, [leaf('b1', 10), leaf('b2', 10)], { policies: EQUAL, points: 20 }),
]
const actions = (changes: Partial<TreeNode> = {}): TreeNode[] => [
  treeNode('action-1', { op: 'points' }, subActions(), { points: 30 }),
  treeNode('action-2', { op: 'points' }, [leaf('c1', 15), leaf('c2', 5)], { points: 20, ...changes }),
]
const IDS = ['a1', 'a2', 'a3', 'b1', 'b2', 'c1', 'c2']
const framework = (children: TreeNode[], scales = each(IDS, STATUS)) =>
  worked(scales, treeNode('total', { op: 'points' }, children))
const tet = framework(actions())

const done = { done: 100 }
const not = { 'not-done': 100 }
const all = (status: unknown) => Object.fromEntries(IDS.map((id) => [id, status]))

describe('points of Territoire engagé', () => {
  test('tet-eci-01: everything done is all the points', () => {
    expect(tet.node('total', all(done))).toMatchObject({ score: 50, points: { reached: 50, possible: 50 } })
  })

  test('tet-eci-02: a split counts by share, and what is planned counts half here', () => {
    // 40 % done and 60 % planned of 6 points is 0.4 × 6 + 0.6 × 0.5 × 6 = 4.2.
    const split = { done: 40, planned: 60 }
    expect(tet.node('sub-a', { ...all(not), a1: split }).points).toEqual({ reached: 4.2, possible: 10 })
  })

  test('tet-eci-03: the points of a task that does not apply go in equal parts to the others', () => {
    // 6 points of a1 in two: a2 has 6, a3 has 4.
    const row = tet.node('sub-a', { ...all(not), a1: 'not-applicable', a2: done })
    expect(row.points).toEqual({ reached: 6, possible: 10 })
  })

  test('tet-eci-04: a sub-action that does not apply shrinks what lies above', () => {
    const answers = { ...all(done), b1: 'not-applicable', b2: 'not-applicable' }
    expect(tet.node('sub-b', answers)).toMatchObject({ state: 'not-applicable', points: null })
    expect(tet.node('action-1', answers).points).toEqual({ reached: 10, possible: 10 })
    expect(tet.node('total', answers).points).toEqual({ reached: 30, possible: 30 })
  })

  test('tet-eci-05: proportional redistribution keeps how the others weigh against each other', () => {
    const proportional = framework(
      [
        treeNode('sub', { op: 'points' }, [leaf('a1', 6), leaf('a2', 3), leaf('a3', 1)], {
          policies: { 'not-applicable': 'redistribute-proportional' },
        }),
      ],
      each(['a1', 'a2', 'a3'], STATUS),
    )
    // 10 points over 3 and 1: 7.5 and 2.5.
    expect(proportional.node('sub', { a1: 'not-applicable', a2: done, a3: not }).points).toEqual({
      reached: 7.5,
      possible: 10,
    })
  })

  test('tet-eci-06: what is not answered is kept apart from what is not done', () => {
    const { c1: _, ...answers } = all(done)
    expect(tet.node('total', answers)).toMatchObject({
      score: null,
      range: { low: 35, high: 50 },
      points: { reached: 35, possible: 50 },
    })
  })

  test('tet-eci-07: a status on the sub-action beats its tasks', () => {
    const beaten = framework(
      [treeNode('sub-a', { op: 'points' }, [leaf('a1', 6), leaf('a2', 4)], { 'answered-by': 'whole' })],
      each(['a1', 'a2', 'whole'], STATUS),
    )
    expect(beaten.node('sub-a', { a1: not, a2: not }).points).toEqual({ reached: 0, possible: 10 })
    expect(beaten.node('sub-a', { a1: not, a2: not, whole: { planned: 50, done: 50 } })).toMatchObject({
      points: { reached: 7.5, possible: 10 },
      reason: { rule: 'answered-by' },
    })
    expect(beaten.node('sub-a', { a1: done, a2: done, whole: 'not-applicable' }).state).toBe('not-applicable')
  })

  test('tet-eci-07: a status on the sub-action is all that is asked for then, and its tasks until then', () => {
    const scales = { ...each(['a1', 'a2', 'b1'], STATUS), status: STATUS }
    const sub = treeNode('sub-a', { op: 'points' }, [leaf('a1', 6), leaf('a2', 3)], { 'answered-by': 'status' })
    const whole = worked(scales, treeNode('total', { op: 'points' }, [sub, leaf('b1', 5)]))
    const told = (answers: Record<string, unknown>) => {
      const { nodes, missing } = whole.score(answers)
      return [missing, ...nodes.map(({ coverage }) => [coverage.answered, coverage.asked])]
    }
    expect(told({})).toEqual([
      ['a1', 'a2', 'b1'],
      [0, 3],
      [0, 2],
    ])
    expect(told({ status: done, b1: done })).toEqual([[], [2, 2], [1, 1]])
    expect(told({ a1: done, a2: not, b1: done })).toEqual([[], [3, 3], [2, 2]])
    expect(told({ status: 'not-applicable', a1: done, b1: done })).toEqual([[], [1, 1], [0, 0]])
  })

  test('tet-eci-08: a profile multiplies what an action can give', () => {
    const small = framework(actions({ weights: [{ when: 'fact(employees) < 10', factor: 3 }] }))
    expect(small.node('total', all(done), { facts: { employees: 4 } }).points).toEqual({ reached: 90, possible: 90 })
    expect(small.node('total', all(done), { facts: { employees: 40 } }).points).toEqual({ reached: 50, possible: 50 })
    expect(small.node('total', all(done)).points).toEqual({ reached: 50, possible: 50 })
  })

  test('tet-eci-09: one score caps another', () => {
    const capped = framework(actions({ adjust: [{ do: 'cap', at: 'value(sub-b)' }] }))
    const answers = { ...all(done), b1: not, b2: not, c2: not }
    expect(capped.node('action-2', answers).points).toEqual({ reached: 0, possible: 20 })
    expect(capped.node('total', answers).points).toEqual({ reached: 10, possible: 50 })
    // While the other is open, so is what it caps; where it does not apply, nothing is capped.
    const { b1: _, ...open } = all(done)
    expect(capped.node('action-2', open)).toMatchObject({ state: 'open', range: { low: 10, high: 20 } })
    const passed = { ...all(done), b1: 'not-applicable', b2: 'not-applicable' }
    expect(capped.node('action-2', passed).points).toEqual({ reached: 20, possible: 20 })
  })

  test('tet-eci-10: an action switched off by the profile shrinks the whole', () => {
    const off = framework(actions({ 'applies-when': 'fact(employees) >= 50' }))
    expect(off.node('total', all(done), { facts: { employees: 5 } }).points).toEqual({ reached: 30, possible: 30 })
    expect(off.score(all(done), { facts: { employees: 5 } }).hidden).toEqual(['c1', 'c2'])
  })

  describe('stars', () => {
    const shares = [0, 0.35, 0.5, 0.65, 0.75]
    const stars = shares.map((share, at) => ({
      level: at + 1,
      name: treeTexts(`${at + 1}`),
      when: at < 2 ? `share(total) >= ${share}` : `share(total) >= ${share} and answer(c1) >= 0.5`,
    }))
    const starred = worked(each(IDS, STATUS), treeNode('total', { op: 'points' }, actions(), { stars }))

    test('tet-eci-11: by the share of what is possible', () => {
      expect(starred.node('total', all(not)).level).toBe(1)
      expect(starred.node('total', all(done)).level).toBe(5)
      expect(starred.node('total', all({ done: 50, 'not-done': 50 })).level).toBe(3)
    })

    test('tet-eci-12: and by the least that each star asks for', () => {
      // 35 of 50 points are 70 %, but c1 is not done: two stars.
      expect(starred.node('total', { ...all(done), c1: not })).toMatchObject({ score: 35, level: 2 })
    })
  })
})

test('ecovadis-like-1: weights by size, a floor of documents', () => {
  const themes = ['environment', 'labour', 'ethics', 'procurement']
  const proven = choices({ none: 0, some: { value: 50, evidence: 'E2' }, strong: { value: 100, evidence: 'E2' } })
  const rating = worked(
    each(themes, proven),
    treeNode(
      'rating',
      { op: 'weighted-mean' },
      themes.map((question) => ({
        question,
        weight: 1,
        ...(question === 'environment' && { weights: [{ when: 'fact(sector) = "metal"', factor: 3 }] }),
      })),
    ),
    { policies: TEST_POLICIES },
  )
  const answers = Object.fromEntries(
    themes.map((id, at) => [id, { kind: 'option', option: at === 0 ? 'strong' : 'some', evidence: 'E2' }]),
  )
  // (100 + 50 + 50 + 50) / 4, and with a weight of three (300 + 150) / 6.
  expect(rating.value(answers, { voice: 'coach' })).toBe(62.5)
  expect(rating.value(answers, { voice: 'coach', facts: { sector: 'metal' } })).toBe(75)
  const stated = Object.fromEntries(themes.map((id) => [id, { kind: 'option', option: 'strong', evidence: 'E1' }]))
  expect(rating.value(stated, { voice: 'coach' })).toBe(0)
  expect(rating.value(stated, { voice: 'self' })).toBe(100)
})

test('a number is worth what its curve says, in any unit it converts from', () => {
  const intensity = worked(
    {
      energy: numbers({
        unit: 'kWh/kSEK',
        units: [{ id: 'MWh/kSEK', factor: 1000 }],
        curve: {
          shape: 'linear',
          outside: 'clamp',
          points: [
            [8, 5],
            [15, 4],
            [25, 3],
            [40, 2],
            [60, 1],
          ],
        },
      }),
      steps: numbers({
        curve: {
          shape: 'steps',
          outside: 'refuse',
          points: [
            [0, 0],
            [10, 1],
            [20, 2],
          ],
        },
      }),
    },
    treeNode('both', { op: 'sum' }, [
      treeNode('energy-level', { op: 'mean' }, ['energy']),
      treeNode('step-level', { op: 'mean' }, ['steps']),
    ]),
  )
  const energy = (value: number, unit?: string) =>
    intensity.node('energy-level', { energy: { kind: 'number', value, ...(unit && { unit }) } }).score
  expect([energy(8), energy(20), energy(60), energy(100), energy(1), energy(0.02, 'MWh/kSEK')]).toEqual([
    5, 3.5, 1, 1, 5, 3.5,
  ])
  const step = (value: number) => intensity.node('step-level', { steps: value }).score
  expect([step(0), step(9.9), step(10), step(20), step(21)]).toEqual([0, 0, 1, 2, null])
})
