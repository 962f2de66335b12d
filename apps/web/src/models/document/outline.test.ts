import type { TreeModel } from '@stegvis/core/models/tree/schema.ts'
import { expect, test } from 'vitest'
import { type Move, move } from './moves.ts'
import { type OutlineRow, outlineOf, rowAt } from './outline.ts'
import { addNode, addQuestion, placeQuestion } from './parts.ts'
import { removePart } from './remove.ts'
import { ladderDraft } from './test-draft.ts'

/** The outline as indented keys. */
function drawn(model: TreeModel): string[] {
  const lines = (row: OutlineRow, depth: number): string[] => [
    `${'  '.repeat(depth)}${row.key}`,
    ...row.children.flatMap((child) => lines(child, depth + 1)),
  ]
  return outlineOf(model).roots.flatMap((root) => lines(root, 0))
}

const rowOf = (model: TreeModel, key: string): OutlineRow => outlineOf(model).byKey.get(key)!

function moved(model: TreeModel, key: string, how: Move): TreeModel | undefined {
  return move(model, rowOf(model, key).path, how)?.model
}

test('the outline has a line for each node and each place of a question', () => {
  expect(drawn(ladderDraft())).toEqual([
    'node.whole',
    '  node.flow',
    '    leaf.flow.flow-1',
    '    leaf.flow.flow-2',
    '    leaf.flow.flow-3',
    '  node.skills',
    '    leaf.skills.skills-1',
    '    leaf.skills.skills-2',
    '    leaf.skills.skills-3',
  ])
})

test('two parts with the same id have a line each', () => {
  const model = ladderDraft()
  const twice = placeQuestion(model, rowOf(model, 'node.flow').path, 'flow-1').model
  expect(drawn(twice)).toContain('    leaf.flow.flow-1~2')
})

test('a part moves up and down among its siblings, and not beyond them', () => {
  const down = moved(ladderDraft(), 'node.flow', 'down')!
  expect(down.tree.children.map((child) => 'id' in child && child.id)).toEqual(['skills', 'flow'])
  expect(moved(down, 'node.flow', 'down')).toBeUndefined()
  expect(moved(down, 'node.flow', 'up')).toEqual(ladderDraft())
})

test('a part moves into the node before it and out again to stand after it', () => {
  const inside = moved(ladderDraft(), 'node.skills', 'in')!
  expect(drawn(inside)).toContain('    node.skills')
  expect(moved(inside, 'node.skills', 'out')).toEqual(ladderDraft())
})

test('a part does not move into a question, nor does the first one move in', () => {
  expect(moved(ladderDraft(), 'leaf.flow.flow-2', 'in')).toBeUndefined()
  expect(moved(ladderDraft(), 'node.flow', 'in')).toBeUndefined()
})

test('nothing moves out of the tree, and the tree itself does not move', () => {
  expect(moved(ladderDraft(), 'node.flow', 'out')).toBeUndefined()
  expect(moved(ladderDraft(), 'node.whole', 'down')).toBeUndefined()
})

test('where a part went is told, so that it stays open', () => {
  const model = ladderDraft()
  const after = move(model, rowOf(model, 'leaf.flow.flow-3').path, 'up')!
  expect(rowAt(outlineOf(after.model), after.path)?.key).toBe('leaf.flow.flow-3')
})

test('a node is added inside a node, with an id from its name that is free', () => {
  const model = ladderDraft()
  const { path } = rowOf(model, 'node.whole')
  const once = addNode(model, path, { sv: 'Växla upp energin!', en: 'Step up' })
  const twice = addNode(once.model, path, { sv: 'Växla upp energin!' })
  expect(drawn(twice.model).slice(-2)).toEqual(['  node.vaxla-upp-energin', '  node.vaxla-upp-energin-2'])
})

test('what is added below a ladder gets the level after the highest there is', () => {
  const model = ladderDraft()
  const { path } = rowOf(model, 'node.flow')
  const added = addQuestion(model, path, { text: { sv: 'Flödet styr sig självt.' }, scale: 'met' })
  expect(rowAt(outlineOf(added.model), added.path)).toMatchObject({
    kind: 'leaf',
    leaf: { question: 'flodet-styr-sig-sjalvt', level: 4 },
  })
  expect(added.model.questions.at(-1)).toEqual({
    ...{ id: 'flodet-styr-sig-sjalvt', scale: 'met', importance: 'required' },
    text: { sv: 'Flödet styr sig självt.' },
  })
  const stage = addNode(model, path, { sv: 'Steg fyra' })
  expect(rowAt(outlineOf(stage.model), stage.path)).toMatchObject({ node: { level: 4, result: { op: 'gate' } } })
})

test('what is added at a question stands right after it', () => {
  const model = ladderDraft()
  const added = addQuestion(model, rowOf(model, 'leaf.flow.flow-1').path, { text: { sv: 'Mer' }, scale: 'met' })
  expect(drawn(added.model).slice(2, 4)).toEqual(['    leaf.flow.flow-1', '    leaf.flow.mer'])
})

test('a node that is removed takes along the questions that stood nowhere else', () => {
  const model = ladderDraft()
  const shared = placeQuestion(model, rowOf(model, 'node.skills').path, 'flow-1').model
  const after = removePart(shared, rowOf(shared, 'node.flow').path)
  expect(after.questions.map(({ id }) => id)).toEqual(['flow-1', 'skills-1', 'skills-2', 'skills-3'])
})

test('what is removed is forgotten where it was only listed', () => {
  const model: TreeModel = {
    ...ladderDraft(),
    profile: ['flow', 'skills'],
    targets: [{ id: 'aim', name: { sv: 'Mål' }, nodes: { flow: 2, skills: 3 } }],
    examples: [{ name: 'One', answers: { 'flow-1': 'yes', 'skills-1': 'yes' }, expected: { flow: { level: 1 } } }],
  }
  const after = removePart(model, rowOf(model, 'node.flow').path)
  expect(after.profile).toEqual(['skills'])
  expect(after.targets?.[0]?.nodes).toEqual({ skills: 3 })
  expect(after.examples?.[0]).toEqual({ name: 'One', answers: { 'skills-1': 'yes' }, expected: {} })
})
