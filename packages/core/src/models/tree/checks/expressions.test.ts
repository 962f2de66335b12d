import { describe, expect, test } from 'vitest'
import { treeNode, treeQuestion, treeTexts } from '../test-tree.ts'
import { type Case, expectTold, mean, q1, q2, root, rooted, shown, small, told } from './test-told.ts'

const UNREADABLE: Case[] = [
  [
    'an expression that ends early',
    shown('answer(q1) >'),
    'expression-ends-early',
    'questions[1].visible-when',
    'answer(q1)',
  ],
  [
    'a sign that does not belong',
    shown('answer(q1) ? 2'),
    'expression-character',
    'questions[1].visible-when',
    'answer(q1)',
  ],
  ['a word that does not belong', shown('twice(q1)'), 'expression-unknown-word', 'questions[1].visible-when', 'twice'],
  [
    'too many terms',
    shown(`${'1 + '.repeat(250)}1 > 2`),
    'expression-too-many-terms',
    'questions[1].visible-when',
    '1 + 1',
  ],
  [
    'parentheses too deep',
    shown(`${'('.repeat(40)}1${')'.repeat(40)} > 2`),
    'expression-too-deep',
    'questions[1].visible-when',
    '(((',
  ],
  ['a text too long', shown(`answered(q1)${' '.repeat(2000)}`), 'too-big', 'questions[1].visible-when', 'answered'],
  ['no such question in a condition', shown('answered(q9)'), 'unknown-id', 'questions[1].visible-when', 'q9'],
  ['no such fact', shown('fact(people) > 2'), 'unknown-id', 'questions[1].visible-when', 'people'],
  ['no such option', shown('chosen(q1, half)'), 'unknown-id', 'questions[1].visible-when', 'half'],
  ['no such node in a condition', shown('value(flow) > 1'), 'unknown-id', 'questions[1].visible-when', 'flow'],
  ['no such code', shown('fact(sector) in ("metal", "glass")'), 'unknown-code', 'questions[1].visible-when', 'glass'],
  ['a level of a node without', shown('level(root) > 1'), 'node-without-level', 'questions[1].visible-when', 'level'],
  ['a number as a condition', shown('answer(q1)'), 'expression-wrong-kind', 'questions[1].visible-when', 'answer'],
  ['a code as a number', shown('fact(sector) > 2'), 'expression-wrong-kind', 'questions[1].visible-when', 'sector'],
  [
    'a condition as a formula',
    small(root({ op: 'formula', value: 'answered(q1)' }, ['q1', 'q2'])),
    'expression-wrong-kind',
    'tree.result.value',
    'answered',
  ],
  ['a name outside a ranking', shown('gap > 1'), 'expression-unknown-word', 'questions[1].visible-when', 'gap'],
  [
    'an unknown name in a ranking',
    small({ ranking: { op: 'formula', value: 'gap * luck' } }),
    'expression-unknown-word',
    'ranking.value',
    'luck',
  ],
]

const CIRCLES: Case[] = [
  ['a question that shows itself', shown('answered(q2)'), 'calculation-cycle', 'questions[1].visible-when', 'q2'],
  [
    'questions that show each other',
    small({
      questions: [
        { ...q1, 'visible-when': 'answered(q2)' },
        { ...q2, 'visible-when': 'answered(q1)' },
      ],
    }),
    'calculation-cycle',
    'questions[1].visible-when',
    'q1',
  ],
  [
    'a question shown by what it counts in',
    shown('value(root) > 1'),
    'calculation-cycle',
    'questions[1].visible-when',
    'root',
  ],
  [
    'a node that applies by its own worth',
    rooted({ 'applies-when': 'value(root) > 1' }),
    'calculation-cycle',
    'tree.applies-when',
    'root',
  ],
  [
    'a formula of itself',
    small(root({ op: 'formula', value: 'value(root) + 1' }, ['q1', 'q2'])),
    'calculation-cycle',
    'tree.result.value',
    'root',
  ],
  [
    'a part capped by the whole',
    small(root(mean, ['q1', treeNode('part', mean, ['q2'], { adjust: [{ do: 'cap', at: 'value(root)' }] })])),
    'calculation-cycle',
    'tree.children[1].adjust[0].at',
    'root',
  ],
]

describe('refused is', () => {
  test.each([...UNREADABLE, ...CIRCLES])('%s', (...one) => expectTold(one, 'error'))
})

test('a circle is told with its members', () => {
  const { all } = told(shown('value(root) > 1'))
  expect(all.find(({ code }) => code === 'calculation-cycle')?.message.en).toBe(
    'The calculation goes in a circle: q2 → root → q2.',
  )
})

test('a fault in an expression is told at its character', () => {
  const { all, lines } = told(shown('fact(sector) = "metal" and answered(q9)'))
  const [fault] = all.filter(({ code }) => code === 'unknown-id')
  expect(lines[fault!.line - 1]!.slice(fault!.column - 1)).toMatch(/^answered\(q9\)/)
})

test('a chain of conditions as long as the format allows is no circle', () => {
  const ids = Array.from({ length: 3000 }, (_, at) => `q${at}`)
  const questions = ids.map((id, at) =>
    treeQuestion(id, 'yes-no', at > 0 ? { 'visible-when': `answered(q${at - 1})` } : {}),
  )
  expect(
    told(small({ questions, ...root(mean, ids.slice(0, 1000)) })).all.filter(({ severity }) => severity === 'error'),
  ).toEqual([])
})

test('a chain of formulas and of stars through every node there may be is no circle', () => {
  const nodes = Array.from({ length: 4998 }, (_, at) => {
    const before = at === 0 ? 'answer(q1)' : `value(n${at - 1}) / 2 + value(n${at - 1}) / 2`
    const star = at === 0 ? 'answered(q1)' : `level(n${at - 1}) >= 1 and level(n${at - 1}) >= 1`
    return treeNode(`n${at}`, { op: 'formula', value: before }, [], {
      stars: [{ level: 1, name: treeTexts('x'), when: star }],
    })
  })
  const areas = Array.from({ length: 5 }, (_, at) => nodes.slice(at * 1000, at * 1000 + 1000))
  const children = areas.map((inner, at) => treeNode(`area-${at}`, { op: 'none' }, inner))
  const model = small(root({ op: 'none' }, ['q1', 'q2', ...children.slice(0, 4)]))
  expect(told(model).all.filter(({ severity }) => severity === 'error')).toEqual([])
})
