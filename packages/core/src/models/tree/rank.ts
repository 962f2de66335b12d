import type { TreeAnswers } from './answers.ts'
import { compileCondition } from './compile-conditions.ts'
import { parseExpression } from './expression.ts'
import { evaluateExpression } from './expression-value.ts'
import { settle } from './numbers.ts'
import type { CompiledNode, CompiledTree } from './program.ts'
import { runTree } from './run.ts'
import type { TreeAction, TreeRanking } from './schema-actions.ts'
import { isOpen, KNOWN, type TreeScoreOptions, type TreeState } from './state.ts'

/** What the formula of a ranking may read, each from 0 to 1. */
export const RANKING_NAMES = ['gap', 'nearness', 'effect', 'effort', 'cost'] as const
type Factors = Record<(typeof RANKING_NAMES)[number], number>

export type RankedAction = {
  action: string
  node: string
  /** Higher comes first; null for a prerequisite that is only there for others, and where the formula has no value. */
  priority: number | null
  /** Where the node stands and where it is to go, in levels where it has them, else in its score. */
  gap: { standing: number | null; target: number | null }
  factors: Factors
  /** Actions further down that need this one first. */
  neededFor: string[]
}

export type RankRequest = {
  /** What each node is to reach, in levels where it has them, else in its score. */
  targets: ReadonlyMap<string, number>
  done?: ReadonlySet<string>
  /** How many at most. */
  most?: number
}

/**
 * The actions that lead from where a company stands to its targets, the most worthwhile first.
 *
 * An action is proposed when its node, or the nearest one above with a target, stands below it, the step it leads to lies between the two, it
 * applies, it is not done, and something it closes is still open. What it requires comes before it. Factors: gap is
 * the way to the target as a share of the node's whole height, nearness how little of the height lies between the
 * standing and the step (the next step is nearest), and effect, effort and cost are fifths.
 *
 * `weighted` adds gap, nearness, effect, and what effort and cost leave of 1; `ratio` is effect × nearness ÷
 * effort; `matrix` takes the rank of the cell, lowest first; `formula` is the author's own, highest first. Without
 * a ranking the widest gap comes first. Ties are broken by id, so that every machine gives the same order.
 */
export function rankActions(
  compiled: CompiledTree,
  answers: TreeAnswers,
  options: TreeScoreOptions,
  { targets, done = new Set(), most = Number.POSITIVE_INFINITY }: RankRequest,
): RankedAction[] {
  const state = runTree(compiled, answers, options)
  const all = (compiled.model.actions ?? []).filter(({ id }) => !done.has(id))
  const actions = new Map(all.map((action) => [action.id, placed(compiled, state, action, targets)]))
  const rank = rankerOf(compiled.model.ranking)
  const wanted = [...actions.values()]
    .filter((one) => one.isWanted)
    .map((one) => ({ ...one, rank: rank(one.factors) }))
    .sort((a, b) => (b.rank ?? -Infinity) - (a.rank ?? -Infinity) || (a.action.id < b.action.id ? -1 : 1))
  const order = new Map<string, RankedAction>()
  const begun = new Set<string>()
  const add = (one: Placed, rank: number | null, neededBy?: string) => {
    const { id } = one.action
    if (!begun.has(id)) {
      begun.add(id)
      for (const required of [...(one.action.requires ?? [])].sort()) {
        const needed = actions.get(required)
        if (needed && (needed.isWanted || needed.isNeedable)) {
          add(needed, wanted.find(({ action }) => action.id === required)?.rank ?? null, id)
        }
      }
      const { action, gap, factors } = one
      order.set(id, { action: id, node: action.node, priority: rank, gap, factors, neededFor: [] })
    }
    const found = order.get(id)
    if (found && neededBy && !found.neededFor.includes(neededBy)) found.neededFor.push(neededBy)
  }
  for (const one of wanted) add(one, one.rank)
  return [...order.values()].slice(0, most)
}

type Placed = {
  action: TreeAction
  gap: RankedAction['gap']
  factors: Factors
  isWanted: boolean
  /** Of use to others, though not wanted for itself. */
  isNeedable: boolean
}

function placed(
  compiled: CompiledTree,
  state: TreeState,
  action: TreeAction,
  targets: ReadonlyMap<string, number>,
): Placed {
  const at = compiled.nodeAt.get(action.node)
  const measured = compiled.nodeAt.get(measuredNode(compiled, action.node, targets))
  const node = measured === undefined ? undefined : compiled.nodes[measured]
  const standing = node === undefined || measured === undefined ? null : standingOf(state, measured, node.slot)
  const target = (node && targets.get(node.id)) ?? null
  const height = node ? heightOf(node) : 1
  const factors = factorsOf(action, standing, target, height)
  const when = action['applies-when']
  const applies =
    at !== undefined && state.applies[at] === 1 && (!when || compileCondition(when, compiled)(state) === true)
  const isReached = action.to !== undefined && standing !== null && standing >= action.to
  const leads =
    standing !== null && target !== null && standing < target && (action.to ?? target) <= target && !isReached
  const isUseful = applies && !isReached
  return {
    action,
    gap: { standing, target },
    factors,
    isWanted: isUseful && leads && closesSomething(compiled, state, action),
    isNeedable: isUseful,
  }
}

/**
 * The node an action is measured in: its own where that has a target, else the nearest one above that has. A part
 * without levels of its own is worked on to lift the whole, and `to` is a level of the whole then.
 */
export function measuredNode(
  { nodes, nodeAt }: CompiledTree,
  id: string,
  targets: ReadonlyMap<string, number>,
): string {
  for (let node = nodes[nodeAt.get(id) ?? -1]; node; node = nodes[node.parent]) {
    if (targets.has(node.id)) return node.id
  }
  return id
}

function standingOf(state: TreeState, at: number, slot: number): number | null {
  const level = state.level[at]!
  if (level >= 0 && !isOpen(state.standing[slot]!)) return level
  return state.standing[slot] === KNOWN ? settle(state.low[slot]!) : null
}

/** How far a node can climb, in levels or in score; 1 where there is no bound. */
function heightOf({ node, bands, least, most, lowest, highest }: CompiledNode): number {
  const levels = [...(node.stars ?? []), ...bands].flatMap(({ level }) => (level === undefined ? [] : [level]))
  if (levels.length > 0) return Math.max(1, Math.max(...levels) - (node.stars ? 0 : Math.min(...levels)))
  if (node.result.op === 'ladder' || node.result.op === 'high-water')
    return Math.max(1, highest - Math.max(0, lowest - 1))
  const height = most - least
  return Number.isFinite(height) && height > 0 ? height : 1
}

const within = (value: number) => Math.min(1, Math.max(0, value))

function factorsOf(action: TreeAction, standing: number | null, target: number | null, height: number): Factors {
  const way = standing === null || target === null ? 0 : Math.max(0, target - standing)
  const distance = action.to === undefined || standing === null ? way : action.to - standing - 1
  return {
    gap: within(way / height),
    nearness: within(1 - distance / height),
    effect: action.effect / 5,
    effort: action.effort / 5,
    cost: action.cost / 5,
  }
}

/** Whether any of the questions it closes can still become better. */
function closesSomething({ questionAt, questions }: CompiledTree, state: TreeState, { closes }: TreeAction): boolean {
  if (!closes || closes.length === 0) return true
  return closes.some((id) => {
    const at = questionAt.get(id)
    return at !== undefined && !(state.standing[at] === KNOWN && state.low[at]! >= questions[at]!.scale.most)
  })
}

function rankerOf(ranking: TreeRanking | undefined): (factors: Factors) => number | null {
  switch (ranking?.op) {
    case undefined:
      return ({ gap }) => settle(gap)
    case 'weighted':
      return ({ gap, nearness, effect, effort, cost }) =>
        settle(
          ranking.gap * gap +
            ranking.nearness * nearness +
            ranking.effect * effect +
            ranking.effort * (1 - effort) +
            ranking.cost * (1 - cost),
        )
    case 'ratio':
      return ({ effect, nearness, effort }) => settle((effect * nearness) / effort)
    case 'matrix':
      return ({ effect, effort }) => 0 - rankInMatrix(ranking.ranks, effect * 5, effort * 5)
    case 'formula': {
      const parsed = parseExpression(ranking.value, RANKING_NAMES)
      if (!parsed.ok) return () => null
      return (factors) => {
        const value = evaluateExpression(parsed.expression, ({ read, id }) =>
          read === 'name' ? factors[id as keyof Factors] : undefined,
        )
        return typeof value === 'number' ? settle(value) : null
      }
    }
  }
}

/** The five grades of effect and effort shared out over the rows and columns there are. */
function rankInMatrix(ranks: readonly (readonly number[])[], effect: number, effort: number): number {
  const row = ranks[Math.floor(((5 - Math.round(effect)) * ranks.length) / 5)]!
  return row[Math.floor(((Math.round(effort) - 1) * row.length) / 5)]!
}
