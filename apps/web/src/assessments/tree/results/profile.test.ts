import { treeResultOf } from '@stegvis/core/assessments/tree-result.ts'
import { PlainDate } from '@stegvis/core/kernel/day.ts'
import type { TreeAnswer } from '@stegvis/core/models/tree/answers.ts'
import { compileTree } from '@stegvis/core/models/tree/compile.ts'
import type { TreeNode } from '@stegvis/core/models/tree/schema-nodes.ts'
import { testTree, treeNode, treeTexts } from '@stegvis/core/models/tree/test-tree.ts'
import { expect, test } from 'vitest'
import { FORMATS } from '../../../locales/format.ts'
import { mainNodes, profileOf } from './profile.ts'

const TODAY = PlainDate.parse('2026-11-23')
const bands = [
  { id: 'low', name: treeTexts('Låg'), below: 2, level: 1 },
  { id: 'high', name: treeTexts('Hög'), level: 2 },
]

function profile(children: TreeNode[], findings: Record<string, TreeAnswer>) {
  const compiled = compileTree(testTree({ tree: treeNode('root', { op: 'none' }, children) }))
  const parts = {
    ...{ facts: {}, respondents: [], evidence: [], previous: new Map() },
    findings: new Map(Object.entries(findings)),
  }
  const result = treeResultOf(compiled, parts, TODAY)
  const words = (texts: Record<string, string> | undefined) => texts?.sv ?? ''
  const targets = new Map([['flow', 2]])
  return profileOf({ compiled, result, before: null, targets, words, formats: FORMATS.sv }, mainNodes(compiled))
}

const some: TreeAnswer = { kind: 'option', option: 'some' }
const off: TreeAnswer = { kind: 'not-applicable' }

test('nodes with levels are staircases, gates are gates, and the others bars on their own scale', () => {
  const { stairs, bars, gates } = profile(
    [
      treeNode('flow', { op: 'mean' }, ['q1', 'q2'], { bands }),
      treeNode('tools', { op: 'mean' }, ['q3']),
      treeNode('base', { op: 'gate', need: 'all', 'at-least': 1 }, ['q4']),
    ],
    { q1: some, q2: some, q3: some, q4: some },
  )
  expect(stairs).toMatchObject([
    { name: 'Del flow', steps: ['Låg', 'Hög'], standing: { coach: 1, self: null, target: { level: 2 } } },
  ])
  expect(bars).toMatchObject([{ name: 'Del tools', least: 0, most: 4, standing: { coach: 1 }, range: null }])
  expect(gates).toEqual([{ id: 'base', name: 'Del base', isMet: true }])
})

test('an open score has its range, and what does not apply is left out of the picture', () => {
  const { bars } = profile(
    [treeNode('flow', { op: 'mean' }, ['q1', 'q2']), treeNode('tools', { op: 'mean' }, ['q3', 'q4'])],
    { q1: some, q3: off, q4: off },
  )
  expect(bars).toMatchObject([{ name: 'Del flow', standing: { coach: null }, range: { low: 0.5, high: 2.5 } }])
})
