import type { TreeModel } from '@stegvis/core/models/tree/schema.ts'
import { expect, test } from 'vitest'
import { beginEditing, edited, redone, settled, undone } from './editing.ts'
import { ladderDraft } from './test-draft.ts'

const named = (name: string): TreeModel => ({ ...ladderDraft(), name: { sv: name } })
const nameOf = ({ present }: { present: TreeModel }) => present.name.sv

test('a change is taken back and made again', () => {
  const changed = edited(beginEditing(named('A')), named('B'))
  expect(nameOf(undone(changed))).toBe('A')
  expect(nameOf(redone(undone(changed)))).toBe('B')
})

test('the key strokes of one field are taken back together', () => {
  const strokes = ['Al', 'All', 'Allt'].reduce(
    (editing, text) => edited(editing, named(text), '#/name/sv'),
    beginEditing(named('A')),
  )
  expect(nameOf(undone(strokes))).toBe('A')
})

test('typing in a field again after leaving it is a step of its own', () => {
  const first = settled(edited(beginEditing(named('A')), named('B'), '#/name/sv'))
  expect(nameOf(undone(edited(first, named('C'), '#/name/sv')))).toBe('B')
})

test('a new change ends the way forth', () => {
  const back = undone(edited(beginEditing(named('A')), named('B')))
  expect(nameOf(redone(edited(back, named('C'))))).toBe('C')
})

test('at either end there is nowhere to go', () => {
  const begun = beginEditing(named('A'))
  expect(undone(begun)).toEqual(begun)
  expect(redone(begun)).toEqual(begun)
})
