import type { ModelRef } from '@stegvis/core/assessments/schema.ts'
import type { CompiledModel } from '@stegvis/core/assessments/walk.ts'
import { inLanguage, type Text } from '@stegvis/core/kernel/text.ts'
import type { Criterion, Dimension } from '@stegvis/core/models/schema.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useLanguage } from '../locales/texts.tsx'
import { modelQuery } from './api.ts'

/** The ladder in the person's language, laid out for scoring. */
export function useModel(ref: ModelRef): CompiledModel {
  const { language } = useLanguage()
  return useSuspenseQuery(modelQuery(ref, language)).data
}

/** Reads a text of a model in the person's language. */
export function useInWords(): (text: Text) => string {
  const { language } = useLanguage()
  return (text) => inLanguage(text, language)
}

export function dimensionOf(compiled: CompiledModel, id: string): Dimension {
  return compiled.model.dimensions.find((dimension) => dimension.id === id) ?? compiled.model.dimensions[0]!
}

export function criterionOf(compiled: CompiledModel, id: string): Criterion | undefined {
  for (const { rungs } of compiled.model.dimensions) {
    for (const { criteria } of rungs) {
      const found = criteria.find((criterion) => criterion.id === id)
      if (found) return found
    }
  }
  return undefined
}

/** What a question asks, in words: the pick of a dimension by its name, a criterion by its text. */
export function questionText(compiled: CompiledModel, id: string): Text {
  return criterionOf(compiled, id)?.text ?? dimensionOf(compiled, id).name
}
