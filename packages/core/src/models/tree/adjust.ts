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
  let isMapped = false
  let level = state.low[at]!
  state.raw[at] = level
  if (state.node[at] !== NONE) {
    for (const modifier of node.adjust) {
      applyModifier(state, at, node, modifier)
      if (modifier.do === 'map') isMapped = true
      if (isMapped) continue
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
  const effect = effectOf(state, modifier)
  if (effect === 'none') return
  if (effect === 'open') {
    state.node[at] = OPENED
    state.cause[at]! ||= BY_MISSING
    if (modifier.do === 'cap') state.low[at] = Math.min(state.low[at]!, node.least)
    else state.high[at] = Math.max(state.high[at]!, node.most)
    return
  }
  // Each modifier runs one way all along, so the ends of a range stay its ends, though they may change places.
  const low = effect(state.low[at]!)
  const high = state.node[at] === COMPLETE ? low : effect(state.high[at]!)
  state.low[at] = Math.min(low, high)
  state.high[at] = Math.max(low, high)
}

/**
 * What a modifier does to a value. One whose condition does not hold or cannot be told does nothing, nor does a
 * cap or a floor at something that does not apply. While the height of a cap or a floor is open, so is the score.
 */
export function effectOf(state: TreeState, modifier: CompiledModifier): ((value: number) => number) | 'none' | 'open' {
  switch (modifier.do) {
    case 'map': {
      const { from, to } = modifier.modifier
      return (value) => mapped(value, from, to)
    }
    case 'clamp':
      return (value) => Math.min(Math.max(value, modifier.least), modifier.most)
    case 'round':
      return (value) => round(value, modifier.decimals, modifier.mode)
  }
  if (modifier.when && modifier.when(state) !== true) return 'none'
  if (modifier.do === 'factor') return (value) => (modifier.by === 0 ? 0 : value * modifier.by)
  const height = modifier.at(state)
  if (typeof height !== 'number') return readsBeside(state, modifier.reads) ? 'none' : 'open'
  return modifier.do === 'cap' ? (value) => Math.min(value, height) : (value) => Math.max(value, height)
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
