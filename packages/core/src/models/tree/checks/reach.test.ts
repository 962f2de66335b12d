import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileTree } from '../compile.ts'
import { scoreTree } from '../score-tree.ts'
import { testTree, treeNode } from '../test-tree.ts'
import { answersTo, anyFacts } from '../test-tree-answers.ts'
import { anyTree } from '../test-trees.ts'
import { calculationOrder } from './cycles.ts'
import { readExpressions } from './expressions.ts'
import { placesOf } from './places.ts'
import { Reach } from './reach.ts'

test('no answers ever give a score or a level outside of what a node is said to reach', () => {
  const cases = anyTree().chain((model) => fc.tuple(fc.constant(model), answersTo(model), anyFacts()))
  fc.assert(
    fc.property(cases, ([model, answers, facts]) => {
      const places = placesOf(model)
      const reach = new Reach(places, calculationOrder(places, readExpressions(places).read).nodes)
      const { nodes } = scoreTree(compileTree(model), answers, { facts, voice: 'coach' })
      for (const { node, score, level } of nodes) {
        const place = places.nodeById.get(node)!
        const value = reach.value(place)
        if (score !== null) {
          expect(score, node).toBeGreaterThanOrEqual((value?.low ?? Number.NaN) - 1e-9)
          expect(score, node).toBeLessThanOrEqual((value?.high ?? Number.NaN) + 1e-9)
        }
        if (level !== null) {
          expect(level, node).toBeLessThanOrEqual(reach.level(place)?.high ?? Number.NaN)
        }
      }
    }),
    { numRuns: 500 },
  )
})

test('a part that is left out whole, and counted at its least above, is adjusted once', () => {
  const part = treeNode('part', { op: 'deduct', from: 10, 'at-least': 1 }, [{ question: 'q1', weight: 4 }], {
    policies: { missing: 'exclude' },
    adjust: [{ do: 'map', from: [0, 10], to: [0, 100] }],
  })
  const model = testTree({ tree: treeNode('root', { op: 'max' }, [part], { policies: { missing: 'lowest' } }) })
  const { nodes } = scoreTree(compileTree(model), new Map(), { voice: 'self' })
  expect(nodes.map(({ node, score, range }) => [node, score, range])).toEqual([
    ['root', 60, { low: 60, high: 60 }],
    ['part', null, { low: 60, high: 100 }],
  ])
})
