import { describe, expect, test } from 'vitest'
import { PlainDate } from '../../kernel/day.ts'
import { declarationFor } from '../declaration/rules.ts'
import { type Decided, decisionFor } from './rules.ts'

const day = (text: string) => PlainDate.parse(text)
const award = (decidedOn: string, withdrawnOn: string | null = null): Decided => ({
  ...{ outcome: 'granted', decidedOn: day(decidedOn), withdrawnOn: withdrawnOn === null ? null : day(withdrawnOn) },
})
const refusal = (decidedOn: string): Decided => ({ outcome: 'refused', decidedOn: day(decidedOn), withdrawnOn: null })

describe('the decision that advice of a day stands on', () => {
  test.each([
    ['the award of the day itself', [award('2026-05-01')], '2026-05-01', 'approved 2026-05-01'],
    ['the latest award by then', [award('2026-05-01'), award('2026-03-01')], '2026-06-01', 'approved 2026-05-01'],
    ['a later award where none was there', [award('2026-05-01')], '2026-04-01', 'approved 2026-05-01'],
    ['the award before a refusal', [award('2026-05-01'), refusal('2026-06-01')], '2026-07-01', 'approved 2026-05-01'],
    ['the refusal where nothing was awarded', [refusal('2026-06-01')], '2026-07-01', 'refused 2026-06-01'],
    ['none once the grant is withdrawn', [award('2026-05-01', '2026-06-01')], '2026-06-01', 'none'],
    ['the grant until it is withdrawn', [award('2026-05-01', '2026-06-01')], '2026-05-31', 'approved 2026-05-01'],
    ['none where none was made', [], '2026-05-01', 'none'],
  ] as const)('is %s', (_, decided, on, expected) => {
    const found = decisionFor(decided, day(on), false)
    expect(found ? `${found.outcome} ${found.decidedOn}` : 'none').toBe(expected)
  })

  test('is open again once more support is planned after a refusal', () => {
    expect(decisionFor([refusal('2026-06-01')], day('2026-07-01'), true)).toBeNull()
  })
})

describe('the declaration behind an award', () => {
  const signed = ['2026-01-10', '2026-03-10', '2026-09-10'].map((on) => ({ signedOn: day(on) }))

  test.each([
    ['2026-03-10', '2026-03-10'],
    ['2026-08-01', '2026-03-10'],
    ['2026-12-01', '2026-09-10'],
    ['2026-01-01', '2026-09-10'],
  ])('of %s is the one of %s', (awardedOn, expected) => {
    expect(declarationFor(signed, day(awardedOn))?.signedOn).toBe(expected)
  })

  test('is none where nothing was signed', () => {
    expect(declarationFor([], day('2026-01-01'))).toBeNull()
  })
})
