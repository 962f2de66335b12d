import { z } from 'zod'
import { addDays, addMonths, PlainDate } from '../kernel/day.ts'
import type { Answers } from '../models/answers.ts'
import { EvidenceClass, evidenceRank, type Model } from '../models/schema.ts'
import type { TreeModel } from '../models/tree/schema.ts'
import type { LadderScore } from './score.ts'
import { type CompiledModel, rungStart } from './walk.ts'

/** One piece of evidence for one criterion: of which class, from which day, and how long it holds. */
export const Evidence = z.strictObject({
  criterion: z.string(),
  class: EvidenceClass,
  datedOn: PlainDate,
  /** The last day it holds. */
  bestBefore: PlainDate,
})
export type Evidence = z.infer<typeof Evidence>

export type EvidenceState = { state: 'current' } | { state: 'lapsed'; since: PlainDate } | { state: 'not-yet' }

/** Whether a piece of evidence holds on a day. It holds on its first and its last day. */
export function evidenceState({ datedOn, bestBefore }: Evidence, on: PlainDate): EvidenceState {
  if (on < datedOn) return { state: 'not-yet' }
  return on <= bestBefore ? { state: 'current' } : { state: 'lapsed', since: addDays(bestBefore, 1) }
}

/** The last day evidence for a criterion holds: the months of the criterion, or else of the model. */
export function bestBeforeOf(model: Model, criterion: string, datedOn: PlainDate): PlainDate {
  for (const { rungs } of model.dimensions) {
    for (const { criteria } of rungs) {
      const found = criteria.find(({ id }) => id === criterion)
      if (found) return addMonths(datedOn, found['best-before-months'] ?? model['best-before-months'])
    }
  }
  return addMonths(datedOn, model['best-before-months'])
}

/** As the four ladders say it of themselves: figures and routines are looked at anew every other year. */
const TREE_MONTHS = 24

/** The same for a question of a tree model, which says it by the question or not at all. */
export function treeBestBeforeOf(model: TreeModel, question: string, datedOn: PlainDate): PlainDate {
  const found = model.questions.find(({ id }) => id === question)
  return addMonths(datedOn, found?.['best-before-months'] ?? TREE_MONTHS)
}

/**
 * The best class on file for each criterion on a day, for `scoreLadder` with `evidence: 'on-file'`. Lapsed
 * evidence is in it: when evidence lapses the level stays and is shown as unconfirmed (`confirmLadder`).
 */
export function classesOnFile(evidence: readonly Evidence[], on: PlainDate): Map<string, EvidenceClass> {
  const best = new Map<string, EvidenceClass>()
  for (const piece of evidence) {
    if (piece.datedOn > on) continue
    const before = best.get(piece.criterion)
    if (!before || evidenceRank(before) < evidenceRank(piece.class)) best.set(piece.criterion, piece.class)
  }
  return best
}

export type Confirmation = {
  dimension: string
  /** The level stands, but evidence it rests on has lapsed. */
  unconfirmed: boolean
  /** The criteria whose evidence of the class they need has all lapsed, each with the first day without. */
  lapsed: { criterion: string; since: PlainDate }[]
}

/**
 * Tells for each dimension whether the level that was scored still rests on current evidence. Looks at the
 * required criteria up to the level that were answered yes and have evidence of the class they need; where
 * there never was any, nothing can lapse.
 */
export function confirmLadder(
  compiled: CompiledModel,
  score: LadderScore,
  answers: Answers,
  evidence: readonly Evidence[],
  on: PlainDate,
): Confirmation[] {
  return score.dimensions.map(({ dimension, level }, d) => {
    const lapsed: Confirmation['lapsed'] = []
    const end = level === null ? 0 : rungStart(compiled, d, level + 1)
    for (let at = rungStart(compiled, d, 1); at < end; at++) {
      const criterion = compiled.criteria[at]!
      if (!compiled.required[at] || answers.get(criterion)?.kind !== 'yes') continue
      const since = lapsedSince(
        evidence.filter((piece) => piece.criterion === criterion && evidenceRank(piece.class) >= compiled.needs[at]!),
        on,
      )
      if (since) lapsed.push({ criterion, since })
    }
    return { dimension, unconfirmed: lapsed.length > 0, lapsed }
  })
}

/** The first day without current evidence, once all of it has lapsed; undefined while some holds or none has. */
export function lapsedSince(evidence: readonly Evidence[], on: PlainDate): PlainDate | undefined {
  let latest: PlainDate | undefined
  for (const piece of evidence) {
    const found = evidenceState(piece, on)
    if (found.state === 'current') return undefined
    if (found.state === 'lapsed' && (!latest || found.since > latest)) latest = found.since
  }
  return latest
}
