import type { DraftText } from '../kernel/text.ts'
import type { ModelKind } from './authoring/schema.ts'
import type { Model } from './schema.ts'
import type { TreeModel } from './tree/schema.ts'
import type { TreeNode } from './tree/schema-nodes.ts'
import type { Texts } from './tree/schema-words.ts'

/** What a list or a public page says of a model, a ladder or a tree. */
export type ModelSummary = {
  id: string
  version: string
  kind: ModelKind
  name: DraftText
  purpose: DraftText
  /** the levels of the whole that have a name, lowest first; empty where the model gives none */
  levels: { level: number; name: DraftText; meaning: DraftText }[]
  /** the names of what it shows side by side */
  dimensions: DraftText[]
}

export function summaryOf(model: Model | TreeModel): ModelSummary {
  return model.format === 'stegvis-model/2' ? treeSummary(model) : ladderSummary(model)
}

function ladderSummary({ id, version, name, purpose, levels, dimensions }: Model): ModelSummary {
  return {
    ...{ id, version, kind: 'ladder', name, purpose },
    levels: levels.map(({ level, name: called, meaning }) => ({ level, name: called, meaning })),
    dimensions: dimensions.map((dimension) => dimension.name),
  }
}

function treeSummary(model: TreeModel): ModelSummary {
  const { id, version, name, purpose, tree } = model
  const named = [...(tree.stars ?? []), ...(tree.bands ?? [])].flatMap(({ level, name: called }) =>
    level === undefined ? [] : [{ level, name: productText(called), meaning: { sv: '', en: '' } }],
  )
  return {
    ...{ id, version, kind: 'tree', name: productText(name), purpose: productText(purpose) },
    levels: named.sort((a, b) => a.level - b.level),
    dimensions: profileNodes(model).flatMap((node) => (node.name ? [productText(node.name)] : [])),
  }
}

/** The nodes a tree shows side by side: those it names, or else the nodes right below its root. */
export function profileNodes({ tree, profile }: TreeModel): TreeNode[] {
  const below = tree.children.flatMap((child) => ('question' in child ? [] : [child]))
  if (!profile) return below
  const nodes = new Map<string, TreeNode>()
  const walk = (node: TreeNode): void => {
    nodes.set(node.id, node)
    for (const child of node.children) if (!('question' in child)) walk(child)
  }
  walk(tree)
  return profile.flatMap((id) => nodes.get(id) ?? [])
}

/** A text of a model in the two languages of the product; a model in neither speaks its own first language in both. */
export function productText(texts: Texts): DraftText {
  const { sv, en } = texts
  if (sv !== undefined || en !== undefined) return { sv: sv ?? '', en: en ?? '' }
  const first = Object.values(texts)[0] ?? ''
  return { sv: first, en: first }
}
