import { expect, test } from 'vitest'
import { currenciesIn, isMonth, lineOf } from './import-input.ts'

test('reads currencies however they are written, each once', () => {
  expect(currenciesIn('sek, NOK;dkk sek')).toEqual(['SEK', 'NOK', 'DKK'])
  expect(currenciesIn(' ')).toBeUndefined()
})

test('a month is a year and one of twelve', () => {
  expect(['2026-03', '2026-12'].every(isMonth)).toBe(true)
  expect(['2026-13', '2026-3', 'mars'].some(isMonth)).toBe(false)
})

test('finds the line of a fault', () => {
  expect(lineOf('#/line/12')).toBe('12')
  expect(lineOf('#/text')).toBeNull()
})
