import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileTree } from '../compile.ts'
import { scoreTree } from '../score-tree.ts'
import { answersTo, anyFacts } from '../test-tree-answers.ts'
import { anyTree } from '../test-trees.ts'
import { placesOf } from './places.ts'
import { Reach } from './reach.ts'

test('no answers ever give a score or a level outside of what a node is said to reach', () => {
  const cases = anyTree().chain((model) => fc.tuple(fc.constant(model), answersTo(model), anyFacts()))
  fc.assert(
    fc.property(cases, ([model, answers, facts]) => {
      const places = placesOf(model)
      const reach = new Reach(places)
      const { nodes } = scoreTree(compileTree(model), answers, { facts, voice: 'coach' })
      for (const { node, score, level } of nodes) {
        const place = places.nodeById.get(node)!
        const value = reach.value(place)
        if (score !== null) {
          expect(score, node).toBeGreaterThanOrEqual((value?.low ?? Number.NaN) - 1e-9)
          expect(score, node).toBeLessThanOrEqual((value?.high ?? Number.NaN) + 1e-9)
        }
        if (level !== null) {
          expect(level, node).toBeLessThanOrEqual(reach.level(place, value)?.high ?? Number.NaN)
        }
      }
    }),
    { numRuns: 300 },
  )
})
