import type { CompanyKeyFigure } from '@stegvis/core/indicators/schema.ts'
import type { Model } from '@stegvis/core/models/schema.ts'
import type { ModelLibrary } from '../models/library.ts'

export type NamedKeyFigure = Omit<CompanyKeyFigure, 'values' | 'change'>
export type LadderOfArea = { focusArea: NamedKeyFigure['focusAreas'][number]; modelId: string; modelVersion: string }

/** An installed model; undefined for a version that was taken away, so that what was entered can still be read. */
export function findModel(models: ModelLibrary, id: string, version: string): Model | undefined {
  return models.list().find((model) => model.id === id && model.version === version)
}

/** The key figures that the ladders name, each once: two ladders that name the same one share it. */
export function keyFiguresOf(ladders: readonly LadderOfArea[], models: ModelLibrary): NamedKeyFigure[] {
  const found = new Map<string, NamedKeyFigure>()
  for (const { focusArea, modelId, modelVersion } of ladders) {
    for (const keyFigure of findModel(models, modelId, modelVersion)?.['key-figures'] ?? []) {
      const { id, name, unit, decimals, better, formula, help } = keyFigure
      const known = found.get(id)
      if (known) known.focusAreas.push(focusArea)
      else found.set(id, { id, name, unit, decimals, better, formula, help, focusAreas: [focusArea] })
    }
  }
  return [...found.values()]
}
