import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { largestMinor, toEurCents } from './amount.ts'
import { splitExactly } from './largest-remainder.ts'
import { AidGrant } from './ledger/grant.ts'
import { headroom } from './ledger/headroom.ts'
import { freeFrom, windowFrom } from './ledger/window.ts'
import { day, grant, group, holding, question, withLaw } from './test-law.ts'
import { singleUndertaking } from './undertaking.ts'

const { LAW, judge } = withLaw((name) =>
  readFileSync(new URL(`../../../../../content/aid/${name}`, import.meta.url), 'utf8'),
)
const ON = '2026-11-23'

describe('single undertaking', () => {
  const members = (facts: ReturnType<typeof group>, start: string) =>
    singleUndertaking(facts, start, day(ON), 'SE').map(({ party }) => party)

  test('is joined by more than half of the votes, not by half or a quarter', () => {
    const facts = group(['a', 'b', 'c'], [], { holdings: [holding('a', 'b', 50), holding('a', 'c', 50.01)] })
    expect(members(facts, 'a')).toEqual(['a', 'c'])
  })

  test('reaches through enterprises, upwards, downwards and sideways', () => {
    const facts = group(['a', 'b', 'c', 'd'], [], {
      holdings: [holding('a', 'b', 60), holding('a', 'c', 60), holding('c', 'd', 60)],
    })
    for (const start of ['a', 'b', 'c', 'd']) expect(members(facts, start).sort()).toEqual(['a', 'b', 'c', 'd'])
  })

  test('adds up the votes that members hold together, and tells who holds them', () => {
    const facts = group(['a', 'b', 'c'], [], {
      holdings: [holding('a', 'b', 100), holding('a', 'c', 30), holding('b', 'c', 30)],
    })
    expect(members(facts, 'c').sort()).toEqual(['a', 'b', 'c'])
    const { undertaking } = headroom(LAW, question(ON, [], { group: facts, enterprise: 'c' }))
    expect(undertaking[0]?.text.sv).toBe('Bolaget A, Bolaget B har 60 % av rösterna i Bolaget C.')
  })

  test('is joined by the board, by contract and by agreement', () => {
    for (const means of ['board-majority', 'contract', 'shareholder-agreement']) {
      const facts = group(['a', 'b'], [], { controls: [{ controller: 'a', controlled: 'b', means }] })
      expect(members(facts, 'b'), means).toEqual(['b', 'a'])
    }
  })

  test('counts a holding only on the days it holds', () => {
    const facts = group(['a', 'b'], [], { holdings: [{ ...holding('a', 'b', 100), from: '2026-11-24' }] })
    expect(members(facts, 'a')).toEqual(['a'])
  })

  test('goes through a holding company that a public body owns: the tie is an enterprise then', () => {
    const facts = group(['hold', 'a', 'b'], [{ id: 'region', name: 'Regionen', kind: 'public-body', country: 'SE' }], {
      holdings: [holding('region', 'hold', 100), holding('hold', 'a', 100), holding('hold', 'b', 100)],
    })
    expect(members(facts, 'a').sort()).toEqual(['a', 'b', 'hold'])
  })

  test('somebody looks where a link runs through another country, or a university', () => {
    const owners = [
      { parent: { id: 'p', name: 'Mutter', kind: 'enterprise', country: 'DE' }, code: 'FOREIGN_LINK' },
      { parent: { id: 'p', name: 'Lärosätet', kind: 'university', country: 'SE' }, code: 'UNIVERSITY_OWNER' },
    ]
    for (const { parent, code } of owners) {
      const facts = group(['a', 'b'], [parent], { holdings: [holding('p', 'a', 100), holding('p', 'b', 100)] })
      const given = [grant('2025-06-01', 280_000, { beneficiary: 'b' })]
      const answer = judge(question(ON, given, { group: facts }), 50_000)
      expect(answer.reasons.map((one) => one.code)).toEqual(['OVER_CEILING', code])
    }
  })
})

describe('window', () => {
  const rule = { years: 3, boundaryCounts: true }

  test('starts on the same date three years before, on 28 February where there is no 29th', () => {
    expect(windowFrom(day('2028-02-29'), rule)).toBe('2025-02-28')
    expect(windowFrom(day(ON), { ...rule, boundaryCounts: false })).toBe('2023-11-24')
  })

  test('lets go of a grant on the first day whose window begins after it', () => {
    for (const given of ['2024-02-29', '2025-02-28', '2025-03-01', '2023-12-31']) {
      const free = freeFrom(day(given), rule)
      expect(windowFrom(free, rule) > given, given).toBe(true)
    }
    expect(freeFrom(day('2025-02-28'), rule)).toBe('2028-03-01')
    expect(freeFrom(day('2025-03-01'), { ...rule, boundaryCounts: false })).toBe('2028-03-01')
  })

  test('no period of three years that includes the day may be too full, later grants included', () => {
    const grants = [grant('2027-05-01', 200_000), grant('2027-06-01', 50_000)]
    const answer = headroom(LAW, question(ON, grants))
    expect(answer).toMatchObject({ headroomEurCents: 50_000_00, ceilings: [{ window: { to: '2027-06-01' } }] })
    const planned = judge(question(ON, grants), 60_000)
    expect(planned.reasons.map(({ code, effect }) => [code, effect])).toEqual([
      ['OVER_CEILING', 'block'],
      ['LATER_GRANT', 'note'],
    ])
  })
})

describe('ledger', () => {
  test('grows step by step as grants leave the window, and tells from when an amount fits', () => {
    const grants = [grant('2024-05-10', 80_000), grant('2025-09-01', 150_000)]
    const { steps } = headroom(LAW, question(ON, grants))
    expect(steps).toEqual([
      { on: ON, headroomEurCents: 70_000_00 },
      { on: '2027-05-11', headroomEurCents: 150_000_00 },
      { on: '2028-09-02', headroomEurCents: 300_000_00 },
      { on: '2031-07-01', headroomEurCents: null },
    ])
    expect(judge(question(ON, grants), 100_000)).toMatchObject({ verdict: 'block', fitsFrom: '2027-05-11' })
  })

  test('counts a lowered grant in full until the day of the decision', () => {
    const given = AidGrant.parse({
      ...grant('2026-01-10', 100_000),
      lowered: [{ decidedOn: '2026-06-01', minor: 40_000_00 }],
    })
    expect(headroom(LAW, question('2026-05-31', [given])).headroomEurCents).toBe(200_000_00)
    expect(headroom(LAW, question('2026-06-01', [given])).headroomEurCents).toBe(260_000_00)
  })

  test('general aid shares its ceiling with agriculture and fishery; services of general interest have their own', () => {
    const grants = [
      grant('2025-03-01', 200_000),
      grant('2025-03-02', 40_000, { regulation: '1408/2013' }),
      grant('2025-03-03', 600_000, { regulation: '2023/2832' }),
    ]
    const left = (regime: 'general' | 'agriculture' | 'sgei') =>
      headroom(LAW, question(ON, grants, { regime })).headroomEurCents
    expect([left('general'), left('agriculture'), left('sgei')]).toEqual([60_000_00, 10_000_00, 150_000_00])
  })

  test('agriculture has what the general ceiling leaves, where that is less', () => {
    const { headroomEurCents, ceilings } = headroom(
      LAW,
      question(ON, [grant('2025-03-01', 290_000)], { regime: 'agriculture' }),
    )
    expect(headroomEurCents).toBe(10_000_00)
    expect(ceilings.map(({ regime }) => regime).sort()).toEqual(['agriculture', 'general'])
  })

  test('a ceiling that is not confirmed is reviewed, never passed', () => {
    const answer = judge(question(ON, [], { regime: 'fishery' }), 1000, { activities: [{ code: '03.11' }] })
    expect(answer.verdict).toBe('review')
    expect(answer.reasons.map(({ code }) => code)).toEqual(['CEILING_UNVERIFIED'])
  })

  test('after the regulation a transition is reviewed, and then nothing is in force', () => {
    const codes = (on: string) => judge(question(on, []), 1000).reasons.map(({ code }) => code)
    expect(codes('2030-12-31')).toEqual([])
    expect(codes('2031-01-01')).toEqual(['ACT_IN_TRANSITION'])
    expect(codes('2031-07-01')).toContain('NO_ACT')
  })

  test('a split without a known activity goes by own capital, to the cent', () => {
    const split = (equities: (number | null)[]) =>
      group(['x', 'x1', 'x2', 'x3'], [], {
        restructurings: [
          {
            kind: 'split',
            on: '2026-06-01',
            from: 'x',
            parts: equities.map((bookEquityCents, n) => ({ enterprise: `x${n + 1}`, bookEquityCents })),
          },
        ],
      })
    const grants = [grant('2025-02-01', 100_000, { beneficiary: 'x' })]
    const used = (facts: ReturnType<typeof group>, enterprise: string) =>
      headroom(LAW, question(ON, grants, { group: facts, enterprise })).ceilings[0]?.usedEurCents
    const equal = split([1, 1, 1])
    expect(['x1', 'x2', 'x3'].map((id) => used(equal, id))).toEqual([33_333_34, 33_333_33, 33_333_33])
    const unknown = split([1, null, 1])
    expect(['x1', 'x2', 'x3'].map((id) => used(unknown, id))).toEqual([100_000_00, 100_000_00, 100_000_00])
    const answer = judge(question(ON, grants, { group: unknown, enterprise: 'x2' }), 1000)
    expect(answer.reasons.map(({ code }) => code)).toEqual(['SPLIT_UNALLOCATED'])
  })

  test('parts of a split that are still one undertaking carry the aid once', () => {
    const facts = group(['x', 'x1', 'x2'], [], {
      holdings: [holding('x1', 'x2', 100)],
      restructurings: [
        { kind: 'split', on: '2026-06-01', from: 'x', parts: [{ enterprise: 'x1' }, { enterprise: 'x2' }] },
      ],
    })
    const grants = [grant('2025-02-01', 100_000, { beneficiary: 'x' })]
    const { ceilings } = headroom(LAW, question(ON, grants, { group: facts, enterprise: 'x1' }))
    expect(ceilings[0]?.usedEurCents).toBe(100_000_00)
  })

  test('keeps the records of a scheme ten years from its last grant', () => {
    const grants = [
      AidGrant.parse({ ...grant('2024-01-10', 1000), scheme: 'S' }),
      AidGrant.parse({ ...grant('2026-01-10', 1000), scheme: 'S' }),
      grant('2024-02-29', 1000),
    ]
    expect(headroom(LAW, question(ON, grants)).lines.map(({ keepUntil }) => keepUntil)).toEqual([
      '2036-01-10',
      '2036-01-10',
      '2034-02-28',
    ])
  })
})

describe('declaration', () => {
  test('one signed before other aid was awarded is confirmed again', () => {
    const asked = question(ON, [grant('2026-11-10', 1000)])
    const answer = judge(asked, 1000, { declaration: { signedOn: '2026-11-01' } })
    expect(answer.reasons.map(({ code, effect }) => [code, effect])).toEqual([['DECLARATION_OUTDATED', 'review']])
  })

  test('one signed after the award is none', () => {
    const answer = judge(question(ON, []), 1000, { declaration: { signedOn: '2026-11-24' } })
    expect(answer).toMatchObject({ verdict: 'block', largest: null })
  })
})

describe('sectors', () => {
  const codes = (part: object) => judge(question(ON, []), 1000, part).reasons.map(({ code }) => code)

  test('an excluded activity beside the supported one needs accounts that keep them apart', () => {
    const activities = [{ code: '25.62' }, { code: '01.41', supported: false }]
    expect(codes({ activities })).toEqual(['ACCOUNTS_UNANSWERED'])
    expect(codes({ activities, accountsSeparated: false })).toEqual(['ACCOUNTS_NOT_SEPARATED'])
    expect(codes({ activities, accountsSeparated: true })).toEqual([])
  })

  test('export and domestic goods are asked of nobody and block where they are told', () => {
    expect(codes({ conditions: { exportRelated: true } })).toEqual(['EXCLUDED_EXPORT'])
    expect(codes({ conditions: { domesticOverImported: true } })).toEqual(['EXCLUDED_DOMESTIC'])
  })

  test('the regulation for agriculture is for farms only', () => {
    const asked = question(ON, [], { regime: 'agriculture' })
    const verdict = (code: string) => judge(asked, 1000, { activities: [{ code }] })
    expect(verdict('01.41').verdict).toBe('pass')
    expect(verdict('25.62').reasons.map(({ code }) => code)).toEqual(['NOT_THE_SECTOR'])
    expect(verdict('01.61').reasons.map(({ code }) => code)).toEqual(['SECTOR_UNCLEAR'])
  })

  test('a code that is too short to tell is unclear', () => {
    expect(codes({ activities: [{ code: '01' }] })).toContain('SECTOR_UNCLEAR')
    expect(codes({ activities: [{ code: '03.3' }] })).toEqual(['SECTOR_UNCLEAR'])
  })
})

describe('amounts', () => {
  test('the largest amount passes, and one more of the smallest unit does not', () => {
    const rate = { perEuro: '10.8435', source: 's', day: day('2026-11-02') }
    for (const limit of [0, 1, 12_345_67, 300_000_00]) {
      const minor = largestMinor(LAW, limit, { currency: 'SEK', minor: 0, rate })
      expect(toEurCents(LAW, { currency: 'SEK', minor, rate })).toBeLessThanOrEqual(limit)
      expect(toEurCents(LAW, { currency: 'SEK', minor: minor + 1, rate })).toBeGreaterThan(limit)
    }
  })

  test('parts add up, and equal remainders go to the first', () => {
    expect(splitExactly(100, [1, 1, 1])).toEqual([34, 33, 33])
    expect(splitExactly(10, [0, 0])).toEqual([5, 5])
    expect(splitExactly(7, [3, 0, 4])).toEqual([3, 0, 4])
  })
})
