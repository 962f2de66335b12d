import type { Scale } from '@stegvis/core/models/tree/schema-scales.ts'
import { expect, test } from 'vitest'
import { needsReason, openKindsOf, withReason } from './open-choices.ts'

const name = { sv: 'Val' }
const single: Scale = {
  type: 'single',
  options: [
    { id: 'no', name, value: 0 },
    { id: 'other', name, value: 1, reason: 'required' },
  ],
  unknown: 'allowed',
  'not-applicable': 'with-reason',
}

test('offers "not applicable" and "don’t know" only where the scale takes them', () => {
  expect(openKindsOf(single)).toEqual(['unknown', 'not-applicable'])
  expect(openKindsOf({ ...single, unknown: 'refused' })).toEqual(['not-applicable'])
})

test('asks for a reason where the scale or the chosen option does', () => {
  expect(needsReason(single, { kind: 'unknown' })).toBe(false)
  expect(needsReason(single, { kind: 'not-applicable' })).toBe(true)
  expect(needsReason(single, { kind: 'option', option: 'no' })).toBe(false)
  expect(needsReason(single, { kind: 'option', option: 'other' })).toBe(true)
  expect(needsReason(single, undefined)).toBe(false)
})

test('an emptied reason is taken away', () => {
  expect(withReason({ kind: 'unknown', reason: 'Vi mäter inte' }, '  ')).toEqual({ kind: 'unknown' })
})
