import { describe, expect, test } from 'vitest'
import { millionsToCents, parseDraft, readNumber } from './interest-draft.ts'

describe('what a visitor types', () => {
  test.each([
    ['24', 24],
    ['1 200', 1200],
    ['12,5', 12.5],
    ['12.5', 12.5],
    ['', null],
    ['många', null],
    ['-3', null],
  ])('reads "%s" as %s', (typed, number) => {
    expect(readNumber(typed)).toBe(number)
  })

  test('millions of kronor are kept in öre', () => {
    expect(millionsToCents('62,5')).toBe(6_250_000_000)
  })
})

describe('a kept draft', () => {
  test('takes what fits and leaves the rest empty', () => {
    const draft = parseDraft({ companyName: 'Exempel AB', focusAreaIds: ['a', 4], employees: 12, other: 'x' })
    expect(draft).toMatchObject({ companyName: 'Exempel AB', focusAreaIds: ['a'], employees: '' })
    expect(draft).not.toHaveProperty('other')
  })

  test.each([null, 'text', 4, []])('is empty when what was kept is %s', (kept) => {
    expect(parseDraft(kept).companyName).toBe('')
  })
})
