import type { TreeAnswer } from '@stegvis/core/models/tree/answers.ts'
import { TEST_SCALES } from '@stegvis/core/models/tree/test-tree.ts'
import { expect, test } from 'vitest'
import { FORMATS } from '../../locales/format.ts'
import { sv } from '../../locales/sv.ts'
import { answerInWords } from './answer-words.ts'

const around = { texts: sv, formats: FORMATS.sv, words: (texts: Record<string, string> | undefined) => texts?.sv ?? '' }
const say = (answer: TreeAnswer, scale: keyof typeof TEST_SCALES) => answerInWords(answer, TEST_SCALES[scale], around)

test('a table is told row by row in the order of the scale, whatever order it was kept in', () => {
  const cells = { paint: { heat: 'low' }, press: { heat: 'high', power: 'low' } }
  expect(say({ kind: 'matrix', cells }, 'matrix')).toBe('Press (El: Val low, Värme: Val high); Måleri (Värme: Val low)')
})

test('shares are told in the order of the scale, those of nothing left out', () => {
  const parts = { 'not-done': 30, planned: 0, done: 70 }
  expect(say({ kind: 'split', parts }, 'split').replaceAll('\u00a0', ' ')).toBe('Gjort 70 %, Inte gjort 30 %')
})

test('a step of agreement is told by its name, a number with its unit', () => {
  expect(say({ kind: 'number', value: 4 }, 'likert')).toBe('4 av 5')
  expect(say({ kind: 'number', value: 1.5, unit: 'MWh' }, 'curve')).toBe('1,5 MWh')
})
