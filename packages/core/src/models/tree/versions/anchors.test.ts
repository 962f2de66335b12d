import { describe, expect, test } from 'vitest'
import type { TreeAnswer, TreeAnswers } from '../answers.ts'
import { compileTree } from '../compile.ts'
import type { TreeModel } from '../schema.ts'
import type { QuestionChange } from '../schema-versions.ts'
import { scoreTree } from '../score-tree.ts'
import type { TreeScoreOptions } from '../state.ts'
import { testTree, treeNode, treeQuestion, treeTexts } from '../test-tree.ts'
import { anchorTree, lostQuestions } from './anchors.ts'
import { compareOverTime, comparisonText, nodeComparisonText, type TreeChange } from './compare.ts'
import { restate } from './restate.ts'

const COACH: TreeScoreOptions = { voice: 'coach' }

/** Answers by the options of the scale `single`: none 0, some 1, most 2.5, all 4. */
const said = (given: Record<string, string>): TreeAnswers =>
  new Map(Object.entries(given).map(([id, option]): [string, TreeAnswer] => [id, { kind: 'option', option }]))

const ask = (...ids: string[]) => ids.map((id) => treeQuestion(id, 'single'))
const same = (...ids: string[]) => ids.map((question): QuestionChange => ({ change: 'same', question }))

/** Version 1 asks a, b, c and d; version 2 asks n in place of d, under the same two nodes. */
function older(changes: Partial<TreeModel> = {}): TreeModel {
  return testTree({
    version: '1.0.0',
    questions: ask('a', 'b', 'c', 'd'),
    tree: treeNode('root', { op: 'mean' }, [
      treeNode('first', { op: 'mean' }, ['a', 'b']),
      treeNode('second', { op: 'mean' }, ['c', 'd']),
    ]),
    ...changes,
  })
}

function newer(changes: Partial<TreeModel> = {}, comparable = 0.75): TreeModel {
  const questions = [
    ...same('a', 'b', 'c'),
    { change: 'gone', question: 'd' },
    { change: 'new', question: 'n' },
  ] as const
  return older({
    version: '2.0.0',
    questions: ask('a', 'b', 'c', 'n'),
    tree: treeNode('root', { op: 'mean' }, [
      treeNode('first', { op: 'mean' }, ['a', 'b']),
      treeNode('second', { op: 'mean' }, ['c', 'n']),
    ]),
    migrates: [{ from: '1.0.0', comparable, questions: [...questions] }],
    ...changes,
  })
}

/** An earlier measurement on the first model against a later one on the second. */
function change(from: TreeModel, to: TreeModel, before: TreeAnswers, after: TreeAnswers): TreeChange {
  const how = restate(from, to, before)
  const compiled = compileTree(to)
  const anchors = anchorTree(to, lostQuestions(how))
  const anchored = { before: scoreTree(anchors, how.answers, COACH), after: scoreTree(anchors, after, COACH) }
  const restated = { score: scoreTree(compiled, how.answers, COACH), how, anchored }
  return compareOverTime(
    { score: scoreTree(compileTree(from), before, COACH), restated },
    scoreTree(compiled, after, COACH),
    compiled,
  )
}

const rows = ({ nodes }: TreeChange) =>
  nodes.map(({ node, before, after, score }) => [node, before?.score, after?.score, score])

const BEFORE = said({ a: 'some', b: 'most', c: 'none', d: 'all' })
const AFTER = said({ a: 'most', b: 'most', c: 'some', n: 'none' })

describe('two measurements of which one asks what the other does not', () => {
  // Before: first (1 + 2.5) / 2 = 1.75, second 0, together 0.875. After: 2.5 and 1, together 1.75. The question d,
  // which was worth most of all, and the new n, which is worth nothing, make no difference.
  test('are compared on the questions they have in common, both scored on nothing else', () => {
    const found = change(older(), newer(), BEFORE, AFTER)
    expect(found).toMatchObject({ basis: 'anchors', restated: { restated: 3, questions: 4 }, enough: true })
    expect(rows(found)).toEqual([
      ['root', 0.875, 1.75, 0.875],
      ['first', 1.75, 2.5, 0.75],
      ['second', 0, 1, 1],
    ])
    expect(found.nodes.map(({ anchors }) => anchors)).toEqual([
      { anchors: 3, questions: 4 },
      { anchors: 2, questions: 2 },
      { anchors: 1, questions: 2 },
    ])
    expect(comparisonText(found).en).toBe(
      'The earlier one was made on version 1.0.0. 3 of the 4 questions of version 2.0.0 are in both, and here both are counted on those alone. The figures can therefore differ from those of the result.',
    )
  })

  test('show no change where only a new question made the newer result lower', () => {
    const policies = { ...older().policies, missing: 'lowest' } as const
    const answers = said({ a: 'most', b: 'most', c: 'most', d: 'most' })
    const found = change(
      older({ policies }),
      newer({ policies }),
      answers,
      new Map([...answers, ...said({ n: 'none' })]),
    )
    expect(found.nodes.map(({ change }) => change)).toEqual(['same', 'same', 'same'])
  })

  test('say so where fewer questions are in both than the version asks for', () => {
    const found = change(older(), newer({}, 0.8), BEFORE, AFTER)
    expect(found).toMatchObject({ basis: 'anchors', enough: false })
    expect(comparisonText(found).sv).toContain('Det är färre än versionen kräver')
  })

  test('compare no node without such a question, nor one that is worked out from others', () => {
    const formula = { op: 'formula', value: 'answer(a) + answer(n)' } as const
    const tree = treeNode('root', { op: 'mean' }, [
      treeNode('kept', { op: 'mean' }, ['a', 'b', 'c']),
      treeNode('fresh', { op: 'mean' }, ['n']),
      treeNode('worked-out', formula, ['a', 'n']),
    ])
    const found = change(older(), newer({ tree }), BEFORE, AFTER)
    expect(found.nodes.map(({ node, why }) => [node, why])).toEqual([
      ['root', 'no-anchors'],
      ['kept', undefined],
      ['fresh', 'no-anchors'],
      ['worked-out', 'no-anchors'],
    ])
    expect(nodeComparisonText('no-anchors', found).en).toBe(
      'Not comparable: what is counted is not in both 1.0.0 and 2.0.0.',
    )
  })

  test('keep levels where fewer questions leave the scale as it is, and leave them out of what is added up', () => {
    const bands = [
      { id: 'low', name: treeTexts('Låg', 'Low'), below: 2, level: 1 },
      { id: 'high', name: treeTexts('Hög', 'High'), level: 2 },
    ]
    const second = treeNode('second', { op: 'sum' }, ['c', 'n'], { bands })
    const first = treeNode('first', { op: 'sum' }, ['a', 'b'], { bands })
    const mean = treeNode('third', { op: 'mean' }, ['c', 'n'], { bands })
    const tree = treeNode('root', { op: 'max' }, [first, second, mean], { bands })
    const after = said({ a: 'most', b: 'most', c: 'most', n: 'none' })
    const found = change(older(), newer({ tree }), BEFORE, after)
    expect(found.nodes.map(({ node, score, level }) => [node, score, level])).toEqual([
      // One of those it is the highest of is added up from fewer.
      ['root', 1.5, null],
      ['first', 1.5, 0],
      ['second', 2.5, null],
      ['third', 2.5, 1],
    ])
  })

  test('are restated as a whole where what came changes no result', () => {
    const remark = { ...treeQuestion('remark', 'text'), importance: 'optional' as const }
    const minor = older({ version: '1.1.0', questions: [...ask('a', 'b', 'c', 'd'), remark] })
    expect(change(older(), minor, BEFORE, BEFORE)).toMatchObject({ basis: 'restated', enough: true })
  })
})
