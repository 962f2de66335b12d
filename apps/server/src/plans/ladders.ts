import type { CompanyResults, LadderResults } from '@stegvis/core/assessments/company-results.ts'
import type { Model } from '@stegvis/core/models/schema.ts'
import type { ActionTemplate, PlanLadder, SuggestionView, Target } from '@stegvis/core/plans/schema.ts'
import { suggestActions } from '@stegvis/core/plans/suggestions.ts'
import { findModel } from '../indicators/key-figures.ts'
import type { ModelLibrary } from '../models/library.ts'
import type { StoredAction } from './actions/store.ts'

/** The ladders of the plan: where the company stands by its newest measurement, and where it wants to stand. */
export function laddersOf(results: CompanyResults, targets: readonly Target[], models: ModelLibrary): PlanLadder[] {
  return results.ladders.flatMap((ladder) => {
    const model = findModel(models, ladder.model.id, ladder.model.version)
    return model ? [ladderOf(ladder, model, targets)] : []
  })
}

function ladderOf(ladder: LadderResults, model: Model, targets: readonly Target[]): PlanLadder {
  const newest = ladder.measurements.at(-1)
  const baseline = ladder.measurements.findLast(({ kind }) => kind === 'baseline')
  const here = targets.filter(({ focusAreaId }) => focusAreaId === ladder.focusArea.id)
  const scores = new Map(newest?.result.coach.dimensions.map((score) => [score.dimension, score]))
  return {
    focusArea: ladder.focusArea,
    model: { id: model.id, version: model.version, name: model.name },
    levels: model.levels.map(({ level, name }) => ({ level, name })),
    measured: newest ? { assessmentId: newest.assessmentId, on: newest.submittedOn } : null,
    step: newest?.result.coach.step ?? null,
    baselineStep: baseline?.result.coach.step ?? null,
    dimensions: model.dimensions.map(({ id, name, short }) => ({
      id,
      name,
      short,
      level: scores.get(id)?.level ?? null,
      baseline: baseline?.result.levels[id] ?? null,
      top: scores.get(id)?.top ?? model.levels.length,
      target: here.find(({ dimensionId }) => dimensionId === id) ?? null,
    })),
  }
}

/** What the ladders propose for the gaps that have a target, without what is in the plan already or was declined. */
export function suggestionsOf(
  results: CompanyResults,
  targets: readonly Target[],
  actions: readonly StoredAction[],
  models: ModelLibrary,
): SuggestionView[] {
  return results.ladders.flatMap((ladder) => {
    const newest = ladder.measurements.at(-1)
    const model = newest && findModel(models, newest.model.id, newest.model.version)
    if (!newest || !model) return []
    const focusAreaId = ladder.focusArea.id
    const wanted = targets.flatMap((target): [string, number][] =>
      target.focusAreaId === focusAreaId && target.level !== null ? [[target.dimensionId, target.level]] : [],
    )
    const known = actions.flatMap(({ origin }) => (origin?.modelId === model.id ? [origin.actionId] : []))
    return suggestActions(model, newest.result.coach, new Map(wanted), new Set(known)).flatMap((suggestion) => {
      const template = templateOf(model, suggestion.action)
      const { dimension, to, priority, because } = suggestion
      return template ? [{ focusAreaId, dimensionId: dimension, to, priority, because: because.text, template }] : []
    })
  })
}

export function templateOf(model: Model | undefined, actionId: string): ActionTemplate | null {
  const action = model?.actions.find(({ id }) => id === actionId)
  if (!action) return null
  const { id, name, how, who, effect, help, hours, weeks, cost, impact, moves } = action
  return { id, name, how, who, effect, help, hours, weeks, cost, impact, moves }
}
