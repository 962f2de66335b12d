import { checkDocument } from '@stegvis/core/models/authoring/check.ts'
import type { TreeModel } from '@stegvis/core/models/tree/schema.ts'
import { expect, test } from 'vitest'
import { outlineOf } from './outline.ts'
import { faultsByPart, hasPart, partOf } from './places.ts'
import { ladderDraft } from './test-draft.ts'

const model = ladderDraft()
const outline = outlineOf(model)

test.each([
  ['#/tree/children/0/result/need', 'node.flow'],
  ['#/tree/children/1/children/2/level', 'leaf.skills.skills-3'],
  ['#/questions/1/text/sv', 'leaf.flow.flow-2'],
  ['#/scales/met/options/0/value', 'scale.met'],
  ['#/key-figures/0/unit', 'figures'],
  ['#/migrates/0/questions', 'versions'],
  ['#/policies/missing', 'model'],
  ['#', 'model'],
])('a fault at %s is written on in %s', (pointer, part) => {
  expect(partOf(model, outline, pointer)).toBe(part)
})

test('a part that is not there any more is known as such', () => {
  expect(hasPart(model, outline, 'leaf.flow.flow-1')).toBe(true)
  expect(hasPart(model, outline, 'scale.met')).toBe(true)
  expect(hasPart(model, outline, 'examples')).toBe(true)
  expect(hasPart(model, outline, 'node.gone')).toBe(false)
  expect(hasPart(model, outline, 'scale.gone')).toBe(false)
})

test('the faults of a check are counted at the parts that have them', () => {
  const wrong: TreeModel = {
    ...model,
    questions: model.questions.map((one) => (one.id === 'flow-1' ? { ...one, text: {} } : one)),
  }
  const checked = checkDocument({ ...wrong })
  expect(checked.ok).toBe(false)
  const faults = faultsByPart(wrong, outlineOf(wrong), checked.ok ? [] : checked.errors)
  expect([...faults.keys()]).toEqual(['leaf.flow.flow-1'])
})
