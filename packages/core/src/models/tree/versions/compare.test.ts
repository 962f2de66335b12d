import { describe, expect, test } from 'vitest'
import { compileTree } from '../compile.ts'
import type { TreeModel } from '../schema.ts'
import type { QuestionChange } from '../schema-versions.ts'
import type { NodeScore, TreeScore } from '../score.ts'
import { testTree, treeNode, treeQuestion } from '../test-tree.ts'
import { compareOverTime, comparisonText, nodeComparisonText } from './compare.ts'
import { restate } from './restate.ts'

function version(number: string, ids: string[], questions: QuestionChange[] = [], comparable = 0.5): TreeModel {
  return testTree({
    version: number,
    questions: ids.map((id) => treeQuestion(id, 'single')),
    tree: treeNode('root', { op: 'mean' }, [
      treeNode('first', { op: 'mean' }, ids.slice(0, 2)),
      treeNode('second', { op: 'mean' }, ids.slice(2)),
    ]),
    ...(questions.length > 0 && { migrates: [{ from: '1.0.0', comparable, questions }] }),
  })
}

function row(node: string, score: number | null, changes: Partial<NodeScore> = {}): NodeScore {
  return {
    node,
    view: 'main',
    state: score === null ? 'open' : 'complete',
    score,
    range: null,
    level: null,
    band: null,
    points: null,
    blocking: [],
    ahead: [],
    coverage: { answered: 2, asked: 2, notApplicable: 0, unknown: 0 },
    reason: { rule: 'mean', inputs: {} },
    ...changes,
  }
}

function result(number: string, nodes: NodeScore[], model = 'test-tree'): TreeScore {
  return { format: 'stegvis-score/2', model, version: number, nodes, unknown: [], missing: [], hidden: [] }
}

const MODEL = version('1.0.0', ['a', 'b', 'c'])
const COMPILED = compileTree(MODEL)

describe('a later result against an earlier one', () => {
  test('on the same version tells each node’s change in score and level', () => {
    const before = result('1.0.0', [row('root', 2.1, { level: 2 }), row('first', 3), row('second', 1)])
    const after = result('1.0.0', [row('root', 2.3, { level: 3 }), row('first', 3), row('second', 0.5)])
    const change = compareOverTime({ score: before }, after, COMPILED)
    expect(change).toMatchObject({
      basis: 'same-version',
      versions: { before: '1.0.0', compared: '1.0.0' },
      restated: null,
    })
    expect(change.nodes.map(({ node, change, score, level }) => [node, change, score, level])).toEqual([
      ['root', 'up', 0.2, 1],
      ['first', 'same', 0, null],
      ['second', 'down', -0.5, null],
    ])
    expect(comparisonText(change).en).toBe('Both were made on version 1.0.0.')
  })

  test('compares no node that is open, switched off, without a result, or there only once', () => {
    const before = result('1.0.0', [
      row('a', 1),
      row('b', null),
      row('c', 1),
      row('d', null, { state: 'none' }),
      row('e', 1),
    ])
    const after = result('1.0.0', [
      row('a', 2),
      row('b', 2),
      row('c', null, { state: 'not-applicable' }),
      row('d', null, { state: 'none' }),
      row('f', 1),
    ])
    const change = compareOverTime({ score: before }, after, COMPILED)
    expect(change.nodes.map(({ node, why }) => [node, why])).toEqual([
      ['a', undefined],
      ['b', 'open'],
      ['c', 'not-applicable'],
      ['d', 'no-result'],
      ['f', 'only-once'],
      ['e', 'only-once'],
    ])
    expect(nodeComparisonText('open', change).sv).toBe('Går inte att jämföra: svar saknas.')
  })

  test('sets a restated result against a later version, never the one that was made on the older', () => {
    const same = ['a', 'b', 'c'].map((question): QuestionChange => ({ change: 'same', question }))
    const newer = version('2.0.0', ['a', 'b', 'c'], same)
    const how = restate(MODEL, newer, new Map())
    const earlier = {
      score: result('1.0.0', [row('root', 9), row('first', 9)]),
      restated: { score: result('2.0.0', [row('root', 1), row('first', 1)]), how, anchored: null },
    }
    const later = result('2.0.0', [row('root', 2), row('first', 3)])
    const change = compareOverTime(earlier, later, compileTree(newer))
    expect(change).toMatchObject({ basis: 'restated', enough: true })
    expect(change.nodes.map(({ node, before, score, anchors }) => [node, before?.score, score, anchors])).toEqual([
      ['root', 1, 1, null],
      ['first', 1, 2, null],
    ])
    expect(comparisonText(change)).toEqual({
      sv: 'Den tidigare gjordes på version 1.0.0 och är omräknad till 2.0.0: 3 av 3 frågor följde med.',
      en: 'The earlier one was made on version 1.0.0 and is restated on 2.0.0: 3 of 3 questions came along.',
    })
  })

  test('is not comparable without a way, without a question in common, or with another model, and says so', () => {
    const later = result('2.0.0', [row('root', 2)])
    const earlier = { score: result('1.0.0', [row('root', 1)]) }
    const none = compareOverTime(earlier, later, COMPILED)
    expect(none).toMatchObject({ basis: 'not-comparable', why: 'no-migration', versions: { compared: null } })
    expect(none.nodes).toMatchObject([
      { change: 'not-comparable', score: null, before: { score: 1 }, after: { score: 2 } },
    ])
    expect(comparisonText(none).en).toBe('Not comparable: version 2.0.0 does not say how the answers of 1.0.0 live on.')

    const fresh = ['d', 'e', 'f'].map((question): QuestionChange => ({ change: 'new', question }))
    const gone = ['a', 'b', 'c'].map((question): QuestionChange => ({ change: 'gone', question }))
    const strange = version('2.0.0', ['d', 'e', 'f'], [...fresh, ...gone], 0)
    const how = restate(MODEL, strange, new Map())
    const nothing = compareOverTime({ ...earlier, restated: { score: later, how, anchored: null } }, later, COMPILED)
    expect(nothing).toMatchObject({ basis: 'not-comparable', why: 'no-anchors', restated: { restated: 0 } })

    const other = compareOverTime({ score: result('1.0.0', [], 'another') }, later, COMPILED)
    expect(other).toMatchObject({ basis: 'not-comparable', why: 'other-model' })
  })
})
