import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TreeAnswer, TreeAnswers } from './answers.ts'
import { compileTree } from './compile.ts'
import type { TreeModel } from './schema.ts'
import type { TreeNode } from './schema-nodes.ts'
import type { NodeScore } from './score.ts'
import { scoreTree } from './score-tree.ts'
import { TEST_POLICIES, TEST_SCALES, testTree, treeNode, treeQuestion } from './test-tree.ts'
import { answersTo, answerTo, definiteAnswerTo } from './test-tree-answers.ts'
import { anyTree } from './test-trees.ts'

/** What holds for models without conditions, formulas, factors and caps, whose roll-ups a better answer never lowers. */

const RUNS = { numRuns: 200 }
const EPSILON = 1e-8

const rows = (model: TreeModel, answers: TreeAnswers): NodeScore[] =>
  scoreTree(compileTree(model), answers, { voice: 'self' }).nodes

/** The worth of an answer by its own, read off a model of this one question. */
function worth(model: TreeModel, id: string, answer: TreeAnswer): number | null {
  const question = model.questions.find((one) => one.id === id)!
  const alone: TreeModel = { ...model, questions: [question], views: [], tree: treeNode('alone', { op: 'max' }, [id]) }
  return rows(alone, new Map([[id, answer]]))[0]!.score
}

/** A map may turn a scale round; nothing above it then climbs with it. */
const climbs = (node: TreeNode): boolean =>
  !(node.adjust ?? []).some((one) => one.do === 'map' && one.to[0] > one.to[1]) &&
  node.children.every((child) => 'question' in child || climbs(child))

/** Everything open stays open, as far as the model says so everywhere. */
const allOpen = (model: TreeModel): TreeModel => ({
  ...model,
  policies: TEST_POLICIES,
  tree: withoutPolicies(model.tree),
  views: (model.views ?? []).map((view) => ({ ...view, tree: withoutPolicies(view.tree) })),
})

function withoutPolicies({ policies: _, ...node }: TreeNode): TreeNode {
  return { ...node, children: node.children.map((child) => ('question' in child ? child : withoutPolicies(child))) }
}

const plainModel = anyTree({ plain: true })
const withOneMore = plainModel.chain((model) => {
  const one = fc
    .constantFrom(...model.questions)
    .chain(({ id, scale }) =>
      fc.tuple(fc.constant(id), definiteAnswerTo(model.scales[scale]!), definiteAnswerTo(model.scales[scale]!)),
    )
  return fc.record({ model: fc.constant(model), answers: answersTo(model), one })
})

test('a better answer never lowers anything', () => {
  fc.assert(
    fc.property(withOneMore, ({ model, answers, one: [id, first, second] }) => {
      fc.pre(climbs(model.tree) && (model.views ?? []).every(({ tree }) => climbs(tree)))
      const [a, b] = [worth(model, id, first), worth(model, id, second)]
      fc.pre(a !== null && b !== null && a !== b)
      const [worse, better] = a! < b! ? [first, second] : [second, first]
      const before = rows(model, new Map([...answers, [id, worse]]))
      const after = rows(model, new Map([...answers, [id, better]]))
      before.forEach((row, at) => {
        const { score, level, range } = after[at]!
        if (row.score !== null && score !== null) expect(score).toBeGreaterThanOrEqual(row.score - EPSILON)
        if (row.level !== null && level !== null) expect(level).toBeGreaterThanOrEqual(row.level)
        if (row.range && range) {
          expect(range.low).toBeGreaterThanOrEqual(row.range.low - EPSILON)
          expect(range.high).toBeGreaterThanOrEqual(row.range.high - EPSILON)
        }
      })
    }),
    RUNS,
  )
})

test('answering what is open never widens a range, and the score ends within it', () => {
  fc.assert(
    fc.property(withOneMore, ({ model: any, answers, one: [id, answer] }) => {
      const model = allOpen(any)
      const before = new Map([...answers].filter(([question]) => question !== id))
      const after = rows(model, new Map([...before, [id, answer]]))
      rows(model, before).forEach(({ range }, at) => {
        const narrower = after[at]!.range
        if (!range || !narrower) return
        expect(narrower.low).toBeGreaterThanOrEqual(range.low - EPSILON)
        expect(narrower.high).toBeLessThanOrEqual(range.high + EPSILON)
      })
    }),
    RUNS,
  )
})

describe('redistribution', () => {
  const statuses = fc.constantFrom<TreeAnswer>(
    { kind: 'split', parts: { done: 100 } },
    { kind: 'split', parts: { planned: 50, 'not-done': 50 } },
    { kind: 'not-applicable' },
    { kind: 'unknown' },
  )
  const leaves = fc.array(fc.record({ points: fc.integer({ min: 1, max: 40 }), answer: fc.option(statuses) }), {
    minLength: 1,
    maxLength: 8,
  })

  test.each(['redistribute-equal', 'redistribute-proportional'] as const)('%s conserves the points', (policy) => {
    fc.assert(
      fc.property(fc.array(leaves, { minLength: 1, maxLength: 4 }), (groups) => {
        const questions = groups.flatMap((group, g) => group.map((_, n) => treeQuestion(`g${g}-q${n}`, 'split')))
        const nodes = groups.map((group, g) =>
          treeNode(
            `g${g}`,
            { op: 'points' },
            group.map(({ points }, n) => ({ question: `g${g}-q${n}`, points })),
          ),
        )
        const policies = { ...TEST_POLICIES, 'not-applicable': policy }
        const model = testTree({ questions, policies, tree: treeNode('root', { op: 'points' }, nodes) })
        const answers = new Map(
          groups.flatMap((group, g) =>
            group.flatMap(({ answer }, n) => (answer ? [[`g${g}-q${n}`, answer] as const] : [])),
          ),
        )
        const whole = groups.flat().reduce((sum, { points }) => sum + points, 0)
        for (const { state, points, node } of rows(model, answers)) {
          if (state === 'not-applicable') continue
          const own =
            node === 'root' ? whole : groups[Number(node.slice(1))]!.reduce((sum, { points }) => sum + points, 0)
          expect(points!.possible).toBeCloseTo(own, 6)
          expect(points!.reached).toBeLessThanOrEqual(points!.possible + EPSILON)
        }
      }),
      RUNS,
    )
  })

  test('shrinks the whole where it says so, and in a weighted mean changes what weighs how much', () => {
    const tree = (policy: 'exclude' | 'redistribute-equal') =>
      testTree({
        questions: ['q1', 'q2', 'q3'].map((id) => treeQuestion(id, 'yes-no')),
        policies: { ...TEST_POLICIES, 'not-applicable': policy },
        tree: treeNode('root', { op: 'weighted-mean' }, [
          { question: 'q1', weight: 6 },
          { question: 'q2', weight: 3 },
          { question: 'q3', weight: 1 },
        ]),
      })
    const answers = new Map<string, TreeAnswer>([
      ['q1', { kind: 'not-applicable' }],
      ['q2', { kind: 'option', option: 'yes' }],
      ['q3', { kind: 'option', option: 'no' }],
    ])
    // 3 of 4; with 6 shared out in two, 6 of 10.
    expect(rows(tree('exclude'), answers)[0]!.score).toBe(0.75)
    expect(rows(tree('redistribute-equal'), answers)[0]!.score).toBe(0.6)
  })
})

describe('models at the limits', () => {
  const YES: TreeAnswer = { kind: 'option', option: 'yes' }

  test('a long chain of conditions is worked through without recursion', () => {
    const ids = Array.from({ length: 3000 }, (_, at) => `q${at}`)
    const questions = ids.map((id, at) =>
      treeQuestion(
        id,
        'yes-no',
        at > 0 ? { 'visible-when': `chosen(q${at - 1}, yes)`, 'hidden-when-undetermined': true } : {},
      ),
    )
    const groups = [0, 1, 2].map((n) => treeNode(`n${n}`, { op: 'sum' }, ids.slice(n * 1000, n * 1000 + 1000)))
    const compiled = compileTree(testTree({ questions, tree: treeNode('root', { op: 'sum' }, groups) }))
    const all = scoreTree(compiled, new Map(ids.map((id) => [id, YES])), { voice: 'self' })
    expect(all.nodes[0]!.score).toBe(3000)
    const none = scoreTree(compiled, new Map(ids.slice(1).map((id) => [id, YES])), { voice: 'self' })
    expect(none.hidden).toHaveLength(2999)
  })

  test('a deep tree, and the most nodes there may be', () => {
    let deep = treeNode('bottom', { op: 'mean' }, ['q1'])
    for (let depth = 0; depth < 22; depth++) deep = treeNode(`deep-${depth}`, { op: 'mean' }, [deep])
    const wide = Array.from({ length: 4900 }, (_, at) => treeNode(`wide-${at}`, { op: 'mean' }, ['q1']))
    const groups = [0, 1, 2, 3, 4].map((n) =>
      treeNode(`group-${n}`, { op: 'mean' }, wide.slice(n * 980, n * 980 + 980)),
    )
    const model = testTree({
      questions: [treeQuestion('q1', 'yes-no')],
      tree: treeNode('root', { op: 'mean' }, [deep, ...groups]),
    })
    expect(rows(model, new Map([['q1', YES]]))[0]).toMatchObject({ score: 1, coverage: { answered: 1, asked: 1 } })
  })

  test('circles that checking would refuse still come to an end', () => {
    const model = testTree({
      questions: [
        treeQuestion('q1', 'yes-no', { 'visible-when': 'answered(q2)' }),
        treeQuestion('q2', 'yes-no', { 'visible-when': 'answered(q1)' }),
      ],
      tree: treeNode('root', { op: 'formula', value: 'value(root) + value(other)' }, [
        treeNode('other', { op: 'formula', value: 'value(root)' }, ['q1', 'q2']),
      ]),
    })
    expect(() => rows(model, new Map([['q1', YES]]))).not.toThrow()
  })

  test('each kind of answer and scale is taken together without an error', () => {
    for (const scale of Object.keys(TEST_SCALES) as (keyof typeof TEST_SCALES)[]) {
      const model = testTree({ questions: [treeQuestion('q1', scale)], tree: treeNode('root', { op: 'mean' }, ['q1']) })
      for (const other of Object.values(TEST_SCALES)) {
        fc.assert(
          fc.property(answerTo(other), (answer) => {
            expect(() => rows(model, new Map([['q1', answer]]))).not.toThrow()
          }),
          { numRuns: 10 },
        )
      }
    }
  })
})
