import type { QuestionChange } from '@stegvis/core/models/tree/schema-versions.ts'
import { QuestionChange as Shape } from '@stegvis/core/models/tree/schema-versions.ts'
import { expect, test } from 'vitest'
import { type ChangeKind, changeAs, unmentioned } from './migration.ts'
import { ladderDraft } from './test-draft.ts'

const KINDS: readonly ChangeKind[] = ['same', 'reworded', 'moved', 'rescaled', 'merged', 'new', 'gone']

test.each(KINDS)('a question that was moved can be said to be %s', (kind) => {
  const after = changeAs(kind, { change: 'moved', from: 'old', to: 'now' })
  expect(after.change).toBe(kind)
})

test('old and new ids are kept from kind to kind', () => {
  const moved: QuestionChange = { change: 'moved', from: 'old', to: 'now' }
  expect(changeAs('gone', moved)).toEqual({ change: 'gone', question: 'old' })
  expect(changeAs('new', moved)).toEqual({ change: 'new', question: 'now' })
  expect(changeAs('split', moved)).toEqual({ change: 'split', from: 'old', to: ['now', ''] })
  expect(changeAs('moved', { change: 'gone', question: 'old' })).toEqual({ change: 'moved', from: 'old', to: 'old' })
})

test('values that were decided are kept', () => {
  const rescaled: QuestionChange = { change: 'rescaled', from: 'a', to: 'b', options: { no: 'never' } }
  expect(Shape.parse(changeAs('rescaled', rescaled))).toEqual(rescaled)
})

test('questions that no change mentions are found in both versions', () => {
  const model = ladderDraft()
  const newer = {
    ...model,
    questions: model.questions.map((one) => (one.id === 'flow-1' ? { ...one, id: 'timed' } : one)),
  }
  const questions: QuestionChange[] = [
    { change: 'moved', from: 'flow-1', to: 'timed' },
    ...['flow-2', 'flow-3', 'skills-1'].map((question): QuestionChange => ({ change: 'same', question })),
    { change: 'gone', question: 'skills-2' },
  ]
  expect(unmentioned({ from: '1.0.0', comparable: 0.8, questions }, model, newer)).toEqual({
    old: ['skills-3'],
    now: ['skills-2', 'skills-3'],
  })
})
