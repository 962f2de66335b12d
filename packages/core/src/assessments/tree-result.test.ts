import { describe, expect, test } from 'vitest'
import { PlainDate } from '../kernel/day.ts'
import type { AssessmentId } from '../kernel/ids.ts'
import type { TreeAnswer, TreeAnswers } from '../models/tree/answers.ts'
import { compileTree } from '../models/tree/compile.ts'
import type { TreeModel } from '../models/tree/schema.ts'
import { startModel } from '../models/tree/starters/start.ts'
import { compareMeasured, type Measured, restateMeasured } from './tree-comparison.ts'
import { companyAnswers, openForSelf, openTreeItems, resultAnswers, type TreeParts } from './tree-open.ts'
import { previousLevels, treeResultOf, treeSteps } from './tree-result.ts'

const DAY = PlainDate.parse('2026-05-01')
const option = (id: string, more: object = {}): TreeAnswer => ({ kind: 'option', option: id, ...more })
const answers = (...given: [string, TreeAnswer][]): TreeAnswers => new Map(given)

/** The structure "ladder": two dimensions of three rungs, yes, partly or no. */
function ladder(given: Partial<TreeModel> = {}): TreeModel {
  return { ...startModel('ladder', { id: 'our-ladder', name: { sv: 'Vår', en: 'Ours' } }), ...given }
}
const all = (model: TreeModel, choice: string): TreeAnswers =>
  new Map(model.questions.map(({ id }) => [id, option(choice)]))
const parts = (given: Partial<TreeParts> = {}): TreeParts => ({
  ...{ facts: {}, respondents: [], findings: new Map(), previous: new Map() },
  ...given,
})
const people = (...each: TreeAnswers[]) => each.map((own, at) => ({ id: String(at), answers: own }))

describe('what is open', () => {
  const compiled = compileTree(ladder())
  const [first, ...rest] = compiled.model.questions.map(({ id }) => id)

  test('for somebody of the company: required, shown and not answered, in the order of the model', () => {
    expect(openForSelf(compiled, answers([first!, { kind: 'unknown' }]), { facts: {}, previous: new Map() })).toEqual(
      rest,
    )
  })

  test('for the coach: what the result has no answer for, in the voice it is made from', () => {
    const given = all(compiled.model, 'yes')
    expect(openTreeItems(compiled, parts({ findings: given }))).toEqual([])
    expect(openTreeItems(compiled, parts({ respondents: people(given) }))).toHaveLength(rest.length + 1)
    const bySelf = compileTree(ladder({ voices: { result: 'self', respondents: 'lower-median' } }))
    expect(openTreeItems(bySelf, parts({ respondents: people(given) }))).toEqual([])
    expect(openTreeItems(bySelf, parts({ findings: given }))).toHaveLength(rest.length + 1)
  })

  test('where voices must agree: each question they differ on, until they do', () => {
    const agreed = compileTree(ladder({ voices: { result: 'agreed', respondents: 'agreed' } }))
    const [own, found] = [all(agreed.model, 'yes'), new Map(all(agreed.model, 'yes')).set(first!, option('no'))]
    const open = (findings: TreeAnswers) => openTreeItems(agreed, parts({ respondents: people(own), findings }))
    expect(open(found)).toEqual([{ question: first, why: 'differing' }])
    expect(open(own)).toEqual([])
  })
})

describe('a result', () => {
  const model = ladder()
  const compiled = compileTree(model)
  const first = model.questions[0]!.id

  test('has no self where nobody answered, and counts those who did', () => {
    const findings = all(model, 'yes')
    const result = treeResultOf(compiled, { ...parts({ findings, respondents: people(new Map()) }), evidence: [] }, DAY)
    expect(result).toMatchObject({ self: null, people: 0, respondents: [], levels: { flow: 3, skills: 3 } })
    expect(treeSteps(compiled, result)).toEqual({ self: null, coach: 3, verified: 3 })
  })

  test('keeps the company as one voice also where the coach makes the result', () => {
    const respondents = people(all(model, 'yes'), all(model, 'no'))
    expect(companyAnswers(compiled, { respondents }).get(first)).toEqual(option('no'))
    const result = treeResultOf(compiled, { ...parts({ respondents, findings: all(model, 'yes') }), evidence: [] }, DAY)
    expect(treeSteps(compiled, result)).toEqual({ self: 0, coach: 3, verified: 3 })
    expect(result.result).toEqual(result.coach)
  })

  test('made from the lower of the voices lies between them', () => {
    const lower = compileTree(ladder({ voices: { result: 'lower', respondents: 'lower-median' } }))
    const [own, found] = [new Map(all(model, 'yes')).set(first, option('no')), all(model, 'yes')]
    expect(resultAnswers(lower, { respondents: people(own), findings: found }).get(first)).toEqual(option('no'))
  })

  test('says how answers spread, remarks and free texts left out', () => {
    const text = { ...model.questions[0]!, id: 'remark', scale: 'words', importance: 'optional' as const }
    const scales = {
      ...model.scales,
      words: { type: 'text' as const, unknown: 'allowed' as const, 'not-applicable': 'refused' as const },
    }
    const withText = compileTree(ladder({ scales, questions: [...model.questions, text] }))
    const respondents = people(
      answers([first, option('yes', { reason: 'Ja!' })], ['remark', { kind: 'text', text: 'Hemligt' }]),
      answers([first, option('yes')]),
      answers([first, option('no')]),
    )
    const { respondents: spread } = treeResultOf(withText, { ...parts({ respondents }), evidence: [] }, DAY)
    expect(spread).toEqual([
      {
        ...{ question: first, people: 3 },
        answers: [
          { answer: option('no'), people: 1 },
          { answer: option('yes'), people: 2 },
        ],
      },
      { question: 'remark', people: 1, answers: [] },
    ])
  })

  test('verified counts the evidence on file, and tells the first day without', () => {
    const questions = model.questions.map((question) => ({ ...question, evidence: 'E2' as const }))
    const strict = compileTree(ladder({ questions }))
    const findings: TreeAnswers = new Map(questions.map(({ id }) => [id, option('yes', { evidence: 'E2' })]))
    const piece = { class: 'E2' as const, datedOn: DAY, bestBefore: PlainDate.parse('2027-01-31') }
    const evidence = questions.slice(0, 5).map(({ id }) => ({ ...piece, criterion: id }))
    const result = treeResultOf(strict, { ...parts({ findings }), evidence }, DAY)
    expect(treeSteps(strict, result)).toMatchObject({ coach: 3 })
    expect(treeSteps(strict, result).verified).toBeLessThan(3)
    expect(result.lapses).toHaveLength(5)
    expect(result.lapses[0]).toEqual({ question: questions[0]!.id, since: '2027-02-01' })
  })

  test('lends its levels to the next measurement', () => {
    const result = treeResultOf(compiled, { ...parts({ findings: all(model, 'yes') }), evidence: [] }, DAY)
    expect(previousLevels(result).get('flow')).toBe(3)
    expect(previousLevels(null).size).toBe(0)
  })
})

describe('over time', () => {
  const ID = ['1', '2'].map((digit) => `a0000000-0000-4000-8000-00000000000${digit}` as AssessmentId)
  const measured = (model: TreeModel, at: number, choice: string): Measured => {
    const compiled = compileTree(model)
    const findings = all(model, choice)
    const result = treeResultOf(compiled, { ...parts({ findings }), evidence: [] }, DAY)
    return { assessmentId: ID[at]!, compiled, result, answers: findings, previous: new Map() }
  }
  const older = ladder({ version: '1.0.0' })
  const kept = older.questions.slice(0, -1)
  const questions = [
    ...kept.map(({ id }) => ({ change: 'same' as const, question: id })),
    { change: 'gone' as const, question: older.questions.at(-1)!.id },
    { change: 'new' as const, question: 'extra' },
  ]
  const newer = (comparable: number): TreeModel => ({
    ...older,
    version: '2.0.0',
    questions: [...kept, { ...older.questions.at(-1)!, id: 'extra' }],
    tree: JSON.parse(JSON.stringify(older.tree).replaceAll(older.questions.at(-1)!.id, 'extra')),
    migrates: [{ from: '1.0.0', comparable, questions }],
  })

  test('one version is compared with itself', () => {
    const [comparison] = compareMeasured([measured(older, 0, 'no'), measured(older, 1, 'yes')], [older])
    expect(comparison).toMatchObject({ from: ID[0], to: ID[1], basis: 'same-version', notRestated: [] })
    expect(comparison?.nodes.find(({ node }) => node === 'flow')).toMatchObject({ change: 'up', level: 3 })
  })

  test('an older version is set against a newer one on what both ask, with what is not in it in words', () => {
    const models = [older, newer(0.5)]
    const [comparison] = compareMeasured([measured(older, 0, 'no'), measured(models[1]!, 1, 'yes')], models)
    const last = older.questions.at(-1)!
    expect(comparison).toMatchObject({
      ...{ basis: 'anchors', enough: true },
      notRestated: [{ question: 'extra', text: { sv: `”${last.text.sv}” är ny i 2.0.0.` } }],
      gone: [{ question: last.id, version: '1.0.0', text: last.text }],
    })
    expect(comparison?.nodes.find(({ node }) => node === 'flow')).toMatchObject({ change: 'up', level: 3 })
    expect(comparison?.reason.sv).toContain('1.0.0')
    const restated = restateMeasured(measured(older, 0, 'no'), models, compileTree(models[1]!))
    expect(restated).toMatchObject({ version: '2.0.0', comparable: true, restated: kept.length })
    expect(restated?.score).toMatchObject({ version: '2.0.0', missing: ['extra'] })
  })

  test('an older version of which everything came along is restated as a whole', () => {
    const next = { ...older, version: '2.0.0' }
    const all = older.questions.map(({ id }) => ({ change: 'same' as const, question: id }))
    const migrated = { ...next, migrates: [{ from: '1.0.0', comparable: 1, questions: all }] }
    const [comparison] = compareMeasured([measured(older, 0, 'no'), measured(migrated, 1, 'yes')], [older, migrated])
    expect(comparison).toMatchObject({ basis: 'restated', notRestated: [], gone: [] })
  })

  test('is not compared where no way leads', () => {
    const { migrates: _, ...silent } = newer(0.5)
    const lost = compareMeasured([measured(older, 0, 'no'), measured(silent, 1, 'yes')], [older, silent])
    expect(lost).toMatchObject([{ basis: 'not-comparable', why: 'no-migration', notRestated: [], gone: [] }])
  })

  test('on its own version nothing is restated', () => {
    expect(restateMeasured(measured(older, 0, 'yes'), [older], compileTree(older))).toBeNull()
    expect(compareMeasured([], [])).toEqual([])
  })
})
