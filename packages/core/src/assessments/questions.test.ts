import { expect, test } from 'vitest'
import { Answer } from '../models/answers.ts'
import { testModel } from '../models/test-model.ts'
import { answerFits, openQuestions, questionCount, visibleQuestions } from './questions.ts'
import { compileModel } from './scoring.ts'
import { answersOf } from './test-answers.ts'

const flow = compileModel(testModel(['flow']))
const ladder = compileModel(testModel(['a', 'b', 'c', 'd', 'e', 'f']))

const shown = (short: Record<string, number | string>, asked: 'self' | 'coach') =>
  visibleQuestions(flow, answersOf(short), asked).map(({ id, demanded }) => (demanded ? id : `(${id})`))

test('before a pick only the pick is asked for', () => {
  expect(shown({}, 'self')).toEqual(['flow'])
  expect(shown({ flow: 'unknown' }, 'coach')).toEqual(['flow'])
})

test('the company sees the required criteria of the picked rung and the one above', () => {
  expect(shown({ flow: 2 }, 'self')).toEqual(['flow', 'flow-2-a', 'flow-2-b', 'flow-3-a', 'flow-3-b'])
  expect(shown({ flow: 1 }, 'self')).toEqual(['flow', 'flow-2-a', 'flow-2-b'])
})

test('at the top the company sees the rung below instead', () => {
  expect(shown({ flow: 5 }, 'self')).toEqual(['flow', 'flow-4-a', 'flow-4-b', 'flow-5-a', 'flow-5-b'])
})

test('the coach sees the other criteria too, without having to answer them', () => {
  expect(shown({ flow: 3 }, 'coach')).toEqual([
    'flow',
    'flow-3-a',
    'flow-3-b',
    '(flow-3-c)',
    'flow-4-a',
    'flow-4-b',
    '(flow-4-c)',
  ])
})

test('a criterion that does not hold leads the coach, and only the coach, one rung down at a time', () => {
  const failing = { flow: 4, 'flow-4-a': 'no', 'flow-4-b': 'yes E3' }
  expect(shown(failing, 'coach').slice(0, 5)).toEqual(['flow', '(flow-3-a)', '(flow-3-b)', '(flow-3-c)', 'flow-4-a'])
  expect(shown({ ...failing, 'flow-3-b': 'partly' }, 'coach')).toContain('(flow-2-a)')
  expect(shown(failing, 'self')).not.toContain('(flow-3-a)')
})

test('open questions are those without an answer that must have one', () => {
  const answers = answersOf({ flow: 3, 'flow-3-a': 'yes', 'flow-3-b': 'unknown', 'flow-4-a': 'no' })
  expect(openQuestions(flow, answers, 'self').map(({ id }) => id)).toEqual(['flow-4-b'])
})

test('the count is the same before and after a pick that opens the fewest criteria', () => {
  expect(questionCount(ladder, answersOf({}), 'self')).toEqual({ answered: 0, total: 18 })
  expect(questionCount(ladder, answersOf({ a: 1 }), 'self')).toEqual({ answered: 1, total: 18 })
  expect(questionCount(ladder, answersOf({ a: 3, 'a-3-a': 'yes' }), 'self')).toEqual({ answered: 2, total: 20 })
})

test('an answer has to fit its question', () => {
  const fits = (id: string, answer: unknown) => answerFits(flow, id, Answer.parse(answer)).ok
  expect(fits('flow', { kind: 'rung', level: 3 })).toBe(true)
  expect(fits('flow', { kind: 'rung', level: 6 })).toBe(false)
  expect(fits('flow', { kind: 'yes' })).toBe(false)
  expect(fits('flow-2-a', { kind: 'rung', level: 2 })).toBe(false)
  expect(fits('flow-2-a', { kind: 'partly' })).toBe(true)
  expect(fits('flow-2-a', { kind: 'unknown' })).toBe(true)
  expect(fits('flow-9-z', { kind: 'unknown' })).toBe(false)
})

test('not applicable needs a reason', () => {
  expect(Answer.safeParse({ kind: 'not-applicable' }).success).toBe(false)
  expect(Answer.safeParse({ kind: 'not-applicable', reason: '  ' }).success).toBe(false)
})
