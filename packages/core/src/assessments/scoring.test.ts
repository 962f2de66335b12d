import { describe, expect, test } from 'vitest'
import type { Model } from '../models/schema.ts'
import { testModel } from '../models/test-model.ts'
import type { DimensionScore, LadderScore } from './score.ts'
import { compileModel, scoreLadder } from './scoring.ts'
import { answersOf } from './test-answers.ts'
import type { ScoreOptions } from './walk.ts'

const flow = compileModel(testModel(['flow']))
const SELF: ScoreOptions = { evidence: 'stated' }
const COACH: ScoreOptions = { evidence: 'seen' }

function scoreFlow(short: Record<string, number | string>, options: ScoreOptions = SELF): DimensionScore {
  return scoreLadder(flow, answersOf(short), options).dimensions[0]!
}

/** Both required criteria of a rung of `flow`, answered alike. */
const rung = (level: number, answer: string) => ({ [`flow-${level}-a`]: answer, [`flow-${level}-b`]: answer })

describe('the level of a dimension', () => {
  test('is the picked rung when its criteria are met and those above are not; below it is implied', () => {
    expect(scoreFlow({ flow: 3, ...rung(3, 'yes'), ...rung(4, 'no') })).toEqual({
      dimension: 'flow',
      state: 'complete',
      pick: 3,
      level: 3,
      range: { low: 3, high: 3 },
      top: 5,
      coverage: { known: 5, asked: 5 },
      progress: { rung: 4, met: 0, partly: 0, required: 2 },
      blocking: [
        { criterion: 'flow-4-a', why: 'no' },
        { criterion: 'flow-4-b', why: 'no' },
      ],
      ahead: [],
      unknown: [],
    })
  })

  test('rises above the pick when the rung above is met whole, and no further', () => {
    const score = scoreFlow({ flow: 2, ...rung(2, 'yes'), ...rung(3, 'yes'), ...rung(4, 'yes') })
    expect(score.level).toBe(3)
    expect(score.blocking).toEqual([
      { criterion: 'flow-4-a', why: 'not-asked' },
      { criterion: 'flow-4-b', why: 'not-asked' },
    ])
  })

  test('falls below the pick when a required criterion of the picked rung is not met', () => {
    const score = scoreFlow({ flow: 3, 'flow-3-a': 'yes', 'flow-3-b': 'no', ...rung(4, 'yes') })
    expect(score).toMatchObject({ level: 2, progress: { rung: 3, met: 1, partly: 0, required: 2 } })
    expect(score.ahead).toEqual(['flow-3-a', 'flow-4-a', 'flow-4-b'])
  })

  test('a pick of the first rung has nothing to show; the second is asked for', () => {
    expect(scoreFlow({ flow: 1, ...rung(2, 'no') }).level).toBe(1)
    expect(scoreFlow({ flow: 1, ...rung(2, 'yes') }).level).toBe(2)
  })

  test('at the top the rung below is asked for as well', () => {
    expect(scoreFlow({ flow: 5, ...rung(5, 'yes'), ...rung(4, 'yes') })).toMatchObject({ level: 5, progress: null })
    expect(scoreFlow({ flow: 5, ...rung(5, 'yes'), 'flow-4-a': 'no', 'flow-4-b': 'yes' }).level).toBe(3)
    expect(scoreFlow({ flow: 5, ...rung(5, 'yes') }).state).toBe('incomplete')
  })

  test('partly opens no rung and shows in the progress', () => {
    expect(scoreFlow({ flow: 3, ...rung(3, 'yes'), 'flow-4-a': 'partly', 'flow-4-b': 'yes' })).toMatchObject({
      level: 3,
      progress: { rung: 4, met: 1, partly: 1, required: 2 },
      blocking: [{ criterion: 'flow-4-a', why: 'partly' }],
    })
  })

  test("don't know is not met, and is listed", () => {
    expect(scoreFlow({ flow: 3, 'flow-3-a': 'unknown', 'flow-3-b': 'yes', ...rung(4, 'no') })).toMatchObject({
      state: 'complete',
      level: 2,
      range: { low: 2, high: 3 },
      coverage: { known: 4, asked: 5 },
      unknown: ['flow-3-a'],
    })
  })

  test("don't know on the pick leaves the first rung, with the whole ladder as range", () => {
    expect(scoreFlow({ flow: 'unknown' })).toMatchObject({
      state: 'complete',
      pick: null,
      level: 1,
      range: { low: 1, high: 5 },
      coverage: { known: 0, asked: 3 },
      unknown: ['flow'],
    })
  })

  test('a criterion that does not apply is passed over', () => {
    expect(scoreFlow({ flow: 3, 'flow-3-a': 'not-applicable', 'flow-3-b': 'yes', ...rung(4, 'no') }).level).toBe(3)
  })

  test('a missing answer leaves no level but a range', () => {
    expect(scoreFlow({ flow: 3, 'flow-3-a': 'yes', ...rung(4, 'yes') })).toMatchObject({
      state: 'incomplete',
      level: null,
      range: { low: 2, high: 4 },
      coverage: { known: 4, asked: 5 },
      progress: { rung: 3, met: 1, required: 2 },
      blocking: [{ criterion: 'flow-3-b', why: 'missing' }],
    })
    expect(scoreFlow({})).toMatchObject({ state: 'incomplete', level: null, range: { low: 1, high: 5 } })
  })

  test('answers to hidden questions change nothing', () => {
    const asked = { flow: 3, ...rung(3, 'yes'), ...rung(4, 'no') }
    const hidden = { ...rung(2, 'no'), ...rung(5, 'yes'), 'flow-3-c': 'yes', 'flow-4-c': 'yes', other: 'yes' }
    expect(scoreFlow({ ...asked, ...hidden })).toEqual(scoreFlow(asked))
  })

  test('an answer that does not fit its question counts as missing', () => {
    expect(scoreFlow({ flow: 'yes' }).state).toBe('incomplete')
    expect(scoreFlow({ flow: 9 }).state).toBe('incomplete')
    expect(scoreFlow({ flow: 3, 'flow-3-a': 3, 'flow-3-b': 'yes', ...rung(4, 'no') }).state).toBe('incomplete')
  })
})

describe("the coach's word", () => {
  test('needs the class of evidence of the level, or the one of the criterion', () => {
    const shown = { ...rung(4, 'yes E3'), 'flow-5-a': 'yes E3' }
    expect(scoreFlow({ flow: 5, ...shown, 'flow-5-b': 'yes E3' }, COACH)).toMatchObject({
      level: 4,
      blocking: [{ criterion: 'flow-5-b', why: 'evidence-too-low', needs: 'E4', has: 'E3' }],
    })
    expect(scoreFlow({ flow: 5, ...shown, 'flow-5-b': 'yes E4' }, COACH).level).toBe(5)
  })

  test('without a class is only stated', () => {
    expect(scoreFlow({ flow: 2, ...rung(2, 'yes'), ...rung(3, 'no') }, COACH)).toMatchObject({
      level: 1,
      blocking: [
        { criterion: 'flow-2-a', why: 'evidence-too-low', needs: 'E2', has: 'E0' },
        { criterion: 'flow-2-b', why: 'evidence-too-low', needs: 'E2', has: 'E0' },
      ],
    })
  })

  test('the rung below one that fails counts where it is answered, else it stays implied', () => {
    const failing = { flow: 4, ...rung(4, 'no'), ...rung(5, 'no') }
    expect(scoreFlow(failing, COACH).level).toBe(3)
    expect(scoreFlow({ ...failing, 'flow-3-a': 'yes E2' }, COACH).level).toBe(3)
    expect(scoreFlow({ ...failing, 'flow-3-a': 'no' }, COACH)).toMatchObject({
      level: 2,
      progress: { rung: 3, met: 1, required: 2 },
      blocking: [{ criterion: 'flow-3-a', why: 'no' }],
    })
    expect(scoreFlow({ ...failing, 'flow-3-a': 'no', 'flow-2-b': 'no' }, COACH).level).toBe(1)
  })

  test('an old answer below a rung that holds stays hidden', () => {
    expect(scoreFlow({ flow: 4, ...rung(4, 'yes E3'), ...rung(5, 'no'), ...rung(3, 'no') }, COACH).level).toBe(4)
  })

  test('a missing answer leads nobody down: the range reckons with an old answer below, the progress does not', () => {
    expect(scoreFlow({ flow: 4, 'flow-4-b': 'yes E3', ...rung(5, 'no'), 'flow-3-a': 'no' }, COACH)).toMatchObject({
      level: null,
      range: { low: 2, high: 4 },
      progress: { rung: 4, met: 1, required: 2 },
      blocking: [{ criterion: 'flow-4-a', why: 'missing' }],
      ahead: ['flow-4-b'],
    })
  })

  test('recommended criteria show as ahead and set no level', () => {
    const score = scoreFlow(
      { flow: 3, ...rung(3, 'yes E2'), 'flow-3-c': 'no', ...rung(4, 'no'), 'flow-4-c': 'yes E3' },
      COACH,
    )
    expect(score).toMatchObject({ level: 3, ahead: ['flow-4-c'], coverage: { known: 5, asked: 5 } })
  })
})

test('evidence on file takes the place of what the coach says to have seen', () => {
  const answers = { flow: 2, ...rung(2, 'yes E4'), ...rung(3, 'no') }
  const onFile = (files: Record<string, 'E1' | 'E2'>): ScoreOptions => ({
    evidence: 'on-file',
    onFile: new Map(Object.entries(files)),
  })
  expect(scoreFlow(answers, onFile({ 'flow-2-a': 'E2', 'flow-2-b': 'E2' })).level).toBe(2)
  expect(scoreFlow(answers, onFile({ 'flow-2-a': 'E2', 'flow-2-b': 'E1' })).blocking).toEqual([
    { criterion: 'flow-2-b', why: 'evidence-too-low', needs: 'E2', has: 'E1' },
  ])
  expect(scoreFlow(answers, onFile({ 'flow-2-a': 'E2' })).level).toBe(1)
})

describe('a rule that switches a rung off for micro companies', () => {
  const rules: Model['rules'] = [
    {
      dimension: 'flow',
      level: 5,
      when: { profile: 'employees', below: 10 },
      // biome-ignore lint/suspicious/noThenProperty: the key of the format
      then: 'not-applicable',
      because: { sv: 'Liten verkstad', en: 'Small workshop' },
    },
  ]
  const micro = compileModel(testModel(['flow'], { rules }))
  const score = (employees: number | undefined, short: Record<string, number | string>) =>
    scoreLadder(micro, answersOf(short), { evidence: 'stated', profile: { employees } }).dimensions[0]!

  test('ends the ladder below it: nothing above is asked for or blocks', () => {
    const answers = { flow: 4, ...rung(4, 'yes'), ...rung(3, 'yes') }
    expect(score(9, answers)).toMatchObject({ state: 'complete', top: 4, level: 4, progress: null, blocking: [] })
    expect(score(10, answers)).toMatchObject({ state: 'incomplete', top: 5 })
  })

  test('a pick above the end counts as the end', () => {
    expect(score(3, { flow: 5, ...rung(4, 'yes'), ...rung(3, 'yes') })).toMatchObject({ pick: 5, level: 4 })
  })

  test('does not apply while the number of employees is not known', () => {
    expect(score(undefined, { flow: 4, ...rung(4, 'yes'), ...rung(5, 'no') })).toMatchObject({ top: 5, level: 4 })
  })
})

describe('the ladder', () => {
  const NAMES = ['a', 'b', 'c', 'd', 'e', 'f']
  const six = compileModel(testModel(NAMES))

  /** Answers that put each dimension on a level; `x` leaves one out, `-` does not apply. */
  function scoreAt(levels: string, options: ScoreOptions = SELF): LadderScore {
    const short: Record<string, number | string> = {}
    for (const [at, level] of [...levels].entries()) {
      const name = NAMES[at]!
      if (level === 'x') continue
      if (level === '-') {
        short[name] = 'not-applicable'
        continue
      }
      const stands = Number(level)
      short[name] = stands
      for (const asked of stands === 5 ? [4, 5] : [stands, stands + 1]) {
        for (const letter of 'ab') short[`${name}-${asked}-${letter}`] = asked <= stands ? 'yes' : 'no'
      }
    }
    return scoreLadder(six, answersOf(short), options)
  }

  test.each([
    ['332432', 3, 'four of six at 3, none under 2'],
    ['444414', 2, 'one dimension at 1 holds the whole at 2'],
    ['333322', 3, 'exactly two thirds'],
    ['333222', 2, 'one short of two thirds'],
    ['555555', 5, 'all at the top'],
    ['111111', 1, 'all at the start'],
    ['555511', 2, 'two at the start hold it at 2'],
    ['551111', 1, 'too few above the start'],
    ['3-3-2-', 3, 'two of the three that apply'],
    ['--4---', 4, 'a single dimension'],
  ])('%s stands on step %i: %s', (levels, step) => {
    const score = scoreAt(levels)
    expect(score.dimensions.map(({ level }) => level ?? '-').join('')).toBe(levels)
    expect(score).toMatchObject({ state: 'complete', step, stepRange: { low: step, high: step } })
  })

  test('without anything that applies there is no step and no index', () => {
    expect(scoreAt('------')).toMatchObject({ state: 'not-applicable', step: null, stepRange: null, index: null })
  })

  test('an incomplete dimension leaves a range', () => {
    expect(scoreAt('33333x')).toMatchObject({
      state: 'incomplete',
      step: null,
      stepRange: { low: 2, high: 3 },
      index: null,
      indexExact: null,
      indexRange: { low: 41.7, high: 58.3 },
      coverage: { known: 25, asked: 28 },
    })
  })

  test.each([
    ['332432', 45.8, 1100, 24],
    ['111112', 4.2, 100, 24],
    ['555555', 100, 2400, 24],
    ['111111', 0, 0, 24],
    ['32----', 37.5, 300, 8],
    ['322---', 33.3, 400, 12],
  ])('the index of %s is %f, exactly %i/%i', (levels, index, numerator, denominator) => {
    expect(scoreAt(levels)).toMatchObject({ index, indexExact: { numerator, denominator } })
  })

  test('a half in the second decimal rounds up, without float noise', () => {
    const index: Model['index'] = { op: 'mean', from: [1, 5], to: [0, 25] }
    const five = ['a', 'b', 'c', 'd', 'e']
    const model = compileModel(testModel(five, { index }))
    const short = Object.fromEntries(five.map((name) => [name, 'unknown' as string | number]))
    Object.assign(short, { a: 2, 'a-2-a': 'yes', 'a-2-b': 'yes', 'a-3-a': 'no', 'a-3-b': 'no' })
    // (2 + 1 + 1 + 1 + 1) / 5 = 1.2, mapped to 25 × 0.2 / 4 = 1.25
    expect(scoreLadder(model, answersOf(short), SELF).index).toBe(1.3)
  })

  test('names the model and version it was scored by', () => {
    expect(scoreAt('333333')).toMatchObject({ model: 'test-ladder', version: '1.0.0' })
  })
})
