import { describe, expect, test } from 'vitest'
import { readAnswersFile, readTreeAnswers } from './answers-file.ts'
import { compileTree } from './compile.ts'
import { TEST_SCALES, testTree, treeNode, treeQuestion } from './test-tree.ts'

/** One question for each type of scale, named after it. */
const TYPES = Object.keys(TEST_SCALES) as (keyof typeof TEST_SCALES)[]
const COMPILED = compileTree(
  testTree({
    questions: TYPES.map((type) => treeQuestion(type, type)),
    tree: treeNode('root', { op: 'none' }, TYPES),
  }),
)

const read = (answers: Record<string, unknown>) => readTreeAnswers(COMPILED, answers, ['answers'])
function answerTo(question: string, value: unknown): unknown {
  const result = read({ [question]: value })
  return result.ok ? result.answers.get(question) : result.faults.map(({ message }) => message.en).join(' ')
}

test('a question says itself whether it may be unknown or not apply, before its scale does', () => {
  const compiled = compileTree(
    testTree({
      questions: [
        treeQuestion('a', 'yes-no'),
        { ...treeQuestion('b', 'yes-no'), unknown: 'refused', 'not-applicable': 'with-reason' },
      ],
      tree: treeNode('root', { op: 'mean' }, ['a', 'b']),
    }),
  )
  const told = (answers: Record<string, unknown>) => {
    const result = readTreeAnswers(compiled, answers)
    return result.ok ? [] : result.faults.map(({ pointer, message }) => `${pointer} ${message.en}`)
  }
  expect(told({ a: 'unknown', b: 'yes' })).toEqual([])
  expect(told({ a: 'not-applicable', b: 'unknown' })).toEqual(['#/b The answer “unknown” is not allowed here.'])
  expect(told({ b: 'not-applicable' })).toEqual(['#/b The answer “not-applicable” needs a reason.'])
  expect(told({ b: { kind: 'not-applicable', reason: 'We have none' } })).toEqual([])
})

describe('an answer in short', () => {
  test('is an option by its id, by yes and no, or by the only value it can be', () => {
    expect(answerTo('single', 'most')).toEqual({ kind: 'option', option: 'most' })
    expect(answerTo('yes-no', true)).toEqual({ kind: 'option', option: 'yes' })
    expect(answerTo('yes-no', false)).toEqual({ kind: 'option', option: 'no' })
    expect(answerTo('single', 2.5)).toEqual({ kind: 'option', option: 'most' })
  })

  test('is a rung by its level, a step by its value and a number by itself', () => {
    expect(answerTo('rungs', 2)).toEqual({ kind: 'rung', level: 2 })
    expect(answerTo('likert', 4)).toEqual({ kind: 'number', value: 4 })
    expect(answerTo('number', 12.5)).toEqual({ kind: 'number', value: 12.5 })
  })

  test('is a list of options, percent by part, or options by row and column', () => {
    expect(answerTo('multiple', ['a', 'c'])).toEqual({ kind: 'options', options: ['a', 'c'] })
    expect(answerTo('multiple', [])).toEqual({ kind: 'options', options: [] })
    expect(answerTo('split', { done: 40, 'not-done': 60 })).toEqual({
      kind: 'split',
      parts: { done: 40, 'not-done': 60 },
    })
    const cells = { press: { power: 'low' } }
    expect(answerTo('matrix', cells)).toEqual({ kind: 'matrix', cells })
  })

  test('is a text or a day on scales that ask for one', () => {
    expect(answerTo('text', 'By hand')).toEqual({ kind: 'text', text: 'By hand' })
    expect(answerTo('day', '2026-11-23')).toEqual({ kind: 'day', day: '2026-11-23' })
  })

  test('is “don’t know” or “not applicable” on any scale, and nothing when it is null', () => {
    for (const type of TYPES) {
      expect(answerTo(type, 'unknown')).toEqual({ kind: 'unknown' })
      expect(answerTo(type, 'not-applicable')).toEqual({ kind: 'not-applicable' })
      expect(answerTo(type, null)).toBeUndefined()
    }
  })

  test('is refused in a sentence where the scale reads it as nothing', () => {
    expect(answerTo('single', 'most-of-it')).toBe(
      'There is no option “most-of-it”. Choose one of: none, some, most, all.',
    )
    expect(answerTo('single', 3)).toBe('No single option is worth 3. Write its id.')
    expect(answerTo('single', true)).toBe('True and false only work where the options are called yes and no.')
    expect(answerTo('rungs', 1.5)).toBe('The answer must be the level as a whole number.')
    expect(answerTo('rungs', 7)).toBe('There is no level 7, only 0, 1, 2, 3.')
    expect(answerTo('number', '12')).toBe('The answer must be a number.')
    expect(answerTo('day', '2026-02-30')).toBe('The answer must be a day, such as "2026-11-23".')
    expect(answerTo('split', { done: 40 })).toContain('40')
    expect(answerTo('multiple', 'a')).toBe('The answer must be a list of ids of options.')
    expect(answerTo('matrix', ['low'])).toBe('The answer must be option by row and column.')
  })
})

describe('an answer in full', () => {
  test('keeps its reason and its evidence', () => {
    const full = { kind: 'option', option: 'all', reason: 'Seen on the board', evidence: 'E2' }
    expect(answerTo('single', full)).toEqual(full)
  })

  test('is refused at the key that is wrong', () => {
    const result = read({ single: { kind: 'option', option: 'all', evidence: 'E9' }, 'no/such': 1 })
    if (result.ok) expect.unreachable()
    expect(result.faults.map(({ pointer }) => pointer)).toEqual(['#/answers/single/evidence', '#/answers/no~1such'])
    expect(result.faults[1]!.message.sv).toBe('Modellen har ingen fråga ”no/such”.')
  })

  test('must fit its question', () => {
    expect(answerTo('single', { kind: 'rung', level: 1 })).toBe(
      'A question on a scale of type “single” is not answered with “rung”.',
    )
    expect(answerTo('curve', { kind: 'number', value: 2, unit: 'MWh' })).toEqual({
      kind: 'number',
      value: 2,
      unit: 'MWh',
    })
  })
})

describe('an answer that does not fit', () => {
  const told = (question: string, value: unknown) => {
    const result = read({ [question]: value })
    return result.ok ? undefined : result.faults[0]!.message
  }

  test('is told in both languages, with what would have fitted', () => {
    expect(told('number', { kind: 'number', value: 100.5 })).toEqual({
      sv: 'Talet får vara högst 100 %.',
      en: 'The number must be at most 100 %.',
    })
    expect(told('curve', { kind: 'number', value: 1, unit: 'J' })).toEqual({
      sv: 'Enheten ”J” finns inte här. Svara i: kWh, MWh.',
      en: 'There is no unit “J” here. Answer in: kWh, MWh.',
    })
    expect(told('split', { done: 40, planned: 40.5 })).toEqual({
      sv: 'Delarna blir 80,5 procent tillsammans och ska bli 100.',
      en: 'The parts add up to 80.5 percent and must be 100.',
    })
  })

  test('names the rows, columns, options and parts there are', () => {
    expect(told('matrix', { nowhere: { a: 'low' } })?.en).toMatch(/^There is no row “nowhere”\. The rows are: ./)
    expect(told('multiple', ['a', 'a'])?.en).toBe('The option “a” is given twice.')
    expect(told('split', { nothing: 100 })?.en).toMatch(/^There is no part “nothing”\. The parts are: ./)
    expect(told('likert', 9)?.en).toMatch(/^There is no step 9, only ./)
  })
})

describe('a file of answers', () => {
  const file = (changes: object) => readAnswersFile(COMPILED, { answers: { single: 'all' }, ...changes })
  const faults = (changes: object) => {
    const result = file(changes)
    return result.ok ? [] : result.faults.map(({ pointer, message }) => `${pointer} ${message.en}`)
  }

  test('is told in both languages what its own keys lack', () => {
    const result = readAnswersFile(COMPILED, { answer: {} })
    expect(result.ok ? [] : result.faults).toEqual([
      { pointer: '#/answers', message: { sv: '”answers” saknas.', en: '“answers” is missing.' } },
      {
        pointer: '#/answer',
        message: {
          sv: 'Nyckeln ”answer” finns inte i formatet.',
          en: 'The key “answer” is not part of the format.',
        },
      },
    ])
  })

  test('needs nothing but its answers', () => {
    expect(file({})).toEqual({
      ok: true,
      answers: new Map([['single', { kind: 'option', option: 'all' }]]),
      options: { voice: 'self', facts: {}, previous: new Map() },
    })
  })

  test('says whose answers they are, what is known of the company, and the levels before', () => {
    const whole = {
      format: 'stegvis-answers/2',
      model: { id: 'test-tree', version: '1.0.0' },
      voice: 'coach',
      facts: { employees: 12, sector: 'metal', exports: null },
      previous: { root: 2 },
    }
    expect(file(whole)).toMatchObject({
      ok: true,
      options: { voice: 'coach', facts: whole.facts, previous: new Map([['root', 2]]) },
    })
    const { facts, ...rest } = whole
    expect(file({ ...rest, profile: facts })).toMatchObject({ ok: true, options: { facts } })
  })

  test('is refused with every fault at its place', () => {
    expect(
      faults({
        model: { id: 'test-tree', version: '2.0.0' },
        facts: { employees: 'many', sector: 'paper', exports: 'yes', shifts: 2 },
        previous: { nowhere: 1 },
        answers: { single: 'sum', other: 1 },
      }),
    ).toEqual([
      '#/model The answers are for another model than test-tree 1.0.0.',
      '#/facts/employees It must be a number.',
      '#/facts/sector It must be one of: metal, wood, food.',
      '#/facts/exports It must be true or false.',
      '#/facts/shifts The model does not ask for “shifts”.',
      '#/previous/nowhere The model has no node “nowhere”.',
      '#/answers/single There is no option “sum”. Choose one of: none, some, most, all.',
      '#/answers/other The model has no question “other”.',
    ])
    expect(faults({ facts: {}, profile: {} })).toEqual(['#/profile Write either “facts” or “profile”.'])
  })

  test('is refused when it has another shape', () => {
    expect(faults({ voice: 'boss', colour: 'red' })).toHaveLength(2)
    expect(readAnswersFile(COMPILED, 'answers').ok).toBe(false)
    expect(readAnswersFile(COMPILED, null).ok).toBe(false)
    expect(readAnswersFile(COMPILED, { answers: [] }).ok).toBe(false)
  })
})
