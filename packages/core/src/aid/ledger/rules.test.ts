import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PlainDate } from '../../kernel/day.ts'
import { asAidGrant, checkChange, type GrantFacts, minorOn, withdrawnOn, withoutKnown } from './rules.ts'

const day = (text: string) => PlainDate.parse(text)
const TODAY = day('2026-11-23')

const grant = (part: Partial<GrantFacts> = {}): GrantFacts => ({
  ...{ id: 'g', party: 'a', memberState: 'SE', regulation: '2023/2831', awardedOn: day('2026-01-10') },
  ...{ currency: 'EUR', minor: 1000, rate: null, scheme: '', authority: '', changes: [] },
  ...part,
})
const lowered = (decidedOn: string, minor: number | null) => ({
  kind: minor === null ? ('corrected' as const) : ('lowered' as const),
  ...{ decidedOn: day(decidedOn), minor },
})

describe('a line of the ledger', () => {
  test('is the grant the rules count, lowered by its decisions alone', () => {
    const changes = [lowered('2026-02-01', 600), lowered('2026-03-01', null), lowered('2026-04-01', 0)]
    expect(asAidGrant(grant({ changes, scheme: 'S' }))).toEqual({
      ...{ id: 'g', beneficiary: 'a', memberState: 'SE', regulation: '2023/2831', awardedOn: '2026-01-10' },
      ...{ amount: { currency: 'EUR', minor: 1000 }, scheme: 'S' },
      lowered: [
        { decidedOn: '2026-02-01', minor: 600 },
        { decidedOn: '2026-04-01', minor: 0 },
      ],
    })
    const on = ['2026-01-31', '2026-02-01', '2026-04-01'].map((at) => minorOn({ minor: 1000, changes }, day(at)))
    expect(on).toEqual([1000, 600, 0])
    expect(withdrawnOn({ changes })).toBe('2026-04-01')
    expect(withdrawnOn({ changes: changes.slice(0, 2) })).toBeNull()
  })

  test.each([
    ['2026-02-01', 600, 'programme', { ok: true, value: 600 }],
    ['2026-02-01', 1000, 'programme', { problem: 'grant-not-lowered' }],
    ['2026-01-09', 600, 'programme', { problem: 'decision-out-of-order' }],
    ['2026-11-24', 600, 'programme', { problem: 'decision-ahead' }],
  ] as const)('lowered on %s to %i', (decidedOn, minor, origin, expected) => {
    expect(checkChange({ ...grant(), origin }, lowered(decidedOn, minor), TODAY)).toMatchObject(expected)
  })

  test('of the programme is never removed; what was declared may have been a mistake', () => {
    const removed = { kind: 'removed' as const, decidedOn: TODAY, minor: null }
    expect(checkChange({ ...grant(), origin: 'programme' }, removed, TODAY)).toMatchObject({ ok: false })
    expect(checkChange({ ...grant(), origin: 'declared' }, removed, TODAY)).toEqual({ ok: true, value: null })
  })
})

describe('lines that are known already', () => {
  const some = fc.array(fc.constantFrom(grant({ minor: 1 }), grant({ minor: 2 }), grant({ party: 'b' })), {
    maxLength: 8,
  })

  test('are left out one for one, so that two awards of the same day and amount stay two', () => {
    expect(withoutKnown([grant()], [grant(), grant()])).toHaveLength(1)
    expect(withoutKnown([grant()], [grant({ minor: 999 })])).toHaveLength(1)
    expect(withoutKnown([], [grant()])).toHaveLength(1)
  })

  test('never add to what is counted, whichever side knows them', () => {
    fc.assert(
      fc.property(some, some, (known, more) => {
        const together = [...known, ...withoutKnown(known, more)]
        for (const one of [...known, ...more]) {
          const count = (lines: readonly GrantFacts[]) =>
            lines.filter(({ party, minor }) => party === one.party && minor === one.minor).length
          expect(count(together)).toBe(Math.max(count(known), count(more)))
        }
      }),
    )
  })
})
