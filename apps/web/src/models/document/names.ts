import type { TreeModel } from '@stegvis/core/models/tree/schema.ts'
import { TREE_LIMITS } from '@stegvis/core/models/tree/schema-words.ts'
import { nodesOf } from './outline.ts'

const LONGEST = 40

/** An id that tells what it stands for: `Hur långt flödet är ritat` gives `hur-langt-flodet-ar-ritat`. */
export function idFrom(text: string, fallback: string): string {
  const words = text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  while (words.length > 0 && /^\d/.test(words[0]!)) words.shift()
  let id = ''
  for (const word of words) {
    const longer = id === '' ? word.slice(0, LONGEST) : `${id}-${word}`
    if (longer.length > LONGEST) break
    id = longer
  }
  return id === '' ? fallback : id
}

/** The id itself, or with the first number that makes it another than those taken. */
export function freeId(wanted: string, taken: Iterable<string>): string {
  const known = new Set(taken)
  for (let again = 1; again <= TREE_LIMITS.nodes + 1; again++) {
    const id = again === 1 ? wanted : `${wanted}-${again}`
    if (!known.has(id)) return id
  }
  return wanted
}

export function nodeIds(model: TreeModel): string[] {
  return nodesOf(model).map(({ id }) => id)
}

export const questionIds = (model: TreeModel): string[] => model.questions.map(({ id }) => id)
