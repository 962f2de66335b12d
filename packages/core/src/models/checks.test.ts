import { describe, expect, test } from 'vitest'
import type { ModelError } from './errors.ts'
import { parseModel } from './parse.ts'
import { printModel } from './print.ts'
import type { Action, Model, Rule } from './schema.ts'
import { testModel } from './test-model.ts'

const TEXT = printModel(testModel())

function errorsOf(text: string): ModelError[] {
  const parsed = parseModel(text, 'ladder.yaml')
  return parsed.ok ? [] : parsed.errors
}

/** The errors of the test ladder after one change to its text, which must be there to be changed. */
function errorsAfter(from: string, to: string): ModelError[] {
  expect(TEXT).toContain(from)
  return errorsOf(TEXT.replace(from, to))
}

const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length

function errorsOfModel(changes: Partial<Model>): ModelError[] {
  return errorsOf(printModel(testModel(['flow', 'tools'], changes)))
}

describe('what keys mean together', () => {
  const because = { sv: 'Liten verkstad.', en: 'Small workshop.' }
  const rule = (level: number, below: number, dimension = 'tools'): Rule => ({
    dimension,
    level,
    when: { profile: 'employees', below },
    // biome-ignore lint/suspicious/noThenProperty: the key of the format
    then: 'not-applicable',
    because,
  })
  const action = (id: string, changes: Partial<Action>): Action => ({ ...testModel().actions[0]!, id, ...changes })
  const withActions = (...more: Action[]) => errorsOfModel({ actions: [...testModel().actions, ...more] })

  test('a criterion id used twice is told with the line of the first', () => {
    const errors = errorsAfter('id: flow-3-b', 'id: flow-3-a')
    const first = lineOf(TEXT, 'id: flow-3-a')
    expect(errors).toContainEqual(
      expect.objectContaining({
        code: 'id-not-unique',
        path: 'dimensions[0].rungs[2].criteria[1].id',
        message: expect.objectContaining({ en: `The id “flow-3-a” exists already (line ${first}).` }),
      }),
    )
  })

  test('a criterion id names its dimension and level', () => {
    expect(errorsAfter('id: flow-3-b', 'id: flow-4-x')).toContainEqual(
      expect.objectContaining({ code: 'id-not-formed', path: 'dimensions[0].rungs[2].criteria[1].id' }),
    )
  })

  test('levels run without a gap, on the ladder and in a dimension', () => {
    expect(errorsAfter('  - level: 3\n', '  - level: 4\n')[0]).toMatchObject({
      code: 'levels-not-in-order',
      path: 'levels[2].level',
    })
    const { levels } = testModel()
    expect(errorsOfModel({ levels: levels.slice(0, 4) }).map((error) => error.code)).toContain('rungs-incomplete')
  })

  test('every rung from the second needs a required criterion, the first has none', () => {
    const model = testModel()
    for (const criterion of model.dimensions[0]!.rungs[1]!.criteria) criterion.importance = 'optional'
    model.dimensions[1]!.rungs[0]!.criteria = model.dimensions[1]!.rungs[1]!.criteria
    const codes = errorsOf(printModel(model)).map((error) => `${error.code} ${error.path}`)
    expect(codes).toContain('required-criterion-missing dimensions[0].rungs[1].criteria')
    expect(codes).toContain('first-rung-has-criteria dimensions[1].rungs[0].criteria')
  })

  test("a required criterion never asks for less than its level's class", () => {
    expect(errorsAfter('evidence: E4', 'evidence: E2')[0]).toMatchObject({
      code: 'evidence-below-level',
      path: 'dimensions[0].rungs[4].criteria[1].evidence',
    })
  })

  test('a recommended criterion may ask for less', () => {
    const model = testModel()
    model.dimensions[0]!.rungs[4]!.criteria[2]!.evidence = 'E1'
    expect(errorsOf(printModel(model))).toEqual([])
  })

  test('weights add up to exactly one', () => {
    expect(errorsAfter('impact: 0.4', 'impact: 0.5')).toMatchObject([
      { code: 'weights-not-one', message: { en: 'The weights must add up to 1, but give 1.1.' } },
    ])
  })

  test('the share is at most one and the index covers the ladder', () => {
    expect(errorsOfModel({ result: { op: 'broad-step', share: [3, 2], floor: 1 } })[0]?.code).toBe('share-out-of-range')
    expect(errorsOfModel({ index: { op: 'mean', from: [1, 4], to: [0, 100] } })[0]?.code).toBe('index-range')
    expect(errorsOfModel({ index: { op: 'mean', from: [1, 5], to: [100, 0] } })[0]?.code).toBe('index-range')
  })

  test('both languages are declared, and a published model has its date', () => {
    expect(errorsOfModel({ languages: ['sv'] })[0]?.code).toBe('language-missing')
    expect(errorsAfter('published-on: 2026-11-23\n', '')[0]?.code).toBe('published-on-missing')
  })

  test('references lead to something', () => {
    const errors = withActions(
      action('flow-to-2-x', { closes: ['flow-2-x'], moves: ['no-figure'], requires: ['no-action'] }),
    )
    const at = testModel().actions.length
    expect(errors.map(({ code, path }) => `${code} ${path}`)).toEqual([
      `unknown-id actions[${at}].closes[0]`,
      `unknown-id actions[${at}].moves[0]`,
      `unknown-id actions[${at}].requires[0]`,
    ])
    expect(errors[0]?.message.en).toBe('There is no criterion with the id “flow-2-x”.')
  })

  test('an id listed twice is told', () => {
    expect(withActions(action('flow-to-2-x', { closes: ['flow-2-a', 'flow-2-a'] }))[0]?.code).toBe('listed-twice')
  })

  test('a circle of prerequisites is told once, with the way round', () => {
    const errors = withActions(
      action('flow-to-2-x', { requires: ['flow-to-2-y'] }),
      action('flow-to-2-y', { requires: ['flow-to-2-z'] }),
      action('flow-to-2-z', { requires: ['flow-to-2-x'] }),
    )
    expect(errors).toHaveLength(1)
    expect(errors[0]).toMatchObject({ code: 'requires-cycle' })
    expect(errors[0]?.message.en).toContain('flow-to-2-x → flow-to-2-y → flow-to-2-z → flow-to-2-x')
  })

  test('every step up needs an action', () => {
    const actions = testModel().actions.filter(({ id }) => id !== 'tools-to-4-start')
    expect(errorsOfModel({ actions })).toMatchObject([
      { code: 'step-without-action', message: { en: 'No action leads to rung 4 of “tools”.' } },
    ])
  })

  test('an action id names its dimension and rung', () => {
    expect(withActions(action('tools-to-2-x', {})).map((error) => error.code)).toEqual(['id-not-formed'])
  })

  test('a rule switches off a rung that can be reached, and makes a difference', () => {
    expect(errorsOfModel({ rules: [rule(5, 10), rule(4, 3)] })).toEqual([])
    expect(errorsOfModel({ rules: [rule(1, 10)] })[0]?.code).toBe('level-not-on-ladder')
    expect(errorsOfModel({ rules: [rule(5, 10, 'none')] })[0]?.code).toBe('unknown-id')
    expect(errorsOfModel({ rules: [rule(5, 10), rule(4, 20)] })).toMatchObject([
      { code: 'rule-without-effect', path: 'rules[0]' },
    ])
    expect(errorsOfModel({ rules: [rule(5, 10), rule(5, 10)] })).toMatchObject([
      { code: 'rule-without-effect', path: 'rules[1]' },
    ])
  })
})
