import { readsBeside } from './compile-conditions.ts'
import type { Span } from './expression-spans.ts'
import { bandOf } from './levels.ts'
import { mapped, round, settle } from './numbers.ts'
import { type CompiledModifier, type CompiledNode, OPEN } from './program.ts'
import { BY_MISSING, isOpen, KNOWN, type TreeState, VALUELESS } from './state.ts'

/**
 * Applies the modifiers of a node in the order they are written, then reads off its band, stars and level. Points
 * and a level of the node's own follow the modifiers up to the first that maps to another scale.
 */
export function adjustNode(state: TreeState, at: number, node: CompiledNode): void {
  const { slot, adjust, bands, stars } = node
  let own = state.low[slot]!
  state.raw[at] = own
  if (adjust.length > 0 && state.standing[slot] !== VALUELESS) own = modify(state, at, node)
  openUnbounded(state, slot)
  const standing = state.standing[slot]!
  if (standing === KNOWN && bands.length > 0) state.band[at] = bandOf(bands, state.low[slot]!)
  if (stars.length > 0) {
    if (!isOpen(standing)) state.level[at] = starsReached(state, node)
    return
  }
  if (standing !== KNOWN) return
  const band = state.band[at]!
  if (band >= 0) state.level[at] = bands[band]!.level ?? -1
  if (node.hasOwnLevel && state.level[at]! < 0) state.level[at] = Math.floor(settle(own))
}

/** The lowest of a number without bounds, or what is beyond all numbers, is no value: it stays open. */
function openUnbounded({ standing, low, high }: TreeState, slot: number): void {
  if (standing[slot] !== KNOWN || Number.isFinite(low[slot]!)) return
  standing[slot] = BY_MISSING
  low[slot] = Number.NEGATIVE_INFINITY
  high[slot] = Number.POSITIVE_INFINITY
}

/** Gives the value before the first modifier that maps to another scale. */
function modify(state: TreeState, at: number, node: CompiledNode): number {
  const { slot } = node
  let own = state.low[slot]!
  let isMapped = false
  for (const modifier of node.adjust) {
    applyModifier(state, node, modifier)
    if (modifier.do === 'map') isMapped = true
    if (isMapped) continue
    own = state.low[slot]!
    carryPoints(state, at, slot)
  }
  return own
}

/** What takes from or adds to the points reached changes them; they never pass what is possible. */
function carryPoints(state: TreeState, at: number, slot: number): void {
  const possible = state.possible[at]!
  if (!(possible >= 0)) return
  state.reached[at] = Math.min(Math.max(state.low[slot]!, 0), possible)
  state.reachedMost[at] = Math.min(Math.max(state.high[slot]!, 0), possible)
}

function applyModifier(state: TreeState, { slot }: CompiledNode, modifier: CompiledModifier): void {
  const { low, high, standing } = state
  const effect = effectOf(state, modifier)
  if (effect === 'none') return
  if (typeof effect === 'object') {
    if (!isOpen(standing[slot]!)) standing[slot] = BY_MISSING
    const limit = modifier.do === 'cap' ? Math.min : Math.max
    low[slot] = limit(low[slot]!, effect.low)
    high[slot] = limit(high[slot]!, effect.high)
    return
  }
  // Each modifier runs one way all along, so the ends of a range stay its ends, though they may change places.
  const one = effect(low[slot]!)
  const other = standing[slot] === KNOWN ? one : effect(high[slot]!)
  low[slot] = Math.min(one, other)
  high[slot] = Math.max(one, other)
}

/**
 * What a modifier does to a value. One whose condition does not hold or cannot be told does nothing, nor does a
 * cap or a floor at something that does not apply. While the height of a cap or a floor is open, so is the score: then
 * the span that the height lies in is given.
 */
export function effectOf(state: TreeState, modifier: CompiledModifier): ((value: number) => number) | 'none' | Span {
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
  if (typeof height !== 'number') return readsBeside(state, modifier.reads) ? 'none' : modifier.between(state)
  return modifier.do === 'cap' ? (value) => Math.min(value, height) : (value) => Math.max(value, height)
}

/**
 * The highest level that holds together with all below it; 0 when not even the first does. −1 while that hangs on
 * something open: what the policies count as the lowest or leave out does not hold.
 */
function starsReached(state: TreeState, { stars, policies }: CompiledNode): number {
  let reached = 0
  for (const { level, when, reads } of stars) {
    const told = when(state)
    if (told !== true) return told === undefined && hangsOpen(state, reads, policies) ? -1 : reached
    reached = level
  }
  return reached
}

function hangsOpen(
  { standing }: TreeState,
  reads: readonly number[],
  { missing, unknown }: CompiledNode['policies'],
): boolean {
  return reads.some((slot) => {
    const how = standing[slot]!
    return isOpen(how) && (how & BY_MISSING ? missing : unknown) === OPEN
  })
}
