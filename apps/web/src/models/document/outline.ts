import type { TreeModel } from '@stegvis/core/models/tree/schema.ts'
import type { Leaf, TreeNode } from '@stegvis/core/models/tree/schema-nodes.ts'
import type { Path } from './path.ts'

/** One line of the outline: a node, or a question in one of its places. */
export type OutlineRow = {
  /** stays the same while the part moves among its siblings; names it in the address of the page */
  key: string
  path: Path
  parent: OutlineRow | null
  children: OutlineRow[]
} & ({ kind: 'node'; node: TreeNode } | { kind: 'leaf'; leaf: Leaf })

export type Outline = { roots: OutlineRow[]; byKey: ReadonlyMap<string, OutlineRow> }

/** The trees of a model as lines: its own first, then those of its other views. */
export function outlineOf(model: Pick<TreeModel, 'tree' | 'views'>): Outline {
  const byKey = new Map<string, OutlineRow>()
  const keep = (wanted: string, row: OutlineRow): OutlineRow => {
    let key = wanted
    for (let again = 2; byKey.has(key); again++) key = `${wanted}~${again}`
    row.key = key
    byKey.set(key, row)
    return row
  }
  const nodeRow = (node: TreeNode, path: Path, parent: OutlineRow | null): OutlineRow => {
    const row = keep(`node.${node.id}`, { key: '', path, parent, children: [], kind: 'node', node })
    row.children = node.children.map((child, at) => {
      const here = [...path, 'children', at]
      if (!isLeaf(child)) return nodeRow(child, here, row)
      const leaf: OutlineRow = { key: '', path: here, parent: row, children: [], kind: 'leaf', leaf: child }
      return keep(`leaf.${node.id}.${child.question}`, leaf)
    })
    return row
  }
  const roots = [
    nodeRow(model.tree, ['tree'], null),
    ...(model.views ?? []).map(({ tree }, at) => nodeRow(tree, ['views', at, 'tree'], null)),
  ]
  return { roots, byKey }
}

export function isLeaf(child: TreeNode | Leaf): child is Leaf {
  return 'question' in child
}

/** Every node of every tree of the model, in the order of the outline. */
export function nodesOf({ tree, views = [] }: Pick<TreeModel, 'tree' | 'views'>): TreeNode[] {
  const within = (node: TreeNode): TreeNode[] => [
    node,
    ...node.children.flatMap((child) => (isLeaf(child) ? [] : within(child))),
  ]
  return [tree, ...views.map((view) => view.tree)].flatMap(within)
}

/** The line at exactly this place. */
export function rowAt({ byKey }: Outline, path: Path): OutlineRow | undefined {
  const wanted = path.join('/')
  return [...byKey.values()].find((row) => row.path.join('/') === wanted)
}
