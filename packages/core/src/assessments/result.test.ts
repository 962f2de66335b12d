import { describe, expect, test } from 'vitest'
import { PlainDate } from '../kernel/day.ts'
import { testModel } from '../models/test-model.ts'
import { nearestSteps, strengthsOf } from './reading.ts'
import { AssessmentResult, resultOf, stepsOf, unconfirmedOn } from './result.ts'
import { compileModel } from './scoring.ts'
import { answersOf } from './test-answers.ts'

const model = compileModel(testModel(['flow']))
const day = (text: string) => PlainDate.parse(text)
const on = day('2026-03-01')

const findings = answersOf({
  flow: 2,
  'flow-2-a': 'yes E2',
  'flow-2-b': 'yes E2',
  'flow-3-a': 'partly',
  'flow-3-b': 'yes E2',
})
const people = [
  {
    id: 'a',
    answers: answersOf({ flow: 3, 'flow-3-a': 'yes', 'flow-3-b': 'yes', 'flow-4-a': 'no', 'flow-4-b': 'no' }),
  },
  {
    id: 'b',
    answers: answersOf({ flow: 2, 'flow-2-a': 'yes', 'flow-2-b': 'yes', 'flow-3-a': 'no', 'flow-3-b': 'no' }),
  },
  { id: 'c', answers: answersOf({}) },
]
const filed = (criterion: string, bestBefore: string) => ({
  criterion,
  class: 'E2' as const,
  datedOn: day('2026-01-01'),
  bestBefore: day(bestBefore),
})
const evidence = [filed('flow-2-a', '2026-12-31'), filed('flow-2-a', '2027-06-30'), filed('flow-2-b', '2026-09-30')]
const result = resultOf(model, { respondents: people, findings, evidence, employees: 20 }, on)

describe('a result', () => {
  test('keeps three voices side by side; nobody is named, and the silent are not counted', () => {
    expect(stepsOf(result)).toEqual({ self: 2, coach: 2, verified: 2 })
    expect(result.self).toMatchObject({ respondents: 2 })
    expect(result.self!.dimensions[0]).toEqual({
      dimension: 'flow',
      state: 'complete',
      level: 2,
      spread: { low: 2, high: 3 },
      people: [
        { level: 2, count: 1 },
        { level: 3, count: 1 },
      ],
    })
    expect(JSON.stringify(result)).not.toContain('"id"')
  })

  test('without evidence verifies nothing above the first level, and without answers has no self', () => {
    const bare = resultOf(model, { respondents: [], findings, evidence: [], employees: null }, on)
    expect(stepsOf(bare)).toEqual({ self: null, coach: 2, verified: 1 })
    expect(bare.levels).toEqual({ flow: 2 })
    expect(bare.lapses).toEqual([])
  })

  test('knows from the start when its evidence lapses; the level stays, the day decides what is said of it', () => {
    expect(result.lapses).toEqual([
      { dimension: 'flow', criterion: 'flow-2-a', since: '2027-07-01' },
      { dimension: 'flow', criterion: 'flow-2-b', since: '2026-10-01' },
    ])
    expect(unconfirmedOn(result, day('2026-09-30')).size).toBe(0)
    expect([...unconfirmedOn(result, day('2026-10-01'))]).toEqual([['flow', '2026-10-01']])
    expect([...unconfirmedOn(result, day('2028-01-01'))]).toEqual([['flow', '2026-10-01']])
  })

  test('reads back from the database as it was written', () => {
    expect(AssessmentResult.parse(JSON.parse(JSON.stringify(result)))).toEqual(result)
  })
})

test('the nearest step has the least left; with as much left, the lower dimension comes first', () => {
  const three = compileModel(testModel(['flow', 'waste', 'order']))
  const score = resultOf(
    three,
    {
      respondents: [],
      evidence: [],
      employees: null,
      findings: answersOf({
        flow: 1,
        'flow-2-a': 'no',
        'flow-2-b': 'no',
        waste: 2,
        'waste-2-a': 'yes E2',
        'waste-2-b': 'yes E2',
        'waste-3-a': 'no',
        'waste-3-b': 'no',
        order: 2,
        'order-2-a': 'yes E2',
        'order-2-b': 'yes E2',
        'order-3-a': 'yes E2',
        'order-3-b': 'no',
      }),
    },
    on,
  ).coach
  expect(nearestSteps(score).map(({ dimension }) => dimension)).toEqual(['order', 'flow', 'waste'])
  expect(strengthsOf(score)).toEqual([
    { dimension: 'waste', level: 2 },
    { dimension: 'order', level: 2 },
  ])
})
