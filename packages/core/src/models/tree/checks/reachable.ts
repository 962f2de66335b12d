import type { Text } from '../../../kernel/text.ts'
import type { Path } from '../../yaml-source.ts'
import { canHold, type Span } from '../expression-spans.ts'
import type { ReadExpression } from './expressions.ts'
import type { TreeFinding } from './finding.ts'
import type { NodePlace, Places } from './places.ts'
import { bandSpan, meets, Reach } from './reach.ts'

/**
 * Bands, stars, levels, children and conditions that no answers can ever reach. Found by the ends of what each
 * node can be worth, so whatever is told is so; what is not told may still be out of reach.
 *
 * While a model is a draft these are warnings, since much of it may not be written yet; a published one has none.
 */
export function reachFindings(
  places: Places,
  expressions: readonly ReadExpression[],
  order: readonly NodePlace[],
): TreeFinding[] {
  const reach = new Reach(places, order)
  const findings = [
    ...places.nodes.flatMap((place) => nodeFindings(place, reach)),
    ...conditionFindings(places, expressions, reach),
    ...goalFindings(places, reach),
  ]
  if (places.model.status === 'published') return findings
  return findings.map((finding) => ({ ...finding, severity: 'warning' }))
}

function nodeFindings(place: NodePlace, reach: Reach): TreeFinding[] {
  const { node, path, children } = place
  const { result } = node
  const value = reach.value(place)
  const bands = (node.bands ?? []).flatMap((band, at): TreeFinding[] =>
    !value || meets(bandSpan(node, at), value)
      ? []
      : [{ path: [...path, 'bands', at], code: 'band-not-reached', details: { band: band.id, ...ends(value) } }],
  )
  const met = children.flatMap((child): TreeFinding[] => {
    const span = reach.child(child)
    if (!span) return []
    if ('at-least' in result && span.high < result['at-least']) {
      const details = { least: result['at-least'], most: shown(span.high) }
      return [{ path: child.path, code: 'child-never-met', details }]
    }
    const isShare = child.kind === 'node' && child.place.node.result.op === 'points'
    if (result.op !== 'points' || isShare || (span.low >= 0 && span.high <= 1)) return []
    return [{ path: child.path, code: 'points-out-of-range', details: ends(span) }]
  })
  return [...bands, ...met]
}

const ALWAYS: Record<'question' | 'applies' | 'value' | 'action', Text> = {
  question: { sv: 'frågan visas aldrig', en: 'the question is never shown' },
  applies: { sv: 'delen gäller aldrig', en: 'the node never applies' },
  value: { sv: 'det här används aldrig', en: 'this is never used' },
  action: { sv: 'åtgärden föreslås aldrig', en: 'the action is never suggested' },
}

function conditionFindings({ nodeById }: Places, expressions: readonly ReadExpression[], reach: Reach): TreeFinding[] {
  return expressions.flatMap(({ expression, wanted, path, reader }): TreeFinding[] => {
    if (wanted !== 'truth' || canHold(expression, reach.spanOf)) return []
    if (reader.of === 'ranking') return []
    if (reader.of !== 'stars') return [{ path, code: 'condition-never-holds', details: { what: ALWAYS[reader.of] } }]
    return [
      {
        path,
        code: 'star-not-reached',
        details: { level: nodeById.get(reader.id)?.node.stars?.[Number(path.at(-2))]?.level ?? 0 },
      },
    ]
  })
}

/** Targets and actions aim at what their nodes can reach. */
function goalFindings({ model, nodeById }: Places, reach: Reach): TreeFinding[] {
  const targets = (model.targets ?? []).flatMap(({ nodes }, at) =>
    Object.entries(nodes).flatMap(([id, value]): TreeFinding[] => {
      const place = nodeById.get(id)
      const spans = place ? reach.goals(place) : []
      if (spans.length === 0 || spans.some((span) => value >= span.low && value <= span.high)) return []
      return [notReached(id, value, spans[0]!, ['targets', at, 'nodes', id])]
    }),
  )
  const actions = (model.actions ?? []).flatMap(({ node, to }, at): TreeFinding[] => {
    const place = nodeById.get(node)
    const levels = place && reach.level(place)
    if (to === undefined || !levels || to <= levels.high) return []
    const details = { level: to, node, most: shown(levels.high) }
    return [{ path: ['actions', at, 'to'], code: 'level-not-reached', details }]
  })
  return [...targets, ...actions]
}

function notReached(node: string, value: number, span: Span, path: Path): TreeFinding {
  return { path, code: 'value-not-reached', details: { node, value, ...ends(span) } }
}

const ends = ({ low, high }: Span) => ({ least: shown(low), most: shown(high) })

/** A number as people write it; an end that is open as words. */
function shown(value: number): number | Text {
  if (Number.isFinite(value)) return Math.round(value * 1e6) / 1e6
  return { sv: 'hur mycket som helst', en: 'anything' }
}
