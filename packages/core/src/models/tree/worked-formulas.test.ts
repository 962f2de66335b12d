import { describe, expect, test } from 'vitest'
import type { Scale } from './schema-scales.ts'
import { treeNode, treeTexts } from './test-tree.ts'
import { answerAll, choices, each, numbered, numbers, rungs, worked, YES_NO } from './test-worked.ts'

/** Physical indicators as formulas, and the same questions read along several trees. */

/** One formula over numbers, each read by its own id. */
function formula(source: string, inputs: Record<string, number>, decimals?: number) {
  const ids = Object.keys(inputs)
  const value = ids.reduce((text, id) => text.replaceAll(`{${id}}`, `answer(${id})`), source)
  const adjust = decimals === undefined ? {} : { adjust: [{ do: 'round', decimals, mode: 'half-up' } as const] }
  return worked(each(ids, numbers()), treeNode('result', { op: 'formula', value }, ids, adjust)).value(inputs)
}

describe('Circular Transition Indicators v4', () => {
  // Inflow 100 t: 20 t wholly circular, 40 t at 35 %, 40 t not at all: 34 t. Outflow 100 t:
  // 50 × 0.9 × 0.8 + 50 × 0.2 × 0.7 = 43 t. Linear inflow 66 t against 50 MSEK.
  const mass: Scale = numbers({ least: 0 })
  const share: Scale = numbers({ unit: 'share', least: 0, most: 1 })
  const cti = worked(
    {
      ...each(['in-a', 'in-b', 'in-c', 'out-a', 'out-b'], mass),
      ...each(['circular-a', 'circular-b', 'circular-c'], share),
      ...each(['potential-a', 'potential-b', 'recovered-a', 'recovered-b'], share),
      revenue: numbers({ unit: 'MSEK', least: 0 }),
    },
    treeNode('cti', { op: 'none' }, [
      treeNode(
        'inflow',
        {
          op: 'formula',
          value:
            '(answer(in-a) * answer(circular-a) + answer(in-b) * answer(circular-b) + answer(in-c) * answer(circular-c)) / (answer(in-a) + answer(in-b) + answer(in-c))',
        },
        ['in-a', 'in-b', 'in-c', 'circular-a', 'circular-b', 'circular-c'],
      ),
      treeNode(
        'outflow',
        {
          op: 'formula',
          value:
            '(answer(out-a) * answer(potential-a) * answer(recovered-a) + answer(out-b) * answer(potential-b) * answer(recovered-b)) / (answer(out-a) + answer(out-b))',
        },
        ['out-a', 'out-b', 'potential-a', 'potential-b', 'recovered-a', 'recovered-b'],
      ),
      treeNode(
        'circularity',
        {
          op: 'formula',
          value:
            '(value(inflow) * (answer(in-a) + answer(in-b) + answer(in-c)) + value(outflow) * (answer(out-a) + answer(out-b))) / (answer(in-a) + answer(in-b) + answer(in-c) + answer(out-a) + answer(out-b))',
        },
        ['in-a', 'in-b', 'in-c', 'out-a', 'out-b'],
      ),
      treeNode(
        'productivity',
        {
          op: 'formula',
          value: 'answer(revenue) / ((1 - value(inflow)) * (answer(in-a) + answer(in-b) + answer(in-c)))',
        },
        ['revenue'],
        { adjust: [{ do: 'round', decimals: 3, mode: 'half-up' }] },
      ),
    ]),
  )
  const answers = {
    ...{ 'in-a': 20, 'in-b': 40, 'in-c': 40, 'circular-a': 1, 'circular-b': 0.35, 'circular-c': 0 },
    ...{ 'out-a': 50, 'out-b': 50, 'potential-a': 0.9, 'potential-b': 0.2, 'recovered-a': 0.8, 'recovered-b': 0.7 },
    revenue: 50,
  }

  test('cti-1: 34 %, 43 %, 38.5 % and 0.758 MSEK per tonne', () => {
    const score = (id: string) => cti.node(id, answers).score
    expect([score('inflow'), score('outflow'), score('circularity'), score('productivity')]).toEqual([
      0.34, 0.43, 0.385, 0.758,
    ])
  })

  test('cti-1: without any mass nothing can be told', () => {
    const none = { ...answers, 'in-a': 0, 'in-b': 0, 'in-c': 0 }
    expect(cti.node('inflow', none)).toMatchObject({ state: 'open', score: null, range: null })
  })
})

test('mci-1: 0.5519', () => {
  // Feedstock 30 % recycled, 25 % collected for recycling at an efficiency of 80 %, utility 1.5:
  // V 0.7, W 0.75 + 0.05 / 2 = 0.775, LFI 1.475 / (2 − 0.025) = 0.74684, MCI 1 − 0.9 / 1.5 × LFI.
  const waste = '(1 - {collected} + (1 - {efficiency}) * {collected} / 2)'
  const lfi = `((1 - {recycled}) + ${waste}) / (2 - (1 - {efficiency}) * {collected} / 2)`
  const inputs = { recycled: 0.3, collected: 0.25, efficiency: 0.8, utility: 1.5 }
  expect(formula(`max(0, 1 - ${lfi} * 0.9 / {utility})`, inputs, 4)).toBe(0.5519)
})

test('oee-1: availability × effectiveness × quality is 0.76', () => {
  // 480 of 540 minutes; 0.9 minutes × 480 pieces of 480 minutes; 456 of 480 good: 456 × 0.9 / 540.
  const inputs = { apt: 480, pbt: 540, pri: 0.9, pq: 480, gq: 456 }
  expect(formula('{apt} / {pbt} * ({pri} * {pq} / {apt}) * ({gq} / {pq})', inputs)).toBe(0.76)
  const factors = worked(
    each(['availability', 'effectiveness', 'quality'], numbers({ unit: 'share', least: 0, most: 1 })),
    treeNode('oee', { op: 'product' }, ['availability', 'effectiveness', 'quality']),
  )
  expect(factors.value({ availability: 0.8, effectiveness: 1, quality: 0.95 })).toBe(0.76)
  expect(factors.node('oee', { availability: 0.8, quality: 0.95 }).range).toEqual({ low: 0, high: 0.76 })
})

describe('formulas of the VSME digital template 1.3.0', () => {
  test.each<[string, string, Record<string, number>, number, number]>([
    ['diesel', '{l} * {density} * {ncv} / 3600', { l: 1000, density: 0.84, ncv: 43 }, 4, 10.0333],
    ['petrol', '{l} * {density} * {ncv} / 3600', { l: 1000, density: 0.74, ncv: 44.3 }, 4, 9.1061],
    ['LPG', '{l} * {density} * {ncv} / 3600', { l: 1000, density: 0.54, ncv: 47.3 }, 3, 7.095],
    ['natural gas', '{l} * {density} * {ncv} / 3600', { l: 1000, density: 0.7, ncv: 48 }, 4, 9.3333],
    ['wood', '{kg} * {ncv} / 3600', { kg: 1000, ncv: 15.6 }, 4, 4.3333],
    ['accident rate', '{accidents} / ({employees} * 2000) * 200000', { accidents: 2, employees: 40 }, 1, 5],
    ['turnover', '{left} / (({start} + {end}) / 2) * 100', { left: 6, start: 50, end: 54 }, 2, 11.54],
    ['pay gap', '({men} - {women}) / {men} * 100', { men: 210, women: 200 }, 2, 4.76],
    ['intensity', '({s1} + {s2}) / {turnover}', { s1: 120, s2: 30, turnover: 15 }, 0, 10],
    ['water', '{withdrawn} - {discharged}', { withdrawn: 5000, discharged: 4200 }, 0, 800],
    ['reduction', '-(1 - {target} / {base}) * 100', { target: 120, base: 200 }, 0, -40],
    ['governance', 'if {women} = 0 or {men} = 0 then 0 else {women} / {men}', { women: 0, men: 3 }, 0, 0],
  ])('%s', (_, source, inputs, decimals, expected) => {
    expect(formula(source, inputs, decimals)).toBe(expected)
  })
})

describe('several trees over the same questions', () => {
  test('dreamy-like-1: by area and by dimension of analysis', () => {
    const ids = ['design-process', 'design-control', 'production-process', 'production-control']
    const [dp, dc, pp, pc] = ids as [string, string, string, string]
    const dreamy = worked(
      each(ids, rungs(1, 5)),
      treeNode('areas', { op: 'mean' }, [
        treeNode('design', { op: 'mean' }, [dp, dc]),
        treeNode('production', { op: 'mean' }, [pp, pc]),
      ]),
      {
        views: [
          {
            id: 'analysis',
            name: treeTexts('Analysis'),
            tree: treeNode('dimensions', { op: 'weighted-mean' }, [
              treeNode('process', { op: 'mean' }, [dp, pp], { weight: 3 }),
              treeNode('control', { op: 'mean' }, [dc, pc], { weight: 1 }),
            ]),
          },
        ],
      },
    )
    const answers = answerAll(ids, [4, 2, 5, 1])
    const score = (id: string) => dreamy.node(id, answers).score
    // By hand: areas 3 and 3; process 4.5, control 1.5, (3 × 4.5 + 1.5) / 4 = 3.75.
    expect(['design', 'production', 'areas', 'process', 'control', 'dimensions'].map(score)).toEqual([
      3, 3, 3, 4.5, 1.5, 3.75,
    ])
    // A question is answered once, wherever it stands.
    expect(dreamy.node('dimensions', answers).coverage).toMatchObject({ answered: 4, asked: 4 })
  })

  test('acatech-like-1: a matrix of capability by function, by row and by column', () => {
    const rows = numbered('capability', 2)
    const columns = numbered('function', 3)
    const cells = rows.flatMap((row) => columns.map((column) => `${row}-${column}`))
    const acatech = worked(
      each(cells, rungs(1, 6)),
      treeNode(
        'capabilities',
        { op: 'mean' },
        rows.map((row) =>
          treeNode(
            row,
            { op: 'mean' },
            columns.map((column) => `${row}-${column}`),
          ),
        ),
      ),
      {
        views: [
          {
            id: 'functions',
            name: treeTexts('Functions'),
            tree: treeNode(
              'by-function',
              { op: 'mean' },
              columns.map((column) =>
                treeNode(
                  column,
                  { op: 'mean' },
                  rows.map((row) => `${row}-${column}`),
                ),
              ),
            ),
          },
        ],
      },
    )
    const answers = answerAll(cells, [1, 2, 6, 3, 4, 2])
    expect([...rows, ...columns].map((id) => acatech.node(id, answers).score)).toEqual([3, 3, 2, 3, 4])
  })
})

describe('CISO Assistant: skip logic, groups, truncation', () => {
  const dyn = worked(
    { has: YES_NO, ...each(['a', 'b'], choices({ none: 0, partly: 50, full: 100 })), note: YES_NO },
    treeNode(
      'global',
      { op: 'mean' },
      [
        treeNode('required', { op: 'mean' }, ['a']),
        treeNode('switched', { op: 'mean' }, ['b'], {
          'applies-when': 'chosen(has, yes)',
          'applies-when-undetermined': false,
        }),
      ],
      { adjust: [{ do: 'round', decimals: 1, mode: 'truncate' }] },
    ),
  )

  test.each<[string, Record<string, unknown>, number | null]>([
    ['dyn-01', { has: 'yes', a: 100, b: 50 }, 75],
    ['dyn-02', { has: 'no', a: 100 }, 100],
    // The answer below a group switched off is kept, and does not count.
    ['dyn-03', { has: 'no', a: 50, b: 100 }, 50],
    ['dyn-04', { has: 'yes', a: 100 }, null],
    ['dyn-05', { a: 100 }, 100],
    ['dyn-06', { has: 'yes', a: 100, b: 'not-applicable' }, 100],
    ['dyn-07', { has: 'yes', a: 'not-applicable', b: 'not-applicable' }, null],
  ])('%s', (_, answers, score) => {
    expect(dyn.value(answers)).toBe(score)
  })

  test.each<[string, number[], number]>([
    ['anssi-01', [1, 1, 1], 1],
    // 2 / 3 = 0.6666…, truncated.
    ['anssi-02', [1, 1, 0], 0.6],
    ['anssi-03', [1, 0, 0], 0.3],
    // 77.4999999 must not turn into 77.5, nor 77.5 with its noise into 77.4.
    ['anssi-04', [0.1, 0.7, 0.1], 0.3],
  ])('%s: a mean truncated to one decimal', (_, values, score) => {
    const ids = numbered('item', 3)
    const mean = worked(
      each(ids, numbers({ least: 0, most: 1 })),
      treeNode('mean', { op: 'mean' }, ids, { adjust: [{ do: 'round', decimals: 1, mode: 'truncate' }] }),
    )
    expect(mean.value(answerAll(ids, values))).toBe(score)
  })
})

test.each<[string, number[], number]>([
  ['dsomm-01', [1, 1, 1, 1], 1],
  ['dsomm-02', [0, 0.2, 0.5, 1], 0.425],
  ['dsomm-03', [0, 0, 0, 0], 0],
  ['dsomm-04', [1, 0.5, 0.5, 0], 0.5],
])('%s: states of 0, 20, 50 and 100 % over teams, then over activities', (_, values, score) => {
  const ids = ['build-team-a', 'build-team-b', 'deploy-team-a', 'deploy-team-b']
  const dsomm = worked(
    each(ids, choices({ not: 0, begun: 0.2, partly: 0.5, done: 1 })),
    treeNode('level-1', { op: 'mean' }, [
      treeNode('build', { op: 'mean' }, ids.slice(0, 2)),
      treeNode('deploy', { op: 'mean' }, ids.slice(2)),
    ]),
  )
  expect(dsomm.value(answerAll(ids, values))).toBe(score)
})
