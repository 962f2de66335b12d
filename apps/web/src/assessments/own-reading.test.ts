import { expect, test } from 'vitest'
import { withNewest } from './own-reading.ts'

const list = [
  { question: 'flow', revision: 1 },
  { question: 'material', revision: 1 },
]

test('puts a newer answer in the place of the older one', () => {
  const newest = { question: 'flow', revision: 2 }
  expect(withNewest(list, newest, ({ question }) => question === 'flow')).toEqual([newest, list[1]])
})

test('adds a first answer at the end', () => {
  const newest = { question: 'equipment', revision: 1 }
  expect(withNewest(list, newest, ({ question }) => question === 'equipment')).toEqual([...list, newest])
})
