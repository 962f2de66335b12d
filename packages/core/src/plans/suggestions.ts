import { roundToTenth } from '../assessments/aggregate.ts'
import type { LadderScore } from '../assessments/score.ts'
import type { Text } from '../kernel/text.ts'
import { fillText } from '../models/fill-text.ts'
import type { Action, Model } from '../models/schema.ts'

/**
 * Hours up to which an action is of effort 1, 2, 3 and 4: a day, three days, a week and a half, a month of
 * work. Above that it is 5.
 */
export const EFFORT_HOURS = [8, 24, 60, 160] as const

export type Suggestion = {
  action: string
  dimension: string
  to: number
  /** 0 to 100, one decimal: the weighted parts of the model's `ranking`. Shows why one comes before another. */
  priority: number
  because: {
    /** Where the dimension stands and where it is to go; both null for a prerequisite from another dimension. */
    gap: { level: number | null; target: number | null }
    /** How many rungs up the action leads; 1 is the next rung. */
    distance: number
    impact: number
    hours: number
    /** Suggested actions that need this one first. */
    neededFor: string[]
    text: Text
  }
}

type Place = { level: number | null; top: number; target: number | null; met: ReadonlySet<string> }
type Ranked = { action: Action; rank: number; at: number; distance: number }

/**
 * Proposes the actions that lead from where a company stands to where it wants to stand, most worthwhile first.
 *
 * An action is proposed when its rung lies above the level and not above the target, the rung applies to the
 * company, the action is not done, and a criterion it helps with is still open. What it requires comes before
 * it, unless that is done or its rung is reached. A dimension without a level gets no proposals.
 *
 * Order: `impact × impact/5 + proximity × (1 − (distance − 1)/height) + effort × (5 − effort)/4`, with the
 * weights of the model, the height of its ladder, and effort from 1 to 5 by `EFFORT_HOURS`; ties by rung, then
 * by place of the dimension, then by id. Source: docs/model-format.md, "Actions".
 */
export function suggestActions(
  model: Model,
  score: LadderScore,
  targets: ReadonlyMap<string, number>,
  done: ReadonlySet<string> = new Set(),
): Suggestion[] {
  const places = new Map(
    score.dimensions.map(({ dimension, level, top, ahead }): [string, Place] => [
      dimension,
      { level, top, target: targets.get(dimension) ?? null, met: new Set(ahead) },
    ]),
  )
  const ranked = new Map(model.actions.map((action) => [action.id, rank(model, action, places.get(action.dimension))]))
  const wanted = [...ranked.values()]
    .filter(({ action }) => !done.has(action.id) && leadsToTarget(action, places.get(action.dimension)))
    .sort(byRank)

  const ordered: Ranked[] = []
  const neededFor = new Map<string, string[]>()
  const placed = new Set<string>()
  const place = (entry: Ranked): void => {
    if (placed.has(entry.action.id)) return
    placed.add(entry.action.id)
    const required = entry.action.requires
      .flatMap((id) => ranked.get(id) ?? [])
      .filter(({ action }) => !done.has(action.id) && isOpen(action, places.get(action.dimension)))
      .sort(byRank)
    for (const before of required) {
      neededFor.set(before.action.id, [...(neededFor.get(before.action.id) ?? []), entry.action.id])
      place(before)
    }
    ordered.push(entry)
  }
  for (const entry of wanted) place(entry)
  return ordered.map((entry) =>
    suggestion(model, entry, places.get(entry.action.dimension), neededFor.get(entry.action.id) ?? []),
  )
}

/** The rung is there for the company and not reached yet. */
function isOpen(action: Action, place: Place | undefined): boolean {
  return place !== undefined && action.to <= place.top && action.to > (place.level ?? 0)
}

function leadsToTarget(action: Action, place: Place | undefined): boolean {
  if (!place || place.level === null || place.target === null) return false
  const stillOpen = action.closes.length === 0 || action.closes.some((criterion) => !place.met.has(criterion))
  return isOpen(action, place) && action.to <= place.target && stillOpen
}

export function effortOf(hours: number): number {
  const at = EFFORT_HOURS.findIndex((limit) => hours <= limit)
  return at < 0 ? 5 : at + 1
}

/** In whole numbers, so that equal means equal on every machine. */
function rank(model: Model, action: Action, place: Place | undefined): Ranked {
  const height = model.levels.length - 1
  const distance = Math.max(1, action.to - (place?.level ?? 1))
  const thousandths = (weight: number) => Math.round(weight * 1000)
  const { impact, proximity, effort } = model.ranking
  return {
    action,
    distance,
    at: model.dimensions.findIndex(({ id }) => id === action.dimension),
    rank:
      thousandths(impact) * action.impact * 4 * height +
      thousandths(proximity) * (height - distance + 1) * 20 +
      thousandths(effort) * (5 - effortOf(action.hours)) * 5 * height,
  }
}

function byRank(a: Ranked, b: Ranked): number {
  return b.rank - a.rank || a.action.to - b.action.to || a.at - b.at || (a.action.id < b.action.id ? -1 : 1)
}

const SENTENCES = {
  gap: {
    sv: '{name} står på steg {level} och målet är steg {target}.',
    en: '{name} stands on step {level} and the target is step {target}.',
  },
  next: { sv: 'Åtgärden leder till nästa steg.', en: 'The action leads to the next step.' },
  further: { sv: 'Åtgärden leder {distance} steg upp.', en: 'The action leads {distance} steps up.' },
  effect: { sv: 'Effekt {impact} av 5.', en: 'Effect {impact} out of 5.' },
  effort: { sv: 'Ungefär {hours} timmar av er egen tid.', en: 'About {hours} hours of your own time.' },
  needed: { sv: 'Den behöver göras före: {names}.', en: 'It needs to be done before: {names}.' },
} satisfies Record<string, Text>

function suggestion(model: Model, entry: Ranked, place: Place | undefined, neededFor: string[]): Suggestion {
  const { action, distance } = entry
  const level = place?.level ?? null
  const target = place?.target ?? null
  const name = model.dimensions[entry.at]?.name ?? action.name
  const sentences = [
    ...(level !== null && target !== null ? [fillText(SENTENCES.gap, { name, level, target })] : []),
    distance === 1 ? SENTENCES.next : fillText(SENTENCES.further, { distance }),
    fillText(SENTENCES.effect, { impact: action.impact }),
    fillText(SENTENCES.effort, { hours: action.hours }),
    ...(neededFor.length > 0 ? [fillText(SENTENCES.needed, { names: namesOf(model, neededFor) })] : []),
  ]
  return {
    action: action.id,
    dimension: action.dimension,
    to: action.to,
    priority: roundToTenth({ numerator: entry.rank, denominator: 200 * (model.levels.length - 1) }),
    because: {
      gap: { level, target },
      distance,
      impact: action.impact,
      hours: action.hours,
      neededFor,
      text: { sv: sentences.map(({ sv }) => sv).join(' '), en: sentences.map(({ en }) => en).join(' ') },
    },
  }
}

function namesOf(model: Model, ids: readonly string[]): Text {
  const names = ids.flatMap((id) => model.actions.find((action) => action.id === id)?.name ?? [])
  return { sv: names.map(({ sv }) => sv).join('; '), en: names.map(({ en }) => en).join('; ') }
}
