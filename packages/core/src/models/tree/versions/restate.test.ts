import { describe, expect, test } from 'vitest'
import type { TreeAnswer, TreeAnswers } from '../answers.ts'
import type { TreeModel } from '../schema.ts'
import type { Scale } from '../schema-scales.ts'
import type { QuestionChange } from '../schema-versions.ts'
import { TEST_SCALES, testTree, treeNode, treeQuestion, treeTexts } from '../test-tree.ts'
import { type Restated, restate, restateAlong } from './restate.ts'
import { wayThrough } from './way.ts'

type ScaleName = keyof typeof TEST_SCALES

/** A version of one flat model: questions by id with the name of their scale. */
function version(
  number: string,
  questions: Record<string, ScaleName>,
  way?: { from: string; questions: QuestionChange[]; comparable?: number },
): TreeModel {
  return testTree({
    version: number,
    questions: Object.entries(questions).map(([id, scale]) => treeQuestion(id, scale)),
    tree: treeNode('root', { op: 'none' }, Object.keys(questions)),
    ...(way && { migrates: [{ comparable: 0.5, ...way }] }),
  })
}

/** One question `a` on one scale that becomes `b` on another by one change. */
function one(from: ScaleName, to: ScaleName, change: QuestionChange, answer: TreeAnswer): Restated {
  const newer = version('2.0.0', { b: to }, { from: '1.0.0', questions: [change] })
  return restate(version('1.0.0', { a: from }), newer, new Map([['a', answer]]))
}

const option = (id: string): TreeAnswer => ({ kind: 'option', option: id })
const rescaled = (options: Record<string, string>): QuestionChange => ({
  change: 'rescaled',
  from: 'a',
  to: 'b',
  options,
})
const moved: QuestionChange = { change: 'moved', from: 'a', to: 'b' }

describe('restating answers on a newer version', () => {
  test('keeps what is the same, says it under the new id, and names what is new and gone', () => {
    const older = version('1.0.0', { a: 'single', b: 'rungs', c: 'number' })
    const newer = version(
      '2.0.0',
      { a: 'single', beta: 'rungs', d: 'text' },
      {
        from: '1.0.0',
        questions: [
          { change: 'reworded', question: 'a' },
          { change: 'moved', from: 'b', to: 'beta' },
          { change: 'gone', question: 'c' },
          { change: 'new', question: 'd' },
        ],
      },
    )
    const answers: TreeAnswers = new Map<string, TreeAnswer>([
      ['a', { kind: 'option', option: 'all', evidence: 'E2', reason: 'Seen' }],
      ['b', { kind: 'rung', level: 2 }],
      ['c', { kind: 'number', value: 12 }],
    ])
    expect(restate(older, newer, answers)).toEqual({
      model: 'test-tree',
      versions: ['1.0.0', '2.0.0'],
      rule: 'declared',
      answers: new Map([
        ['a', answers.get('a')],
        ['beta', answers.get('b')],
      ]),
      notRestated: [{ question: 'd', from: [], why: 'new', at: '2.0.0' }],
      gone: ['c'],
      coverage: { restated: 2, questions: 3 },
      needed: 0.5,
      comparable: true,
    })
  })

  test('leaves open what the newer question refuses, though its scale takes it', () => {
    const newer = version('2.0.0', { b: 'single' }, { from: '1.0.0', questions: [moved] })
    const strict = { ...newer, questions: newer.questions.map((own) => ({ ...own, unknown: 'refused' as const })) }
    const restated = restate(version('1.0.0', { a: 'single' }), strict, new Map([['a', { kind: 'unknown' }]]))
    expect(restated).toMatchObject({ notRestated: [{ question: 'b', why: 'does-not-fit' }] })
  })

  test('counts a question nobody had answered as come along, and leaves it without an answer', () => {
    const newer = version('2.0.0', { b: 'single' }, { from: '1.0.0', questions: [moved], comparable: 1 })
    const restated = restate(version('1.0.0', { a: 'single' }), newer, new Map())
    expect(restated).toMatchObject({ coverage: { restated: 1, questions: 1 }, comparable: true, notRestated: [] })
    expect(restated.answers.size).toBe(0)
  })

  test('says values by the map, across scales that pick one of several', () => {
    const map = rescaled({ none: '0', some: '1', most: '2', all: '3' })
    expect(one('single', 'rungs', map, option('most')).answers.get('b')).toEqual({ kind: 'rung', level: 2 })
    const back = rescaled({ '1': 'no', '2': 'no', '3': 'no', '4': 'yes', '5': 'yes' })
    const seen: TreeAnswer = { kind: 'number', value: 4, evidence: 'E1' }
    expect(one('likert', 'yes-no', back, seen).answers.get('b')).toEqual({
      kind: 'option',
      option: 'yes',
      evidence: 'E1',
    })
  })

  test('carries several options, parts and cells, each by the map', () => {
    const several: TreeAnswer = { kind: 'options', options: ['a', 'b', 'c'] }
    expect(one('multiple', 'multiple', rescaled({ a: 'b', b: 'b', c: 'c' }), several).answers.get('b')).toEqual({
      kind: 'options',
      options: ['b', 'c'],
    })
    const parts: TreeAnswer = { kind: 'split', parts: { done: 20, planned: 30, 'not-done': 50 } }
    const half = rescaled({ done: 'done', planned: 'not-done', 'not-done': 'not-done' })
    expect(one('split', 'split', half, parts).answers.get('b')).toEqual({
      kind: 'split',
      parts: { done: 20, 'not-done': 80 },
    })
    const cells: TreeAnswer = { kind: 'matrix', cells: { press: { power: 'low', heat: 'high' } } }
    expect(one('matrix', 'matrix', rescaled({ low: 'high', high: 'high' }), cells).answers.get('b')).toEqual({
      kind: 'matrix',
      cells: { press: { power: 'high', heat: 'high' } },
    })
  })

  test('leaves a value without a counterpart unanswered and says why', () => {
    const why = (restated: Restated) => restated.notRestated.map((lost) => lost.why)
    expect(why(one('single', 'yes-no', rescaled({ none: 'no' }), option('most')))).toEqual(['value-not-mapped'])
    expect(why(one('single', 'yes-no', moved, option('most')))).toEqual(['value-not-mapped'])
    expect(why(one('text', 'number', moved, { kind: 'text', text: '3' }))).toEqual(['scale-differs'])
    expect(why(one('number', 'curve', moved, { kind: 'number', value: 3 }))).toEqual(['unit-differs'])
    expect(one('number', 'curve', moved, { kind: 'number', value: 3 }).answers.size).toBe(0)
  })

  test('keeps a number in the unit it was given in', () => {
    const scale: Scale = { ...TEST_SCALES.curve, unit: 'MWh', units: [{ id: 'kWh', factor: 0.001 }] }
    const older = version('1.0.0', { a: 'curve' })
    const way = { from: '1.0.0', comparable: 1, questions: [{ change: 'same', question: 'a' }] } as const
    const newer = {
      ...older,
      version: '2.0.0',
      scales: { curve: scale },
      migrates: [{ ...way, questions: [...way.questions] }],
    }
    const said = (answer: TreeAnswer) => restate(older, newer, new Map([['a', answer]])).answers.get('a')
    expect(said({ kind: 'number', value: 4000 })).toEqual({ kind: 'number', value: 4000, unit: 'kWh' })
    expect(said({ kind: 'number', value: 4, unit: 'MWh' })).toEqual({ kind: 'number', value: 4, unit: 'MWh' })
  })

  test('carries “don’t know” and “not applicable” where the newer scale takes them', () => {
    const unknown: TreeAnswer = { kind: 'unknown', reason: 'Nobody measures it' }
    const map = rescaled({ none: 'no', some: 'no', most: 'no', all: 'yes' })
    expect(one('single', 'yes-no', map, unknown).answers.get('b')).toEqual(unknown)
    const strict = { ...TEST_SCALES['yes-no'], unknown: 'refused' } as const
    const newer = version('2.0.0', { b: 'yes-no' }, { from: '1.0.0', questions: [map] })
    const refused = restate(
      version('1.0.0', { a: 'single' }),
      { ...newer, scales: { 'yes-no': strict } },
      new Map([['a', unknown]]),
    )
    expect(refused.notRestated).toMatchObject([{ question: 'b', why: 'does-not-fit' }])
  })

  test('gives each part of a split question what was said of the whole', () => {
    const split: QuestionChange = { change: 'split', from: 'a', to: ['b', 'c'] }
    const newer = version('2.0.0', { b: 'single', c: 'single' }, { from: '1.0.0', questions: [split] })
    const restated = restate(version('1.0.0', { a: 'single' }), newer, new Map([['a', option('some')]]))
    expect([...restated.answers]).toEqual([
      ['b', option('some')],
      ['c', option('some')],
    ])
  })

  test('is not comparable below the share the migration asks for', () => {
    const questions: QuestionChange[] = [
      { change: 'same', question: 'a' },
      { change: 'new', question: 'b' },
      { change: 'new', question: 'c' },
    ]
    const way = (comparable: number) =>
      version('2.0.0', { a: 'single', b: 'single', c: 'single' }, { from: '1.0.0', questions, comparable })
    const comparable = (share: number) => restate(version('1.0.0', { a: 'single' }), way(share), new Map()).comparable
    expect([0.33, 0.333333334, 0.34, 1].map(comparable)).toEqual([true, true, false, false])
  })

  test('needs no migration where only texts changed, and finds none where rules did', () => {
    const older = version('1.0.0', { a: 'single' })
    const answers = new Map([['a', option('some')]])
    const patch = { ...older, version: '1.0.1', name: treeTexts('Nytt', 'New') }
    expect(restate(older, patch, answers)).toMatchObject({ rule: 'implied', answers, comparable: true })
    const major = { ...older, version: '2.0.0', policies: { ...older.policies, missing: 'lowest' } as const }
    expect(restate(older, major, answers)).toMatchObject({ rule: 'no-migration', comparable: false, needed: null })
    expect(restate(older, major, answers).answers.size).toBe(0)
    expect(restate(older, { ...major, id: 'other' }, answers)).toMatchObject({ rule: 'other-model', comparable: false })
    expect(restate(patch, older, answers)).toMatchObject({ rule: 'no-migration', comparable: false })
  })
})

describe('a way over several versions', () => {
  const first = version('1.0.0', { a: 'single', b: 'single' })
  const second = version(
    '2.0.0',
    { a: 'single', c: 'single', n: 'single' },
    {
      from: '1.0.0',
      questions: [
        { change: 'same', question: 'a' },
        { change: 'moved', from: 'b', to: 'c' },
        { change: 'new', question: 'n' },
      ],
      comparable: 0.6,
    },
  )
  const third = version(
    '3.0.0',
    { a: 'single', m: 'single' },
    {
      from: '2.0.0',
      questions: [
        { change: 'same', question: 'a' },
        { change: 'merged', from: ['c', 'n'], to: 'm', rule: 'lowest' },
      ],
      comparable: 0.5,
    },
  )
  const answers = new Map([
    ['a', option('some')],
    ['b', option('all')],
  ])

  test('loses for good what was lost on the way, and asks for the strictest share of all', () => {
    expect(restateAlong([first, second, third], answers)).toMatchObject({
      versions: ['1.0.0', '2.0.0', '3.0.0'],
      answers: new Map([['a', option('some')]]),
      notRestated: [{ question: 'm', from: [], why: 'new', at: '2.0.0' }],
      coverage: { restated: 1, questions: 2 },
      needed: 0.6,
      comparable: false,
    })
  })

  test('is found among the versions there are, the shortest first', () => {
    const names = (models: TreeModel[] | null) => models?.map((model) => model.version) ?? null
    expect(names(wayThrough([third, first, second], '1.0.0', '3.0.0'))).toEqual(['1.0.0', '2.0.0', '3.0.0'])
    expect(names(wayThrough([third, first], '1.0.0', '3.0.0'))).toBeNull()
    const direct = { ...third, migrates: [...third.migrates!, { from: '1.0.0', comparable: 0, questions: [] }] }
    expect(names(wayThrough([direct, first, second], '1.0.0', '3.0.0'))).toEqual(['1.0.0', '3.0.0'])
    expect(names(wayThrough([first], '1.0.0', '1.0.0'))).toEqual(['1.0.0'])
    expect(wayThrough([first], '1.0.0', '9.9.9')).toBeNull()
  })
})
