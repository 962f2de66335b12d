import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { withCheckDigit } from '../companies/organisation-number.ts'
import { printJsonSchema } from '../models/json-schema.ts'
import { parseGeography } from '../programmes/geography.ts'
import { checkIds, idAnswerJsonSchema, idQuestionJsonSchema, invalidLines } from './check.ts'
import { checkIndustry, parseClassification } from './industry.ts'

const read = (path: string) => readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8')
const classifications = ['nace-2', 'nace-2.1'].map((name) =>
  parseClassification(read(`content/classifications/${name}.yaml`)),
)
const tables = { classifications, geography: parseGeography(read('content/geography/se-municipalities.yaml')) }

describe('industry codes', () => {
  test('a Swedish code is placed in its section and division, written with a point', () => {
    expect(checkIndustry(classifications, 'sni-2007', '25620')).toMatchObject({
      valid: true,
      code: '25.620',
      section: { code: 'C', name: { en: 'Manufacturing' } },
      division: { code: '25' },
      suggested: [{ scheme: 'sni-2025', division: '25' }],
    })
  })

  test('division 45 is gone in the newer revision, where three are suggested for it', () => {
    expect(checkIndustry(classifications, 'nace-2', '45.20').suggested.map(({ division }) => division)).toEqual([
      '46',
      '47',
      '95',
    ])
    expect(checkIndustry(classifications, 'nace-2.1', '45.20').reason?.en).toBe('There is no division 45 in nace-2.1.')
    expect(checkIndustry(classifications, 'nace-2.1', '95').suggested.map(({ division }) => division)).toEqual(['45'])
  })

  test('sections moved: computer programming is J in the older and K in the newer revision', () => {
    const section = (scheme: 'nace-2' | 'nace-2.1') => checkIndustry(classifications, scheme, '62.01').section?.code
    expect([section('nace-2'), section('nace-2.1')]).toEqual(['J', 'K'])
  })

  test('only a Swedish code has a fifth digit', () => {
    expect(checkIndustry(classifications, 'nace-2.1', '25.620').valid).toBe(false)
    expect(checkIndustry(classifications, 'sni-2025', '25.6200').valid).toBe(false)
  })

  test('every division of manufacturing, 10 to 33, is in both revisions', () => {
    for (const { sections } of classifications) {
      const manufacturing = sections.find(({ code }) => code === 'C')!
      expect(Object.keys(manufacturing.divisions)).toEqual(Array.from({ length: 24 }, (_, n) => String(n + 10)))
    }
    expect(
      classifications.map(({ sections }) => sections.flatMap(({ divisions }) => Object.keys(divisions)).length),
    ).toEqual([88, 87])
  })
})

describe('a list of identifiers', () => {
  test('municipalities are told with county, NUTS 3 and NUTS 2 (RULES.md E.2)', () => {
    const answer = checkIds(
      {
        format: 'stegvis-id/1',
        municipalities: [
          { country: 'SE', code: '1490' },
          { country: 'SE', code: '9999' },
        ],
      },
      tables,
    )
    if (!answer.ok) throw new Error(JSON.stringify(answer.faults))
    expect(answer.value.municipalities[0]).toMatchObject({
      name: 'Borås',
      county: 'Västra Götalands län',
      nuts3: 'SE232',
      nuts2: 'SE23',
    })
    expect(invalidLines(answer.value)).toEqual([
      { pointer: '#/municipalities/1', detail: 'There is no Swedish municipality with that code.' },
    ])
  })

  test('an unknown scheme and an unknown key are told by pointer', () => {
    const answer = checkIds({ format: 'stegvis-id/1', numbers: [{ scheme: 'xx', value: '1' }], more: 1 }, tables)
    expect(answer.ok ? [] : answer.faults.map(({ pointer }) => pointer)).toEqual(['#/numbers/0/scheme', '#/more'])
  })

  test('a personal number never comes back, whatever scheme it is written under', () => {
    const personal = withCheckDigit('811228987')
    const numbers = ['se-orgnr', 'se-vat', 'lei', 'duns', 'dk-p', 'pl-krs'].map((scheme) => ({
      scheme,
      value: personal,
    }))
    const answer = JSON.stringify(checkIds({ format: 'stegvis-id/1', numbers }, tables))
    expect(answer).toContain('811228-****')
    expect(answer).not.toContain(personal)
  })
})

// After a change of the shapes: node scripts/publish-models.mjs
test('the committed schemas and the example are those the code gives', () => {
  expect(read('content/classifications/id-1.schema.json')).toBe(printJsonSchema(idQuestionJsonSchema()))
  expect(read('content/classifications/id-answer-1.schema.json')).toBe(printJsonSchema(idAnswerJsonSchema()))
  const answer = checkIds(JSON.parse(read('docs/id-example.json')), tables)
  expect(answer.ok && answer.value).toEqual(JSON.parse(read('docs/id-answer-example.json')))
})
