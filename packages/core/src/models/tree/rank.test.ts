import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileTree } from './compile.ts'
import { rankActions } from './rank.ts'
import type { TreeAction, TreeRanking } from './schema-actions.ts'
import type { RollUp } from './schema-roll-up.ts'
import { testTree, treeNode, treeQuestion, treeTexts } from './test-tree.ts'
import { answersIn } from './test-worked.ts'

function action(id: string, node: string, changes: Partial<TreeAction> = {}): TreeAction {
  return { id, node, name: treeTexts(id), how: treeTexts(id), effort: 3, effect: 3, cost: 3, ...changes }
}

const ladder: RollUp = { op: 'broad-step', share: [1, 1], floor: 0 }

/** Two parts on rungs 0 to 3, standing at 1 and 2. */
function ranked(
  actions: TreeAction[],
  ranking: TreeRanking | undefined,
  request: { done?: string[]; most?: number; targets?: Record<string, number>; facts?: Record<string, boolean> } = {},
) {
  const model = testTree({
    questions: [treeQuestion('q1', 'rungs'), treeQuestion('q2', 'rungs')],
    tree: treeNode('root', { op: 'none' }, [treeNode('flow', ladder, ['q1']), treeNode('tools', ladder, ['q2'])]),
    actions,
    ...(ranking && { ranking }),
  })
  const { done = [], targets = { flow: 3, tools: 3 }, facts = {}, ...rest } = request
  return rankActions(
    compileTree(model),
    answersIn(model, { q1: 1, q2: 2 }),
    { voice: 'self', facts },
    {
      targets: new Map(Object.entries(targets)),
      done: new Set(done),
      ...rest,
    },
  )
}

const ids = (...given: Parameters<typeof ranked>) => ranked(...given).map((one) => one.action)
const EVEN: TreeRanking = { op: 'weighted', gap: 1, nearness: 1, effect: 1, effort: 1, cost: 1 }

describe('the order of actions', () => {
  test('weighted: the gap, the next step, much effect, little effort and cost', () => {
    const [first, second] = ranked([action('near', 'flow', { to: 2 }), action('far', 'flow', { to: 3 })], EVEN)
    expect([first!.action, second!.action]).toEqual(['near', 'far'])
    // Gap 2 of 3, nearness 1 or 2/3, effect 0.6, and 0.4 left of effort and of cost.
    expect(first!.factors).toMatchObject({ gap: 2 / 3, nearness: 1, effect: 0.6 })
    expect([first!.priority, second!.priority]).toEqual([3.066666667, 2.733333333])
    expect(ids([action('dear', 'flow', { cost: 5 }), action('cheap', 'flow', { cost: 1 })], EVEN)).toEqual([
      'cheap',
      'dear',
    ])
    expect(ids([action('a', 'tools'), action('b', 'flow')], { ...EVEN, nearness: 0 })).toEqual(['b', 'a'])
  })

  test('an action in a part without a target is measured in the whole above it that has one', () => {
    const model = testTree({
      questions: [treeQuestion('q1', 'single')],
      tree: treeNode('root', { op: 'max' }, [treeNode('part', { op: 'mean' }, ['q1'])], {
        bands: [
          { id: 'begun', name: treeTexts('Påbörjat'), below: 2, level: 1 },
          { id: 'done', name: treeTexts('Klart'), level: 3 },
        ],
      }),
      actions: [action('next', 'part', { to: 2 }), action('reached', 'part', { to: 1 })],
    })
    const targets = new Map([['root', 3]])
    const answers = answersIn(model, { q1: 'some' })
    const [only, ...others] = rankActions(compileTree(model), answers, { voice: 'self' }, { targets })
    expect(others).toEqual([])
    expect(only).toMatchObject({ action: 'next', node: 'part', gap: { standing: 1, target: 3 } })
  })

  test('ratio: effect times nearness over effort', () => {
    const list = [
      action('light', 'flow', { to: 2, effort: 1, effect: 2 }),
      action('heavy', 'flow', { to: 2, effort: 5, effect: 5 }),
    ]
    expect(ranked(list, { op: 'ratio' }).map(({ action, priority }) => [action, priority])).toEqual([
      ['light', 2],
      ['heavy', 1],
    ])
  })

  test('matrix: the rank of the cell, lowest first', () => {
    const ranking: TreeRanking = {
      op: 'matrix',
      ranks: [
        [1, 2],
        [3, 4],
      ],
    }
    const cells = [
      action('low-hard', 'flow', { effect: 1, effort: 5 }),
      action('high-easy', 'flow', { effect: 5, effort: 1 }),
      action('low-easy', 'flow', { effect: 2, effort: 2 }),
      action('high-hard', 'flow', { effect: 4, effort: 4 }),
    ]
    expect(ids(cells, ranking)).toEqual(['high-easy', 'high-hard', 'low-easy', 'low-hard'])
  })

  test('formula: highest first, and what has no value last', () => {
    const list = [
      action('a', 'flow', { effect: 5, effort: 3 }),
      action('b', 'flow', { effect: 5, effort: 1 }),
      action('c', 'flow', { effect: 1 }),
    ]
    expect(ids(list, { op: 'formula', value: 'if effect > 0.5 then effect / (effort - 0.6) else 1' })).toEqual([
      'c',
      'b',
      'a',
    ])
  })

  test('without a ranking the widest gap, and ties by id', () => {
    expect(ids([action('c', 'tools'), action('b', 'flow'), action('a', 'flow')], undefined)).toEqual(['a', 'b', 'c'])
  })
})

describe('which actions are proposed', () => {
  test('those between the standing and the target, not done, that apply', () => {
    const list = [
      action('reached', 'flow', { to: 1 }),
      action('beyond', 'flow', { to: 3 }),
      action('next', 'flow', { to: 2 }),
      action('finished', 'flow', { to: 2 }),
      action('exporters', 'flow', { 'applies-when': 'fact(exports)' }),
      action('no-target', 'tools'),
    ]
    expect(ids(list, EVEN, { targets: { flow: 2 }, done: ['finished'], facts: { exports: false } })).toEqual(['next'])
  })

  test('those that close something still open', () => {
    const list = [action('open', 'flow', { closes: ['q1'] }), action('shut', 'flow', { closes: ['q3'] })]
    expect(ids(list, EVEN)).toEqual(['open'])
  })

  test('what they require comes first, and says for what it is needed', () => {
    const list = [
      action('last', 'flow', { effect: 5, requires: ['middle'] }),
      action('middle', 'tools', { effect: 1, requires: ['first'] }),
      action('first', 'root', { effect: 1 }),
    ]
    const order = ranked(list, EVEN)
    expect(order.map((one) => one.action)).toEqual(['first', 'middle', 'last'])
    expect(order[0]).toMatchObject({ priority: null, neededFor: ['middle'], gap: { standing: null, target: null } })
    expect(ids(list, EVEN, { most: 2 })).toEqual(['first', 'middle'])
  })

  test('actions that wait for each other come to an end', () => {
    expect(
      ids([action('a', 'flow', { requires: ['b'] }), action('b', 'flow', { requires: ['a'] })], EVEN).sort(),
    ).toEqual(['a', 'b'])
  })

  test('in any order they are written, in the same order of worth', () => {
    const list = Array.from({ length: 8 }, (_, at) =>
      action(`a${at}`, at % 2 ? 'flow' : 'tools', { effect: 1 + (at % 5), requires: at > 4 ? ['a1'] : [] }),
    )
    fc.assert(
      fc.property(fc.shuffledSubarray(list, { minLength: list.length }), (shuffled) => {
        expect(ids(shuffled, EVEN)).toEqual(ids(list, EVEN))
      }),
    )
  })
})
