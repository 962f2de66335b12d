import type { TreeModel } from '@stegvis/core/models/tree/schema.ts'
import { expect, test } from 'vitest'
import { renameId } from './rename.ts'
import { ladderDraft } from './test-draft.ts'

const model: TreeModel = {
  ...ladderDraft(),
  facts: [{ id: 'employees', type: 'number', name: { sv: 'Anställda' } }],
  profile: ['flow', 'skills'],
  examples: [
    { name: 'One', profile: { employees: 4 }, answers: { 'flow-1': 'yes' }, expected: { flow: { level: 1 } } },
  ],
}
const withCondition = (condition: string): TreeModel => ({
  ...model,
  questions: model.questions.map((one) => (one.id === 'skills-1' ? { ...one, 'visible-when': condition } : one)),
})
const conditionIn = ({ questions }: TreeModel) => questions.find(({ id }) => id === 'skills-1')?.['visible-when']

test('a question gets its new id wherever it stands, is read or is answered', () => {
  const after = renameId(withCondition('answer(flow-1) > 0 or chosen( flow-1, yes)'), 'question', 'flow-1', 'timed')
  expect(after.questions[0]?.id).toBe('timed')
  expect(after.tree.children[0]).toMatchObject({ children: [{ question: 'timed' }, { question: 'flow-2' }, {}] })
  expect(conditionIn(after)).toBe('answer(timed) > 0 or chosen( timed, yes)')
  expect(after.examples?.[0]?.answers).toEqual({ timed: 'yes' })
})

test('an id that only begins the same is another id', () => {
  const after = renameId(withCondition('answer(flow-1-more) > 0'), 'question', 'flow-1', 'timed')
  expect(conditionIn(after)).toBe('answer(flow-1-more) > 0')
})

test('a node gets its new id in profile, expectations and conditions, and a question of that name keeps its own', () => {
  const after = renameId(withCondition('level(flow) > 1 and answer(flow) > 0'), 'node', 'flow', 'stream')
  expect(after.tree.children[0]).toMatchObject({ id: 'stream' })
  expect(after.profile).toEqual(['stream', 'skills'])
  expect(after.examples?.[0]?.expected).toEqual({ stream: { level: 1 } })
  expect(conditionIn(after)).toBe('level(stream) > 1 and answer(flow) > 0')
})

test('a scale and a fact are renamed where they are used', () => {
  const scaled = renameId(model, 'scale', 'met', 'how-much')
  expect(Object.keys(scaled.scales)).toEqual(['how-much'])
  expect(new Set(scaled.questions.map(({ scale }) => scale))).toEqual(new Set(['how-much']))
  const stated = renameId(withCondition('fact(employees) > 9'), 'fact', 'employees', 'people')
  expect(stated.facts?.[0]?.id).toBe('people')
  expect(conditionIn(stated)).toBe('fact(people) > 9')
  expect(stated.examples?.[0]?.profile).toEqual({ people: 4 })
})

test('a question that was the same in an older version is told to have moved', () => {
  const migrates: TreeModel['migrates'] = [
    { from: '1.0.0', comparable: 0.8, questions: [{ change: 'same', question: 'flow-1' }] },
  ]
  const after = renameId({ ...model, migrates }, 'question', 'flow-1', 'timed')
  expect(after.migrates?.[0]?.questions).toEqual([{ change: 'moved', from: 'flow-1', to: 'timed' }])
})
