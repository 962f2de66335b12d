import type { TreeModel, TreeQuestion } from '@stegvis/core/models/tree/schema.ts'
import type { Leaf, TreeNode } from '@stegvis/core/models/tree/schema-nodes.ts'
import type { Texts } from '@stegvis/core/models/tree/schema-words.ts'
import { freeId, idFrom, nodeIds, questionIds } from './names.ts'
import { isLeaf } from './outline.ts'
import { type Path, valueAt, withValue } from './path.ts'

/** The model with a part added, and where it stands. */
export type Added = { model: TreeModel; path: Path }

/** A new node inside the node at `path`, or after the question there. */
export function addNode(model: TreeModel, path: Path, name: Texts): Added {
  const spot = spotFor(model, path)
  const parent = valueAt(model, spot.list.slice(0, -1)) as TreeNode
  const id = freeId(idFrom(firstText(model, name), 'part'), nodeIds(model))
  const isStage = needsLevel(parent)
  const node: TreeNode = {
    ...{ id, name, result: isStage ? { op: 'gate', need: 'all', 'at-least': 1 } : { op: 'mean' } },
    ...placeIn(parent),
    children: [],
  }
  return insert(model, spot, node)
}

/** A new question, placed as `addNode` places a node. */
export function addQuestion(model: TreeModel, path: Path, asked: { text: Texts; scale: string }): Added {
  const id = freeId(idFrom(firstText(model, asked.text), 'question'), questionIds(model))
  const question: TreeQuestion = { id, scale: asked.scale, text: asked.text, importance: 'required' }
  return placeQuestion({ ...model, questions: [...model.questions, question] }, path, id)
}

/** A question there is already, in one more place. */
export function placeQuestion(model: TreeModel, path: Path, question: string): Added {
  const spot = spotFor(model, path)
  const parent = valueAt(model, spot.list.slice(0, -1)) as TreeNode
  return insert(model, spot, { question, ...placeIn(parent) })
}

type Spot = { list: Path; at: number }

function spotFor(model: TreeModel, path: Path): Spot {
  const part = valueAt(model, path) as TreeNode | Leaf
  if (!isLeaf(part)) return { list: [...path, 'children'], at: part.children.length }
  return { list: path.slice(0, -1), at: Number(path.at(-1)) + 1 }
}

function insert(model: TreeModel, { list, at }: Spot, part: TreeNode | Leaf): Added {
  const children = valueAt(model, list) as (TreeNode | Leaf)[]
  return { model: withValue(model, list, children.toSpliced(at, 0, part)), path: [...list, at] }
}

const LEVELLED = new Set(['ladder', 'high-water', 'staged-percent'])

/** Whether the children of a node say which level they belong to. */
export const needsLevel = ({ result }: TreeNode): boolean => LEVELLED.has(result.op)

/** What a child must say of itself below this node, one level above those there are. */
function placeIn({ result, children }: TreeNode): { level?: number; points?: number } {
  if (result.op === 'points') return { points: 1 }
  if (!LEVELLED.has(result.op)) return {}
  return { level: Math.min(20, Math.max(0, ...children.map(({ level }) => level ?? 0)) + 1) }
}

export function firstText({ languages }: Pick<TreeModel, 'languages'>, texts: Texts): string {
  return texts[languages[0] ?? ''] ?? Object.values(texts)[0] ?? ''
}
