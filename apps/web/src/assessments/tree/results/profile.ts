import type { TreeResult } from '@stegvis/core/assessments/tree-schema.ts'
import type { ScoreStanding } from '@stegvis/core/figures/bars.ts'
import type { DimensionStanding, Standing } from '@stegvis/core/figures/standing.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import { profileNodes } from '@stegvis/core/models/summary.ts'
import type { CompiledTree } from '@stegvis/core/models/tree/program.ts'
import type { TreeNode } from '@stegvis/core/models/tree/schema-nodes.ts'
import type { NodeScore, TreeScore } from '@stegvis/core/models/tree/score.ts'
import type { Formats } from '../../../locales/format.ts'
import { digitsOf, isGate, levelNames, rowOf, topLevelOf } from '../standing-words.ts'
import type { TreeWords } from '../tree-query.ts'

/** An earlier result on the same version, its own or restated: what later ones are set against. */
export type BeforeTree = { score: TreeScore; on: PlainDate } | null

export type ProfileInput = {
  compiled: CompiledTree
  result: TreeResult
  before: BeforeTree
  /** what each node is to reach: a level where it has them, else a score */
  targets: ReadonlyMap<string, number>
  words: TreeWords
  formats: Formats
}

/** A requirement that is met or not; null while that is open. */
export type Gate = { id: string; name: string; isMet: boolean | null }

/** What one picture shows: nodes with levels as staircases, gates as they are, the others as bars. */
export type Profile = { stairs: DimensionStanding[]; bars: ScoreStanding[]; gates: Gate[] }

export function profileOf(input: ProfileInput, nodes: readonly TreeNode[]): Profile {
  const profile: Profile = { stairs: [], bars: [], gates: [] }
  for (const node of nodes) {
    // It has no place in a picture of where one stands; the table says that it does not apply.
    if (rowOf(input.result.coach, node.id)?.state === 'not-applicable') continue
    const top = topLevelOf(input.compiled, node.id)
    if (top > 0) profile.stairs.push(staircaseOf(input, node, top))
    else if (isGate(node)) profile.gates.push(gateOf(input, node))
    else {
      const bar = barOf(input, node)
      if (bar) profile.bars.push(bar)
    }
  }
  return profile
}

/** The nodes of the main tree that stand side by side. */
export function mainNodes({ model }: CompiledTree): TreeNode[] {
  return profileNodes(model)
}

/** The nodes right below the root of another view. */
export function viewNodes({ tree }: { tree: TreeNode }): TreeNode[] {
  const below = tree.children.flatMap((child) => ('question' in child ? [] : [child]))
  return below.length > 0 ? below : [tree]
}

export function staircaseOf(input: ProfileInput, node: TreeNode, top: number): DimensionStanding {
  const { words } = input
  const names = levelNames(node)
  return {
    name: words(node.name) || node.id,
    steps: Array.from({ length: top }, (_, at) => words(names.get(at + 1))),
    standing: standingOf(input, node.id, ({ level }) => level),
  }
}

function gateOf({ result, words }: ProfileInput, { id, name }: TreeNode): Gate {
  const score = rowOf(result.coach, id)?.score ?? null
  return { id, name: words(name) || id, isMet: score === null ? null : score > 0 }
}

function barOf(input: ProfileInput, { id, name }: TreeNode): ScoreStanding | null {
  const { compiled, result, words, formats } = input
  const row = rowOf(result.coach, id)
  if (!row || row.state === 'none') return null
  const standing = standingOf(input, id, ({ score }) => score)
  const { least, most } = scaleOf(compiled, id, [row.range?.low, row.range?.high, ...valuesOf(standing)])
  const digits = digitsOf({ compiled, node: id })
  return {
    name: words(name) || id,
    ...{ least, most, standing },
    range: row.state === 'open' ? row.range : null,
    shown: (score) => formats.number(score, digits),
  }
}

function valuesOf({ self, coach, baseline, target }: Standing): (number | null | undefined)[] {
  return [self, coach, baseline?.level, target?.level]
}

/** The ends of a node's scale; where it has none, they are taken from what is shown. */
function scaleOf(compiled: CompiledTree, id: string, shown: readonly (number | null | undefined)[]) {
  const { least = 0, most = 1 } = compiled.nodes[compiled.nodeAt.get(id) ?? -1] ?? {}
  const known = shown.filter((value) => value !== null && value !== undefined)
  return {
    least: Number.isFinite(least) ? least : Math.min(0, ...known),
    most: Number.isFinite(most) ? most : Math.max(1, ...known),
  }
}

function standingOf(input: ProfileInput, id: string, read: (row: NodeScore) => number | null): Standing {
  const { result, before, targets } = input
  const of = (score: TreeScore | null) => {
    const row = rowOf(score, id)
    return row ? read(row) : null
  }
  const [coach, earlier, target] = [of(result.coach), before && of(before.score), targets.get(id)]
  return {
    self: of(result.self),
    coach,
    evidence: evidenceOf(input, id, coach, of(result.verified)),
    baseline: before && earlier !== null ? { level: earlier, on: before.on } : null,
    target: target === undefined ? null : { level: target, on: null },
  }
}

/** Verified when the evidence on file carries the coach's figure; nothing to say where none is asked for. */
function evidenceOf(
  { compiled, result }: ProfileInput,
  id: string,
  coach: number | null,
  verified: number | null,
): Standing['evidence'] {
  const below = new Set(
    [...(compiled.nodes[compiled.nodeAt.get(id) ?? -1]?.below ?? [])].map((at) => compiled.questions[at]!.id),
  )
  const lapsed = result.lapses.some(({ question, since }) => below.has(question) && since <= result.on)
  if (lapsed) return 'lapsed'
  const asks = [...below].some((question) => asksEvidence(compiled, question))
  return asks && coach !== null && coach > 0 && verified === coach ? 'verified' : 'none'
}

function asksEvidence({ questions, questionAt }: CompiledTree, id: string): boolean {
  const question = questions[questionAt.get(id) ?? -1]
  return question !== undefined && (question.needs > 0 || question.scale.needs.some((rank) => rank > 0))
}
