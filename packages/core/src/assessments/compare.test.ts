import { expect, test } from 'vitest'
import type { Model } from '../models/schema.ts'
import { testModel } from '../models/test-model.ts'
import { compareLadders, LadderChange } from './compare.ts'
import type { LadderScore } from './score.ts'
import { compileModel, scoreLadder } from './scoring.ts'
import { answersOf } from './test-answers.ts'

/** A ladder with dimensions on the levels given; `x` leaves one out, `-` does not apply. */
function scored(levels: string, changes: Partial<Model> = {}): LadderScore {
  const names = [...'abcdef'].slice(0, levels.length)
  const short: Record<string, number | string> = {}
  for (const [at, name] of names.entries()) {
    const level = levels[at]!
    if (level === '-') short[name] = 'not-applicable'
    if (level === '-' || level === 'x') continue
    const stands = Number(level)
    short[name] = stands
    for (const asked of stands === 5 ? [4, 5] : [stands, stands + 1]) {
      for (const letter of 'ab') short[`${name}-${asked}-${letter}`] = asked <= stands ? 'yes' : 'no'
    }
  }
  return scoreLadder(compileModel(testModel(names, changes)), answersOf(short), { evidence: 'stated' })
}

test('tells for each dimension whether it climbed, stayed or dropped, and by how many steps', () => {
  const change = LadderChange.parse(compareLadders(scored('1324'), scored('3314')))
  expect(change.dimensions).toEqual([
    { dimension: 'a', from: 1, to: 3, change: 'climbed', steps: 2 },
    { dimension: 'b', from: 3, to: 3, change: 'same', steps: 0 },
    { dimension: 'c', from: 2, to: 1, change: 'dropped', steps: -1 },
    { dimension: 'd', from: 4, to: 4, change: 'same', steps: 0 },
  ])
  expect(change).toMatchObject({ climbed: 1, dropped: 1, sameVersion: true, step: { from: 2, to: 2, change: 'same' } })
})

test('the step of the ladder is compared as well', () => {
  expect(compareLadders(scored('222'), scored('333')).step).toEqual({ from: 2, to: 3, change: 'climbed', steps: 1 })
})

test('an incomplete or not applicable dimension is not comparable', () => {
  const change = compareLadders(scored('2x2'), scored('3-x'))
  expect(change.dimensions).toEqual([
    { dimension: 'a', from: 2, to: 3, change: 'climbed', steps: 1 },
    { dimension: 'b', from: null, to: null, change: 'not-comparable', steps: null, why: 'not-applicable' },
    { dimension: 'c', from: 2, to: null, change: 'not-comparable', steps: null, why: 'incomplete' },
  ])
  expect(change.step).toMatchObject({ change: 'not-comparable', why: 'incomplete' })
})

test('a minor version is compared and said to be another; a major one is not compared', () => {
  expect(compareLadders(scored('22'), scored('33', { version: '1.4.0' }))).toMatchObject({
    sameVersion: false,
    versions: { from: '1.0.0', to: '1.4.0' },
    climbed: 2,
  })
  const major = compareLadders(scored('22'), scored('33', { version: '2.0.0' }))
  expect(major).toMatchObject({ climbed: 0, step: { change: 'not-comparable', why: 'other-major-version' } })
  expect(major.dimensions[0]).toMatchObject({ from: 2, to: 3, why: 'other-major-version' })
})

test('another model is never compared', () => {
  const change = compareLadders(scored('22'), scored('33', { id: 'other-ladder' }))
  expect(change).toMatchObject({ sameVersion: false, climbed: 0, step: { why: 'other-model' } })
})

test('a dimension that only one of them has is told', () => {
  expect(compareLadders(scored('22'), scored('223')).dimensions[2]).toMatchObject({
    from: null,
    to: 3,
    why: 'only-once',
  })
  expect(compareLadders(scored('223'), scored('22')).dimensions[2]).toMatchObject({
    from: 3,
    to: null,
    why: 'only-once',
  })
})
