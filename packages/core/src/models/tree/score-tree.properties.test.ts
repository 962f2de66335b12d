import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TreeAnswer } from './answers.ts'
import { compileTree } from './compile.ts'
import { createIncremental } from './incremental.ts'
import { settle } from './numbers.ts'
import { TreeScore } from './score.ts'
import { scoreTree } from './score-tree.ts'
import type { TreeScoreOptions } from './state.ts'
import { TEST_BUCKETS } from './test-tree.ts'
import { answersTo, answerTo, anyFacts } from './test-tree-answers.ts'
import { anyTree } from './test-trees.ts'

const NUMBER_OF_RUNS = 150

const modelWithAnswers = () =>
  fc
    .tuple(anyTree(), fc.boolean())
    .map(([model, divides]) => (divides ? { ...model, buckets: TEST_BUCKETS } : model))
    .chain((model) => fc.record({ model: fc.constant(model), answers: answersTo(model), facts: anyFacts() }))
const voice = fc.constantFrom('self', 'coach')

const holds = <T>(arbitrary: fc.Arbitrary<T>, property: (value: T) => void) =>
  fc.assert(fc.property(arbitrary, property), { numRuns: NUMBER_OF_RUNS })

describe('any valid model and any answers', () => {
  test('give a score of the declared shape, with low ≤ score ≤ high', () => {
    holds(fc.tuple(modelWithAnswers(), voice), ([{ model, answers, facts }, voice]) => {
      const score = scoreTree(compileTree(model), answers, { voice, facts })
      expect(TreeScore.safeParse(score).error).toBeUndefined()
      for (const { state, score: value, range } of score.nodes) {
        if (value !== null && range) expect([range.low, range.high]).toEqual([value, value])
        if (range) expect(range.low).toBeLessThanOrEqual(range.high)
        expect(value === null).toBe(state !== 'complete')
      }
    })
  })

  test('divide what each node counts on buckets that make a whole', () => {
    holds(fc.tuple(modelWithAnswers(), voice), ([{ model, answers, facts }, voice]) => {
      for (const { buckets } of scoreTree(compileTree(model), answers, { voice, facts }).nodes) {
        expect(buckets === undefined).toBe(model.buckets === undefined)
        if (!buckets) continue
        const whole = Object.values(buckets.shares).reduce((sum, share) => sum + share, buckets.unanswered)
        expect(whole).toBeCloseTo(1, 6)
      }
    })
  })

  test('give the same score in any order of the answers', () => {
    holds(modelWithAnswers(), ({ model, answers, facts }) => {
      const compiled = compileTree(model)
      const turned = new Map([...answers].reverse())
      expect(scoreTree(compiled, turned, { voice: 'self', facts })).toEqual(
        scoreTree(compiled, answers, { voice: 'self', facts }),
      )
    })
  })

  test('answers of a wrong kind, and to questions that are not there, count as missing', () => {
    const odd = fc.oneof(
      fc.constant<TreeAnswer>({ kind: 'option', option: 'constructor' }),
      fc.constant<TreeAnswer>({ kind: 'number', value: Number.NaN }),
      fc.constant<TreeAnswer>({ kind: 'rung', level: 20 }),
      fc.constant<TreeAnswer>({ kind: 'split', parts: { constructor: 100 } }),
      fc.constant<TreeAnswer>({ kind: 'matrix', cells: { constructor: { a: 'b' } } }),
      fc.constant<TreeAnswer>({ kind: 'options', options: ['a', 'a'] }),
    )
    holds(fc.tuple(modelWithAnswers(), odd), ([{ model, facts }, answer]) => {
      const compiled = compileTree(model)
      const all = new Map([...model.questions.map(({ id }) => id), 'not-there'].map((id) => [id, answer]))
      expect(() => scoreTree(compiled, all, { voice: 'coach', facts })).not.toThrow()
      const stray = new Map([['not-there', answer]])
      expect(scoreTree(compiled, stray, { voice: 'coach', facts })).toEqual(
        scoreTree(compiled, new Map(), { voice: 'coach', facts }),
      )
    })
  })
})

test('scoring one change gives what scoring everything again gives', () => {
  const changes = modelWithAnswers().chain((whole) => {
    const change = fc
      .constantFrom(...whole.model.questions)
      .chain(({ id, scale }) =>
        fc.option(answerTo(whole.model.scales[scale]!), { nil: undefined }).map((answer) => ({ id, answer })),
      )
    return fc.tuple(fc.constant(whole), fc.array(change, { minLength: 1, maxLength: 6 }))
  })
  holds(changes, ([{ model, answers, facts }, list]) => {
    const compiled = compileTree(model)
    const options: TreeScoreOptions = { voice: 'coach', facts }
    const incremental = createIncremental(compiled, answers, options)
    const own = new Map(answers)
    for (const { id, answer } of list) {
      if (answer) own.set(id, answer)
      else own.delete(id)
      expect(incremental.change(id, answer)).toEqual(scoreTree(compiled, own, options))
    }
    expect(incremental.score).toEqual(scoreTree(compiled, own, options))
  })
})

test('settling twice changes nothing, and no noise is left', () => {
  holds(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }), (value) => {
    expect(settle(settle(value))).toBe(settle(value))
    expect(Math.abs(settle(value) - value)).toBeLessThanOrEqual(Math.max(1e-9, Math.abs(value) * 1e-14))
  })
  expect(settle(2.3000000000000003)).toBe(2.3)
})
