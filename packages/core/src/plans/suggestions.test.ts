import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileModel, scoreLadder } from '../assessments/scoring.ts'
import { answersOf } from '../assessments/test-answers.ts'
import type { Action, Model } from '../models/schema.ts'
import { testModel } from '../models/test-model.ts'
import { effortOf, suggestActions } from './suggestions.ts'

const base = testModel()
const action = (id: string, changes: Partial<Action> = {}): Action => {
  const [dimension, , to] = id.split('-') as [string, string, string]
  return { ...base.actions[0]!, id, dimension, to: Number(to), closes: [], ...changes }
}

/** Suggestions for a company with `flow` and `tools` on the first rung unless said otherwise. */
function suggest(
  actions: Action[],
  { flow = 3, tools = 1, done = [] as string[], short = {}, employees = 50, rules = [] as Model['rules'] } = {},
) {
  const model = testModel(['flow', 'tools'], { actions, rules })
  const answers = answersOf({
    flow: 1,
    'flow-2-a': 'no',
    'flow-2-b': 'no',
    tools: 1,
    'tools-2-a': 'no',
    'tools-2-b': 'no',
    ...short,
  })
  const score = scoreLadder(compileModel(model), answers, { evidence: 'stated', profile: { employees } })
  return suggestActions(
    model,
    score,
    new Map([
      ['flow', flow],
      ['tools', tools],
    ]),
    new Set(done),
  )
}
const ids = (suggestions: { action: string }[]) => suggestions.map((suggestion) => suggestion.action)

describe('which actions are proposed', () => {
  test('those that lead to a rung above the level and up to the target', () => {
    expect(ids(suggest(base.actions))).toEqual(['flow-to-2-start', 'flow-to-3-start'])
    expect(ids(suggest(base.actions, { flow: 1 }))).toEqual([])
    expect(ids(suggest(base.actions, { flow: 2, tools: 2 }))).toEqual(['flow-to-2-start', 'tools-to-2-start'])
  })

  test('not those that are done, nor those whose criteria are all met already', () => {
    expect(ids(suggest(base.actions, { done: ['flow-to-2-start'] }))).toEqual(['flow-to-3-start'])
    const ahead = action('flow-to-2-map', { closes: ['flow-2-a'] })
    expect(ids(suggest([ahead], { short: { 'flow-2-a': 'yes' } }))).toEqual([])
    expect(ids(suggest([ahead]))).toEqual(['flow-to-2-map'])
  })

  test('not those for a rung that is switched off for the company', () => {
    const rules: Model['rules'] = [
      {
        dimension: 'flow',
        level: 3,
        when: { profile: 'employees', below: 10 },
        // biome-ignore lint/suspicious/noThenProperty: the key of the format
        then: 'not-applicable',
        because: { sv: 'Liten', en: 'Small' },
      },
    ]
    expect(ids(suggest(base.actions, { rules, employees: 5 }))).toEqual(['flow-to-2-start'])
  })

  test('none for a dimension without a level', () => {
    const model = testModel()
    const score = scoreLadder(compileModel(model), new Map(), { evidence: 'stated' })
    expect(suggestActions(model, score, new Map([['flow', 5]]))).toEqual([])
  })
})

describe('what an action requires', () => {
  test('comes before it, also from another dimension without a target, and says so', () => {
    const suggestions = suggest([
      action('flow-to-2-draw', { requires: ['tools-to-2-log'], impact: 5 }),
      action('tools-to-2-log', { requires: ['tools-to-2-list'], impact: 1 }),
      action('tools-to-2-list', { impact: 1 }),
      action('tools-to-2-other'),
    ])
    expect(ids(suggestions)).toEqual(['tools-to-2-list', 'tools-to-2-log', 'flow-to-2-draw'])
    expect(suggestions[1]!.because).toMatchObject({ neededFor: ['flow-to-2-draw'], gap: { level: 1, target: 1 } })
    expect(suggestions[1]!.because.text.en).toContain('It needs to be done before:')
  })

  test('is left out when done, or when its rung is reached', () => {
    const actions = [action('flow-to-3-run', { requires: ['flow-to-2-draw'] }), action('flow-to-2-draw')]
    expect(ids(suggest(actions, { done: ['flow-to-2-draw'] }))).toEqual(['flow-to-3-run'])
    const onTwo = { flow: 2, 'flow-2-a': 'yes', 'flow-2-b': 'yes', 'flow-3-a': 'no', 'flow-3-b': 'no' }
    expect(ids(suggest(actions, { short: onTwo }))).toEqual(['flow-to-3-run'])
  })
})

describe('the order', () => {
  test.each([
    [1, 1],
    [8, 1],
    [9, 2],
    [24, 2],
    [25, 3],
    [60, 3],
    [61, 4],
    [160, 4],
    [161, 5],
  ])('%i hours are effort %i', (hours, effort) => {
    expect(effortOf(hours)).toBe(effort)
  })

  test('weighs effect, proximity and effort by the ranking of the model', () => {
    const [small, large, far] = suggest([
      action('flow-to-2-small', { impact: 3, hours: 8 }),
      action('flow-to-2-large', { impact: 5, hours: 200 }),
      action('flow-to-3-far', { impact: 5, hours: 200 }),
    ])
    // 0.4 × 3/5 + 0.35 × 1 + 0.25 × 4/4 = 0.84; 0.4 + 0.35 + 0 = 0.75; 0.4 + 0.35 × 3/4 + 0 = 0.6625
    expect([small!.priority, large!.priority, far!.priority]).toEqual([84, 75, 66.3])
    expect(ids([small!, large!, far!])).toEqual(['flow-to-2-small', 'flow-to-2-large', 'flow-to-3-far'])
  })

  test('is told in words', () => {
    expect(suggest([action('flow-to-2-walk')])[0]!.because).toEqual({
      gap: { level: 1, target: 3 },
      distance: 1,
      impact: 3,
      hours: 16,
      neededFor: [],
      text: {
        sv: 'Område flow står på steg 1 och målet är steg 3. Åtgärden leder till nästa steg. Effekt 3 av 5. Ungefär 16 timmar av er egen tid.',
        en: 'Area flow stands on step 1 and the target is step 3. The action leads to the next step. Effect 3 out of 5. About 16 hours of your own time.',
      },
    })
    expect(suggest([action('flow-to-3-walk')])[0]!.because.text.sv).toContain('Åtgärden leder 2 steg upp.')
  })

  test('does not depend on the order of the file, and puts everything required first', () => {
    const some = fc
      .uniqueArray(
        fc.tuple(
          fc.constantFrom('flow', 'tools'),
          fc.integer({ min: 2, max: 5 }),
          fc.constantFrom('a', 'b', 'c'),
          fc.integer({ min: 1, max: 5 }),
          fc.integer({ min: 1, max: 300 }),
        ),
        {
          selector: ([dimension, to, word]) => `${dimension}-to-${to}-${word}`,
          maxLength: 12,
        },
      )
      .map((rows) =>
        rows.map(([dimension, to, word, impact, hours], at): Action => {
          const earlier = rows[at - 1]
          return action(`${dimension}-to-${to}-${word}`, {
            impact,
            hours,
            requires: at % 3 === 2 && earlier ? [`${earlier[0]}-to-${earlier[1]}-${earlier[2]}`] : [],
          })
        }),
      )
    fc.assert(
      fc.property(
        some.chain((actions) =>
          fc.tuple(fc.constant(actions), fc.shuffledSubarray(actions, { minLength: actions.length })),
        ),
        ([actions, shuffled]) => {
          const suggestions = suggest(actions, { flow: 5, tools: 4 })
          expect(suggest(shuffled, { flow: 5, tools: 4 })).toEqual(suggestions)
          const order = ids(suggestions)
          expect(new Set(order).size).toBe(order.length)
          for (const { id, requires } of actions) {
            if (!order.includes(id)) continue
            for (const before of requires) expect(order.indexOf(before)).toBeLessThan(order.indexOf(id))
          }
          for (const { priority } of suggestions) expect(priority >= 0 && priority <= 100).toBe(true)
        },
      ),
    )
  })
})
