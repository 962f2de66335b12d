import { describe, expect, test } from 'vitest'
import { compileTree } from './compile.ts'
import { explainTree } from './explain.ts'
import { treeExplanationText } from './explain-words.ts'
import type { Leaf } from './schema-nodes.ts'
import type { Scale } from './schema-scales.ts'
import { TEST_BUCKETS, TEST_SCALES, treeNode, treeTexts } from './test-tree.ts'
import { choices, each, worked, YES_NO } from './test-worked.ts'

/**
 * Territoire engagé keeps apart at every node what is done, planned, not done and not filled in, beside the points
 * they give together. The numbers are worked by hand.
 */
const STATUS: Scale = TEST_SCALES.split
/** The three buckets, of those ids that the scales of a model have. */
const bucketsOf = (...ids: string[]) =>
  TEST_BUCKETS.map((bucket) => ({ ...bucket, of: bucket.of.filter((id) => ids.includes(id)) })).filter(
    ({ of }) => of.length > 0,
  )
const PARTS = bucketsOf('done', 'planned', 'not-done')
const done = { done: 100 }
const not = { 'not-done': 100 }
const leaf = (question: string, points: number): Leaf => ({ question, points })
const sub = treeNode('sub', { op: 'points' }, [leaf('a', 6), leaf('b', 3), leaf('c', 1)], {
  policies: { 'not-applicable': 'redistribute-equal' },
})
const total = treeNode('total', { op: 'points' }, [sub, leaf('d', 10)])
const tet = worked(each(['a', 'b', 'c', 'd'], STATUS), total, { buckets: PARTS })
const ofNode = (node: string, answers: Record<string, unknown>) => tet.node(node, answers).buckets

describe('the buckets of a node', () => {
  test('tet-eci-02: hold the shares of its points, apart from what they are worth', () => {
    const answers = { a: { done: 20, planned: 30, 'not-done': 50 }, b: done, c: not, d: not }
    // 6 points: 1.2, 1.8 and 3; 3 are done and 1 is not. Planned counts half: 1.2 + 0.9 + 3 = 5.1.
    expect(tet.node('sub', answers)).toMatchObject({
      points: { reached: 5.1, possible: 10 },
      buckets: { shares: { done: 0.42, planned: 0.18, 'not-done': 0.4 }, unanswered: 0 },
    })
    expect(ofNode('total', answers)).toEqual({
      shares: { done: 0.21, planned: 0.09, 'not-done': 0.7 },
      unanswered: 0,
    })
  })

  test('tet-eci-06: keep what is not answered apart from what is not done', () => {
    expect(ofNode('total', { a: done, b: not, c: 'unknown' })).toEqual({
      shares: { done: 0.3, planned: 0, 'not-done': 0.15 },
      unanswered: 0.55,
    })
  })

  test('tet-eci-03, 04: follow points that are handed on, and shrink with the whole', () => {
    // b and c get half of the six points each: 6 and 4.
    expect(ofNode('sub', { a: 'not-applicable', b: done, c: not, d: not })?.shares).toEqual({
      done: 0.6,
      planned: 0,
      'not-done': 0.4,
    })
    const none = { a: 'not-applicable', b: 'not-applicable', c: 'not-applicable' }
    expect(ofNode('sub', { ...none, d: done })).toBeNull()
    expect(ofNode('total', { ...none, d: done })?.shares.done).toBe(1)
  })

  test('tet-eci-07: are those of the answer that beats the children', () => {
    const beaten = worked(
      each(['a', 'b', 'whole'], STATUS),
      treeNode('sub', { op: 'points' }, [leaf('a', 6), leaf('b', 4)], { 'answered-by': 'whole' }),
      { buckets: PARTS },
    )
    const row = beaten.node('sub', { a: not, b: not, whole: { done: 50, planned: 50 } })
    expect(row.buckets).toEqual({ shares: { done: 0.5, planned: 0.5, 'not-done': 0 }, unanswered: 0 })
  })

  test('take options of other scales along, by weight, and leave out what is on none of them', () => {
    const mixed = worked(
      { a: STATUS, b: YES_NO, c: TEST_SCALES.number },
      treeNode('root', { op: 'weighted-mean' }, [
        { question: 'a', weight: 3 },
        { question: 'b', weight: 1 },
        { question: 'c', weight: 6 },
      ]),
      { buckets: bucketsOf('done', 'planned', 'not-done', 'yes', 'no') },
    )
    expect(mixed.node('root', { a: { planned: 100 }, b: 'yes', c: 5 }).buckets).toEqual({
      shares: { done: 0.25, planned: 0.75, 'not-done': 0 },
      unanswered: 0,
    })
    expect(
      worked({ c: TEST_SCALES.number }, treeNode('root', { op: 'mean' }, ['c'])).node('root', { c: 5 }),
    ).not.toHaveProperty('buckets')
  })

  test('count the option that the evidence holds for', () => {
    const shown = worked(
      { a: choices({ no: 0, yes: { value: 1, evidence: 'E2' } }) },
      treeNode('root', { op: 'mean' }, ['a']),
      { buckets: bucketsOf('yes', 'no') },
    )
    const answers = { a: { kind: 'option', option: 'yes', evidence: 'E1' } }
    expect(shown.node('root', answers, { voice: 'coach' }).buckets?.shares).toMatchObject({ done: 0, 'not-done': 1 })
    expect(shown.node('root', answers, { voice: 'self' }).buckets?.shares).toMatchObject({ done: 1 })
  })

  test('are told in words, in the names the model gives them', () => {
    const buckets = [{ id: 'done', name: treeTexts('Klart', 'Finished'), of: ['done'] }, ...PARTS.slice(1)]
    const { model } = worked({ a: STATUS, b: STATUS }, treeNode('root', { op: 'mean' }, ['a', 'b']), { buckets })
    const answers = new Map([['a', { kind: 'split', parts: { done: 25, planned: 75 } } as const]])
    const lines = (language: 'sv' | 'en') =>
      treeExplanationText(explainTree(compileTree(model), answers, { voice: 'self' }, 'root'), language).join(' ')
    expect(lines('sv')).toContain(
      'Fördelat: Klart 12,5 procent, Planerat 37,5 procent, Inte gjort 0 procent, obesvarat 50 procent.',
    )
    expect(lines('en')).toContain('Divided: Finished 12.5 percent, Planned 37.5 percent')
  })
})
