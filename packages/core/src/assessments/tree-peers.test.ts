import { expect, test } from 'vitest'
import { compileTree } from '../models/tree/compile.ts'
import { testTree, treeNode, treeQuestion, treeTexts } from '../models/tree/test-tree.ts'
import { fifthsOf, peerLevel, peerNodes } from './tree-peers.ts'

const bands = [
  { id: 'low', name: treeTexts('Låg', 'Low'), below: 2, level: 1 },
  { id: 'high', name: treeTexts('Hög', 'High'), level: 2 },
]
const compiled = compileTree(
  testTree({
    questions: [...['q1', 'q2', 'q3'].map((id) => treeQuestion(id, 'single')), treeQuestion('q4', 'text')],
    tree: treeNode('root', { op: 'mean' }, [
      treeNode('levelled', { op: 'mean' }, ['q1'], { bands }),
      treeNode('shut', { op: 'gate', need: 'all', 'at-least': 1 }, ['q2']),
      treeNode('endless', { op: 'formula', value: 'answer(q3) * 1' }, ['q3']),
      treeNode('said', { op: 'none' }, ['q4']),
    ]),
  }),
)
const standing = (node: string, score: number | null, level: number | null = null) =>
  peerLevel(compiled, { node, score, level })

test('the whole and its parts are compared by their levels, as met or not, or in fifths of their scale', () => {
  expect(peerNodes(compiled)).toContainEqual({ id: 'levelled', scale: 'levels' })
  expect(peerNodes(compiled)).toContainEqual({ id: 'shut', scale: 'met' })
  expect(peerNodes(compileTree(testTree()))).toEqual(['root', 'flow', 'tools'].map((id) => ({ id, scale: 'fifths' })))
})

test('a profile is compared with nobody', () => {
  expect(peerNodes(compiled).map(({ id }) => id)).not.toContain('said')
})

test('a score is told by its fifth, both ends of the scale included', () => {
  const mean = compileTree(testTree())
  const fifth = (score: number | null) => peerLevel(mean, { node: 'flow', score, level: null })
  expect([0, 0.79, 0.8, 3.1, 3.2, 4, null].map(fifth)).toEqual([1, 1, 2, 4, 5, 5, null])
  expect(fifthsOf(mean, 'flow').map(({ to }) => to)).toEqual([0.8, 1.6, 2.4, 3.2, 4])
})

test('an open part stands nowhere, a gate is met or not', () => {
  expect([standing('levelled', 2.5, 2), standing('levelled', null)]).toEqual([2, null])
  expect([standing('shut', 1), standing('shut', 0), standing('shut', null), standing('nowhere', 1)]).toEqual([
    1,
    0,
    null,
    null,
  ])
  expect(fifthsOf(compiled, 'levelled')).toEqual([])
})
