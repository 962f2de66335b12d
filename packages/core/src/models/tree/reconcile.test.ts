import { describe, expect, test } from 'vitest'
import type { TreeAnswer } from './answers.ts'
import { compileTree } from './compile.ts'
import { reconcile } from './reconcile.ts'
import type { Voices } from './schema.ts'
import { testTree, treeQuestion } from './test-tree.ts'

const one = (option: string, evidence?: 'E1'): TreeAnswer => ({ kind: 'option', option, ...(evidence && { evidence }) })
const UNKNOWN: TreeAnswer = { kind: 'unknown' }
const PASSED: TreeAnswer = { kind: 'not-applicable' }

/** What becomes of the first question. */
function met(
  voices: Voices,
  self: (TreeAnswer | undefined)[],
  coach?: TreeAnswer,
): TreeAnswer | 'differing' | undefined {
  const compiled = compileTree(testTree({ voices }))
  const of = (answer: TreeAnswer | undefined) => new Map(answer ? [['q1', answer]] : [])
  const { answers, openBecauseDiffering } = reconcile(compiled, self.map(of), coach ? of(coach) : null)
  return openBecauseDiffering.includes('q1') ? 'differing' : answers.get('q1')
}

describe('the people of a company become one voice', () => {
  const self: Voices = { result: 'self', respondents: 'lower-median' }

  test('the answer in the middle, of two the lower', () => {
    expect(met(self, [one('all'), one('none'), one('some')])).toEqual(one('some'))
    expect(met(self, [one('all'), one('none')])).toEqual(one('none'))
  })

  test('somebody who knows goes before those who do not', () => {
    expect(met(self, [UNKNOWN, one('most'), UNKNOWN])).toEqual(one('most'))
    expect(met(self, [UNKNOWN, PASSED])).toEqual(PASSED)
    expect(met(self, [UNKNOWN, undefined])).toEqual(UNKNOWN)
    expect(met(self, [])).toBeUndefined()
  })

  test('an answer that does not fit is nobody’s', () => {
    expect(met(self, [one('no-such'), one('some')])).toEqual(one('some'))
  })

  test('a mean of numbers, whatever their unit; the lower median of choices', () => {
    const voices: Voices = { result: 'self', respondents: 'mean' }
    const questions = [treeQuestion('q1', 'curve'), ...['q2', 'q3', 'q4'].map((id) => treeQuestion(id, 'single'))]
    const compiled = compileTree(testTree({ voices, questions }))
    const number = (value: number, unit?: string) =>
      new Map<string, TreeAnswer>([['q1', { kind: 'number', value, ...(unit && { unit }) }]])
    const { answers } = reconcile(compiled, [number(10), number(0.02, 'MWh'), number(15)], null)
    expect(answers.get('q1')).toEqual({ kind: 'number', value: 15 })
    expect(met(voices, [one('all'), one('none')])).toEqual(one('none'))
  })

  test('those who must agree leave it open until they do', () => {
    const voices: Voices = { result: 'self', respondents: 'agreed' }
    expect(met(voices, [one('all'), one('some')])).toBe('differing')
    expect(met(voices, [one('all'), one('all')])).toEqual(one('all'))
  })
})

describe('self and coach meet', () => {
  const by = (result: Voices['result']): Voices => ({ result, respondents: 'lower-median' })

  test.each<[Voices['result'], TreeAnswer | undefined, TreeAnswer | undefined, TreeAnswer | 'differing' | undefined]>([
    ['self', one('all'), one('none'), one('all')],
    ['coach', one('all'), one('none'), one('none')],
    ['coach', one('all'), undefined, undefined],
    ['lower', one('all'), one('some'), one('some')],
    ['lower', one('none'), one('some'), one('none')],
    ['lower', one('none'), undefined, one('none')],
    ['lower', one('none'), UNKNOWN, one('none')],
    ['agreed', one('all'), one('some'), 'differing'],
    ['agreed', one('all'), one('all', 'E1'), one('all', 'E1')],
    ['agreed', one('all'), undefined, undefined],
  ])('%s', (result, self, coach, expected) => {
    expect(met(by(result), [self], coach)).toEqual(expected)
  })
})
