import { settle } from './numbers.ts'
import type { CompiledNode } from './program.ts'
import type { TreeNode } from './schema-nodes.ts'
import type { Band, RollUp } from './schema-roll-up.ts'
import { KNOWN, type TreeState } from './state.ts'

/** Roll-ups whose value is a level by itself. */
export const LEVEL_OPS: readonly RollUp['op'][] = ['ladder', 'high-water', 'broad-step', 'gate']

/** Whether a node gets a level: from its stars, its bands or its roll-up. */
export function hasLevel({ stars, bands, result }: Pick<TreeNode, 'stars' | 'bands' | 'result'>): boolean {
  return stars !== undefined || (bands ?? []).some(({ level }) => level !== undefined) || LEVEL_OPS.includes(result.op)
}

/** The first band the value lies in; −1 above the last. */
export function bandOf(bands: readonly Band[], value: number): number {
  const settled = settle(value)
  return bands.findIndex(({ below, 'up-to': upTo }) => {
    if (below !== undefined) return settled < below
    return upTo === undefined || settled <= upTo
  })
}

type Ends = readonly [low: number, high: number]

/** Between which levels a node ends when its value, before and after its modifiers, lies between two ends. */
export function levelEnds({ node, bands, stars, hasOwnLevel }: CompiledNode, rolled: Ends, value: Ends): Ends {
  if (stars.length > 0) return [0, stars.at(-1)!.level]
  const [from, to] = [Math.max(0, bandOf(bands, value[0])), bandOf(bands, value[1])]
  const between = bands.slice(from, to < 0 ? undefined : to + 1).map(({ level }) => level)
  const levels = between.filter((level) => level !== undefined)
  if (hasOwnLevel && levels.length === between.length && levels.length > 0) return ends(levels)
  if (!hasOwnLevel) return levels.length > 0 ? ends(levels) : value
  const isMapped = node.adjust?.some((modifier) => modifier.do === 'map')
  return ends([...levels, ...(isMapped ? rolled : value).map((end) => Math.floor(settle(end)))])
}

const ends = (levels: readonly number[]): Ends => [Math.min(...levels), Math.max(...levels)]

/** Between which levels a node stands: the level it has, or could get while it is open; without any, its value. */
export function standingLevels(state: TreeState, node: CompiledNode, at: number): Ends {
  const level = state.level[at]!
  if (level >= 0) return [level, level]
  const value: Ends = [state.low[node.slot]!, state.high[node.slot]!]
  return state.standing[node.slot] === KNOWN && node.stars.length === 0
    ? value
    : levelEnds(node, [node.rolledLeast, node.rolledMost], value)
}
