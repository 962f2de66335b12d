import { pointerTo } from '@stegvis/core/kernel/pointer.ts'
import { expect, test } from 'vitest'
import { isWithin, pathOf, valueAt, withValue } from './path.ts'

const document = { scales: { 'a/b': { options: [{ id: 'no' }, { id: 'yes' }] } }, kept: { deep: true } }

test('a value is read at its place, and is undefined where there is none', () => {
  expect(valueAt(document, ['scales', 'a/b', 'options', 1, 'id'])).toBe('yes')
  expect(valueAt(document, ['scales', 'none', 'options', 1])).toBeUndefined()
})

test('a value put in one place leaves the rest as it was, and the original untouched', () => {
  const after = withValue(document, ['scales', 'a/b', 'options', 0, 'id'], 'never')
  expect(after.scales['a/b'].options.map(({ id }) => id)).toEqual(['never', 'yes'])
  expect(document.scales['a/b'].options[0]!.id).toBe('no')
  expect(after.kept).toBe(document.kept)
})

test('a value that is not there yet is put where records are missing on the way', () => {
  expect(withValue({}, ['policies', 'missing'], 'open')).toEqual({ policies: { missing: 'open' } })
})

test('undefined takes the key away', () => {
  expect(withValue({ a: 1, b: 2 }, ['a'], undefined)).toEqual({ b: 2 })
})

test('a pointer and its path tell the same place, whatever stands in the keys', () => {
  const path = ['scales', 'a/b~c', 'options', 3]
  expect(pointerTo(path)).toBe('#/scales/a~1b~0c/options/3')
  expect(pathOf(pointerTo(path))).toEqual(path.map(String))
  expect(isWithin(pathOf('#/scales/a~1b~0c/options/3'), ['scales', 'a/b~c', 'options', 3])).toBe(true)
  expect(isWithin(['scales'], ['questions'])).toBe(false)
})
