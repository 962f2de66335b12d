import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileModel, scoreLadder } from '../../assessments/scoring.ts'
import { answersOf } from '../../assessments/test-answers.ts'
import type { Answer } from '../answers.ts'
import { testModel } from '../test-model.ts'
import type { TreeAnswer } from './answers.ts'
import { checkTreeModel, isError } from './check.ts'
import { compileTree } from './compile.ts'
import type { TreeModel, TreeQuestion } from './schema.ts'
import type { Leaf } from './schema-nodes.ts'
import { scoreTree } from './score-tree.ts'
import { testTree, treeNode, treeQuestion, treeTexts } from './test-tree.ts'
import { choices, rungs } from './test-worked.ts'

const DIMENSIONS = ['flow', 'tools', 'waste', 'energy']
const required = (dimension: string) =>
  [2, 3, 4, 5].flatMap((level) => ['a', 'b'].map((letter) => ({ id: `${dimension}-${level}-${letter}`, level })))

/**
 * A ladder of `stegvis-model/1` written as a tree: the rung picked opens its own criteria and those of the rung above
 * (at the top: below), what lies below the pick is implied, and the step of the area holds broadly.
 */
function ladderAsTree(): TreeModel {
  const criteria = DIMENSIONS.flatMap((dimension) =>
    required(dimension).map(({ id, level }): TreeQuestion => {
      const picks = level === 4 ? [3, 4, 5] : [level - 1, level]
      return {
        ...treeQuestion(id, 'single'),
        scale: 'criterion',
        'visible-when': `answer(${dimension}) in (${picks.join(', ')})`,
      }
    }),
  )
  const areas = DIMENSIONS.map((dimension) =>
    treeNode(
      `${dimension}-level`,
      { op: 'ladder', need: 'all', 'at-least': 1 },
      required(dimension).map(({ id, level }): Leaf => ({ question: id, level })),
      // Nothing above the rung that was asked about counts as met.
      { adjust: [{ do: 'cap', at: `min(answer(${dimension}) + 1, 5)` }] },
    ),
  )
  return testTree({
    scales: { pick: rungs(1, 5), criterion: choices({ no: 0, partly: 0, yes: 1 }) },
    questions: [...DIMENSIONS.map((id) => ({ ...treeQuestion(id, 'rungs'), scale: 'pick' })), ...criteria],
    policies: { missing: 'open', unknown: 'lowest', 'not-applicable': 'met' },
    tree: treeNode('step', { op: 'broad-step', share: [2, 3], floor: 1 }, areas),
    views: [{ id: 'picks', name: treeTexts('Val', 'Picks'), tree: treeNode('picked', { op: 'none' }, DIMENSIONS) }],
  })
}

test('a ladder written as a tree has the same levels, lows and step for any answers', () => {
  const model = ladderAsTree()
  expect(checkTreeModel(model).filter(isError)).toEqual([])
  const compiled = compileTree(model)
  const ladder = compileModel(testModel(DIMENSIONS))
  const judged = fc.constantFrom('yes', 'yes', 'yes', 'partly', 'no', 'unknown', undefined)
  const answers = fc.tuple(
    ...DIMENSIONS.map((dimension) =>
      fc.record({
        [dimension]: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined, freq: 8 }),
        ...Object.fromEntries(
          required(dimension).map(({ id }) => [
            id,
            // One a rung may not apply; where none does, a tree says so and a ladder counts all as met.
            id.endsWith('b') ? fc.oneof(judged, fc.constant('not-applicable')) : judged,
          ]),
        ),
      }),
    ),
  )
  fc.assert(
    fc.property(answers, (parts) => {
      // A ladder looks at nothing before a rung is picked, a tree at what it shows; so nothing is answered before.
      const picked = parts.filter((part) => DIMENSIONS.some((dimension) => part[dimension] !== undefined))
      const given = Object.entries(Object.assign({}, ...picked) as Record<string, number | string | undefined>)
      const short = Object.fromEntries(given.filter(([, value]) => value !== undefined)) as Record<
        string,
        number | string
      >
      const old = answersOf(short)
      const expected = scoreLadder(ladder, old, { evidence: 'stated' })
      const { nodes } = scoreTree(compiled, new Map([...old].map(([id, answer]) => [id, asTree(answer)])), {
        voice: 'self',
      })
      expected.dimensions.forEach(({ level, range }, at) => {
        expect(nodes[at + 1]).toMatchObject({ level, range: { low: range!.low } })
      })
      expect(nodes[0]).toMatchObject({ level: expected.step, range: { low: expected.stepRange!.low } })
    }),
    { numRuns: 500 },
  )
})

function asTree(answer: Answer): TreeAnswer {
  switch (answer.kind) {
    case 'yes':
    case 'partly':
    case 'no':
      return { kind: 'option', option: answer.kind }
    default:
      return answer
  }
}
