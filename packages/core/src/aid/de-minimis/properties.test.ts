import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../kernel/day.ts'
import type { GroupFacts } from '../groups/schema.ts'
import { splitExactly } from './largest-remainder.ts'
import { AidGrant } from './ledger/grant.ts'
import { headroom } from './ledger/headroom.ts'
import { freeFrom, windowFrom, windowSums } from './ledger/window.ts'
import { day, group, holding, question, withLaw } from './test-law.ts'
import { singleUndertaking } from './undertaking.ts'

const { LAW, judge } = withLaw((name) =>
  readFileSync(new URL(`../../../../../content/aid/${name}`, import.meta.url), 'utf8'),
)
const ON = day('2026-11-23')
const IDS = ['a', 'b', 'c', 'd', 'e', 'f']
const OWNED = group(IDS, [], { holdings: [holding('a', 'b', 60), holding('b', 'c', 51), holding('d', 'e', 100)] })

const anyGrant = fc
  .record({
    beneficiary: fc.constantFrom(...IDS),
    memberState: fc.constantFrom('SE', 'SE', 'SE', 'DE'),
    regulation: fc.constantFrom('2023/2831', '2023/2831', '1408/2013', '2023/2832'),
    awardedOn: fc.integer({ min: -1000, max: 200 }).map((days) => addDays(ON, days)),
    minor: fc.integer({ min: 0, max: 200_000_00 }),
  })
  .map(({ minor, ...rest }) => ({ ...rest, amount: { currency: 'EUR', minor } }))
const someGrants = fc
  .array(anyGrant, { maxLength: 15 })
  .map((list) => list.map((one, n) => AidGrant.parse({ ...one, id: `g${n}` })))

/** Any owners of any of six enterprises, circles and cross-holdings included. */
const anyHoldings = fc.array(
  fc
    .tuple(fc.constantFrom(...IDS), fc.constantFrom(...IDS), fc.integer({ min: 0, max: 100 }))
    .filter(([owner, owned]) => owner !== owned)
    .map(([owner, owned, percent]) => holding(owner, owned, percent)),
  { maxLength: 14 },
)

const left = (grants: readonly AidGrant[], facts = OWNED) =>
  headroom(LAW, question(ON, grants, { group: facts })).headroomEurCents!

describe('headroom', () => {
  test('is never raised by more aid, on any day of the line', () => {
    fc.assert(
      fc.property(someGrants, anyGrant, (grants, more) => {
        const before = headroom(LAW, question(ON, grants, { group: OWNED }))
        const added = [...grants, AidGrant.parse({ ...more, id: 'more' })]
        for (const { on, headroomEurCents } of before.steps) {
          if (headroomEurCents === null) continue
          const after = headroom(LAW, question(on, added, { group: OWNED })).headroomEurCents
          expect(after).toBeLessThanOrEqual(headroomEurCents)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('does not hang on the order of grants', () => {
    fc.assert(
      fc.property(someGrants, (grants) => {
        expect(left([...grants].reverse())).toBe(left(grants))
      }),
    )
  })

  test('is never negative, nor more than the ceiling, and the line says what each day says', () => {
    fc.assert(
      fc.property(someGrants, anyHoldings, (grants, holdings) => {
        const facts = group(IDS, [], { holdings })
        const { steps, headroomEurCents } = headroom(LAW, question(ON, grants, { group: facts }))
        expect(headroomEurCents).toBeGreaterThanOrEqual(0)
        expect(headroomEurCents).toBeLessThanOrEqual(300_000_00)
        for (const [at, step] of steps.entries()) {
          const next = steps[at + 1]
          if (step.headroomEurCents === null || !next) continue
          for (const on of [step.on, addDays(next.on, -1)]) {
            expect(headroom(LAW, question(on, grants, { group: facts })).headroomEurCents).toBe(step.headroomEurCents)
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  test('is exactly what passes: one cent more is over the ceiling', () => {
    fc.assert(
      fc.property(someGrants, (grants) => {
        const asked = question(ON, grants, { group: OWNED })
        const eurCents = left(grants)
        const amount = (minor: number) => ({ amount: { currency: 'EUR', minor } })
        expect(judge(asked, 0, amount(eurCents)).withinCeiling).toBe(true)
        expect(judge(asked, 0, amount(eurCents + 1)).withinCeiling).toBe(false)
      }),
    )
  })
})

describe('single undertaking', () => {
  const members = (facts: GroupFacts, start: string) =>
    singleUndertaking(facts, start, ON, 'SE')
      .map(({ party }) => party)
      .filter((id) => id !== 'shell')
      .sort()

  test('ends on circles and cross-holdings, and is the same asked from any member', () => {
    fc.assert(
      fc.property(anyHoldings, (holdings) => {
        const facts = group(IDS, [], { holdings })
        const own = members(facts, 'a')
        for (const id of own) expect(members(facts, id)).toEqual(own)
      }),
    )
  })

  test('only ever grows with more votes', () => {
    fc.assert(
      fc.property(anyHoldings, (holdings) => {
        const fewer = members(group(IDS, [], { holdings: holdings.slice(1) }), 'a')
        const more = members(group(IDS, [], { holdings }), 'a')
        expect(more).toEqual(expect.arrayContaining(fewer))
      }),
    )
  })

  test('is not changed by holding half of the shares through an own shell, nor all of them', () => {
    fc.assert(
      fc.property(anyHoldings, fc.nat(), fc.boolean(), (holdings, pick, whole) => {
        fc.pre(holdings.length > 0)
        const at = pick % holdings.length
        const split = holdings[at]!
        const [direct, through] = whole ? [0, split.votesPpm] : [split.votesPpm / 2, split.votesPpm / 2]
        const withShell = [
          ...holdings.filter((_, n) => n !== at),
          { ...split, votesPpm: direct, capitalPpm: direct },
          { ...split, owner: 'shell', votesPpm: through, capitalPpm: through },
          holding(split.owner, 'shell', 100),
        ]
        const before = members(group(IDS, [], { holdings }), 'a')
        const after = members(group([...IDS, 'shell'], [], { holdings: withShell }), 'a')
        expect(after).toEqual(before)
      }),
    )
  })
})

describe('windows and parts', () => {
  const anyDay = fc.integer({ min: -2000, max: 2000 }).map((days) => addDays(ON, days))

  test('a grant counts up to the day before it is free, and no longer', () => {
    fc.assert(
      fc.property(anyDay, fc.boolean(), (given, boundaryCounts) => {
        const rule = { years: 3, boundaryCounts }
        const free = freeFrom(given, rule)
        expect(windowFrom(free, rule) > given).toBe(true)
        expect(windowFrom(addDays(free, -1), rule) <= given).toBe(true)
      }),
    )
  })

  test('the sums are those of the plainest way to count', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyDay, fc.nat(1000)), { maxLength: 12 }), anyDay, (list, on) => {
        const rule = { years: 3, boundaryCounts: true }
        const entries = list.map(([at, eurCents]) => ({ day: at, eurCents }))
        const sumTo = (end: typeof on) =>
          entries
            .filter((entry) => windowFrom(end, rule) <= entry.day && entry.day <= end)
            .reduce((sum, { eurCents }) => sum + eurCents, 0)
        const ends = [on, ...entries.map((entry) => entry.day)].filter(
          (end) => windowFrom(end, rule) <= on && on <= end,
        )
        expect(windowSums(entries, rule).usedOn(on).eurCents).toBe(Math.max(...ends.map(sumTo)))
      }),
    )
  })

  test('parts of a whole add up, and none is off by a unit or more', () => {
    fc.assert(
      fc.property(fc.nat(1e9), fc.array(fc.nat(1e6), { minLength: 1, maxLength: 20 }), (total, weights) => {
        const parts = splitExactly(total, weights)
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total)
        const sum = weights.reduce((all, weight) => all + weight, 0)
        for (const [at, part] of parts.entries()) {
          if (sum > 0) expect(Math.abs(part - (total * weights[at]!) / sum)).toBeLessThan(1.001)
        }
      }),
    )
  })
})
