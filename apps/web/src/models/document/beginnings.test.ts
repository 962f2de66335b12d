import { checkDocument } from '@stegvis/core/models/authoring/check.ts'
import { Modifier, RollUp } from '@stegvis/core/models/tree/schema-roll-up.ts'
import { expect, test } from 'vitest'
import { MODIFIER_DOS, modifierAs, ROLL_UP_OPS, rollUpAs, SCALE_TYPES, scaleAs } from './beginnings.ts'
import { ladderDraft } from './test-draft.ts'

test.each(SCALE_TYPES)('a new scale of the kind %s is without errors', (type) => {
  const model = ladderDraft()
  const scales = { ...model.scales, added: scaleAs(type, model.languages) }
  expect(checkDocument({ ...model, scales })).toMatchObject({ ok: true })
})

test.each(ROLL_UP_OPS)('the roll-up %s begins with all it needs', (op) => {
  expect(RollUp.safeParse(rollUpAs(op, { op: 'mean' })).success).toBe(true)
})

test.each(MODIFIER_DOS)('the adjustment %s begins with all it needs', (which) => {
  expect(Modifier.safeParse(modifierAs(which)).success).toBe(true)
})

test('what two roll-ups both say stays when one becomes the other', () => {
  const ladder = rollUpAs('ladder', { op: 'gate', need: { count: 2 }, 'at-least': 0.5, importance: 'by-importance' })
  expect(ladder).toEqual({ op: 'ladder', need: { count: 2 }, 'at-least': 0.5 })
})

test('a scale of another kind takes the same of “don’t know” and “not applicable”', () => {
  const before = { ...scaleAs('text', ['sv']), unknown: 'refused', 'not-applicable': 'refused' } as const
  expect(scaleAs('number', ['sv'], before)).toMatchObject({ unknown: 'refused', 'not-applicable': 'refused' })
})
