import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { printJsonSchema } from '../../models/json-schema.ts'
import { parseSmeDefinitions } from './definition.ts'
import { smeQuestionJsonSchema, smeStatusJsonSchema } from './json-schema.ts'
import { answerSmeQuestion } from './question.ts'
import { SmeStatus } from './schema.ts'
import { accounts, question } from './test-question.ts'

const read = (path: string) => readFileSync(new URL(`../../../../../${path}`, import.meta.url), 'utf8')
const DEFINITIONS = parseSmeDefinitions(read('content/aid/sme-definition.yaml'))

// After a change of the shapes: node scripts/publish-models.mjs
test('the committed schemas are those the code gives', () => {
  expect(read('content/aid/sme-1.schema.json')).toBe(printJsonSchema(smeQuestionJsonSchema()))
  expect(read('content/aid/sme-status-1.schema.json')).toBe(printJsonSchema(smeStatusJsonSchema()))
})

test('the example of the documentation has the answer beside it, which fits its schema', () => {
  const answer = answerSmeQuestion(JSON.parse(read('docs/sme-example.json')), DEFINITIONS)
  if (!answer.ok) throw new Error(JSON.stringify(answer.faults))
  const committed = JSON.parse(read('docs/sme-status-example.json'))
  expect(JSON.parse(JSON.stringify(answer.value))).toEqual(committed)
  expect(SmeStatus.parse(committed)).toEqual(committed)
})

test.each([
  ['a negative amount', { ...accounts('own', [1, 1, 1]), turnoverCents: -1 }, '#/accounts/0/turnoverCents'],
  ['an amount with parts of a cent', { ...accounts('own', [1, 1, 1]), balanceCents: 1.5 }, '#/accounts/0/balanceCents'],
  ['a negative headcount', accounts('own', [-1, 1, 1]), '#/accounts/0/awu'],
  ['a headcount told twice', { ...accounts('own', [1, 1, 1]), workforce: [] }, '#/accounts/0/workforce'],
  ['a currency that is none', { ...accounts('own', [1, 1, 1]), currency: 'kronor' }, '#/accounts/0/currency'],
  ['an unknown currency', { ...accounts('own', [1, 1, 1]), currency: 'XXX' }, '#/accounts/0/currency'],
  ['a day that is none', accounts('own', [1, 1, 1], '2025-02-29'), '#/accounts/0/closedOn'],
  ['accounts of somebody unknown', accounts('nobody', [1, 1, 1]), '#/accounts/0/enterprise'],
  [
    'approval before the year was over',
    { ...accounts('own', [1, 1, 1]), approvedOn: '2025-12-30' },
    '#/accounts/0/approvedOn',
  ],
])('%s is refused with its place and a sentence in both languages', (_, entry, pointer) => {
  const answer = answerSmeQuestion(question({}, [entry]), DEFINITIONS)
  expect(answer.ok ? [] : answer.faults.map((fault) => fault.pointer)).toEqual([pointer])
  if (answer.ok) return
  expect(answer.faults[0]!.message.sv).not.toBe(answer.faults[0]!.message.en)
})

test('a day before any definition was in force is refused', () => {
  const answer = answerSmeQuestion(question({}, [], { on: '1999-01-01' }), DEFINITIONS)
  expect(answer.ok ? [] : answer.faults.map(({ pointer }) => pointer)).toEqual(['#/on'])
})
