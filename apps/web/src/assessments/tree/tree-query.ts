import type { ModelRef } from '@stegvis/core/assessments/schema.ts'
import type { Language } from '@stegvis/core/kernel/text.ts'
import { compileTree } from '@stegvis/core/models/tree/compile.ts'
import type { TreeModel } from '@stegvis/core/models/tree/schema.ts'
import type { Texts } from '@stegvis/core/models/tree/schema-words.ts'
import { textIn } from '@stegvis/core/models/tree/texts.ts'
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useCallback } from 'react'
import { send } from '../../app/send.ts'
import { useLanguage } from '../../locales/texts.tsx'

/**
 * One version of a tree model as this programme may use it, in one language. It was checked when it was published
 * and never changes since, so it is neither parsed nor asked for again.
 */
export const treeModelQuery = (programme: string, { id, version }: ModelRef, language: Language) =>
  queryOptions({
    queryKey: ['tree-model', programme, id, version, language],
    queryFn: async () => {
      const reply = await send(
        `/api/programmes/${encodeURIComponent(programme)}/models/versions/${id}/${version}?language=${language}`,
      )
      return (await reply.json()) as TreeModel
    },
    select: compileTree,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    meta: { offline: true },
  })

/** The tree in the person's language, laid out for scoring. */
export function useTree(ref: ModelRef) {
  const { programme } = useParams({ strict: false })
  const { language } = useLanguage()
  return useSuspenseQuery(treeModelQuery(programme ?? '', ref, language)).data
}

export type TreeWords = (texts: Texts | undefined) => string

/** Reads a text of a tree model in the person's language, or in the one the model falls back to. */
export function useTreeWords(model: Pick<TreeModel, 'languages' | 'fallback'>): TreeWords {
  const { language } = useLanguage()
  return useCallback((texts) => (texts ? textIn(model, texts, language).text : ''), [model, language])
}
