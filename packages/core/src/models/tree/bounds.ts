import { hasLevel, levelEnds } from './levels.ts'
import { mapped, round } from './numbers.ts'
import { type CompiledModifier, type CompiledNode, type CompiledQuestion, EXCLUDE } from './program.ts'
import { least, most, plainValue, productBetween, wholeWeight } from './roll-up.ts'
import type { Modifier, RollUp } from './schema-roll-up.ts'
import { numbered, type Taken } from './state.ts'

type Bounds = Pick<CompiledNode, 'least' | 'most' | 'rolledLeast' | 'rolledMost' | 'leastLevel' | 'mostLevel'>

/** The least and the most a node can be worth when all its children apply; infinite where there is no bound. */
export function staticBounds(
  node: CompiledNode,
  questions: readonly CompiledQuestion[],
  nodes: readonly CompiledNode[],
): Bounds {
  const [rolledLeast, rolledMost] = rolledBounds(node, questions, nodes)
  const { least, most } = adjustedBounds(node, rolledLeast, rolledMost)
  const [leastLevel, mostLevel] = hasLevel(node.node)
    ? levelEnds(node, [rolledLeast, rolledMost], [least, most])
    : [Number.NaN, Number.NaN]
  return { rolledLeast, rolledMost, least, most, leastLevel, mostLevel }
}

function rolledBounds(
  node: CompiledNode,
  questions: readonly CompiledQuestion[],
  nodes: readonly CompiledNode[],
): [number, number] {
  if (node.result.op === 'formula') return node.node.range ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  const ends = node.children.flatMap(({ isLeaf, at, weight, byLevel }) => {
    const child = isLeaf ? questions[at]!.scale : nodes[at]!
    const [least, most] = byLevel ? [nodes[at]!.leastLevel, nodes[at]!.mostLevel] : [child.least, child.most]
    return Number.isNaN(least) ? [] : [{ least, most, weight }]
  })
  const places = numbered(ends.length)
  const weights = Float64Array.from(ends, ({ weight }) => weight)
  const placed = { slots: places, weights, child: places, place: places, first: 0, count: ends.length }
  return rawBounds(
    node,
    { values: Float64Array.from(ends, ({ least }) => least), ...placed },
    { values: Float64Array.from(ends, ({ most }) => most), ...placed },
  )
}

const LEAVES_OUT = new Set<RollUp['op']>(['mean', 'weighted-mean', 'median', 'min', 'max', 'broad-step'])

function rawBounds(node: CompiledNode, low: Taken, high: Taken): [number, number] {
  const { result, policies, lowest, highest } = node
  switch (result.op) {
    case 'none':
      return [Number.NaN, Number.NaN]
    case 'points':
      return [0, node.declared]
    case 'gate':
    case 'share-met':
      return [0, 1]
    case 'count-met':
      return [0, low.count]
    case 'deduct':
      return [result.from - wholeWeight(low), result.from]
    case 'ladder':
    case 'high-water':
      return [Math.max(0, lowest - 1), Math.max(highest, 0)]
    case 'staged-percent':
      return [0, Math.max(0, highest - lowest + 1) * 100]
    case 'product':
      return productBetween(low.values, high.values, low.count)
  }
  if (low.count === 0) return [Number.NaN, Number.NaN]
  const excludes = policies.missing === EXCLUDE || policies.unknown === EXCLUDE
  // Where children may be left out, a single one may decide.
  if (excludes && LEAVES_OUT.has(result.op)) return [least(low), most(high)]
  return [plainValue(node, low), plainValue(node, high)]
}

/** Modifiers that always apply; what hangs on a condition is taken to be able to go either way. */
function adjustedBounds({ adjust, node }: CompiledNode, least: number, most: number): { least: number; most: number } {
  let [low, high] = [least, most]
  adjust.forEach((modifier, at) => {
    const apply = plainEffect(modifier, node.adjust![at]!)
    if (!apply) return
    const ends = [apply(low), apply(high), ...('when' in modifier && modifier.when ? [low, high] : [])]
    low = Math.min(...ends)
    high = Math.max(...ends)
  })
  return { least: low, most: high }
}

/** What a modifier does to a value whatever is answered; undefined for a cap or a floor at what is worked out. */
function plainEffect(modifier: CompiledModifier, written: Modifier): ((value: number) => number) | undefined {
  switch (modifier.do) {
    case 'map':
      return (value) => mapped(value, modifier.modifier.from, modifier.modifier.to)
    case 'clamp':
      return (value) => Math.min(Math.max(value, modifier.least), modifier.most)
    case 'factor':
      return (value) => (modifier.by === 0 ? 0 : value * modifier.by)
    case 'round':
      return (value) => round(value, modifier.decimals, modifier.mode)
    default: {
      const height = 'at' in written ? Number(written.at) : Number.NaN
      const limit = modifier.do === 'cap' ? Math.min : Math.max
      return Number.isFinite(height) ? (value) => limit(value, height) : undefined
    }
  }
}
