import type { CompiledTree } from '@stegvis/core/models/tree/program.ts'
import type { TreeNode } from '@stegvis/core/models/tree/schema-nodes.ts'
import type { Texts } from '@stegvis/core/models/tree/schema-words.ts'
import type { NodeScore, TreeScore } from '@stegvis/core/models/tree/score.ts'
import type { Formats } from '../../locales/format.ts'
import type { Messages } from '../../locales/sv.ts'
import type { TreeWords } from './tree-query.ts'

/** What a result comes to at a glance: the figure, and the words under it. */
export type Headline = {
  figure: string
  /** what the figure is out of: `av 25 poäng` */
  of?: string
  words: string
}

export type Speech = { texts: Messages; formats: Formats; words: TreeWords }

export function rowOf(score: TreeScore | null | undefined, node: string): NodeScore | undefined {
  return score?.nodes.find((row) => row.node === node)
}

/** How finely scores of a node are told: whole numbers where the range is wide, decimals where it is narrow. */
export function digitsOf({ compiled, node }: { compiled: CompiledTree; node: string }): number {
  const { least = 0, most = 1 } = compiled.nodes[compiled.nodeAt.get(node) ?? -1] ?? {}
  const reach = most - least
  if (!Number.isFinite(reach)) return 2
  return reach > 20 ? 0 : reach > 2 ? 1 : 2
}

/**
 * Level before score, since levels are what people talk about: `3` and “Etablerad · 2,7”, `2,3–3,1` and “not clear
 * yet”, or `–` where the node has no result of its own.
 */
export function headlineOf(compiled: CompiledTree, row: NodeScore | undefined, speech: Speech): Headline {
  const { texts, formats, words } = speech
  if (!row) return { figure: '–', words: texts.assessments.notAnswered }
  if (row.state === 'not-applicable') return { figure: '–', words: texts.assessments.doesNotApply }
  const digits = digitsOf({ compiled, node: row.node })
  const shown = (value: number) => formats.number(value, digits)
  const node = compiled.nodes[compiled.nodeAt.get(row.node) ?? -1]?.node
  const name = standingName(node, row, words)
  const of = row.score === null ? '' : outOf(compiled, row, shown, texts)
  // A gate is open or shut; its 1 or 0 says nothing to a reader.
  if (node && isGate(node) && row.score !== null) {
    return { figure: row.score > 0 ? texts.trees.met : texts.trees.notMet, words: name }
  }
  if (row.level !== null) {
    const isOwn = row.score !== null && row.score !== row.level
    return { figure: String(row.level), words: joined([name, isOwn ? `${shown(row.score!)} ${of}`.trim() : '']) }
  }
  if (row.state === 'none') return { figure: '–', words: texts.trees.profileOnly }
  if (row.score !== null) return { figure: shown(row.score), ...(of && { of }), words: name }
  if (row.range && row.coverage.answered > 0) {
    const { low, high } = row.range
    return {
      figure: low === high ? shown(low) : `${shown(low)}–${shown(high)}`,
      words: texts.assessments.stillOpenRange,
    }
  }
  return {
    figure: '–',
    words: row.coverage.answered > 0 ? texts.assessments.stillOpenRange : texts.assessments.notAnswered,
  }
}

/** A headline on one line: `2 · Känt · 51 av 100 poäng`, `12 av 25 poäng`. */
export function inOneLine({ figure, of = '', words }: Headline): string {
  const whole = `${figure} ${of}`.trim()
  return words === '' || figure === '–' ? whole : `${whole} · ${words}`
}

/** What a score is out of: the points that were possible, or the most its scale has. */
function outOf(compiled: CompiledTree, row: NodeScore, shown: (value: number) => string, { trees }: Messages): string {
  const { points, score, node } = row
  if (points && score === points.reached) return trees.ofPoints({ possible: shown(points.possible) })
  const most = compiled.nodes[compiled.nodeAt.get(node) ?? -1]?.most ?? Number.NaN
  return Number.isFinite(most) ? trees.outOf({ most: shown(most) }) : ''
}

/** A node that is 1 or 0, and nothing else. */
export function isGate({ result, adjust = [] }: TreeNode): boolean {
  return result.op === 'gate' && adjust.length === 0
}

const joined = (parts: readonly string[]) => parts.filter(Boolean).join(' · ')

/** What the level or the band is called, where the model calls it something. */
export function standingName(node: TreeNode | undefined, { band, level }: NodeScore, words: TreeWords): string {
  const banded = node?.bands?.find(({ id }) => id === band)
  if (banded) return words(banded.name)
  return level === null ? '' : words(levelNames(node).get(level))
}

/** The names of a node's levels: of its bands, its stars, or the nodes below that carry a level. */
export function levelNames(node: TreeNode | undefined): Map<number, Texts> {
  const names = new Map<number, Texts>()
  const add = (level: number | undefined, name: Texts | undefined) => {
    if (level !== undefined && name && !names.has(level)) names.set(level, name)
  }
  for (const { level, name } of node?.bands ?? []) add(level, name)
  for (const { level, name } of node?.stars ?? []) add(level, name)
  for (const child of node?.children ?? []) if (!('question' in child)) add(child.level, child.name)
  return names
}

/** The highest level a node can reach, as far as it says any; 0 for a node of scores alone. */
export function topLevelOf(compiled: CompiledTree, id: string): number {
  const own = compiled.nodes[compiled.nodeAt.get(id) ?? -1]
  if (!own) return 0
  const { node, result, highest, most } = own
  const named = [...(node.stars ?? []), ...(node.bands ?? [])].flatMap(({ level }) => level ?? [])
  if (named.length > 0) return Math.max(...named)
  if (result.op === 'ladder' || result.op === 'high-water') return Math.max(highest, 0)
  if (result.op === 'broad-step' && Number.isFinite(most)) return Math.max(Math.floor(most), 0)
  return 0
}
