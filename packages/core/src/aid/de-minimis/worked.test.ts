import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { toEurCents } from './amount.ts'
import { registerDuty } from './deadlines/deadlines.ts'
import { headroom } from './ledger/headroom.ts'
import type { PlannedAnswer } from './planned/planned.ts'
import { day, grant, group, holding, question, withLaw } from './test-law.ts'

const { LAW, judge } = withLaw((name) =>
  readFileSync(new URL(`../../../../../content/aid/${name}`, import.meta.url), 'utf8'),
)

/** The worked cases of the de minimis rules; ceiling 300 000 euro, Sweden. */
const ON = '2026-11-23'
const codes = ({ reasons }: PlannedAnswer) => reasons.map(({ code, effect }) => `${effect}:${code}`)

describe('worked cases', () => {
  test('B-T01: a grant of the day before the window does not count', () => {
    const grants = [grant('2023-11-22', 120_000), grant('2024-05-10', 80_000), grant('2025-09-01', 60_000)]
    const answer = headroom(LAW, question(ON, grants))
    expect(answer.ceilings[0]).toMatchObject({
      usedEurCents: 140_000_00,
      window: { from: '2023-11-23', to: '2026-11-23' },
    })
    expect(answer.lines.map(({ state }) => state)).toEqual(['too-old', 'counts', 'counts'])
    const planned = judge(question(ON, grants), 100_000)
    expect(planned).toMatchObject({ verdict: 'pass', headroomAfterEurCents: 60_000_00, reasons: [] })
  })

  test('B-T02: a grant of the boundary day blocks, and somebody is told that it decides', () => {
    const answer = judge(question(ON, [grant('2023-11-23', 210_000)]), 100_000)
    expect(answer.verdict).toBe('block')
    expect(codes(answer)).toEqual(['block:OVER_CEILING', 'review:BOUNDARY'])
  })

  test('B-T02, read the other way: the boundary day does not count, and somebody decides', () => {
    const answer = judge(question(ON, [grant('2023-11-23', 210_000)], { boundaryCounts: false }), 100_000)
    expect(answer).toMatchObject({ verdict: 'review', withinCeiling: true })
    expect(codes(answer)).toEqual(['review:BOUNDARY'])
  })

  test('B-T03: one euro too much blocks all of it, and the largest amount is told', () => {
    const answer = judge(question(ON, [grant('2025-01-15', 290_000)]), 10_001)
    expect(answer).toMatchObject({ verdict: 'block', largest: { currency: 'EUR', minor: 10_000_00 } })
    expect(codes(answer)).toEqual(['block:OVER_CEILING'])
    expect(answer.reasons[0]?.source).toContain('Art. 3(2)')
    expect(answer.alternatives.map(({ article }) => article)).toContain('Regulation (EU) No 651/2014, Art. 18')
  })

  test('B-T04: up to the ceiling passes', () => {
    const answer = judge(question(ON, [grant('2025-01-15', 290_000)]), 10_000)
    expect(answer).toMatchObject({ verdict: 'pass', headroomAfterEurCents: 0 })
  })

  test('B-T06: the same natural person makes no single undertaking, but somebody looks', () => {
    const owned = group(['a', 'b'], [{ id: 'anna', name: 'Anna', kind: 'person' }], {
      holdings: [holding('anna', 'a', 100), holding('anna', 'b', 100)],
    })
    const asked = question(ON, [grant('2025-06-01', 250_000, { beneficiary: 'b' })], { group: owned })
    const answer = judge(asked, 60_000)
    expect(answer).toMatchObject({ verdict: 'review', withinCeiling: true })
    expect(codes(answer)).toEqual(['review:NATURAL_PERSON'])
    expect(judge(asked, 50_000).verdict, 'together within the ceiling: nothing to decide').toBe('pass')
  })

  test('B-T07: the same municipality makes no single undertaking', () => {
    const town = {
      id: 'town',
      name: 'Kommunen',
      kind: 'local-authority',
      country: 'SE',
      annualBudgetEurCents: 0,
      inhabitants: 0,
    }
    const owned = group(['a', 'b'], [town], { holdings: [holding('town', 'a', 100), holding('town', 'b', 100)] })
    const asked = question(ON, [grant('2025-06-01', 290_000, { beneficiary: 'b' })], { group: owned })
    expect(judge(asked, 50_000)).toMatchObject({ verdict: 'pass', reasons: [] })
  })

  test('B-T08: aid of another state does not count', () => {
    const parent = { id: 'gmbh', name: 'Mutter GmbH', kind: 'enterprise', country: 'DE' }
    const owned = group(['a'], [parent], { holdings: [holding('gmbh', 'a', 100)] })
    const given = grant('2025-06-01', 280_000, { beneficiary: 'gmbh', memberState: 'DE' })
    const asked = question(ON, [given], { group: owned })
    expect(judge(asked, 100_000)).toMatchObject({ verdict: 'pass', headroomAfterEurCents: 200_000_00 })
    expect(headroom(LAW, asked).lines[0]?.state).toBe('other-state')
  })

  test('B-T09: a farm is sent to the regulation for agriculture', () => {
    const answer = judge(question(ON, []), 10_000, { activities: [{ code: '01.41' }, { code: '01.110' }] })
    expect(answer.verdict).toBe('block')
    expect(codes(answer)).toEqual(['block:EXCLUDED_PRIMARY_AGRI'])
    expect(answer.otherRegulations.map(({ regulation }) => regulation)).toEqual(['1408/2013'])
    expect(answer.largest).toBeNull()
  })

  test('B-T10: a dairy passes where nothing hangs on quantities or is passed on', () => {
    const conditions = { fixedOnPriceOrQuantity: false, passedOnToPrimaryProducers: false }
    const activities = [{ code: '10.51' }]
    expect(judge(question(ON, []), 10_000, { activities, conditions }).verdict).toBe('pass')
    expect(codes(judge(question(ON, []), 10_000, { activities }))).toContain('review:SECTOR_UNCLEAR')
    const tied = judge(question(ON, []), 10_000, {
      activities,
      conditions: { ...conditions, fixedOnPriceOrQuantity: true },
    })
    expect(codes(tied)).toEqual(['block:EXCLUDED_AGRI_PRICE'])
  })

  test('B-T12: a grant keeps the euro of its own day', () => {
    const rate = { perEuro: '11.20', source: 'InforEuro, March 2026', day: day('2026-03-01') }
    expect(toEurCents(LAW, { currency: 'SEK', minor: 500_000_00, rate })).toBe(44_642_86)
  })

  test('B-T13: what merges brings its earlier aid', () => {
    const merged = group(['z', 'x', 'y'], [], {
      restructurings: [{ kind: 'merger', on: '2026-06-01', into: 'z', merged: ['x', 'y'] }],
    })
    const grants = [
      grant('2025-02-01', 150_000, { beneficiary: 'x' }),
      grant('2025-03-01', 140_000, { beneficiary: 'y' }),
    ]
    const answer = judge(question(ON, grants, { group: merged, enterprise: 'z' }), 20_000)
    expect(codes(answer)).toEqual(['block:OVER_CEILING'])
    const before = headroom(LAW, question('2026-05-31', grants, { group: merged, enterprise: 'z' }))
    expect(before.headroomEurCents, 'the day before the merger').toBe(300_000_00)
  })

  test('B-T14: after a split the aid follows the supported activity', () => {
    const split = group(['x', 'x1', 'x2'], [], {
      restructurings: [
        {
          kind: 'split',
          on: '2026-06-01',
          from: 'x',
          parts: [{ enterprise: 'x1' }, { enterprise: 'x2' }],
          supportedActivityTo: 'x1',
        },
      ],
    })
    const grants = [grant('2025-02-01', 200_000, { beneficiary: 'x' })]
    const left = (enterprise: string) =>
      headroom(LAW, question(ON, grants, { group: split, enterprise })).headroomEurCents
    expect([left('x1'), left('x2')]).toEqual([100_000_00, 300_000_00])
  })

  test('B-T16: twenty working days over Christmas', () => {
    expect(registerDuty(LAW, 'general', 'SE', day('2026-12-10'))?.by).toBe('2027-01-12')
  })

  test('B-T18: the day of the award counts, not the day of payment', () => {
    const asked = question(ON, [grant('2023-10-01', 300_000, { paidOn: '2024-02-01' })])
    expect(headroom(LAW, asked).headroomEurCents).toBe(300_000_00)
  })

  test('B-T21: other aid for the same costs, together above its intensity, blocks', () => {
    const rate = { perEuro: '11.20', source: 'InforEuro', day: '2026-11-01' }
    const answer = judge(question(ON, []), 0, {
      amount: { currency: 'SEK', minor: 20_000_00, rate },
      sameCosts: {
        eligibleMinor: 100_000_00,
        otherAidMinor: 50_000_00,
        article: 'Regulation (EU) No 651/2014, Art. 18',
        maxIntensityPpm: 500_000,
      },
    })
    expect(codes(answer)).toEqual(['block:CUMULATION'])
    expect(answer.reasons[0]?.text.sv).toContain('70 %')
  })

  test('B-T22: without a declaration nothing is awarded, as long as one is asked for', () => {
    expect(codes(judge(question(ON, []), 10_000, { declaration: null }))).toEqual(['block:NO_DECLARATION'])
    expect(judge(question('2029-01-01', []), 10_000, { declaration: null }).verdict).toBe('pass')
  })

  test('B-T23: a large company may get it, with a note that it is not in the target group', () => {
    const answer = judge(question(ON, []), 30_000, { sizeClass: 'not_sme' })
    expect(answer.verdict).toBe('pass')
    expect(codes(answer)).toEqual(['note:NOT_SME_TARGET'])
  })
})
