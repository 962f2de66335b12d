import { describe, expect, test } from 'vitest'
import { describeError } from '../../errors.ts'
import type { TreeModel } from '../schema.ts'
import type { Scale } from '../schema-scales.ts'
import type { QuestionChange } from '../schema-versions.ts'
import { TEST_SCALES, testTree, treeNode, treeQuestion, treeTexts } from '../test-tree.ts'
import { checkMigration, checkMigrationHeads } from './migration-check.ts'
import { suggestMigration } from './suggest.ts'

type ScaleName = keyof typeof TEST_SCALES

function version(number: string, questions: Record<string, ScaleName>, changes: Partial<TreeModel> = {}): TreeModel {
  return testTree({
    version: number,
    questions: Object.entries(questions).map(([id, scale]) => treeQuestion(id, scale)),
    tree: treeNode('root', { op: 'mean' }, Object.keys(questions)),
    ...changes,
  })
}

const way = (...questions: QuestionChange[]) => ({ migrates: [{ from: '1.0.0', comparable: 0.8, questions }] })
const told = (older: TreeModel, newer: TreeModel) =>
  checkMigration(older, newer).map(({ path, code, details }) => [path.join('.'), code, describeError(code, details).en])

describe('the way from an older version', () => {
  const older = version('1.0.0', { a: 'single', b: 'single' })

  test('is sound when each question of both versions stands in it once', () => {
    const questions: QuestionChange[] = [
      { change: 'same', question: 'a' },
      { change: 'gone', question: 'b' },
      { change: 'new', question: 'c' },
    ]
    expect(checkMigration(older, version('2.0.0', { a: 'single', c: 'single' }, way(...questions)))).toEqual([])
  })

  test('names each question that is left out, mentioned twice, or not there', () => {
    const newer = version(
      '2.0.0',
      { a: 'single', c: 'single' },
      way(
        { change: 'same', question: 'a' },
        { change: 'gone', question: 'a' },
        { change: 'moved', from: 'x', to: 'y' },
      ),
    )
    expect(checkMigration(older, newer).map(({ path, code, details }) => [path.join('.'), code, details!.id])).toEqual([
      ['migrates.0.questions.1', 'migration-question-twice', 'a'],
      ['migrates.0.questions.2', 'unknown-id', 'x'],
      ['migrates.0.questions', 'migration-question-missing', 'b'],
      ['migrates.0.questions.2', 'unknown-id', 'y'],
      ['migrates.0.questions', 'migration-question-missing', 'c'],
    ])
    expect(told(older, newer)[1]![2]).toBe('There is no question in version 1.0.0 with the id “x”.')
  })

  test('must be there where results changed, and may be left out where they did not', () => {
    const rules = version('2.0.0', { a: 'single', b: 'single' }, { tree: treeNode('root', { op: 'min' }, ['a', 'b']) })
    expect(told(older, rules)).toEqual([
      [
        'version',
        'migration-none',
        'The version does not say how the questions of 1.0.0 live on. Older answers cannot be restated.',
      ],
    ])
    expect(checkMigration(older, { ...older, version: '1.0.1', name: treeTexts('Nytt', 'New') })).toEqual([])
  })

  test('calls a question the same only while it reads the same', () => {
    const [a] = older.questions
    const newer = {
      ...version(
        '2.0.0',
        { a: 'single', b: 'single' },
        way({ change: 'same', question: 'a' }, { change: 'same', question: 'b' }),
      ),
      questions: [{ ...a!, text: treeTexts('Något annat?', 'Something else?') }, older.questions[1]!],
    }
    expect(told(older, newer).map(([path, code]) => [path, code])).toEqual([
      ['migrates.0.questions.0', 'migration-not-same'],
    ])
  })
})

describe('the values of a question that is answered in another way', () => {
  const codes = (from: ScaleName, to: ScaleName, change: QuestionChange) =>
    checkMigration(version('1.0.0', { a: from }), version('2.0.0', { b: to }, way(change))).map(({ code, details }) =>
      [code, details?.value].filter((part) => part !== undefined).join(' '),
    )
  const rescaled = (options: Record<string, string>): QuestionChange => ({
    change: 'rescaled',
    from: 'a',
    to: 'b',
    options,
  })

  test('need a counterpart each, and only those there are', () => {
    expect(codes('yes-no', 'rungs', rescaled({ no: '0', yes: '2' }))).toEqual([])
    expect(codes('yes-no', 'rungs', rescaled({ no: '0' }))).toEqual(['migration-value-missing yes'])
    expect(codes('yes-no', 'rungs', rescaled({ no: '0', yes: '9', maybe: '1' }))).toEqual([
      'migration-value-unknown 9',
      'migration-value-unknown maybe',
    ])
  })

  test('keep their names where no map is written', () => {
    const moved: QuestionChange = { change: 'moved', from: 'a', to: 'b' }
    expect(codes('single', 'single', moved)).toEqual([])
    expect(codes('yes-no', 'single', moved)).toEqual(['migration-value-missing no', 'migration-value-missing yes'])
    expect(codes('number', 'text', moved)).toEqual(['migration-scale-differs'])
    expect(codes('number', 'curve', moved)).toEqual(['migration-scale-differs'])
    expect(codes('day', 'day', moved)).toEqual([])
  })

  test('have an order where the lowest or the highest is picked', () => {
    const codesOf = (scale: ScaleName, rule: 'lowest' | 'equal') =>
      checkMigration(
        version('1.0.0', { a: scale, b: scale }),
        version('2.0.0', { m: scale }, way({ change: 'merged', from: ['a', 'b'], to: 'm', rule })),
      ).map(({ code }) => code)
    expect(codesOf('likert', 'lowest')).toEqual([])
    expect(codesOf('multiple', 'lowest')).toEqual(['migration-not-ordered'])
    expect(codesOf('multiple', 'equal')).toEqual([])
  })
})

test('a version tells one way from each earlier version, and none from a later one', () => {
  const questions: QuestionChange[] = []
  const from = (number: string) => ({ from: number, comparable: 1, questions })
  const model = version('2.0.0', { a: 'single' }, { migrates: ['1.0.0', '1.0.0', '2.0.0', '10.0.0'].map(from) })
  expect(checkMigrationHeads(model).map(({ path, code }) => [path.join('.'), code])).toEqual([
    ['migrates.1.from', 'migration-twice'],
    ['migrates.2.from', 'migration-not-earlier'],
    ['migrates.3.from', 'migration-not-earlier'],
  ])
})

test('a suggested way says what the versions themselves tell and leaves the rest to be decided', () => {
  const older = version('1.0.0', { a: 'single', b: 'yes-no', c: 'single', d: 'text' })
  const scales: Record<string, Scale> = { ...TEST_SCALES }
  const newer = version('2.0.0', { a: 'single', b: 'single', n: 'text', d: 'text' }, { scales })
  newer.questions[3] = { ...newer.questions[3]!, text: treeTexts('Hur då?', 'How?') }
  const suggested = suggestMigration(older, newer)
  expect(suggested.questions).toEqual([
    { change: 'same', question: 'a' },
    { change: 'rescaled', from: 'b', to: 'b', options: {} },
    { change: 'new', question: 'n' },
    { change: 'reworded', question: 'd' },
    { change: 'gone', question: 'c' },
  ])
  const left = checkMigration(older, { ...newer, migrates: [suggested] })
  expect(left.map(({ code, details }) => [code, details?.value])).toEqual([
    ['migration-value-missing', 'no'],
    ['migration-value-missing', 'yes'],
  ])
})
