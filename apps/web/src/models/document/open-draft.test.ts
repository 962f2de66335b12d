import { beginStructure, STRUCTURES } from '@stegvis/core/models/authoring/structures.ts'
import { expect, test } from 'vitest'
import { openDraft } from './open-draft.ts'
import { ladderDraft } from './test-draft.ts'

test.each(STRUCTURES.map(({ key }) => key))('the structure %s opens', (key) => {
  expect(openDraft(beginStructure(key, { id: 'trial', name: { sv: 'Försök' } }))).not.toBeNull()
})

test('an unfinished model opens: empty texts, wrong ids, no questions', () => {
  const draft = ladderDraft()
  const unfinished = { ...draft, id: 'Not An Id', purpose: {}, name: { sv: '' }, questions: [], version: 'soon' }
  expect(openDraft(unfinished)).not.toBeNull()
  expect(
    openDraft({ ...draft, tree: { ...draft.tree, children: [{ question: '' }, { ...draft.tree, id: '' }] } }),
  ).toEqual(expect.objectContaining({ id: 'trial' }))
})

test('a document of another build does not open', () => {
  expect(openDraft({})).toBeNull()
  expect(openDraft({ ...ladderDraft(), tree: 'none' })).toBeNull()
  expect(openDraft({ ...ladderDraft(), tree: { ...ladderDraft().tree, children: [7] } })).toBeNull()
  expect(openDraft({ ...ladderDraft(), scales: { met: { type: 'single' } } })).toBeNull()
})
