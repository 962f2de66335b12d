import { expect, test } from 'vitest'
import { sameValue } from './same-value.ts'

test('values say the same when their keys and entries do', () => {
  expect(sameValue({ a: 1, b: undefined }, { a: 1 })).toBe(true)
  expect(sameValue({ a: 1 }, { a: 1, b: 2 })).toBe(false)
  expect(sameValue({ a: { b: 1 } }, { a: { b: 2 } })).toBe(false)
  expect(sameValue(null, {})).toBe(false)
  expect(sameValue(['a', { b: 1, c: 2 }], ['a', { c: 2, b: 1 }])).toBe(true)
  expect(sameValue(['a'], { 0: 'a' })).toBe(false)
  expect(sameValue({ constructor: 1 }, {})).toBe(false)
})
