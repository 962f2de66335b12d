import { describe, expect, test } from 'vitest'
import { plainDate } from '../kernel/day.ts'
import type { EvidenceClass } from '../models/schema.ts'
import { testModel } from '../models/test-model.ts'
import { bestBeforeOf, classesOnFile, confirmLadder, type Evidence, evidenceState } from './evidence.ts'
import { compileModel, scoreLadder } from './scoring.ts'
import { answersOf } from './test-answers.ts'

const model = testModel(['flow'])
model.dimensions[0]!.rungs[1]!.criteria[1]!['best-before-months'] = 6
const compiled = compileModel(model)

const SPRING = plainDate(2026, 3, 31)

function piece(criterion: string, evidence: EvidenceClass, datedOn = SPRING): Evidence {
  return { criterion, class: evidence, datedOn, bestBefore: bestBeforeOf(model, criterion, datedOn) }
}

describe('a piece of evidence', () => {
  test('holds for the months of the model, or of its criterion', () => {
    expect(bestBeforeOf(model, 'flow-2-a', SPRING)).toBe('2028-03-31')
    expect(bestBeforeOf(model, 'flow-2-b', SPRING)).toBe('2026-09-30')
  })

  test('is current on its first and last day, and lapses the day after', () => {
    const evidence = piece('flow-2-b', 'E2')
    expect(evidenceState(evidence, plainDate(2026, 3, 30))).toEqual({ state: 'not-yet' })
    expect(evidenceState(evidence, SPRING)).toEqual({ state: 'current' })
    expect(evidenceState(evidence, plainDate(2026, 9, 30))).toEqual({ state: 'current' })
    expect(evidenceState(evidence, plainDate(2026, 10, 1))).toEqual({ state: 'lapsed', since: '2026-10-01' })
  })
})

test('the best class on file counts, from the day it is dated', () => {
  const evidence = [piece('flow-2-a', 'E1'), piece('flow-2-a', 'E3'), piece('flow-2-a', 'E4', plainDate(2027, 1, 1))]
  expect(classesOnFile(evidence, SPRING).get('flow-2-a')).toBe('E3')
  expect(classesOnFile(evidence, plainDate(2027, 1, 1)).get('flow-2-a')).toBe('E4')
  expect(classesOnFile(evidence, plainDate(2026, 1, 1)).size).toBe(0)
})

describe('when evidence lapses', () => {
  const answers = answersOf({ flow: 2, 'flow-2-a': 'yes', 'flow-2-b': 'yes', 'flow-3-a': 'no', 'flow-3-b': 'no' })
  const evidence = [piece('flow-2-a', 'E2'), piece('flow-2-b', 'E2')]
  const verified = (on = SPRING, files = evidence) => {
    const score = scoreLadder(compiled, answers, { evidence: 'on-file', onFile: classesOnFile(files, on) })
    return { level: score.dimensions[0]!.level, ...confirmLadder(compiled, score, answers, files, on)[0] }
  }

  test('the level stays and is unconfirmed', () => {
    expect(verified()).toEqual({ level: 2, dimension: 'flow', unconfirmed: false, lapsed: [] })
    expect(verified(plainDate(2026, 10, 1))).toEqual({
      level: 2,
      dimension: 'flow',
      unconfirmed: true,
      lapsed: [{ criterion: 'flow-2-b', since: '2026-10-01' }],
    })
  })

  test('newer evidence confirms it again, weaker evidence does not', () => {
    const autumn = plainDate(2026, 10, 1)
    expect(verified(autumn, [...evidence, piece('flow-2-b', 'E2', autumn)]).unconfirmed).toBe(false)
    expect(verified(autumn, [...evidence, piece('flow-2-b', 'E1', autumn)]).unconfirmed).toBe(true)
  })

  test('nothing lapses where the level rests on no evidence', () => {
    const score = scoreLadder(compiled, answers, { evidence: 'stated' })
    expect(confirmLadder(compiled, score, answers, [], SPRING)[0]!.unconfirmed).toBe(false)
  })
})
