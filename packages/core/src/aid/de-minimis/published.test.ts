import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { printJsonSchema } from '../../models/json-schema.ts'
import { equivalentJsonSchema, equivalentOfFile, equivalentResultJsonSchema } from './equivalent/equivalent-file.ts'
import { gateJsonSchema, gateOfFile, gateResultJsonSchema } from './gate/gate-file.ts'
import { headroomJsonSchema, headroomOfFile, headroomResultJsonSchema } from './headroom-file.ts'
import { withLaw } from './test-law.ts'
import { valueJsonSchema, valueOfFile, valueResultJsonSchema } from './value/value-file.ts'

const read = (path: string) => readFileSync(new URL(`../../../../../${path}`, import.meta.url), 'utf8')
const json = (path: string) => JSON.parse(read(path))
const { LAW } = withLaw((name) => read(`content/aid/${name}`))

// After a change of the shapes: node scripts/publish-models.mjs
test.each([
  ['aid-headroom-1', headroomJsonSchema],
  ['aid-headroom-result-1', headroomResultJsonSchema],
  ['aid-value-1', valueJsonSchema],
  ['aid-value-result-1', valueResultJsonSchema],
  ['aid-equivalent-1', equivalentJsonSchema],
  ['aid-equivalent-result-1', equivalentResultJsonSchema],
  ['aid-gate-1', gateJsonSchema],
  ['aid-gate-result-1', gateResultJsonSchema],
])('the committed schema %s is the one the code gives', (name, schema) => {
  expect(read(`content/aid/${name}.schema.json`)).toBe(printJsonSchema(schema()))
})

test.each([
  ['headroom', headroomOfFile],
  ['value', valueOfFile],
  ['equivalent', equivalentOfFile],
  ['gate', gateOfFile],
])('the example of aid %s answers as docs say', (name, answer) => {
  const reading = answer(LAW, json(`docs/aid-${name}-example.json`))
  expect(reading).toEqual({ ok: true, value: json(`docs/aid-${name}-result-example.json`) })
})

describe('bad input', () => {
  const example = json('docs/aid-headroom-example.json')
  const faults = (part: object) => {
    const reading = headroomOfFile(LAW, { ...example, ...part })
    return reading.ok ? [] : reading.faults.map(({ pointer, message }) => [pointer, message.sv])
  }
  const first = (part: object) => ({ grants: [{ ...example.grants[1], ...part }] })
  const sek = { currency: 'SEK', minor: 100 }
  const rate = { perEuro: '11.00', source: 's', day: '2024-05-01' }

  test.each([
    ['an unknown enterprise', { enterprise: 'nobody' }, '#/enterprise', 'Det finns inget sådant företag'],
    ['an unknown regulation', { regulation: '1/2' }, '#/regulation', 'Den dagen gäller 2023/2831'],
    ['an expired regulation', { regulation: '1407/2013' }, '#/regulation', 'gäller inte den dagen'],
    ['a negative amount', first({ amount: { ...sek, minor: -1, rate } }), '#/grants/0/amount/minor', 'Minst 0'],
    ['a missing rate', first({ amount: sek }), '#/grants/0/amount/rate', 'gissas aldrig'],
    [
      'a rate of 0',
      first({ amount: { ...sek, rate: { ...rate, perEuro: '0' } } }),
      '#/grants/0/amount/rate/perEuro',
      'inte vara 0',
    ],
    [
      'a later rate',
      first({ amount: { ...sek, rate: { ...rate, day: '2024-06-01' } } }),
      '#/grants/0/amount/rate/day',
      'räknas aldrig om',
    ],
    ['a rate of euro', first({ amount: { currency: 'EUR', minor: 1, rate } }), '#/grants/0/amount/rate', 'ingen kurs'],
    [
      'an unknown currency',
      first({ amount: { currency: 'XXX', minor: 1, rate } }),
      '#/grants/0/amount/currency',
      'okänd',
    ],
    ['an unknown beneficiary', first({ beneficiary: 'nobody' }), '#/grants/0/beneficiary', 'inget sådant företag'],
    ['an act not in force', first({ awardedOn: '2023-12-31' }), '#/grants/0/awardedOn', 'gällde inte'],
    [
      'a raised grant',
      first({ lowered: [{ decidedOn: '2024-06-01', minor: 999_999_999 }] }),
      '#/grants/0/lowered/0/minor',
      'nytt stöd',
    ],
    [
      'a lowering before the award',
      first({ lowered: [{ decidedOn: '2024-01-01', minor: 1 }] }),
      '#/grants/0/lowered/0/decidedOn',
      'i ordning',
    ],
    ['a grant twice', { grants: [example.grants[0], example.grants[0]] }, '#/grants/1/id', 'redan'],
    ['a day that is none', { on: '2026-02-30' }, '#/on', 'kalendern'],
    [
      'a planned award in the past',
      { planned: { ...example.planned, awardOn: '2026-11-22' } },
      '#/planned/awardOn',
      'före',
    ],
  ])('%s gets its place and a sentence', (_, part, pointer, sentence) => {
    expect(faults(part)).toContainEqual([pointer, expect.stringContaining(sentence)])
  })

  test('a personal number as an id is refused and never repeated', () => {
    const group = { ...example.group, parties: [{ id: '811228-9874', name: 'A', kind: 'enterprise', country: 'SE' }] }
    const reading = headroomOfFile(LAW, { ...example, group, enterprise: '811228-9874' })
    expect(reading.ok).toBe(false)
    expect(JSON.stringify(reading)).not.toContain('9874')
  })
})
