import type { TreeAnswer } from '@stegvis/core/models/tree/answers.ts'
import { compileTree } from '@stegvis/core/models/tree/compile.ts'
import { testTree } from '@stegvis/core/models/tree/test-tree.ts'
import { expect, test } from 'vitest'
import { keepRemarks, neededFor, opinionsOn } from './said-by.ts'

const voice = (name: string, answer?: TreeAnswer) => ({
  ...{ id: name, name },
  answers: new Map(answer ? [['q1', answer]] : []),
})

test('people who say the same stand together, whatever their reasons', () => {
  const opinions = opinionsOn('q1', [
    voice('Maja', { kind: 'option', option: 'some', reason: 'Bara en lina' }),
    voice('Nils', { kind: 'option', option: 'all' }),
    voice('Åsa', { kind: 'option', option: 'some' }),
    voice('Per'),
  ])
  expect(opinions).toEqual([
    { answer: { kind: 'option', option: 'some' }, names: ['Maja', 'Åsa'], reasons: ['Bara en lina'] },
    { answer: { kind: 'option', option: 'all' }, names: ['Nils'], reasons: [] },
  ])
})

test('the option chosen says which class of evidence it needs', () => {
  const [question] = compileTree(testTree()).questions
  expect(neededFor(question!, { kind: 'option', option: 'all' })).toBe('E2')
  expect(neededFor(question!, { kind: 'option', option: 'some' })).toBeUndefined()
  expect(neededFor(question!, { kind: 'unknown' })).toBeUndefined()
})

test('another answer keeps the note and the evidence, and not the reason it did not apply', () => {
  const seen: TreeAnswer = { kind: 'option', option: 'some', reason: 'Visad på plats', evidence: 'E2' }
  expect(keepRemarks({ kind: 'option', option: 'all' }, seen)).toEqual({ ...seen, option: 'all' })
  expect(keepRemarks({ kind: 'unknown' }, seen)).toEqual({ kind: 'unknown', reason: 'Visad på plats' })
  const off: TreeAnswer = { kind: 'not-applicable', reason: 'Ingen lackering' }
  expect(keepRemarks({ kind: 'option', option: 'all' }, off)).toEqual({ kind: 'option', option: 'all' })
})
