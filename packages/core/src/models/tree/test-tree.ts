import type { Fact, TreeModel, TreeQuestion } from './schema.ts'
import type { Leaf, TreeNode } from './schema-nodes.ts'
import type { Policies, RollUp } from './schema-roll-up.ts'
import type { Option, Scale } from './schema-scales.ts'
import type { Texts } from './schema-words.ts'

/** Made-up tree models for tests and measurements: a small one by hand. `test-trees.ts` makes arbitrary ones. */

export function treeTexts(sv: string, en: string = sv): Texts {
  return { sv, en }
}

const open = { unknown: 'allowed', 'not-applicable': 'allowed' } as const

/** Every option and part of the scales below in one of three. */
export const TEST_BUCKETS = [
  { id: 'done', name: treeTexts('Gjort', 'Done'), of: ['done', 'yes', 'all', 'most'] },
  { id: 'planned', name: treeTexts('Planerat', 'Planned'), of: ['planned', 'some'] },
  { id: 'not-done', name: treeTexts('Inte gjort', 'Not done'), of: ['not-done', 'no', 'none'] },
]

function option(id: string, value: number): Option {
  return { id, name: treeTexts(`Val ${id}`, `Choice ${id}`), value }
}

/** One scale of every type by the name of the type, and `yes-no`, worth 0 or 1. */
export const TEST_SCALES = {
  'yes-no': { type: 'single', options: [option('no', 0), option('yes', 1)], ...open },
  single: {
    type: 'single',
    options: [option('none', 0), option('some', 1), option('most', 2.5), { ...option('all', 4), evidence: 'E2' }],
    ...open,
  },
  multiple: {
    type: 'multiple',
    options: [option('a', 1), option('b', 2), option('c', 0.5)],
    worth: 'sum',
    cap: 3,
    ...open,
  },
  rungs: {
    type: 'rungs',
    rungs: [0, 1, 2, 3].map((level) => ({ level, name: treeTexts(`Steg ${level}`, `Rung ${level}`) })),
    ...open,
  },
  likert: {
    type: 'likert',
    steps: [1, 2, 3, 4, 5].map((value) => ({ value, name: treeTexts(`${value} av 5`, `${value} of 5`) })),
    ...open,
  },
  number: { type: 'number', unit: '%', decimals: 1, least: 0, most: 100, ...open },
  curve: {
    type: 'number',
    unit: 'kWh',
    units: [{ id: 'MWh', factor: 1000 }],
    decimals: 0,
    curve: {
      shape: 'linear',
      points: [
        [8, 5],
        [25, 3],
        [60, 0],
      ],
      outside: 'clamp',
    },
    ...open,
  },
  split: {
    type: 'split',
    parts: [
      { id: 'done', name: treeTexts('Gjort', 'Done'), value: 1 },
      { id: 'planned', name: treeTexts('Planerat', 'Planned'), value: 0.5 },
      { id: 'not-done', name: treeTexts('Inte gjort', 'Not done'), value: 0 },
    ],
    ...open,
  },
  matrix: {
    type: 'matrix',
    rows: [
      { id: 'press', name: treeTexts('Press', 'Press') },
      { id: 'paint', name: treeTexts('Måleri', 'Paint shop') },
    ],
    columns: [
      { id: 'power', name: treeTexts('El', 'Power') },
      { id: 'heat', name: treeTexts('Värme', 'Heat') },
    ],
    cells: [option('low', 0), option('high', 2)],
    worth: 'mean',
    ...open,
  },
  text: { type: 'text', ...open },
  day: { type: 'day', ...open },
} satisfies Record<string, Scale>

export const TEST_FACTS: Fact[] = [
  { id: 'employees', name: treeTexts('Anställda', 'Employees'), type: 'number' },
  { id: 'sector', name: treeTexts('Bransch', 'Sector'), type: 'code', codes: ['metal', 'wood', 'food'] },
  { id: 'exports', name: treeTexts('Exporterar', 'Exports'), type: 'truth' },
]

export const TEST_POLICIES: Policies = { missing: 'open', unknown: 'open', 'not-applicable': 'exclude' }

export function treeQuestion(id: string, scale: keyof typeof TEST_SCALES, changes: Partial<TreeQuestion> = {}) {
  const text = treeTexts(`Fråga ${id}?`, `Question ${id}?`)
  return { id, scale, text, importance: 'required', ...changes } satisfies TreeQuestion
}

export function treeNode(
  id: string,
  result: RollUp,
  children: (TreeNode | Leaf | string)[],
  changes: Partial<TreeNode> = {},
): TreeNode {
  const leaves = children.map((child) => (typeof child === 'string' ? { question: child } : child))
  return { id, name: treeTexts(`Del ${id}`, `Part ${id}`), result, ...changes, children: leaves }
}

/** Two areas of two questions each, all of type `single` worth 0 to 4; the root is the mean of the areas. */
export function testTree(changes: Partial<TreeModel> = {}): TreeModel {
  return {
    format: 'stegvis-model/2',
    id: 'test-tree',
    version: '1.0.0',
    status: 'draft',
    languages: ['sv', 'en'],
    licence: 'CC-BY-4.0',
    authors: ['Stegvis'],
    'assessed-unit': 'site',
    name: treeTexts('Provmodell', 'Test model'),
    purpose: treeTexts('En modell att prova med.', 'A model to test with.'),
    facts: TEST_FACTS,
    scales: TEST_SCALES,
    questions: ['q1', 'q2', 'q3', 'q4'].map((id) => treeQuestion(id, 'single')),
    policies: TEST_POLICIES,
    voices: { result: 'coach', respondents: 'lower-median' },
    tree: treeNode('root', { op: 'mean' }, [
      treeNode('flow', { op: 'mean' }, ['q1', 'q2']),
      treeNode('tools', { op: 'min' }, ['q3', 'q4']),
    ]),
    ...changes,
  }
}
