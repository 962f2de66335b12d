import { expect, test } from 'vitest'
import { parsePercent, remainderOf } from './percent.ts'

test('reads shares with a comma, a point, a sign or a space', () => {
  expect(['12,5', '12.5', ' 40 %', '100', '0'].map(parsePercent)).toEqual([12.5, 12.5, 40, 100, 0])
})

test('an empty field is no share, and what is no share from 0 to 100 is refused', () => {
  expect(parsePercent('')).toBeUndefined()
  expect(['101', '-5', 'tio', '1e1', '12,345'].map(parsePercent)).toEqual([null, null, null, null, null])
})

test('tells what is left of a hundred, and what is too much', () => {
  expect(remainderOf({})).toBe(100)
  expect(remainderOf({ done: 33.3, planned: 33.3, not: 33.4 })).toBe(0)
  expect(remainderOf({ done: 80, planned: 30 })).toBe(-10)
})
