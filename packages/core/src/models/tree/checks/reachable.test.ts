import { describe, test } from 'vitest'
import { treeTexts } from '../test-tree.ts'
import { action, band, type Case, expectTold, q1, q2, root, rooted, shown, small } from './test-told.ts'

/** Out of reach: warnings in a draft, errors in a published model. */
const UNREACHED: Case[] = [
  [
    'a band above what can be',
    rooted({ bands: [band('a', { 'up-to': 4 }), band('b', {})] }),
    'band-not-reached',
    'tree.bands[1]',
    '{',
  ],
  [
    'a star that cannot shine',
    rooted({ stars: [{ level: 1, name: treeTexts('x'), when: 'value(root) > 4' }] }),
    'star-not-reached',
    'tree.stars[0].when',
    'value',
  ],
  [
    'a child never met',
    small(root({ op: 'share-met', 'at-least': 5 }, ['q1'])),
    'child-never-met',
    'tree.children[0]',
    '{',
  ],
  [
    'a share above one',
    small(root({ op: 'points' }, [{ question: 'q1', points: 5 }])),
    'points-out-of-range',
    'tree.children[0]',
    '{',
  ],
  ['a question never shown', shown('answer(q1) > 4'), 'condition-never-holds', 'questions[1].visible-when', 'answer'],
  [
    'a node that never applies',
    rooted({ 'applies-when': 'false and fact(exports)' }),
    'condition-never-holds',
    'tree.applies-when',
    'false',
  ],
  [
    'a target out of reach',
    small({ targets: [{ id: 't', name: treeTexts('t'), nodes: { root: 5 } }] }),
    'value-not-reached',
    'targets[0].nodes.root',
    '5',
  ],
  [
    'an action to a level there is not',
    {
      ...rooted({ bands: [band('a', { below: 2, level: 1 }), band('b', { level: 2 })] }),
      actions: [action('a', { to: 3 })],
    },
    'level-not-reached',
    'actions[0].to',
    '3',
  ],
]

describe('warned is of', () => {
  test.each(UNREACHED)('%s', (...one) => expectTold(one, 'warning'))
})

describe('a published model is refused for', () => {
  const publish = (model: object) => ({ ...model, status: 'published', 'published-on': '2026-11-23' })
  test.each(UNREACHED)('%s', (name, model, ...rest) => expectTold([name, publish(model), ...rest], 'error'))

  const source = { id: 'iso', title: 'ISO', use: treeTexts('x'), licence: 'all rights reserved', adaptable: false }
  const quoting = small({ sources: [source], questions: [{ ...q1, source: 'iso' }, q2] })
  test('a question whose source may not be adapted', () => {
    const rest = ['source-not-adaptable', 'questions[0].source', '"iso"'] as const
    expectTold(['', publish(quoting), ...rest], 'error')
    expectTold(['', quoting, ...rest], 'warning')
  })
})
