import { describe, expect, test } from 'vitest'
import type { Band } from './schema-roll-up.ts'
import { treeNode, treeTexts } from './test-tree.ts'
import { answerAll, choices, each, numbered, numbers, rungs, worked, YES_NO } from './test-worked.ts'

/** Published methods that add up, weigh and average, with the numbers of their sources; else by hand, as said. */

const band = (id: string, edge: Partial<Band> = {}): Band => ({ id, name: treeTexts(id), ...edge })

describe('EDIH digital maturity assessment: the plain mean of six dimensions', () => {
  const ids = ['strategy', 'readiness', 'people', 'data', 'automation', 'green']
  const dma = worked(
    each(ids, numbers({ unit: '%', least: 0, most: 100 })),
    treeNode('overall', { op: 'mean' }, ids, {
      bands: [
        band('basic', { 'up-to': 25 }),
        band('average', { 'up-to': 50 }),
        band('moderate', { 'up-to': 75 }),
        band('advanced'),
      ],
    }),
  )

  test('dma-1: 37.67, a year later 49.17, both in the second quarter', () => {
    const before = dma.node('overall', answerAll(ids, [35, 50, 22, 61, 18, 40]))
    // The year after by hand: 295 / 6 = 49.1666…
    const after = dma.node('overall', answerAll(ids, [45, 60, 35, 70, 30, 55]))
    expect(before).toMatchObject({ score: 37.666666667, band: 'average' })
    expect(after).toMatchObject({ score: 49.166666667, band: 'average' })
    expect((after.score ?? 0) - (before.score ?? 0)).toBeCloseTo(11.5, 8)
  })
})

describe('IMPULS: the lowest field is the dimension, dimensions are weighed', () => {
  const weights = { strategy: 25, factory: 14, products: 19, services: 14, operations: 10, employees: 18 }
  const fields = (dimension: string) => numbered(dimension, 4)
  const all = Object.keys(weights).flatMap(fields)
  const impuls = worked(
    each(all, rungs(0, 5)),
    treeNode(
      'readiness',
      { op: 'weighted-mean' },
      Object.entries(weights).map(([id, weight]) => treeNode(id, { op: 'min' }, fields(id), { weight })),
    ),
  )

  test('impuls-1: fields 5, 5, 5, 1 give 1, and overall 1.24', () => {
    // Dimensions 1, 1, 1, 2, 2, 1: 25 + 14 + 19 + 28 + 20 + 18 = 124 of 100.
    const lowest = { strategy: 1, factory: 1, products: 1, services: 2, operations: 2, employees: 1 }
    const answers = Object.fromEntries(
      Object.entries(lowest).flatMap(([id, level]) => fields(id).map((field, at) => [field, at === 3 ? level : 5])),
    )
    expect(impuls.node('strategy', answers).score).toBe(1)
    expect(impuls.value(answers)).toBe(1.24)
  })
})

describe('Eurostat Digital Intensity Index: one point for each of twelve', () => {
  const ids = numbered('technology', 12)
  const dii = worked(
    each(ids, YES_NO),
    treeNode('dii', { op: 'formula', value: 'value(points)' }, [
      treeNode('points', { op: 'sum' }, ids, {
        bands: [
          band('very-low', { 'up-to': 3 }),
          band('low', { 'up-to': 6 }),
          band('high', { 'up-to': 9 }),
          band('very-high'),
        ],
      }),
      treeNode('basic', { op: 'gate', need: { count: 4 }, 'at-least': 1 }, ids),
    ]),
  )
  const having = (count: number) =>
    answerAll(
      ids,
      ids.map((_, at) => (at < count ? 'yes' : 'no')),
    )

  test.each([
    ['dii-1', 3, 'very-low', 0],
    ['dii-1', 4, 'low', 1],
    ['dii-1', 6, 'low', 1],
    ['dii-2', 7, 'high', 1],
    ['dii-2', 9, 'high', 1],
    ['dii-2', 10, 'very-high', 1],
  ])('%s: %i points are %s', (_, count, name, basic) => {
    expect(dii.node('points', having(count))).toMatchObject({ score: count, band: name })
    expect(dii.node('basic', having(count))).toMatchObject({ score: basic, level: basic })
  })
})

describe('SAE J4000: 0 to 3, four topics of a quarter each', () => {
  const topics = ['management', 'people', 'information', 'process']
  const scales = each(
    topics.flatMap((topic) => numbered(topic, 4)),
    rungs(0, 3),
  )
  const lean = worked(
    scales,
    treeNode(
      'lean',
      { op: 'weighted-mean' },
      topics.map((topic) => treeNode(topic, { op: 'mean' }, numbered(topic, 4), { weight: 25 })),
      {
        adjust: [
          { do: 'map', from: [0, 3], to: [0, 100] },
          { do: 'round', decimals: 2, mode: 'half-up' },
        ],
      },
    ),
  )

  test('j4000-1: 54.17 %', () => {
    // Means 2, 1.5, 1.5, 1.5: 6.5 / 4 = 1.625 of 3.
    const answers = {
      ...answerAll(numbered('management', 4), [2, 2, 2, 2]),
      ...answerAll(numbered('people', 4), [1, 2, 1, 2]),
      ...answerAll(numbered('information', 4), [3, 0, 1, 2]),
      ...answerAll(numbered('process', 4), [0, 3, 3, 0]),
    }
    expect(lean.value(answers)).toBe(54.17)
  })

  test('j4000-1: the top rung needs improvement since the last assessment', () => {
    const history = worked(
      { flow: rungs(0, 3) },
      treeNode('flow-now', { op: 'broad-step', share: [1, 1], floor: 0 }, ['flow'], {
        adjust: [{ do: 'cap', at: '2', when: 'previous(flow-now) >= 2' }],
      }),
    )
    expect(history.value({ flow: 3 }, { previous: new Map([['flow-now', 1]]) })).toBe(3)
    expect(history.value({ flow: 3 }, { previous: new Map([['flow-now', 2]]) })).toBe(2)
  })
})

describe('ENISA SME cyber resilience: means truncated to one decimal, then banded', () => {
  const domains = numbered('domain', 5)
  const ids = domains.flatMap((domain) => numbered(domain, 5))
  const enisa = worked(
    each(ids, rungs(1, 5)),
    treeNode(
      'resilience',
      { op: 'mean' },
      domains.map((id) => treeNode(id, { op: 'mean' }, numbered(id, 5))),
      {
        adjust: [{ do: 'round', decimals: 1, mode: 'truncate' }],
        bands: [band('basic', { 'up-to': 2.5 }), band('intermediate', { 'up-to': 3.9 }), band('advanced')],
      },
    ),
    { policies: { missing: 'exclude', unknown: 'exclude', 'not-applicable': 'exclude' } },
  )
  /** 25 answers that sum to `sum`. */
  const summing = (sum: number) =>
    answerAll(
      ids,
      ids.map((_, at) => Math.floor(sum / 25) + (at < sum % 25 ? 1 : 0)),
    )

  test.each([
    ['enisa-01', 64, 2.5, 'basic'], // 2.56
    ['enisa-02', 65, 2.6, 'intermediate'],
    ['enisa-03', 99, 3.9, 'intermediate'], // 3.96
    ['enisa-04', 100, 4, 'advanced'],
  ])('%s: a sum of %i is %f, %s', (_, sum, score, name) => {
    expect(enisa.node('resilience', summing(sum))).toMatchObject({ score, band: name })
  })

  test('enisa-05: blanks leave the mean, and nothing at all gives nothing', () => {
    expect(enisa.node('domain-1', { 'domain-1-1': 4, 'domain-1-2': 5 }).score).toBe(4.5)
    expect(enisa.node('resilience', {})).toMatchObject({ score: null, state: 'open', range: { low: 1, high: 5 } })
  })
})

describe('OpenSSF Scorecard: weighted by risk, inconclusive left out', () => {
  const weights = { critical: 10, high: 7.5, medium: 5, low: 2.5 }
  const scorecard = worked(
    each(Object.keys(weights), numbers({ unit: 'points', least: 0, most: 10 })),
    treeNode(
      'score',
      { op: 'weighted-mean' },
      Object.entries(weights).map(([question, weight]) => ({ question, weight })),
      {
        adjust: [{ do: 'round', decimals: 1, mode: 'half-up' }],
      },
    ),
    { policies: { missing: 'open', unknown: 'exclude', 'not-applicable': 'exclude' } },
  )

  test.each<[string, Record<string, unknown>, number | null]>([
    ['ossf-01', { critical: 10, high: 10, medium: 10, low: 10 }, 10],
    // (10 × 0 + 7.5 × 10 + 5 × 5 + 2.5 × 4) / 25 = 110 / 25
    ['ossf-02', { critical: 0, high: 10, medium: 5, low: 4 }, 4.4],
    // (7.5 × 10 + 5 × 5 + 2.5 × 4) / 15 = 7.333…
    ['ossf-03', { critical: 'not-applicable', high: 10, medium: 5, low: 4 }, 7.3],
    ['ossf-04', { critical: 'unknown', high: 'unknown', medium: 9, low: 'unknown' }, 9],
    ['ossf-05', { critical: 'unknown', high: 'unknown', medium: 'unknown', low: 'unknown' }, null],
  ])('%s', (_, answers, score) => {
    expect(scorecard.value(answers)).toBe(score)
  })
})

describe('MonAideCyber: value times weight, without what is not known', () => {
  const theme = worked(
    each(['backup', 'password', 'update'], rungs(0, 3)),
    treeNode('theme', { op: 'weighted-mean' }, [
      { question: 'backup', weight: 3 },
      { question: 'password', weight: 2 },
      { question: 'update', weight: 1 },
    ]),
    { policies: { missing: 'exclude', unknown: 'exclude', 'not-applicable': 'exclude' } },
  )

  test.each<[string, Record<string, unknown>, number | null]>([
    ['mac-01', { backup: 3, password: 0, update: 0 }, 1.5],
    ['mac-02', { backup: 1, password: 2, update: 3 }, 1.666666667],
    ['mac-03', { backup: 'unknown', password: 2, update: 0 }, 1.333333333],
    ['mac-04', { backup: 'not-applicable', password: 'unknown', update: 2 }, 2],
    ['mac-05', { backup: 'not-applicable', password: 'not-applicable', update: 'not-applicable' }, null],
  ])('%s', (_, answers, score) => {
    expect(theme.value(answers)).toBe(score)
  })
})

describe('sums and means of means', () => {
  test('bia-1: points of five areas, 80 of 200 certifies', () => {
    const areas = ['governance', 'workers', 'community', 'environment', 'customers']
    const bia = worked(
      each(areas, numbers({ unit: 'points', least: 0, most: 40 })),
      treeNode('impact', { op: 'sum' }, areas, { bands: [band('ordinary', { below: 80 }), band('certified')] }),
    )
    expect(bia.node('impact', answerAll(areas, [10, 12, 10, 12, 8]))).toMatchObject({ score: 52, band: 'ordinary' })
    expect(bia.node('impact', answerAll(areas, [16, 16, 16, 16, 15.9]))).toMatchObject({ band: 'ordinary' })
    expect(bia.node('impact', answerAll(areas, [16, 16, 16, 16, 16]))).toMatchObject({ score: 80, band: 'certified' })
  })

  test('sdgam-1: subtopics of equal weight as 0 to 25 points, no overall over modules', () => {
    const topics = numbered('topic', 4)
    const module = worked(
      each(
        topics.flatMap((topic) => numbered(topic, 2)),
        choices({ none: 0, half: 0.5, full: 1 }),
      ),
      treeNode('modules', { op: 'none' }, [
        treeNode(
          'module',
          { op: 'sum' },
          topics.map((topic) =>
            treeNode(topic, { op: 'mean' }, numbered(topic, 2), { adjust: [{ do: 'map', from: [0, 1], to: [0, 25] }] }),
          ),
        ),
      ]),
    )
    // 0.75, 1, 0.5 and 0 of 25 points each.
    const answers = answerAll(
      topics.flatMap((topic) => numbered(topic, 2)),
      [0.5, 1, 1, 1, 0.5, 0.5, 0, 0],
    )
    expect(module.node('topic-1', answers).score).toBe(18.75)
    expect(module.node('module', answers).score).toBe(56.25)
    expect(module.node('modules', answers)).toMatchObject({ state: 'none', score: null })
  })

  test('enmatrix-1: one level for each column, 40 at most', () => {
    const columns = numbered('column', 8)
    const matrix = worked(each(columns, rungs(0, 5)), treeNode('matrix', { op: 'sum' }, columns))
    expect(
      matrix.value(
        answerAll(
          columns,
          columns.map(() => 5),
        ),
      ),
    ).toBe(40)
    expect(matrix.node('matrix', answerAll(columns, [3, 2, 4, 1, 0, 5, 2]))).toMatchObject({
      score: null,
      range: { low: 17, high: 22 },
    })
  })
})

test('a weight of zero: nothing hangs on what weighs nothing, answered or not', () => {
  const weighed = worked(
    each(['a', 'b'], YES_NO),
    treeNode('whole', { op: 'weighted-mean' }, [
      { question: 'a', weight: 0 },
      { question: 'b', weight: 1 },
    ]),
  )
  expect(weighed.node('whole', { b: 'yes' })).toMatchObject({ state: 'complete', score: 1 })
  expect(weighed.node('whole', { a: 'yes' })).toMatchObject({ state: 'open', range: { low: 0, high: 1 } })
  expect(weighed.node('whole', { a: 'yes', b: 'not-applicable' })).toMatchObject({ state: 'none', score: null })
})
