import type { Path } from '../../yaml-source.ts'
import type { Fact, TreeModel, TreeQuestion } from '../schema.ts'
import type { Leaf, TreeNode } from '../schema-nodes.ts'
import type { Scale } from '../schema-scales.ts'
import { TREE_LIMITS } from '../schema-words.ts'
import type { TreeFinding } from './finding.ts'

export type NodePlace = { node: TreeNode; path: Path; parent: NodePlace | undefined; children: ChildPlace[] }
type LeafPlace = { leaf: Leaf; path: Path }
/** What stands below a node, in the order it is written. */
export type ChildPlace = ({ kind: 'leaf' } & LeafPlace) | { kind: 'node'; place: NodePlace; path: Path }

/** Everything a model holds, by id and with its place in the file. */
export type Places = {
  model: TreeModel
  scales: ReadonlyMap<string, Scale>
  questions: ReadonlyMap<string, TreeQuestion>
  facts: ReadonlyMap<string, Fact>
  /** All nodes of all trees, parents before children. */
  nodes: readonly NodePlace[]
  nodeById: ReadonlyMap<string, NodePlace>
}

/** Where each tree of the model begins. */
function rootsOf(model: TreeModel): { tree: TreeNode; path: Path }[] {
  const views = (model.views ?? []).map(({ tree }, at) => ({ tree, path: ['views', at, 'tree'] }))
  return [{ tree: model.tree, path: ['tree'] }, ...views]
}

export function placesOf(model: TreeModel): Places {
  const nodes: NodePlace[] = []
  const lay = (node: TreeNode, path: Path, parent: NodePlace | undefined): NodePlace => {
    const place: NodePlace = { node, path, parent, children: [] }
    nodes.push(place)
    for (const [at, child] of node.children.entries()) {
      const here = [...path, 'children', at]
      if ('question' in child) place.children.push({ kind: 'leaf', leaf: child, path: here })
      else place.children.push({ kind: 'node', place: lay(child, here, place), path: here })
    }
    return place
  }
  for (const { tree, path } of rootsOf(model)) lay(tree, path, undefined)
  return {
    model,
    scales: new Map(Object.entries(model.scales)),
    questions: firstById(model.questions),
    facts: firstById(model.facts ?? []),
    nodes,
    nodeById: new Map([...nodes].reverse().map((place) => [place.node.id, place])),
  }
}

function firstById<T extends { id: string }>(all: readonly T[]): Map<string, T> {
  return new Map([...all].reverse().map((one) => [one.id, one]))
}

/**
 * Whether the trees are within the limits; told of anything at all, before its shape is known, and without using
 * up the stack. Nothing else may look at a tree that is not.
 */
export function treeSizeFindings(data: unknown): TreeFinding[] {
  const views = listIn(data, 'views').map((view, at) => ({ node: valueIn(view, 'tree'), path: ['views', at, 'tree'] }))
  let level: { node: unknown; path: Path }[] = [{ node: valueIn(data, 'tree'), path: ['tree'] }, ...views]
  let size = 0
  for (let depth = 1; level.length > 0; depth++) {
    const limit = TREE_LIMITS.depth
    if (depth > limit) return [{ path: level[0]!.path, code: 'tree-too-deep', details: { limit } }]
    size += level.length
    if (size > TREE_LIMITS.nodes) break
    level = level.flatMap(({ node, path }) =>
      listIn(node, 'children').flatMap((child, at) =>
        valueIn(child, 'question') === undefined ? [{ node: child, path: [...path, 'children', at] }] : [],
      ),
    )
  }
  if (size <= TREE_LIMITS.nodes) return []
  return [{ path: ['tree'], code: 'tree-too-large', details: { size, limit: TREE_LIMITS.nodes } }]
}

function valueIn(data: unknown, key: string): unknown {
  return typeof data === 'object' && data !== null && Object.hasOwn(data, key)
    ? (data as Record<string, unknown>)[key]
    : undefined
}

function listIn(data: unknown, key: string): unknown[] {
  const list = valueIn(data, key)
  return Array.isArray(list) ? list : []
}
