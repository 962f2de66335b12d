import type { TreeModel } from '@stegvis/core/models/tree/schema.ts'
import type { Leaf, TreeNode } from '@stegvis/core/models/tree/schema-nodes.ts'
import { isLeaf, nodesOf } from './outline.ts'
import { type Path, valueAt, withValue } from './path.ts'

/**
 * The model without the part at `path` and without the questions that stood nowhere else. What lists them only to show
 * or to try (profile, targets, examples) forgets them too; a condition or an action that needs them is told as a fault.
 */
export function removePart(model: TreeModel, path: Path): TreeModel {
  const at = path.at(-1)
  if (typeof at !== 'number') return model
  const list = path.slice(0, -1)
  const children = valueAt(model, list) as (TreeNode | Leaf)[]
  const left = withValue(model, list, children.toSpliced(at, 1))
  const [before, after] = [contentOf(model), contentOf(left)]
  const gone = {
    nodes: new Set([...before.nodes].filter((id) => !after.nodes.has(id))),
    questions: new Set([...before.questions].filter((id) => !after.questions.has(id))),
  }
  return forget(left, gone)
}

type Content = { nodes: ReadonlySet<string>; questions: ReadonlySet<string> }

function contentOf(model: TreeModel): Content {
  const nodes = nodesOf(model)
  const placed = nodes.flatMap(({ children }) => children.flatMap((child) => (isLeaf(child) ? [child.question] : [])))
  const answering = nodes.flatMap((node) => node['answered-by'] ?? [])
  return { nodes: new Set(nodes.map(({ id }) => id)), questions: new Set([...placed, ...answering]) }
}

function forget(model: TreeModel, gone: Content): TreeModel {
  const { profile, targets, examples } = model
  return {
    ...model,
    questions: model.questions.filter(({ id }) => !gone.questions.has(id)),
    ...(profile && { profile: profile.filter((id) => !gone.nodes.has(id)) }),
    ...(targets && { targets: targets.map((target) => ({ ...target, nodes: without(target.nodes, gone.nodes) })) }),
    ...(examples && {
      examples: examples.map((example) => ({
        ...example,
        answers: without(example.answers, gone.questions),
        expected: without(example.expected, gone.nodes),
      })),
    }),
  }
}

function without<T>(record: Record<string, T>, gone: ReadonlySet<string>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !gone.has(key)))
}
