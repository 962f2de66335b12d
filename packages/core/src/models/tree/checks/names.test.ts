import { describe, test } from 'vitest'
import { TEST_BUCKETS, TEST_SCALES, treeNode, treeTexts } from '../test-tree.ts'
import { action, type Case, expectTold, mean, q1, q2, root, rooted, scaled, small } from './test-told.ts'

const REFUSED: Case[] = [
  ['no day of publishing', small({ status: 'published' }), 'published-on-missing', 'status', '"published"'],
  [
    'a bucket for options that no scale has',
    small({
      buckets: [{ ...TEST_BUCKETS[0]!, of: ['yes', 'done', 'all', 'most', 'ready'] }, ...TEST_BUCKETS.slice(1)],
    }),
    'unknown-id',
    'buckets[0].of[4]',
    '"ready"',
  ],
  [
    'an option in two buckets',
    small({ buckets: [...TEST_BUCKETS, { ...TEST_BUCKETS[0]!, id: 'again', of: ['yes'] }] }),
    'listed-twice',
    'buckets[3].of[0]',
    '"yes"',
  ],
  [
    'a scale of which only some options are in a bucket',
    small({ buckets: [{ ...TEST_BUCKETS[0]!, of: ['yes', 'done', 'all'] }, ...TEST_BUCKETS.slice(1)] }),
    'bucket-missing',
    'buckets',
    '"buckets"',
  ],
  ['a question twice', small({ questions: [q1, q2, q1] }), 'id-not-unique', 'questions[2].id', '"q1"'],
  [
    'a node twice, in another tree',
    small({ views: [{ id: 'other', name: treeTexts('x'), tree: treeNode('root', mean, ['q1']) }] }),
    'id-not-unique',
    'views[0].tree.id',
    '"root"',
  ],
  [
    'a view called main',
    small({ views: [{ id: 'main', name: treeTexts('x'), tree: treeNode('r2', mean, ['q1']) }] }),
    'id-reserved',
    'views[0].id',
    '"main"',
  ],
  [
    'an option twice',
    scaled({ options: [TEST_SCALES.single.options[0], TEST_SCALES.single.options[0]] }),
    'id-not-unique',
    'scales.single.options[1].id',
    '"none"',
  ],
  [
    'no such scale',
    { ...small(), questions: [q1, { ...q2, scale: 'none' }] },
    'unknown-id',
    'questions[1].scale',
    '"none"',
  ],
  [
    'a scale that only objects have',
    { ...small(), questions: [q1, { ...q2, scale: 'constructor' }] },
    'unknown-id',
    'questions[1].scale',
    '"constructor"',
  ],
  ['no such question', small(root(mean, ['q1', 'q2', 'q9'])), 'unknown-id', 'tree.children[2].question', '"q9"'],
  ['no such question in another’s stead', rooted({ 'answered-by': 'q9' }), 'unknown-id', 'tree.answered-by', '"q9"'],
  [
    'no such source',
    small({ questions: [{ ...q1, source: 'iso' }, q2] }),
    'unknown-id',
    'questions[0].source',
    '"iso"',
  ],
  ['no such node in the profile', small({ profile: ['flow'] }), 'unknown-id', 'profile[0]', '"flow"'],
  ['a node twice in the profile', small({ profile: ['root', 'root'] }), 'listed-twice', 'profile[1]', '"root"'],
  [
    'no such node in a target',
    small({ targets: [{ id: 't', name: treeTexts('t'), nodes: { flow: 2 } }] }),
    'unknown-id',
    'targets[0].nodes.flow',
    '2',
  ],
  [
    'no such node of an action',
    { ...small(), actions: [action('a', { node: 'flow' })] },
    'unknown-id',
    'actions[0].node',
    '"flow"',
  ],
  [
    'no such action before it',
    { ...small(), actions: [action('a', { requires: ['b'] })] },
    'unknown-id',
    'actions[0].requires[0]',
    '"b"',
  ],
  [
    'no such key figure',
    { ...small(), actions: [action('a', { moves: ['b'] })] },
    'unknown-id',
    'actions[0].moves[0]',
    '"b"',
  ],
  [
    'an example of no such question',
    small({ examples: [{ name: 'x', answers: { q9: 1 }, expected: {} }] }),
    'unknown-id',
    'examples[0].answers.q9',
    '1',
  ],
  [
    'a question taken over by none there is',
    small({
      version: '2.0.0',
      migrates: [{ from: '1.0.0', comparable: 1, questions: [{ change: 'moved', from: 'a', to: 'q9' }] }],
    }),
    'unknown-id',
    'migrates[0].questions[0].to',
    '"q9"',
  ],
  [
    'answers taken over from a later version',
    small({ migrates: [{ from: '1.0.0', comparable: 1, questions: [] }] }),
    'migration-not-earlier',
    'migrates[0].from',
    '"1.0.0"',
  ],
  ['a text without the first language', small({ purpose: { en: 'x' } }), 'text-missing', 'purpose', '"purpose"'],
  ['a text without another language', small({ purpose: { sv: 'x' } }), 'text-missing', 'purpose', '"purpose"'],
  ['a language twice', small({ languages: ['sv', 'en', 'sv'] }), 'listed-twice', 'languages[2]', '"sv"'],
  [
    'a stand-in that is no language of it',
    small({ fallback: { en: ['nb'] } }),
    'language-not-listed',
    'fallback.en[0]',
    '"nb"',
  ],
]

describe('refused is', () => {
  test.each(REFUSED)('%s', (...one) => expectTold(one, 'error'))
})
