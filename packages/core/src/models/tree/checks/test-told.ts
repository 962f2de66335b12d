import { expect } from 'vitest'
import type { ModelError } from '../../errors.ts'
import { parseTreeModel } from '../parse.ts'
import type { TreeModel } from '../schema.ts'
import type { Leaf, TreeNode } from '../schema-nodes.ts'
import type { RollUp } from '../schema-roll-up.ts'
import { TEST_SCALES, testTree, treeNode, treeQuestion, treeTexts } from '../test-tree.ts'

type Told = ModelError & { severity: 'error' | 'warning' }

/** What is told of a model, written as JSON with a line for each key, so that the line of each fault can be told. */
export function told(model: object): { all: Told[]; lines: string[] } {
  const text = JSON.stringify(model, null, 1)
  const parsed = parseTreeModel(text, 'tree.json')
  const all = parsed.ok
    ? parsed.warnings.map((warning) => ({ ...warning, severity: 'warning' as const }))
    : parsed.errors.map((error) => ({ ...error, severity: 'error' as const }))
  return { all, lines: text.split('\n') }
}

export type Case = [name: string, model: object, code: string, path: string, line: string]

/** Every fault is told once, at its path and at the line that holds it, in both languages. */
export function expectTold([, model, code, path, line]: Case, severity: Told['severity']): void {
  const { all, lines } = told(model)
  const found = all.filter((one) => one.code === code && one.path === path)
  expect(found, JSON.stringify(all.map((one) => [one.code, one.path, one.message.en]))).toHaveLength(1)
  const [one] = found
  expect(one?.severity).toBe(severity)
  expect(lines[one!.line - 1]).toContain(line)
  expect(one!.message.sv + one!.message.en).not.toMatch(/\{\w+\}|undefined/)
  expect(one!.message.sv).not.toBe(one!.message.en)
}

export const root = (result: RollUp, children: (TreeNode | Leaf | string)[], changes: Partial<TreeNode> = {}) => ({
  tree: treeNode('root', result, children, changes),
})
export const mean = { op: 'mean' } as const
export const [q1, q2] = [treeQuestion('q1', 'single'), treeQuestion('q2', 'single')]
/** Two questions of type `single` (worth 0 to 4) under the root. */
export const small = (changes: Partial<TreeModel> = {}) =>
  testTree({ questions: [q1, q2], ...root(mean, ['q1', 'q2']), ...changes })
export const rooted = (changes: Partial<TreeNode>) => small(root(mean, ['q1', 'q2'], changes))
export const shown = (when: string) => small({ questions: [q1, { ...q2, 'visible-when': when }] })
export const scaled = (scale: object) => ({
  ...small(),
  scales: { ...TEST_SCALES, single: { ...TEST_SCALES.single, ...scale } },
})
export const band = (id: string, edges: object) => ({ id, name: treeTexts(id), ...edges })
export const action = (id: string, changes: object = {}) => ({
  ...{ id, node: 'root', name: treeTexts(id), how: treeTexts(`How ${id}`), effort: 1, effect: 1, cost: 1 },
  ...changes,
})
