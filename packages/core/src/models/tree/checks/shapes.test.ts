import { describe, expect, test } from 'vitest'
import { TEST_SCALES, treeNode, treeQuestion, treeTexts } from '../test-tree.ts'
import { action, band, type Case, expectTold, mean, q1, q2, root, rooted, scaled, small, told } from './test-told.ts'

const number = (changes: object) => ({
  ...small(),
  scales: { ...TEST_SCALES, number: { ...TEST_SCALES.number, ...changes } },
})

const REFUSED: Case[] = [
  ['a least over the most', number({ least: 5, most: 2 }), 'least-over-most', 'scales.number.least', '5'],
  ['a unit twice', number({ units: [{ id: '%', factor: 2 }] }), 'id-not-unique', 'scales.number.units[0].id', '"%"'],
  [
    'a curve that turns back',
    number({
      curve: {
        shape: 'linear',
        outside: 'clamp',
        points: [
          [1, 1],
          [3, 2],
          [3, 4],
        ],
      },
    }),
    'values-not-rising',
    'scales.number.curve.points[2]',
    '[',
  ],
  [
    'levels that do not rise',
    {
      ...small(),
      scales: { ...TEST_SCALES, rungs: { ...TEST_SCALES.rungs, rungs: TEST_SCALES.rungs.rungs.toReversed() } },
    },
    'values-not-rising',
    'scales.rungs.rungs[1].level',
    '2',
  ],
  [
    'a Likert value twice',
    {
      ...small(),
      scales: {
        ...TEST_SCALES,
        likert: { ...TEST_SCALES.likert, steps: [TEST_SCALES.likert.steps[0], TEST_SCALES.likert.steps[0]] },
      },
    },
    'id-not-unique',
    'scales.likert.steps[1].value',
    '1',
  ],
  [
    'a node with nothing below',
    small(root(mean, ['q1', 'q2', treeNode('empty', mean, [])])),
    'node-empty',
    'tree.children[2]',
    '{',
  ],
  [
    'weights of nothing',
    small(
      root({ op: 'weighted-mean' }, [
        { question: 'q1', weight: 0 },
        { question: 'q2', weight: 0 },
      ]),
    ),
    'weights-all-zero',
    'tree.children',
    '"children"',
  ],
  ['points left out', small(root({ op: 'points' }, ['q1'])), 'points-missing', 'tree.children[0]', '{'],
  [
    'a ladder without levels',
    small(root({ op: 'ladder', need: 'all', 'at-least': 1 }, ['q1'])),
    'place-level-missing',
    'tree.children[0]',
    '{',
  ],
  [
    'more needed than there are',
    small(root({ op: 'gate', need: { count: 3 }, 'at-least': 1 }, ['q1', 'q2'])),
    'need-over-children',
    'tree.result.need',
    '"need"',
  ],
  [
    'more of all than all',
    small(root({ op: 'broad-step', share: [3, 2], floor: 1 }, ['q1'])),
    'share-out-of-range',
    'tree.result.share',
    '"share"',
  ],
  [
    'a band with two edges',
    rooted({ bands: [band('a', { below: 1, 'up-to': 2 }), band('b', {})] }),
    'band-edge',
    'tree.bands[0]',
    '{',
  ],
  ['a band without an edge', rooted({ bands: [band('a', {}), band('b', {})] }), 'band-edge', 'tree.bands[0]', '{'],
  [
    'a last band with an edge',
    rooted({ bands: [band('a', { below: 1 }), band('b', { below: 2 })] }),
    'band-last-edge',
    'tree.bands[1]',
    '{',
  ],
  [
    'bands that do not rise',
    rooted({ bands: [band('a', { 'up-to': 1 }), band('b', { below: 1 }), band('c', {})] }),
    'values-not-rising',
    'tree.bands[1].below',
    '"below": 1',
  ],
  [
    'a band twice',
    rooted({ bands: [band('a', { below: 1 }), band('a', {})] }),
    'id-not-unique',
    'tree.bands[1].id',
    '"a"',
  ],
  [
    'stars that do not rise',
    rooted({ stars: [2, 2].map((level) => ({ level, name: treeTexts('x'), when: 'answered(q1)' })) }),
    'values-not-rising',
    'tree.stars[1].level',
    '2',
  ],
  [
    'a clamp turned round',
    rooted({ adjust: [{ do: 'clamp', least: 2, most: 1 }] }),
    'least-over-most',
    'tree.adjust[0].least',
    '2',
  ],
  [
    'a map from one number',
    rooted({ adjust: [{ do: 'map', from: [1, 1], to: [0, 1] }] }),
    'map-without-width',
    'tree.adjust[0].from',
    '"from"',
  ],
  ['a range turned round', rooted({ range: [2, 1] }), 'least-over-most', 'tree.range', '"range"'],
  [
    'a ranking of nothing',
    small({ ranking: { op: 'weighted', gap: 0, nearness: 0, effect: 0, effort: 0, cost: 0 } }),
    'weights-all-zero',
    'ranking',
    '"ranking"',
  ],
  [
    'a matrix of uneven rows',
    small({ ranking: { op: 'matrix', ranks: [[1, 2], [3]] } }),
    'rows-uneven',
    'ranking.ranks[1]',
    '[',
  ],
  [
    'actions in a circle',
    { ...small(), actions: [action('a', { requires: ['b'] }), action('b', { requires: ['a'] })] },
    'requires-cycle',
    'actions[1].requires[0]',
    '"a"',
  ],
]

const WARNED: Case[] = [
  [
    'a question that allows what its scale does',
    small({ questions: [{ ...q1, unknown: 'refused', 'not-applicable': 'allowed' }, q2] }),
    'allowance-as-scale',
    'questions[0].not-applicable',
    '"allowed"',
  ],
  [
    'a text in a language not listed',
    small({ purpose: { sv: 'x', en: 'x', nb: 'x' } }),
    'language-not-listed',
    'purpose.nb',
    '"nb"',
  ],
  [
    'a part without a name',
    small(root(mean, ['q2', { id: 'part', result: mean, children: [{ question: 'q1' }] }])),
    'name-missing',
    'tree.children[1]',
    '{',
  ],
  [
    'a rung not described as the others',
    {
      ...small(),
      scales: {
        ...TEST_SCALES,
        rungs: {
          ...TEST_SCALES.rungs,
          rungs: TEST_SCALES.rungs.rungs.map((rung) => (rung.level ? { ...rung, statement: treeTexts('x') } : rung)),
        },
      },
    },
    'level-text-missing',
    'scales.rungs.rungs[0]',
    '{',
  ],
  ['a question in no tree', small(root(mean, ['q1'])), 'question-unused', 'questions[1]', '{'],
  ['a scale of no question', small(), 'scale-unused', 'scales.day', '"day"'],
  [
    'answers all worth the same',
    scaled({ options: TEST_SCALES.single.options.map((option) => ({ ...option, value: 1 })) }),
    'values-all-equal',
    'scales.single',
    '"single"',
  ],
  [
    'a weight that nothing reads',
    small(root({ op: 'product' }, [{ question: 'q1', weight: 2 }, 'q2'])),
    'key-without-effect',
    'tree.children[0].weight',
    '"weight": 2',
  ],
  [
    'a question twice below a node',
    small(root(mean, ['q1', 'q2', 'q1'])),
    'same-question-again',
    'tree.children[2]',
    '{',
  ],
]

describe('refused is', () => {
  test.each(REFUSED)('%s', (...one) => expectTold(one, 'error'))
})

describe('warned is of', () => {
  test.each(WARNED)('%s', (...one) => expectTold(one, 'warning'))
})

describe('accepted is', () => {
  const errors = (model: object) => told(model).all.filter(({ severity }) => severity === 'error')

  test.each([
    ['a text that another language stands in for', small({ purpose: { sv: 'x' }, fallback: { en: ['sv'] } })],
    [
      'a ladder with a level left out',
      small(
        root({ op: 'ladder', need: 'all', 'at-least': 1 }, [
          { question: 'q1', level: 1 },
          { question: 'q2', level: 4 },
        ]),
      ),
    ],
    [
      'a band for exactly one value',
      rooted({ bands: [band('a', { below: 2 }), band('b', { 'up-to': 2 }), band('c', {})] }),
    ],
    [
      'stars by the worth of their own node',
      rooted({ stars: [{ level: 1, name: treeTexts('x'), when: 'value(root) >= 2' }] }),
    ],
    ['a node that applies by a question below it', rooted({ 'applies-when': 'answered(q1)' })],
    ['a question and a node of the same name', small(root(mean, [treeNode('q1', mean, ['q1']), 'q2']))],
    [
      'a formula with nothing below',
      small(root(mean, ['q1', 'q2', treeNode('sum', { op: 'formula', value: 'answer(q1) / 2' }, [])])),
    ],
  ])('%s', (_, model) => {
    expect(errors(model)).toEqual([])
  })
})

test('a question that only a condition reads is in use, as the first of a CISO Assistant group is', () => {
  const model = small({
    questions: [treeQuestion('filter', 'single'), q1, { ...q2, 'visible-when': 'answer(filter) > 0' }],
  })
  expect(told(model).all.filter(({ code }) => code === 'question-unused')).toEqual([])
})
