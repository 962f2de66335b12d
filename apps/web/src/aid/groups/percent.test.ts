import { expect, test } from 'vitest'
import { parseShare, percentOf } from './percent.ts'

test.each([
  ['25', 250_000],
  ['25 %', 250_000],
  ['33,3333', 333_333],
  ['33.3333', 333_333],
  ['1/3', 333_333],
  ['0', 0],
  ['100', 1_000_000],
])('reads %s as a share', (typed, ppm) => {
  expect(parseShare(typed)).toBe(ppm)
})

test('keeps what is empty apart from nothing at all', () => {
  expect(parseShare('  ')).toBeNull()
  expect(parseShare('0')).toBe(0)
})

test.each(['101', '-5', 'hälften', '1/0', '5/4', '1e2', '12,5,5'])('refuses %s', (typed) => {
  expect(parseShare(typed)).toBeUndefined()
})

test('shows a share as it is typed', () => {
  expect(percentOf(parseShare('12,25')!)).toBe(12.25)
})
