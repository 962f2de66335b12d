import type { Text } from '../../kernel/text.ts'
import { effectOf } from './adjust.ts'
import { figure, line, nameOf, printed, type Scene, shown } from './explain.ts'
import type { TreeExplanation } from './explain-words.ts'
import type { CompiledNode } from './program.ts'
import type { Band, Modifier } from './schema-roll-up.ts'
import type { NodeScore } from './score.ts'

/** What happened to the value of a node after its children came together: modifiers, the band, stars. */
export function explainAdjustment(scene: Scene, at: number, row: NodeScore): TreeExplanation[] {
  const node = scene.compiled.nodes[at]!
  return [...modifiers(scene, at, node, row), ...band(scene, node, row), ...stars(scene, node, row)]
}

function modifiers({ state }: Scene, at: number, node: CompiledNode, row: NodeScore): TreeExplanation[] {
  const written = node.node.adjust ?? []
  let value = state.raw[at]!
  return node.adjust.flatMap((modifier, n) => {
    const effect = effectOf(state, modifier)
    const source = written[n]!
    if (effect === 'none') return []
    if (typeof effect === 'object') return [line('height-open', { at: 'at' in source ? printed(source.at) : '' })]
    const before = value
    value = effect(value)
    // While the score is open there is no one value to follow.
    if (row.state !== 'complete' || shown(before) === shown(value)) return []
    return [line(source.do, { ...inputsOf(source), before: shown(before), after: shown(value) })]
  })
}

function inputsOf(modifier: Modifier): Record<string, number | string> {
  switch (modifier.do) {
    case 'map':
      return { fromLow: modifier.from[0], fromHigh: modifier.from[1], toLow: modifier.to[0], toHigh: modifier.to[1] }
    case 'clamp':
      return { least: modifier.least, most: modifier.most }
    case 'factor':
      return { by: modifier.by }
    case 'round':
      return {}
    default:
      return { at: printed(modifier.at) }
  }
}

function band(scene: Scene, { node }: CompiledNode, row: NodeScore): TreeExplanation[] {
  const found = node.bands?.findIndex(({ id }) => id === row.band) ?? -1
  const here = node.bands?.[found]
  if (!here || row.score === null) return []
  const edge = edgeInWords(here, node.bands?.[found - 1])
  return [line('band', { score: shown(row.score), band: nameOf(scene, here.name, here.id), edge })]
}

/** Between which edges a band lies, with the edges themselves where they belong to it. */
function edgeInWords(here: Band, before: Band | undefined): Text {
  const lower = before?.below ?? before?.['up-to']
  const parts: Text[] = []
  if (lower !== undefined) {
    const over = before?.below === undefined
    parts.push({
      sv: `${over ? 'över' : 'från'} ${figure(lower).sv}`,
      en: `${over ? 'above' : 'from'} ${figure(lower).en}`,
    })
  }
  if (here.below !== undefined)
    parts.push({ sv: `under ${figure(here.below).sv}`, en: `below ${figure(here.below).en}` })
  const upTo = here['up-to']
  if (upTo !== undefined) parts.push({ sv: `till och med ${figure(upTo).sv}`, en: `up to ${figure(upTo).en}` })
  if (parts.length === 0) return { sv: 'som gäller alla värden', en: 'which holds for all values' }
  return { sv: parts.map(({ sv }) => sv).join(', '), en: parts.map(({ en }) => en).join(', ') }
}

/** The stars reached, and the first that is not. */
function stars(scene: Scene, { node }: CompiledNode, row: NodeScore): TreeExplanation[] {
  if (row.level === null) return node.stars && row.state !== 'open' ? [line('stars-open')] : []
  const sorted = [...(node.stars ?? [])].sort((a, b) => a.level - b.level)
  const next = sorted.findIndex(({ level }) => level > (row.level ?? 0))
  return sorted.slice(0, next < 0 ? sorted.length : next + 1).map((star, at) => {
    const reached = next < 0 || at < next
    const inputs = { star: nameOf(scene, star.name, String(star.level)), when: printed(star.when) }
    return line(reached ? 'star-reached' : 'star-not-reached', inputs)
  })
}
