import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Answer, type Answers } from '../models/answers.ts'
import type { Model } from '../models/schema.ts'
import { testModel } from '../models/test-model.ts'
import { openQuestions, questionCount, visibleQuestions } from './questions.ts'
import { LadderScore } from './score.ts'
import { compileModel, scoreLadder } from './scoring.ts'
import type { ScoreOptions } from './walk.ts'

const NAMES = ['flow', 'tools', 'skills']
const RULES: Model['rules'] = [
  {
    dimension: 'tools',
    level: 4,
    when: { profile: 'employees', below: 10 },
    // biome-ignore lint/suspicious/noThenProperty: the key of the format
    then: 'not-applicable',
    because: { sv: 'Liten', en: 'Small' },
  },
]
const compiled = compileModel(testModel(NAMES, { rules: RULES }))
const CRITERIA = compiled.criteria
const CLASSES = ['E0', 'E1', 'E2', 'E3', 'E4'] as const

const pick = (): fc.Arbitrary<Answer> =>
  fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 1, max: 5 }).map((level): Answer => ({ kind: 'rung', level })) },
    { weight: 1, arbitrary: fc.constant<Answer>({ kind: 'unknown' }) },
    { weight: 1, arbitrary: fc.constant<Answer>({ kind: 'not-applicable', reason: 'No such thing here' }) },
  )
const judged = (): fc.Arbitrary<Answer> =>
  fc
    .tuple(
      fc.constantFrom('yes', 'yes', 'yes', 'partly', 'no', 'unknown', 'not-applicable'),
      fc.constantFrom(...CLASSES),
    )
    .map(([kind, evidence]) =>
      Answer.parse({ kind, evidence, ...(kind === 'not-applicable' && { reason: 'No such thing here' }) }),
    )

/** Any answers, with holes, in any order. */
const answering = (): fc.Arbitrary<[string, Answer][]> =>
  fc
    .tuple(
      ...NAMES.map((id) =>
        fc.option(
          pick().map((answer): [string, Answer] => [id, answer]),
          { freq: 8 },
        ),
      ),
      ...CRITERIA.map((id) =>
        fc.option(
          judged().map((answer): [string, Answer] => [id, answer]),
          { freq: 6 },
        ),
      ),
    )
    .map((entries) => entries.filter((entry) => entry !== null))

const voice = (): fc.Arbitrary<ScoreOptions> =>
  fc
    .tuple(
      fc.constantFrom('stated', 'seen', 'on-file'),
      fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }),
      fc.array(fc.tuple(fc.constantFrom(...CRITERIA), fc.constantFrom(...CLASSES)), { maxLength: 30 }),
    )
    .map(([evidence, employees, files]) => {
      const profile = { employees }
      return evidence === 'on-file' ? { evidence, profile, onFile: new Map(files) } : { evidence, profile }
    })

const given = (check: (answers: Answers, options: ScoreOptions) => void) =>
  fc.assert(
    fc.property(answering(), voice(), (entries, options) => check(new Map(entries), options)),
    { numRuns: 300 },
  )

const withAnswer = (answers: Answers, id: string, answer: Answer): Answers => new Map(answers).set(id, answer)

describe('whatever is answered', () => {
  test('the score keeps its shape and its ranges', () => {
    given((answers, options) => {
      const score = LadderScore.parse(scoreLadder(compiled, answers, options))
      for (const { level, range, top, coverage, progress } of score.dimensions) {
        expect(coverage.known).toBeLessThanOrEqual(coverage.asked)
        if (progress) expect(progress.met + progress.partly).toBeLessThanOrEqual(progress.required)
        if (!range) continue
        expect(1 <= range.low && range.low <= range.high && range.high <= top && top <= 5).toBe(true)
        if (level !== null) expect(level >= range.low && level <= range.high).toBe(true)
      }
      const { step, stepRange, index, indexRange } = score
      if (step !== null) expect(step >= stepRange!.low && step <= stepRange!.high).toBe(true)
      if (index !== null) expect(index >= indexRange!.low && index <= indexRange!.high).toBe(true)
      if (indexRange) expect(indexRange.low >= 0 && indexRange.high <= 100).toBe(true)
    })
  })

  test('the order of the answers does not matter, and the same answers score the same', () => {
    fc.assert(
      fc.property(
        answering().chain((entries) =>
          fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length })),
        ),
        voice(),
        ([entries, shuffled], options) => {
          const score = scoreLadder(compiled, new Map(entries), options)
          expect(scoreLadder(compiled, new Map(shuffled), options)).toEqual(score)
          expect(scoreLadder(compileModel(compiled.model), new Map(entries), options)).toEqual(score)
        },
      ),
      { numRuns: 100 },
    )
  })

  test('a no that becomes a yes lowers no dimension and not the step', () => {
    given((answers, options) => {
      for (const id of CRITERIA) {
        const before = scoreLadder(compiled, withAnswer(answers, id, { kind: 'no' }), options)
        const after = scoreLadder(compiled, withAnswer(answers, id, { kind: 'yes', evidence: 'E4' }), options)
        before.dimensions.forEach((dimension, at) => {
          expect(after.dimensions[at]!.range?.low ?? 0).toBeGreaterThanOrEqual(dimension.range?.low ?? 0)
          expect(after.dimensions[at]!.range?.high ?? 0).toBeGreaterThanOrEqual(dimension.range?.high ?? 0)
          if (dimension.level !== null) expect(after.dimensions[at]!.level).toBeGreaterThanOrEqual(dimension.level)
        })
        if (before.step !== null) expect(after.step).toBeGreaterThanOrEqual(before.step)
      }
    })
  })

  test('answering an open question never widens the range', () => {
    fc.assert(
      fc.property(answering(), voice(), pick(), judged(), fc.nat(), (entries, options, picked, answer, which) => {
        const answers = new Map(entries)
        const asked = options.evidence === 'stated' ? 'self' : 'coach'
        const open = openQuestions(compiled, answers, asked, options.profile)
        const question = open[which % Math.max(1, open.length)]
        if (!question) return
        const at = NAMES.indexOf(question.dimension)
        const before = scoreLadder(compiled, answers, options).dimensions[at]!.range
        const answered = withAnswer(answers, question.id, question.kind === 'pick' ? picked : answer)
        const after = scoreLadder(compiled, answered, options).dimensions[at]!.range
        if (!before || !after) return
        expect(after.low).toBeGreaterThanOrEqual(before.low)
        expect(after.high).toBeLessThanOrEqual(before.high)
      }),
      { numRuns: 500 },
    )
  })

  test('a ladder is complete exactly when no question is open', () => {
    given((answers, options) => {
      const asked = options.evidence === 'stated' ? 'self' : 'coach'
      const open = openQuestions(compiled, answers, asked, options.profile)
      const { state } = scoreLadder(compiled, answers, options)
      expect(state === 'incomplete').toBe(open.length > 0)
      const { answered, total } = questionCount(compiled, answers, asked, options.profile)
      expect(answered === total).toBe(open.length === 0)
    })
  })

  test('the coach sees every question the company sees', () => {
    given((answers, { profile }) => {
      const coach = new Set(visibleQuestions(compiled, answers, 'coach', profile).map(({ id }) => id))
      for (const { id } of visibleQuestions(compiled, answers, 'self', profile)) expect(coach).toContain(id)
    })
  })
})
