import type { HistoryEntry } from '@stegvis/core/audit/schema.ts'
import type {
  AuthoredModelView,
  DocumentReply,
  ModelCheck,
  ModelDiffView,
  ModelDocument,
  ModelList,
  NewModel,
  ReviewInput,
  StructureList,
} from '@stegvis/core/models/authoring/schema.ts'
import type { Model } from '@stegvis/core/models/schema.ts'
import type { TreeModel } from '@stegvis/core/models/tree/schema.ts'
import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { api, read } from '../app/api.ts'
import { send } from '../app/send.ts'

/** The description of the interface has no brands: an id or a day from the server is one by its place. */
const typed = <T>(call: Promise<{ data?: unknown }>) => read(call) as Promise<T>

const modelsKey = (programme: string) => ['models', programme] as const
const modelKey = (programme: string, model: string) => [...modelsKey(programme), 'own', model] as const

export const modelListQuery = (programme: string) =>
  queryOptions({
    queryKey: [...modelsKey(programme), 'list'],
    queryFn: () => typed<ModelList>(api.GET('/api/programmes/{programme}/models', { params: { path: { programme } } })),
  })

export const structuresQuery = (programme: string) =>
  queryOptions({
    queryKey: [...modelsKey(programme), 'structures'],
    queryFn: () =>
      typed<StructureList>(
        api.GET('/api/programmes/{programme}/models/structures', { params: { path: { programme } } }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** A version that never changes: installed, or published by the programme. */
export const versionQuery = (programme: string, id: string, version: string) =>
  queryOptions({
    queryKey: [...modelsKey(programme), 'version', id, version],
    queryFn: () =>
      typed<TreeModel | Model>(
        api.GET('/api/programmes/{programme}/models/versions/{id}/{version}', {
          params: { path: { programme, id, version } },
        }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  })

export const modelQuery = (programme: string, model: string) =>
  queryOptions({
    queryKey: modelKey(programme, model),
    queryFn: () =>
      typed<AuthoredModelView>(
        api.GET('/api/programmes/{programme}/models/{model}', { params: { path: { programme, model } } }),
      ),
    // The editor holds what is written; the server's state is read when the page is opened.
    gcTime: 0,
  })

export const checkQuery = (programme: string, model: string) =>
  queryOptions({
    queryKey: [...modelKey(programme, model), 'check'],
    queryFn: () =>
      typed<ModelCheck>(
        api.GET('/api/programmes/{programme}/models/{model}/check', { params: { path: { programme, model } } }),
      ),
  })

export const modelHistoryQuery = (programme: string, model: string) =>
  queryOptions({
    queryKey: [...modelKey(programme, model), 'history'],
    queryFn: () =>
      typed<{ entries: HistoryEntry[] }>(
        api.GET('/api/programmes/{programme}/models/{model}/history', { params: { path: { programme, model } } }),
      ),
  })

export const diffQuery = (programme: string, model: string, against: string) =>
  queryOptions({
    queryKey: [...modelKey(programme, model), 'diff', against],
    queryFn: () =>
      typed<ModelDiffView>(
        api.GET('/api/programmes/{programme}/models/{model}/diff', {
          params: { path: { programme, model }, query: { against } },
        }),
      ),
  })

export function createModel(programme: string, body: NewModel): Promise<AuthoredModelView> {
  return typed(api.POST('/api/programmes/{programme}/models', { params: { path: { programme } }, body }))
}

export function saveDocument(
  programme: string,
  model: string,
  body: { document: ModelDocument; base: number },
): Promise<DocumentReply> {
  return typed(
    api.PUT('/api/programmes/{programme}/models/{model}/document', { params: { path: { programme, model } }, body }),
  )
}

/** What can be done with a model as a whole. Each answers the model as it stands afterwards. */
export type ModelStep =
  | { step: 'submit' | 'publish'; base: number }
  | { step: 'take-back' }
  | ({ step: 'review' } & ReviewInput)
  | { step: 'withdraw'; reason: string }

export function takeStep(programme: string, model: string, input: ModelStep): Promise<AuthoredModelView> {
  const params = { path: { programme, model } }
  switch (input.step) {
    case 'submit':
      return typed(
        api.POST('/api/programmes/{programme}/models/{model}/submit', { params, body: { base: input.base } }),
      )
    case 'publish':
      return typed(
        api.POST('/api/programmes/{programme}/models/{model}/publish', { params, body: { base: input.base } }),
      )
    case 'take-back':
      return typed(api.POST('/api/programmes/{programme}/models/{model}/take-back', { params }))
    case 'withdraw':
      return typed(
        api.POST('/api/programmes/{programme}/models/{model}/withdraw', { params, body: { reason: input.reason } }),
      )
    case 'review': {
      const { step: _, ...body } = input
      return typed(api.POST('/api/programmes/{programme}/models/{model}/reviews', { params, body }))
    }
  }
}

export function removeModel(programme: string, model: string): Promise<Response> {
  return send(`/api/programmes/${programme}/models/${model}`, { method: 'DELETE' })
}

export const ownFileUrl = (programme: string, model: string) => `/api/programmes/${programme}/models/${model}/file`
export const versionFileUrl = (programme: string, id: string, version: string) =>
  `/api/programmes/${programme}/models/versions/${id}/${version}/file`

/** After a step: the model as it stands, and everything else that told of it read anew. */
export function showStep(queryClient: QueryClient, programme: string, model: AuthoredModelView): void {
  queryClient.setQueryData(modelKey(programme, model.id), model)
  void queryClient.invalidateQueries({ queryKey: modelsKey(programme) })
  void queryClient.invalidateQueries({ queryKey: ['set-up-choices', programme] })
}
