import type { TreeModel } from '@stegvis/core/models/tree/schema.ts'
import type { Leaf, TreeNode } from '@stegvis/core/models/tree/schema-nodes.ts'
import { isLeaf } from './outline.ts'
import { type Path, valueAt, withValue } from './path.ts'

/** Moves in the outline: among siblings, into the one before, out to stand after the parent. */
export const MOVES = ['up', 'down', 'in', 'out'] as const
export type Move = (typeof MOVES)[number]

export type Moved = { model: TreeModel; path: Path }

/** The model with the part moved and where it stands now; null where there is no way to go. */
export function move(model: TreeModel, path: Path, how: Move): Moved | null {
  const at = path.at(-1)
  if (typeof at !== 'number') return null
  const list = path.slice(0, -1)
  switch (how) {
    case 'up':
      return swap(model, list, at, at - 1)
    case 'down':
      return swap(model, list, at, at + 1)
    case 'in':
      return moveIn(model, list, at)
    case 'out':
      return moveOut(model, list, at)
  }
}

type Children = (TreeNode | Leaf)[]
const childrenAt = (model: TreeModel, list: Path): Children => (valueAt(model, list) as Children | undefined) ?? []

function swap(model: TreeModel, list: Path, from: number, to: number): Moved | null {
  const children = childrenAt(model, list)
  const [one, other] = [children[from], children[to]]
  if (!one || !other) return null
  return { model: withValue(model, list, children.with(from, other).with(to, one)), path: [...list, to] }
}

function moveIn(model: TreeModel, list: Path, at: number): Moved | null {
  const children = childrenAt(model, list)
  const [before, part] = [children[at - 1], children[at]]
  if (!before || !part || isLeaf(before)) return null
  const holder = { ...before, children: [...before.children, part] }
  return {
    model: withValue(model, list, children.with(at - 1, holder).toSpliced(at, 1)),
    path: [...list, at - 1, 'children', before.children.length],
  }
}

function moveOut(model: TreeModel, list: Path, at: number): Moved | null {
  const parent = list.slice(0, -1)
  const place = parent.at(-1)
  if (typeof place !== 'number') return null
  const outer = parent.slice(0, -1)
  const part = childrenAt(model, list)[at]
  if (!part) return null
  const without = withValue(model, list, childrenAt(model, list).toSpliced(at, 1))
  return {
    model: withValue(without, outer, childrenAt(without, outer).toSpliced(place + 1, 0, part)),
    path: [...outer, place + 1],
  }
}
