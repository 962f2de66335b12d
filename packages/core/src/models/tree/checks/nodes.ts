import type { RollUp } from '../schema-roll-up.ts'
import { NO, type TreeFinding, unknownId } from './finding.ts'
import type { ChildPlace, NodePlace, Places } from './places.ts'
import { risingFindings } from './scales.ts'

/** Nodes by themselves and with the children directly below: what each roll-up needs of them, bands, stars. */
export function nodeFindings(places: Places): TreeFinding[] {
  return places.nodes.flatMap((place) => oneNode(place, places))
}

function oneNode(place: NodePlace, places: Places): TreeFinding[] {
  const { node, path } = place
  return [
    ...emptyFindings(place),
    ...place.children.flatMap((child) =>
      child.kind === 'leaf'
        ? unknownId(child.leaf.question, places.questions, NO.question, [...child.path, 'question'])
        : [],
    ),
    ...(node['answered-by'] === undefined
      ? []
      : unknownId(node['answered-by'], places.questions, NO.question, [...path, 'answered-by'])),
    ...repeatedQuestions(place),
    ...placeFindings(place),
    ...needFindings(place),
    ...bandFindings(place),
    ...risingFindings((node.stars ?? []).map(({ level }, at) => [level, [...path, 'stars', at, 'level']])),
    ...modifierFindings(place),
  ]
}

function emptyFindings({ node, path }: NodePlace): TreeFinding[] {
  const standsAlone = node.result.op === 'formula' || node['answered-by'] !== undefined
  if (node.children.length > 0 || standsAlone) return []
  return [{ path, code: 'node-empty', details: { node: node.id } }]
}

/** The same question at another level of a ladder is meant; at the same it counts twice. */
function repeatedQuestions({ children }: NodePlace): TreeFinding[] {
  const seen = new Set<string>()
  return children.flatMap((child): TreeFinding[] => {
    if (child.kind === 'node') return []
    const { question, level } = child.leaf
    const key = `${question} ${level ?? ''}`
    if (seen.has(key)) {
      return [{ path: child.path, code: 'same-question-again', details: { question }, severity: 'warning' }]
    }
    seen.add(key)
    return []
  })
}

/** Which of the keys of a place a roll-up reads. `level` may also be there for people to read. */
const READS: Partial<Record<RollUp['op'], readonly ('weight' | 'points' | 'level')[]>> = {
  sum: ['weight'],
  'weighted-mean': ['weight'],
  deduct: ['weight'],
  points: ['points'],
  ladder: ['level'],
  'high-water': ['level'],
  'staged-percent': ['level'],
}

function placeFindings(place: NodePlace): TreeFinding[] {
  const { node, children } = place
  const { op } = node.result
  const reads = READS[op] ?? []
  const findings = children.flatMap((child): TreeFinding[] => {
    const at = child.kind === 'leaf' ? child.leaf : child.place.node
    const without = (['weight', 'points'] as const).flatMap((key): TreeFinding[] =>
      at[key] === undefined || reads.includes(key)
        ? []
        : [
            {
              path: [...child.path, key],
              code: 'key-without-effect',
              details: { key, node: node.id, op },
              severity: 'warning',
            },
          ],
    )
    if (reads.includes('level') && at.level === undefined) {
      return [...without, { path: child.path, code: 'place-level-missing', details: { node: node.id, op } }]
    }
    if (op === 'points' && at.points === undefined && !addsPoints(child)) {
      return [...without, { path: child.path, code: 'points-missing' }]
    }
    return without
  })
  const weighs = reads.includes('weight') && children.length > 0
  if (weighs && children.every((child) => (child.kind === 'leaf' ? child.leaf : child.place.node).weight === 0)) {
    findings.push({ path: [...place.path, 'children'], code: 'weights-all-zero', details: { node: node.id } })
  }
  if (op === 'points' && children.length > 0 && children.every((child) => pointsOf(child) === 0)) {
    findings.push({ path: [...place.path, 'children'], code: 'weights-all-zero', details: { node: node.id } })
  }
  return findings
}

function addsPoints(child: ChildPlace): boolean {
  return child.kind === 'node' && child.place.node.result.op === 'points'
}

/** The points a child can give; undefined where they are missing, which is told at the child. */
function pointsOf(child: ChildPlace): number | undefined {
  if (child.kind === 'leaf') return child.leaf.points
  if (child.place.node.points !== undefined || !addsPoints(child)) return child.place.node.points
  return child.place.children.every((inner) => pointsOf(inner) === 0) ? 0 : undefined
}

/** A count that no number of children can reach. */
function needFindings({ node, path, children }: NodePlace): TreeFinding[] {
  const { result } = node
  if (!('need' in result) || result.need === 'all' || !('count' in result.need)) return []
  const need = result.need.count
  const counts = result.op === 'ladder' ? levelSizes(children) : [children.length]
  const found = Math.min(...counts)
  if (children.length === 0 || need <= found) return []
  return [{ path: [...path, 'result', 'need'], code: 'need-over-children', details: { need, found } }]
}

function levelSizes(children: readonly ChildPlace[]): number[] {
  const sizes = new Map<number, number>()
  for (const child of children) {
    const { level } = child.kind === 'leaf' ? child.leaf : child.place.node
    if (level !== undefined) sizes.set(level, (sizes.get(level) ?? 0) + 1)
  }
  return [...sizes.values()]
}

/** Upper edges, exactly one a band, rising; two bands may share one when it belongs to the first of them. */
function bandFindings({ node, path }: NodePlace): TreeFinding[] {
  const bands = node.bands ?? []
  const findings: TreeFinding[] = []
  const ids = new Map<string, number>()
  let before: { edge: number; included: boolean } | undefined
  for (const [at, band] of bands.entries()) {
    const here = [...path, 'bands', at]
    const first = ids.get(band.id)
    if (first !== undefined) {
      const other = { as: 'first', path: [...path, 'bands', first, 'id'] }
      findings.push({ path: [...here, 'id'], code: 'id-not-unique', details: { id: band.id }, other })
    } else ids.set(band.id, at)
    const { below, 'up-to': upTo } = band
    if (at === bands.length - 1) {
      if (below !== undefined || upTo !== undefined) findings.push({ path: here, code: 'band-last-edge' })
      continue
    }
    const edge = below ?? upTo
    if (edge === undefined || (below !== undefined && upTo !== undefined)) {
      findings.push({ path: here, code: 'band-edge' })
      continue
    }
    const included = upTo !== undefined
    // `below: 2` and then `up-to: 2` is a band for exactly 2.
    const rises = before === undefined || edge > before.edge || (edge === before.edge && included && !before.included)
    if (before && !rises) {
      const key = included ? 'up-to' : 'below'
      findings.push({ path: [...here, key], code: 'values-not-rising', details: { value: edge, before: before.edge } })
    }
    before = { edge, included }
  }
  return findings
}

function modifierFindings({ node, path }: NodePlace): TreeFinding[] {
  const findings = (node.adjust ?? []).flatMap((modifier, at): TreeFinding[] => {
    const here = [...path, 'adjust', at]
    if (modifier.do === 'clamp' && modifier.least > modifier.most) {
      const { least, most } = modifier
      return [{ path: [...here, 'least'], code: 'least-over-most', details: { least, most } }]
    }
    if (modifier.do === 'map' && modifier.from[0] === modifier.from[1]) {
      return [{ path: [...here, 'from'], code: 'map-without-width' }]
    }
    return []
  })
  const { range, result } = node
  if (range && range[0] > range[1]) {
    const [least, most] = range
    findings.push({ path: [...path, 'range'], code: 'least-over-most', details: { least, most } })
  }
  if (result.op === 'broad-step' && result.share[0] > result.share[1]) {
    findings.push({ path: [...path, 'result', 'share'], code: 'share-out-of-range' })
  }
  return findings
}
