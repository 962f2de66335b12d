import { describe, expect, test } from 'vitest'
import type { Fact } from '../models/tree/schema.ts'
import { factsOf, factValues, sayFact } from './tree-facts.ts'

const name = { sv: 'Uppgift', en: 'Fact' }
const number = (id: string, unit?: string): Fact => ({ id, type: 'number', name, ...(unit && { unit }) })
const code = (id: string, codes?: string[]): Fact => ({ id, type: 'code', name, ...(codes && { codes }) })
const RECORD = { employees: 24, turnoverCents: 6_543_210_000, industryCode: '25620', municipalityCode: '1490' }
const UNKNOWN = { employees: null, turnoverCents: null, industryCode: null, municipalityCode: null }
const recordedValue = (fact: Fact, record = RECORD) => factsOf([fact], record, new Map())[0]?.value

describe('facts of the company record', () => {
  test.each<[Fact, unknown]>([
    [number('employees'), 24],
    [number('turnover'), 65_432_100],
    [number('turnover', 'SEK'), 65_432_100],
    [number('turnover', 'kSEK'), 65_432.1],
    [number('turnover', 'MSEK'), 65.4321],
    [number('turnover', 'EUR'), null],
    [code('sni'), '25620'],
    [code('nace', ['25', '25.6', '10']), '25'],
    [code('nace', ['10']), null],
    [code('municipality'), '1490'],
    [code('employees'), null],
    [number('shifts'), null],
  ])('%j is %s', (fact, value) => expect(recordedValue(fact)).toBe(value))

  test('that are not known are those said for the measurement', () => {
    const said = new Map([
      ['employees', { value: 30, revision: 2 }],
      ['shifts', { value: null, revision: 3 }],
    ])
    const facts = [number('employees'), number('shifts'), number('sites')]
    expect(factsOf(facts, UNKNOWN, said)).toEqual([
      { id: 'employees', value: 30, source: 'assessment', revision: 2 },
      { id: 'shifts', value: null, source: null, revision: 3 },
      { id: 'sites', value: null, source: null, revision: 0 },
    ])
    expect(factsOf(facts, RECORD, said)[0]).toMatchObject({ value: 24, source: 'company' })
    expect(factValues(factsOf(facts, UNKNOWN, said))).toEqual({ employees: 30, shifts: null, sites: null })
  })
})

describe('saying a fact', () => {
  const day: Fact = { id: 'founded', type: 'day', name }
  const truth: Fact = { id: 'exports', type: 'truth', name }

  test.each<[Fact, string | number | boolean, boolean]>([
    [number('shifts'), 2, true],
    [number('shifts'), '2', false],
    [number('shifts'), 1e300, false],
    [truth, false, true],
    [truth, 'no', false],
    [day, '2001-02-28', true],
    [day, '2001-02-30', false],
    [code('owner', ['family', 'group']), 'family', true],
    [code('owner', ['family', 'group']), 'state', false],
    [code('owner'), 'anything', true],
    [code('owner'), '', false],
  ])('%j as %j fits: %s', (fact, value, fits) => {
    expect(sayFact(fact, UNKNOWN, { value, base: 0 }).ok).toBe(fits)
  })

  test('is refused where the company record says it, and can be taken back', () => {
    expect(sayFact(number('employees'), RECORD, { value: 3, base: 0 })).toMatchObject({ problem: 'invalid-input' })
    expect(sayFact(number('employees'), UNKNOWN, { value: null, base: 1 })).toEqual({ ok: true, value: null })
  })
})
