import { describe, expect, test } from 'vitest'
import { testModel } from '../models/test-model.ts'
import { lowerMedian, type Respondent, spreadOf } from './respondents.ts'
import { compileModel } from './scoring.ts'
import { answersOf } from './test-answers.ts'

const compiled = compileModel(testModel(['flow']))

function person(id: string, short: Record<string, number | string>): Respondent {
  return { id, answers: answersOf(short) }
}

/** Someone who stands clearly on a rung from 1 to 4. */
function standingOn(id: string, level: number): Respondent {
  const short: Record<string, number | string> = { flow: level }
  for (const letter of 'ab') {
    if (level > 1) short[`flow-${level}-${letter}`] = 'yes'
    short[`flow-${level + 1}-${letter}`] = 'no'
  }
  return person(id, short)
}

test.each([
  [[], null],
  [[4], 4],
  [[2, 3], 2],
  [[1, 5, 3], 3],
  [[2, 4, 3, 3], 3],
  [[4, 1, 4, 2], 2],
])('the lower median of %j is %j', (levels, median) => {
  expect(lowerMedian(levels)).toBe(median)
})

describe('several people of one company', () => {
  test('give the lower median as the self level, and the spread beside it', () => {
    const spread = spreadOf(compiled, [standingOn('a', 4), standingOn('b', 2), standingOn('c', 3), standingOn('d', 2)])
    expect(spread.dimensions[0]).toMatchObject({ state: 'complete', level: 2, spread: { low: 2, high: 4 } })
    expect(spread.dimensions[0]!.respondents.map(({ id, level }) => [id, level])).toEqual([
      ['a', 4],
      ['b', 2],
      ['c', 3],
      ['d', 2],
    ])
    expect(spread.step).toBe(2)
  })

  test('one person alone gives that person’s level', () => {
    expect(spreadOf(compiled, [standingOn('a', 3)]).dimensions[0]).toMatchObject({
      level: 3,
      spread: { low: 3, high: 3 },
    })
  })

  test('whoever has not answered whole is shown but not counted', () => {
    const spread = spreadOf(compiled, [standingOn('a', 4), person('b', { flow: 1 })])
    expect(spread.dimensions[0]).toMatchObject({ level: 4, spread: { low: 4, high: 4 } })
    expect(spread.dimensions[0]!.respondents[1]).toEqual({ id: 'b', state: 'incomplete', pick: 1, level: null })
  })

  test('nobody gives no level', () => {
    expect(spreadOf(compiled, []).dimensions[0]).toMatchObject({ state: 'incomplete', level: null, spread: null })
    expect(spreadOf(compiled, [person('a', {})]).step).toBeNull()
  })

  test('a dimension applies as long as somebody gives it a level', () => {
    const passing = person('a', { flow: 'not-applicable' })
    expect(spreadOf(compiled, [passing]).dimensions[0]!.state).toBe('not-applicable')
    expect(spreadOf(compiled, [passing, standingOn('b', 2)]).dimensions[0]).toMatchObject({
      state: 'complete',
      level: 2,
    })
  })

  test('answers to each criterion are counted, hidden ones left out', () => {
    const { criteria } = spreadOf(compiled, [
      person('a', { flow: 2, 'flow-2-a': 'yes', 'flow-3-a': 'partly', 'flow-5-a': 'yes' }),
      person('b', { flow: 2, 'flow-2-a': 'no', 'flow-3-a': 'unknown' }),
      person('c', { flow: 3, 'flow-2-a': 'no', 'flow-3-a': 'not-applicable' }),
    ])
    expect(criteria).toEqual([
      { criterion: 'flow-2-a', yes: 1, partly: 0, no: 1, unknown: 0, notApplicable: 0 },
      { criterion: 'flow-3-a', yes: 0, partly: 1, no: 0, unknown: 1, notApplicable: 1 },
    ])
  })
})
