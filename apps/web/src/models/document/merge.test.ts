import { expect, test } from 'vitest'
import { merge } from './merge.ts'

const base = {
  name: { sv: 'Flöde', en: 'Flow' },
  questions: [
    { id: 'a', text: 'A' },
    { id: 'b', text: 'B' },
  ],
}

test('changes in different places are both kept', () => {
  const mine = { ...base, name: { ...base.name, sv: 'Flödet' } }
  const theirs = { ...base, name: { ...base.name, en: 'The flow' } }
  expect(merge(base, mine, theirs, 'mine')).toEqual({
    merged: { ...base, name: { sv: 'Flödet', en: 'The flow' } },
    clashes: [],
  })
})

test('things are matched by id, whatever their order', () => {
  const mine = { ...base, questions: [base.questions[1]!, base.questions[0]!] }
  const theirs = { ...base, questions: [base.questions[0]!, { id: 'b', text: 'B!' }] }
  expect(merge(base, mine, theirs, 'mine').merged.questions).toEqual([
    { id: 'b', text: 'B!' },
    { id: 'a', text: 'A' },
  ])
})

test('what either side added is there, after what it stood after', () => {
  const mine = { ...base, questions: [...base.questions, { id: 'm', text: 'M' }] }
  const theirs = { ...base, questions: [base.questions[0]!, { id: 't', text: 'T' }, base.questions[1]!] }
  expect(merge(base, mine, theirs, 'mine').merged.questions.map(({ id }) => id)).toEqual(['a', 't', 'b', 'm'])
})

test('what one side took away and the other left alone is gone', () => {
  const mine = { ...base, questions: [base.questions[0]!] }
  expect(merge(base, mine, { ...base, name: { sv: 'X', en: 'X' } }, 'mine')).toEqual({
    merged: { name: { sv: 'X', en: 'X' }, questions: [{ id: 'a', text: 'A' }] },
    clashes: [],
  })
})

test('the same place changed in two ways is told, and goes to the winner', () => {
  const mine = { ...base, name: { sv: 'Mitt', en: 'Flow' } }
  const theirs = { ...base, name: { sv: 'Deras', en: 'The flow' } }
  expect(merge(base, mine, theirs, 'theirs')).toEqual({
    merged: { ...base, name: { sv: 'Deras', en: 'The flow' } },
    clashes: [['name', 'sv']],
  })
  expect(merge(base, mine, theirs, 'mine').merged.name).toEqual({ sv: 'Mitt', en: 'The flow' })
})

test('the same change made twice is no clash', () => {
  const both = { ...base, name: { sv: 'Samma', en: 'Same' } }
  expect(merge(base, both, { ...both }, 'mine').clashes).toEqual([])
})

test('what one side changed and the other took away is a clash', () => {
  const mine = { ...base, questions: [{ id: 'a', text: 'A!' }, base.questions[1]!] }
  const theirs = { ...base, questions: [base.questions[1]!] }
  expect(merge(base, mine, theirs, 'theirs')).toEqual({ merged: theirs, clashes: [['questions', 'a']] })
})
