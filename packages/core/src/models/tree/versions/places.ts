import type { TreeModel } from '../schema.ts'
import type { Leaf, TreeNode } from '../schema-nodes.ts'
import type { Policies } from '../schema-roll-up.ts'

/** A node of a tree with where it stands; `parent` is null for the root. */
export type NodePlace = { view: string; node: TreeNode; parent: TreeNode | null; policies: Policies }
/** Where a question stands; `policies` are those of the node it stands under. */
export type LeafPlace = { view: string; leaf: Leaf; parent: TreeNode; policies: Policies }
export type Places = { nodes: NodePlace[]; leaves: LeafPlace[] }

export const isLeaf = (child: TreeNode | Leaf): child is Leaf => 'question' in child

/** Every node and every question of the main tree (`main`) and the views, from above, in the order they are written. */
export function placesOf(model: TreeModel): Places {
  const places: Places = { nodes: [], leaves: [] }
  const walk = (view: string, node: TreeNode, parent: TreeNode | null): void => {
    const policies = policiesOf(model, node)
    places.nodes.push({ view, node, parent, policies })
    for (const child of node.children) {
      if (isLeaf(child)) places.leaves.push({ view, leaf: child, parent: node, policies })
      else walk(view, child, node)
    }
  }
  walk('main', model.tree, null)
  for (const { id, tree } of model.views ?? []) walk(id, tree, null)
  return places
}

/** What a node does with children that have no value: its own word, else the model's. */
function policiesOf(model: TreeModel, node: TreeNode): Policies {
  const own = node.policies ?? {}
  return {
    missing: own.missing ?? model.policies.missing,
    unknown: own.unknown ?? model.policies.unknown,
    'not-applicable': own['not-applicable'] ?? model.policies['not-applicable'],
  }
}
