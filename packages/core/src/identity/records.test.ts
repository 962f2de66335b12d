import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { PlainDate } from '../kernel/day.ts'
import { parseClassification } from './industry.ts'
import { companyNumber } from './number.ts'
import { type IndustryEntry, identifierFault, industryFaults, offeredSchemes } from './records.ts'

const CLASSIFICATIONS = ['nace-2', 'nace-2.1'].map((name) =>
  parseClassification(
    readFileSync(path.resolve(import.meta.dirname, `../../../../content/classifications/${name}.yaml`), 'utf8'),
  ),
)

test.each([
  ['SE', '559999-0008', '5599990008'],
  ['SE', '16 559999-0008', '5599990008'],
  ['NO', '999 999 018', '999999018'],
  ['FI', '9999900-1', '99999001'],
  ['SE', '549300abcdefghijkl19', '549300ABCDEFGHIJKL19'],
  ['US', ' 12-3456789 ', '12-3456789'],
])('a number of %s written %s is kept as %s', (country, written, kept) => {
  expect(companyNumber(country, written)).toBe(kept)
})

describe('identifiers of a company', () => {
  test('are those of its country and of the world, without what is told elsewhere', () => {
    expect(offeredSchemes('SE', false)).toEqual(['se-vat', 'lei', 'euid', 'duns'])
    expect(offeredSchemes('NO', false)).toContain('no-orgnr')
  })

  test('have a place for their fault', () => {
    const offered = offeredSchemes('SE', false)
    expect(identifierFault('lei', '549300ABCDEFGHIJKL19', offered)).toBeNull()
    expect(identifierFault('lei', '549300ABCDEFGHIJKL18', offered)).toMatchObject({ pointer: '#/to' })
    expect(identifierFault('se-cfar', '12345678', offered)).toMatchObject({ pointer: '#' })
  })
})

describe('industry codes of a company', () => {
  const day = (text: string) => PlainDate.parse(text)
  const entry = (more: Partial<IndustryEntry> = {}): IndustryEntry => ({
    ...{ scheme: 'sni-2025', code: '25.53', rank: 1, from: null, to: null },
    ...more,
  })
  const places = (given: IndustryEntry, others: IndustryEntry[]) =>
    industryFaults(CLASSIFICATIONS, given, others).map(({ pointer }) => pointer)

  test('stand after each other, and beside those of another scheme', () => {
    const before = entry({ to: day('2025-12-31') })
    expect(places(entry({ from: day('2026-01-01') }), [before])).toEqual([])
    expect(places(entry({ from: day('2025-12-31') }), [before])).toEqual(['#/code'])
    expect(places(entry(), [entry({ scheme: 'sni-2007' })])).toEqual([])
  })

  test('do not share a place at the same time', () => {
    expect(places(entry({ code: '28.99' }), [entry()])).toEqual(['#/rank'])
    expect(places(entry({ code: '28.99', rank: 2 }), [entry()])).toEqual([])
  })
})
