import { z } from 'zod'
import { SizeClass } from '../companies/size/size.ts'
import { FocusAreaId } from '../kernel/ids.ts'
import { lowerMedian } from './respondents.ts'
import { ModelRef } from './schema.ts'

/** A level of a ladder or a tree; of a tree's part without levels 1 or 0 for met or not, or a fifth of its scale. */
const PeerLevel = z.int().min(0).max(20)

/** How many of the other companies stand on each level of a dimension. */
export type LevelCount = { dimension: string; level: number; companies: number }

export const PeerDimension = z.strictObject({
  dimension: z.string(),
  median: PeerLevel,
  /** Percent of the companies on each level, lowest first, rounded so that they add up to 100. */
  shares: z.array(z.strictObject({ level: PeerLevel, percent: z.int() })),
})
export type PeerDimension = z.infer<typeof PeerDimension>

/** A group of other companies, or that it is too small to show. */
export const PeerGroup = z.discriminatedUnion('shown', [
  z.strictObject({ shown: z.literal(true), companies: z.int(), dimensions: z.array(PeerDimension) }),
  z.strictObject({ shown: z.literal(false) }),
])
export type PeerGroup = z.infer<typeof PeerGroup>

export const LadderPeers = z
  .strictObject({
    focusAreaId: FocusAreaId,
    /** the fewest companies a group must have */
    threshold: z.int(),
    all: PeerGroup,
    /** companies of the same size; null where the company's size is not known */
    alike: z.strictObject({ size: SizeClass, group: PeerGroup }).nullable(),
  })
  .meta({ id: 'LadderPeers' })
export type LadderPeers = z.infer<typeof LadderPeers>

/** The same of a tree: the dimensions are its nodes, among them the whole, and the levels those of `tree-peers.ts`. */
export const TreePeers = LadderPeers.extend({
  /** that of the company's own measurement; others count with versions whose results mean the same */
  model: ModelRef,
}).meta({ id: 'TreePeers' })
export type TreePeers = z.infer<typeof TreePeers>

export const CompanyPeers = z
  .strictObject({ ladders: z.array(LadderPeers), trees: z.array(TreePeers) })
  .meta({ id: 'CompanyPeers' })
export type CompanyPeers = z.infer<typeof CompanyPeers>

/** Never fewer, whatever a programme has set: a share of four companies tells who they are. */
export const LEAST_THRESHOLD = 5
export const USUAL_THRESHOLD = 10

export function thresholdOf(setting: unknown): number {
  return typeof setting === 'number' && Number.isInteger(setting) ? Math.max(setting, LEAST_THRESHOLD) : USUAL_THRESHOLD
}

/**
 * Shows a group only when every dimension of it rests on enough companies. The company that asks is not among
 * them: it could take itself away and know more of the others.
 */
export function peerGroup(counts: readonly LevelCount[], companies: number, threshold: number): PeerGroup {
  const byDimension = Map.groupBy(
    counts.filter((count) => count.companies > 0),
    ({ dimension }) => dimension,
  )
  const dimensions = [...byDimension].flatMap(([dimension, levels]) => {
    const total = levels.reduce((sum, level) => sum + level.companies, 0)
    return total < threshold ? [] : [peerDimension(dimension, levels, total)]
  })
  return companies < threshold || dimensions.length === 0 ? { shown: false } : { shown: true, companies, dimensions }
}

/**
 * A part of a shown group, and what is left when it is taken away, must both be large enough: else the difference
 * tells what the small rest says. Source: the complementary suppression of official statistics.
 */
export function partOfGroup(
  part: { counts: readonly LevelCount[]; companies: number },
  whole: number,
  threshold: number,
): PeerGroup {
  const rest = whole - part.companies
  if (rest > 0 && rest < threshold) return { shown: false }
  return peerGroup(part.counts, part.companies, threshold)
}

function peerDimension(dimension: string, levels: readonly LevelCount[], total: number): PeerDimension {
  const sorted = [...levels].sort((a, b) => a.level - b.level)
  const median = lowerMedian(sorted.flatMap(({ level, companies }) => Array<number>(companies).fill(level)))!
  return { dimension, median, shares: percentages(sorted, total) }
}

/** Largest remainders, so that the parts add up to the whole. */
function percentages(levels: readonly LevelCount[], total: number): PeerDimension['shares'] {
  const parts = levels.map(({ level, companies }) => ({
    level,
    percent: Math.floor((companies * 100) / total),
    rest: (companies * 100) % total,
  }))
  const missing = 100 - parts.reduce((sum, { percent }) => sum + percent, 0)
  const raised = new Set([...parts].sort((a, b) => b.rest - a.rest || a.level - b.level).slice(0, missing))
  return parts.map((part) => ({ level: part.level, percent: part.percent + (raised.has(part) ? 1 : 0) }))
}
