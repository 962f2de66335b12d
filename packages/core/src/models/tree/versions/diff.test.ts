import { describe, expect, test } from 'vitest'
import type { TreeModel } from '../schema.ts'
import { TEST_SCALES, testTree, treeNode, treeQuestion, treeTexts } from '../test-tree.ts'
import { diffModels } from './diff.ts'
import { changeText, verdictText } from './diff-words.ts'

const SCALES = { 'yes-no': TEST_SCALES['yes-no'], single: TEST_SCALES.single }

/** Two nodes: `first` with two questions, `second` with one. */
function version(number: string, changes: Partial<TreeModel> = {}): TreeModel {
  return testTree({
    version: number,
    scales: SCALES,
    questions: [treeQuestion('a', 'yes-no'), treeQuestion('b', 'yes-no'), treeQuestion('c', 'single')],
    tree: tree(),
    ...changes,
  })
}

function tree(changes: Partial<TreeModel['tree']> = {}): TreeModel['tree'] {
  const first = treeNode('first', { op: 'mean' }, ['a', 'b'], { weight: 1 })
  const second = treeNode('second', { op: 'sum' }, ['c'], { weight: 2 })
  return { ...treeNode('root', { op: 'weighted-mean' }, [first, second]), ...changes }
}

const OLD = version('1.0.0')
const stepOf = (changes: Partial<TreeModel>) => diffModels(OLD, version('2.0.0', changes)).needs
const sentences = (changes: Partial<TreeModel>) =>
  diffModels(OLD, version('2.0.0', changes)).changes.map((change) => changeText(change).en)

describe('the difference between two versions', () => {
  test('is nothing where only the order, the state and the number differ', () => {
    const newer = version('1.0.1', { status: 'withdrawn', questions: [...OLD.questions].reverse() })
    expect(diffModels(OLD, newer)).toMatchObject({ needs: 'none', changes: [], fits: true })
  })

  test('in words to people asks for a patch', () => {
    const [a, ...rest] = OLD.questions
    const changes = {
      name: treeTexts('Nytt namn', 'New name'),
      questions: [{ ...a!, text: treeTexts('Så?', 'So?') }, ...rest],
    }
    expect(stepOf(changes)).toBe('patch')
    expect(sentences(changes)).toEqual([
      'The model: the name has been reworded.',
      'The question “a”: the wording has been reworded.',
    ])
  })

  test('in the name of an option asks for a patch, in its value for a major version', () => {
    const [no, yes] = TEST_SCALES['yes-no'].options
    const renamed = { ...TEST_SCALES['yes-no'], options: [no!, { ...yes!, name: treeTexts('Jo', 'Yes indeed') }] }
    expect(stepOf({ scales: { ...SCALES, 'yes-no': renamed } })).toBe('patch')
    const revalued = { ...TEST_SCALES['yes-no'], options: [no!, { ...yes!, value: 2 }] }
    expect(stepOf({ scales: { ...SCALES, 'yes-no': revalued } })).toBe('major')
    expect(sentences({ scales: { ...SCALES, 'yes-no': revalued } })).toEqual([
      'The scale “yes-no”: the option “yes”, the value has changed from 1 to 2.',
      'The question “a” is answered or valued in another way than before.',
      'The question “b” is answered or valued in another way than before.',
    ])
  })

  test('counts a scale under another name as the same scale', () => {
    const changes: Partial<TreeModel> = {
      scales: { answers: TEST_SCALES['yes-no'], single: TEST_SCALES.single },
      questions: OLD.questions.map((question) =>
        question.scale === 'yes-no' ? { ...question, scale: 'answers' } : question,
      ),
    }
    expect(stepOf(changes)).toBe('patch')
  })

  test('tells weights, rules and policies, and asks for a major version', () => {
    const [first, second] = OLD.tree.children
    const weighed = tree({ children: [{ ...first!, weight: 3 }, second!] })
    expect(sentences({ tree: weighed })).toEqual(['The node “first”: the weight has changed from 1 to 3.'])
    expect(stepOf({ tree: weighed })).toBe('major')
    expect(sentences({ tree: tree({ result: { op: 'min' } }) })).toEqual([
      'The node “root”: the calculation has changed.',
    ])
    const open = { ...OLD.policies, missing: 'lowest' } as const
    expect(sentences({ policies: open })).toEqual([
      'The model: the rules for missing answers, what a missing answer means has changed from open to lowest.',
    ])
    expect(stepOf({ policies: open })).toBe('major')
  })

  test('tells the weight of one question under one node', () => {
    const [first, second] = OLD.tree.children
    const weighed = treeNode('second', { op: 'sum' }, [{ question: 'c', weight: 2 }], { weight: 2 })
    expect(second).toBeDefined()
    const { changes, needs } = diffModels(OLD, version('2.0.0', { tree: tree({ children: [first!, weighed] }) }))
    expect(needs).toBe('major')
    expect(changes).toEqual([
      { part: 'place', id: 'second/c', change: 'changed', key: 'weight', from: undefined, to: 2, step: 'major' },
    ])
    expect(changeText(changes[0]!)).toEqual({
      sv: 'Frågan ”c” under ”second”: vikten har tillkommit, 2.',
      en: 'The question “c” under “second”: the weight has been added, 2.',
    })
  })

  test('tells a question that moves to another node', () => {
    const children = [
      treeNode('first', { op: 'mean' }, ['a'], { weight: 1 }),
      treeNode('second', { op: 'sum' }, ['b', 'c'], { weight: 2 }),
    ]
    expect(sentences({ tree: tree({ children }) })).toEqual([
      'The question “b” stood under first and now stands under second.',
    ])
  })

  test('knows a question with another id by its wording', () => {
    const questions = OLD.questions.map((question) => (question.id === 'a' ? { ...question, id: 'alpha' } : question))
    const children = [treeNode('first', { op: 'mean' }, ['alpha', 'b'], { weight: 1 }), OLD.tree.children[1]!]
    const diff = diffModels(OLD, version('2.0.0', { questions, tree: tree({ children }) }))
    expect(diff.questions[0]).toEqual({ question: 'alpha', was: 'a' })
    expect(diff.changes.map((change) => changeText(change).sv)).toEqual(['Frågan ”alpha” hette tidigare ”a”.'])
  })

  test('believes the migration about which question is which', () => {
    const questions = [treeQuestion('z', 'single'), treeQuestion('a', 'yes-no'), treeQuestion('b', 'yes-no')]
    const children = [
      treeNode('first', { op: 'mean' }, ['a', 'b'], { weight: 1 }),
      treeNode('second', { op: 'sum' }, ['z'], { weight: 2 }),
    ]
    const migrates: TreeModel['migrates'] = [
      { from: '1.0.0', comparable: 1, questions: [{ change: 'moved', from: 'c', to: 'z' }] },
    ]
    const changes = { questions, tree: tree({ children }) }
    expect(diffModels(OLD, version('2.0.0', { ...changes, migrates })).questions[0]).toEqual({
      question: 'z',
      was: 'c',
    })
    expect(diffModels(OLD, version('2.0.0', changes)).questions[0]).toEqual({ question: 'z', was: null })
  })

  test('lets an optional question in with a minor version where it is left out until it is answered', () => {
    const added = (importance: 'optional' | 'required', missing: 'exclude' | 'open') => ({
      questions: [...OLD.questions, treeQuestion('d', 'yes-no', { importance })],
      tree: tree({
        children: [
          treeNode('first', { op: 'mean' }, ['a', 'b', 'd'], { weight: 1, policies: { missing } }),
          OLD.tree.children[1]!,
        ],
      }),
    })
    const before = version('1.0.0', { tree: added('optional', 'exclude').tree, questions: OLD.questions })
    const first = before.tree.children[0]!
    const start = version('1.0.0', {
      tree: tree({ children: [{ ...first, children: [{ question: 'a' }, { question: 'b' }] }, OLD.tree.children[1]!] }),
    })
    const needs = (changes: Partial<TreeModel>) => diffModels(start, version('1.1.0', changes))
    expect(needs(added('optional', 'exclude'))).toMatchObject({ needs: 'minor', fits: true })
    expect(needs(added('required', 'exclude'))).toMatchObject({ needs: 'major', fits: false })
    expect(stepOf(added('optional', 'open'))).toBe('major')
  })

  test('lets views, actions and facts in with a minor version, and no node go without a major one', () => {
    const view = { id: 'other', name: treeTexts('Annan'), tree: treeNode('whole', { op: 'min' }, ['a', 'c']) }
    expect(stepOf({ views: [view] })).toBe('minor')
    expect(sentences({ views: [view] })).toEqual(['The view “other” is new.'])
    expect(stepOf({ facts: [...(OLD.facts ?? []), { id: 'shifts', name: treeTexts('Skift'), type: 'number' }] })).toBe(
      'minor',
    )
    expect(stepOf({ tree: treeNode('root', { op: 'weighted-mean' }, ['a', 'b', 'c']) })).toBe('major')
  })

  test('refuses a version number that says less than the changes', () => {
    const changed = { tree: tree({ result: { op: 'min' } }) }
    const patch = diffModels(OLD, version('1.0.1', changed))
    expect(patch).toMatchObject({ needs: 'major', states: 'patch', fits: false })
    expect(verdictText(patch).en).toBe(
      'What has changed is something that can change results (1.0.0 → 2.0.0). The version number 1.0.1 after 1.0.0 is not enough.',
    )
    expect(diffModels(OLD, version('2.0.0', changed)).fits).toBe(true)
    expect(diffModels(OLD, version('1.0.0', changed)).fits).toBe(false)
    expect(verdictText(diffModels(OLD, version('0.9.0', changed))).sv).toBe('Versionen 0.9.0 är inte senare än 1.0.0.')
    const other = { ...version('2.0.0', changed), id: 'another-model' }
    expect(diffModels(OLD, other).fits).toBe(false)
    expect(verdictText(diffModels(OLD, other)).en).toContain('is another model than')
  })
})
