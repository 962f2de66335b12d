import { readsBeside } from './compile-conditions.ts'
import { round, settle } from './numbers.ts'
import type { CompiledModifier, CompiledNode } from './program.ts'
import { mapped } from './roll-up.ts'
import type { Band } from './schema.ts'
import { BY_MISSING, COMPLETE, NONE, OPENED, type TreeState } from './state.ts'

const LEVEL_OPS = new Set(['ladder', 'high-water', 'broad-step', 'gate'])

/**
 * Applies the modifiers of a node in the order they are written, then reads off its band, stars and level. Points
 * and a level of the node's own follow the modifiers up to the first that maps to another scale.
 */
export function adjustNode(state: TreeState, at: number, node: CompiledNode): void {
  let mapped = false
  let level = state.low[at]!
  if (state.node[at] !== NONE) {
    for (const modifier of node.adjust) {
      applyModifier(state, at, node, modifier)
      if (modifier.do === 'map') mapped = true
      if (mapped) continue
      level = state.low[at]!
      carryPoints(state, at)
    }
  }
  const isComplete = state.node[at] === COMPLETE
  if (isComplete && node.bands.length > 0) state.band[at] = bandOf(node.bands, state.low[at]!)
  if (node.stars.length > 0) {
    if (state.node[at] !== OPENED) state.level[at] = starsReached(state, node)
  } else if (isComplete && node.bands.length > 0) {
    state.level[at] = node.bands[state.band[at]!]?.level ?? -1
  }
  if (state.level[at]! < 0 && node.stars.length === 0 && isComplete && LEVEL_OPS.has(node.result.op)) {
    state.level[at] = Math.floor(settle(level))
  }
}

/** What takes from or adds to the points reached changes them; they never pass what is possible. */
function carryPoints(state: TreeState, at: number): void {
  const possible = state.possible[at]!
  if (!(possible >= 0)) return
  state.reached[at] = Math.min(Math.max(state.low[at]!, 0), possible)
  state.reachedMost[at] = Math.min(Math.max(state.high[at]!, 0), possible)
}

function applyModifier(state: TreeState, at: number, node: CompiledNode, modifier: CompiledModifier): void {
  switch (modifier.do) {
    case 'map': {
      const { from, to } = modifier.modifier
      change(state, at, (value) => mapped(value, from, to))
      break
    }
    case 'clamp':
      change(state, at, (value) => Math.min(Math.max(value, modifier.least), modifier.most))
      break
    case 'round':
      change(state, at, (value) => round(value, modifier.decimals, modifier.mode))
      break
    case 'factor':
      if (modifier.when && modifier.when(state) !== true) break
      change(state, at, (value) => (modifier.by === 0 ? 0 : value * modifier.by))
      break
    default:
      bind(state, at, node, modifier)
  }
}

/** Each modifier runs one way all along, so the ends of a range stay its ends, though they may change places. */
function change(state: TreeState, at: number, by: (value: number) => number): void {
  const low = by(state.low[at]!)
  const high = state.node[at] === COMPLETE ? low : by(state.high[at]!)
  state.low[at] = Math.min(low, high)
  state.high[at] = Math.max(low, high)
}

/**
 * A cap or a floor at what an expression gives. One whose condition does not hold or cannot be told, or that reads
 * what does not apply, is not applied. While its height is open, so is the score.
 */
function bind(
  state: TreeState,
  at: number,
  node: CompiledNode,
  modifier: Extract<CompiledModifier, { do: 'cap' | 'floor' }>,
): void {
  if (modifier.when && modifier.when(state) !== true) return
  const height = modifier.at(state)
  const isCap = modifier.do === 'cap'
  if (typeof height === 'number') {
    change(state, at, (value) => (isCap ? Math.min(value, height) : Math.max(value, height)))
    return
  }
  if (readsBeside(state, modifier.reads)) return
  state.node[at] = OPENED
  state.cause[at]! ||= BY_MISSING
  if (isCap) state.low[at] = Math.min(state.low[at]!, node.least)
  else state.high[at] = Math.max(state.high[at]!, node.most)
}

/** The first band the value lies in; −1 above the last. */
function bandOf(bands: readonly Band[], value: number): number {
  const settled = settle(value)
  return bands.findIndex(({ below, 'up-to': upTo }) => {
    if (below !== undefined) return settled < below
    return upTo === undefined || settled <= upTo
  })
}

/** The highest level that holds together with all below it; 0 when not even the first does. */
function starsReached(state: TreeState, { stars }: CompiledNode): number {
  let reached = 0
  for (const { level, when } of stars) {
    if (when(state) !== true) return reached
    reached = level
  }
  return reached
}
