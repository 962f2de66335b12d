import { profileNodes } from '../models/summary.ts'
import { hasLevel } from '../models/tree/levels.ts'
import type { CompiledNode, CompiledTree } from '../models/tree/program.ts'
import type { NodeScore } from '../models/tree/score.ts'

/**
 * What companies are told apart by in a node: its levels, whether it is met, or in which fifth of its scale the score
 * lies. Never the score itself: one company among others would be known by it.
 */
export type PeerScale = 'levels' | 'met' | 'fifths'

const FIFTHS = 5

/** The nodes that are set beside those of other companies: the whole, and what the model shows side by side. */
export function peerNodes(compiled: CompiledTree): { id: string; scale: PeerScale }[] {
  const ids = [compiled.model.tree, ...profileNodes(compiled.model)].map(({ id }) => id)
  return [...new Set(ids)].flatMap((id) => {
    const node = nodeOf(compiled, id)
    const scale = node && peerScale(node)
    return scale ? [{ id, scale }] : []
  })
}

/** On which of its levels, 1 or 0 for met or not, or fifths from 1 to 5 a node stands; null while that is open. */
export function peerLevel(compiled: CompiledTree, { node: id, level, score }: PeerStanding): number | null {
  const node = nodeOf(compiled, id)
  const scale = node && peerScale(node)
  if (!scale) return null
  if (scale === 'levels') return level
  if (score === null) return null
  if (scale === 'met') return score > 0 ? 1 : 0
  const share = (score - node.least) / (node.most - node.least)
  return Math.min(FIFTHS, Math.max(1, Math.floor(share * FIFTHS) + 1))
}

export type PeerStanding = Pick<NodeScore, 'node' | 'level' | 'score'>

/** From where to where the fifths of a node reach; nothing for a node that is not told by them. */
export function fifthsOf(compiled: CompiledTree, id: string): { from: number; to: number }[] {
  const node = nodeOf(compiled, id)
  if (!node || peerScale(node) !== 'fifths') return []
  const edge = (at: number) => node.least + ((node.most - node.least) * at) / FIFTHS
  return Array.from({ length: FIFTHS }, (_, at) => ({ from: edge(at), to: edge(at + 1) }))
}

function nodeOf({ nodes, nodeAt }: CompiledTree, id: string): CompiledNode | undefined {
  return nodes[nodeAt.get(id) ?? -1]
}

/** Null for a profile without a result, and for a formula that may come to anything. */
function peerScale({ node, result, least, most }: CompiledNode): PeerScale | null {
  if (result.op === 'gate' && !node.adjust?.length) return 'met'
  if (result.op === 'none' && !node.stars) return null
  if (hasLevel(node)) return 'levels'
  return Number.isFinite(least) && Number.isFinite(most) && most > least ? 'fifths' : null
}

/** Results mean the same in all versions with this number: a version that changes them has another. */
export const majorOf = (version: string): string => version.split('.')[0]!
