import { Answer, type Answers } from '../models/answers.ts'

/**
 * Answers in short, for tests: a number picks a rung; `'yes'`, `'partly'`, `'no'`, `'unknown'` and
 * `'not-applicable'` as they are; `'yes E2'` with the class of evidence seen.
 */
export function answersOf(short: Readonly<Record<string, number | string>>): Answers {
  return new Map(
    Object.entries(short).map(([id, value]) => {
      if (typeof value === 'number') return [id, Answer.parse({ kind: 'rung', level: value })]
      const [kind, evidence] = value.split(' ')
      const reason = kind === 'not-applicable' ? { reason: 'Does not apply' } : {}
      return [id, Answer.parse({ kind, ...reason, ...(evidence && { evidence }) })]
    }),
  )
}
