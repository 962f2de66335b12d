import { compileScale } from '../compile-scales.ts'
import { type Expr, parseExpression, type Reference } from '../expression.ts'
import { ANY, canHold, hull, product, type Span, type SpanOf, spanOfExpression } from '../expression-spans.ts'
import { hasLevel, LEVEL_OPS } from '../levels.ts'
import { mapped, round } from '../numbers.ts'
import type { Leaf, TreeNode } from '../schema-nodes.ts'
import type { Modifier } from '../schema-roll-up.ts'
import type { ChildPlace, NodePlace, Places } from './places.ts'

/** Highest level a place can carry. */
const LEVELS: Span = { low: 0, high: 20 }

/**
 * What the nodes of a model can be worth, whatever is answered and whatever applies: too wide rather than too
 * narrow. `order` has what a node reads before the node, so that nothing is looked at twice.
 */
export class Reach {
  readonly spanOf: SpanOf
  private readonly places: Places
  private readonly values = new Map<string, Span | undefined>()
  private readonly levels = new Map<string, Span | undefined>()

  private readonly countsLowest: boolean

  constructor(places: Places, order: readonly NodePlace[]) {
    this.places = places
    const policies = [places.model.policies, ...places.nodes.map(({ node }) => node.policies)]
    this.countsLowest = policies.some((policy) => policy?.missing === 'lowest' || policy?.unknown === 'lowest')
    this.spanOf = (reference) => this.read(reference)
    for (const place of order) {
      const { id } = place.node
      const { value, own } = this.work(place)
      // Stars may read the value of their own node.
      this.values.set(id, value)
      this.levels.set(id, this.levelOf(place, value, own))
    }
  }

  /** undefined for a question without a worth, such as a text. */
  question(id: string): Span | undefined {
    const scale = this.places.scales.get(this.places.questions.get(id)?.scale ?? '')
    if (!scale) return ANY
    const { least, most } = compileScale(scale)
    return Number.isNaN(least) ? undefined : { low: least, high: most }
  }

  /** undefined for a profile, which has no value. */
  value({ node }: NodePlace): Span | undefined {
    return this.values.get(node.id)
  }

  /** The levels a node can get; undefined where it gets none. */
  level({ node }: NodePlace): Span | undefined {
    return this.levels.get(node.id)
  }

  child(child: ChildPlace): Span | undefined {
    return child.kind === 'leaf' ? this.question(child.leaf.question) : this.value(child.place)
  }

  /** What a broad step looks at: the level of a child that gets one, otherwise its value. */
  private step(child: ChildPlace): Span | undefined {
    const level = child.kind === 'node' ? this.level(child.place) : undefined
    return level ?? this.child(child)
  }

  /** What a target for the node may lie between: its level or its value. */
  goals(place: NodePlace): Span[] {
    return [this.level(place), this.value(place)].filter((span) => span !== undefined)
  }

  /** Whether a condition can hold at all; one that cannot be read is told elsewhere. */
  canHold(source: string): boolean {
    const parsed = parseExpression(source)
    return !parsed.ok || canHold(parsed.expression, this.spanOf)
  }

  private levelOf({ node }: NodePlace, value: Span | undefined, own: Span | undefined): Span | undefined {
    if (!hasLevel(node)) return undefined
    if (node.stars) {
      const reached = node.stars.filter(({ when }) => this.canHold(when)).map(({ level }) => level)
      return { low: 0, high: Math.max(0, ...reached) }
    }
    const bands = (node.bands ?? []).filter((_, at) => !value || meets(bandSpan(node, at), value))
    const levels = bands.flatMap(({ level }) => (level === undefined ? [] : [{ low: level, high: level }]))
    const isOwn = bands.length === 0 || levels.length < bands.length
    if (isOwn && own && LEVEL_OPS.includes(node.result.op)) {
      levels.push({ low: Math.floor(own.low), high: Math.floor(own.high) })
    }
    return levels.length > 0 ? hull(...levels) : undefined
  }

  private read(reference: Reference): Span | undefined {
    const { read, id } = reference
    if (read === 'answer') return this.question(id)
    if (read === 'previous') return LEVELS
    if (read === 'share' || read === 'name') return { low: 0, high: 1 }
    const place = this.places.nodeById.get(id)
    if (!place || (read !== 'value' && read !== 'level')) return undefined
    // What is not worked out yet can only be the node's own.
    if (read === 'level') return this.level(place) ?? LEVELS
    return this.values.has(id) ? this.value(place) : ANY
  }

  /** What a node can be worth, and what its own level follows: the modifiers before any that changes the scale. */
  private work(place: NodePlace): { value: Span | undefined; own: Span | undefined } {
    const { 'answered-by': instead, adjust = [] } = place.node
    const rolled = this.rollUp(place)
    const given = instead === undefined ? undefined : this.question(instead)
    const start = rolled && given ? hull(rolled, given) : (rolled ?? given)
    if (!start) return { value: undefined, own: undefined }
    const map = adjust.findIndex((modifier) => modifier.do === 'map')
    const run = (modifiers: readonly Modifier[]) =>
      modifiers.reduce((span, modifier) => this.adjusted(span, modifier), start)
    return { value: run(adjust), own: run(map < 0 ? adjust : adjust.slice(0, map)) }
  }

  private rollUp({ node, children }: NodePlace): Span | undefined {
    const { result } = node
    const valued = children.flatMap((child) => {
      const span = result.op === 'broad-step' ? this.step(child) : this.child(child)
      return span ? [{ at: placeOf(child), span }] : []
    })
    const heaviest = (key: 'weight' | 'points') => valued.reduce((sum, { at }) => sum + heaviestOf(at, key), 0)
    switch (result.op) {
      case 'none':
        return undefined
      case 'formula':
        if (node.range) return { low: node.range[0], high: node.range[1] }
        // Without a range, one that is still open and counted at its lowest is worth anything at all.
        return this.countsLowest ? ANY : this.formula(result.value)
      case 'points':
        return { low: 0, high: children.reduce((sum, child) => sum + this.points(child), 0) }
      case 'count-met':
        return { low: 0, high: valued.length }
      case 'share-met':
      case 'gate':
        return { low: 0, high: 1 }
      case 'deduct':
        return { low: result.from - heaviest('weight'), high: result.from }
      case 'ladder':
      case 'high-water':
      case 'staged-percent':
        return levelSpan(result.op, children)
      case 'sum':
        if (valued.length === 0) return { low: 0, high: 0 }
        return sumSpan(valued, this.redistributes(node))
      case 'product':
        return valued.reduce((span, child) => product(span, hull(child.span, { low: 1, high: 1 })), { low: 1, high: 1 })
      default: {
        if (valued.length === 0) return undefined
        // A mean, a median, the least and the most lie between the ends of what is counted; a step is whole.
        const { low, high } = hull(...valued.map(({ span }) => span))
        return result.op === 'broad-step' ? { low: Math.floor(low), high: Math.floor(high) } : { low, high }
      }
    }
  }

  private formula(source: string): Span {
    const parsed = parseExpression(source)
    return parsed.ok ? this.span(parsed.expression) : ANY
  }

  private span(expression: Expr): Span {
    return spanOfExpression(expression, this.spanOf)
  }

  private redistributes({ policies }: TreeNode): boolean {
    const policy = policies?.['not-applicable'] ?? this.places.model.policies['not-applicable']
    return policy === 'redistribute-equal' || policy === 'redistribute-proportional'
  }

  private points(child: ChildPlace): number {
    const at = placeOf(child)
    const factor = (at.weights ?? []).reduce((most, { factor }) => most * Math.max(1, factor), 1)
    if (at.points !== undefined) return at.points * factor
    if (child.kind === 'leaf' || child.place.node.result.op !== 'points') return 0
    return factor * child.place.children.reduce((sum, inner) => sum + this.points(inner), 0)
  }

  private adjusted(span: Span, modifier: Modifier): Span {
    switch (modifier.do) {
      case 'map': {
        const [one, other] = [span.low, span.high].map((end) => mapped(end, modifier.from, modifier.to))
        return { low: Math.min(one!, other!), high: Math.max(one!, other!) }
      }
      case 'clamp': {
        const within = (end: number) => Math.min(Math.max(end, modifier.least), modifier.most)
        return { low: within(span.low), high: within(span.high) }
      }
      case 'factor': {
        const scaled = product(span, { low: modifier.by, high: modifier.by })
        return modifier.when === undefined ? scaled : hull(span, scaled)
      }
      case 'cap':
        return { low: Math.min(span.low, this.formula(modifier.at).low), high: span.high }
      case 'floor':
        return { low: span.low, high: Math.max(span.high, this.formula(modifier.at).high) }
      case 'round':
        return {
          low: round(span.low, modifier.decimals, modifier.mode),
          high: round(span.high, modifier.decimals, modifier.mode),
        }
    }
  }
}

function placeOf(child: ChildPlace): Leaf | TreeNode {
  return child.kind === 'leaf' ? child.leaf : child.place.node
}

/** With every factor above 1 that a condition may bring. */
function heaviestOf(place: Leaf | TreeNode, key: 'weight' | 'points'): number {
  const own = place[key] ?? (key === 'weight' ? 1 : 0)
  return (place.weights ?? []).reduce((most, { factor }) => most * Math.max(1, factor), own)
}

/** Any child may be left out; where its weight then goes to the others, any of them may bear the whole. */
function sumSpan(valued: readonly { at: Leaf | TreeNode; span: Span }[], redistributes: boolean): Span {
  const weights = valued.map(({ at }) => heaviestOf(at, 'weight'))
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const sides = redistributes
    ? [product(hull(...valued.map(({ span }) => span)), { low: 0, high: whole })]
    : valued.map(({ span }, at) => product(span, { low: 0, high: weights[at]! }))
  return {
    low: sides.reduce((sum, { low }) => sum + Math.min(0, low), 0),
    high: sides.reduce((sum, { high }) => sum + Math.max(0, high), 0),
  }
}

function levelSpan(op: 'ladder' | 'high-water' | 'staged-percent', children: readonly ChildPlace[]): Span {
  const levels = children.flatMap((child) => placeOf(child).level ?? [])
  if (levels.length === 0) return ANY
  const [lowest, highest] = [Math.min(...levels), Math.max(...levels)]
  if (op === 'staged-percent') return { low: 0, high: (highest - lowest + 1) * 100 }
  return { low: Math.max(0, lowest - 1), high: highest }
}

/** What lies in a band: above the edge of the one before it, up to its own. */
export function bandSpan({ bands = [] }: TreeNode, at: number): Span & { open: boolean; upTo: boolean } {
  const [own, before] = [bands[at], bands[at - 1]]
  const edge = before?.['up-to'] ?? before?.below ?? Number.NEGATIVE_INFINITY
  return {
    low: edge,
    // Whether the lower edge belongs to the band before.
    open: before?.['up-to'] !== undefined,
    high: own?.['up-to'] ?? own?.below ?? Number.POSITIVE_INFINITY,
    upTo: own?.below === undefined,
  }
}

export function meets(band: ReturnType<typeof bandSpan>, { low, high }: Span): boolean {
  const above = band.open ? high > band.low : high >= band.low
  const below = band.upTo ? low <= band.high : low < band.high
  return above && below
}
