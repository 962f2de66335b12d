import type { TreeAnswer } from '@stegvis/core/models/tree/answers.ts'
import { compileTree } from '@stegvis/core/models/tree/compile.ts'
import { scoreTree } from '@stegvis/core/models/tree/score-tree.ts'
import { testTree, treeTexts } from '@stegvis/core/models/tree/test-tree.ts'
import { expect, test } from 'vitest'
import { nextTarget, targetsOf } from './targets.ts'

const name = treeTexts('Mål', 'Target')
const targets = [
  { id: 'near', name, nodes: { flow: 1 } },
  { id: 'far', name, nodes: { flow: 2, tools: 2 } },
]
const model = testTree({ targets })
const some: TreeAnswer = { kind: 'option', option: 'some' }

function scored(answered: string[]) {
  const compiled = compileTree(model)
  const answers = new Map(answered.map((question) => [question, some]))
  return { compiled, score: scoreTree(compiled, answers, { voice: 'self' }) }
}

test('looks at the first target that is not reached, and at the last once all are', () => {
  const before = scored(['q1'])
  expect(nextTarget(before.compiled, before.score)).toBe('near')
  const reached = scored(['q1', 'q2', 'q3', 'q4'])
  expect(nextTarget(reached.compiled, reached.score)).toBe('far')
})

test('without targets, nodes with actions are to go as far as they can', () => {
  const action = { id: 'map', node: 'flow', name, how: name, effort: 1, effect: 1, cost: 1 }
  const compiled = compileTree(testTree({ actions: [action] }))
  expect([...targetsOf(compiled, undefined)]).toEqual([['flow', 4]])
  expect([...targetsOf(compileTree(model), 'far')]).toEqual([
    ['flow', 2],
    ['tools', 2],
  ])
})
