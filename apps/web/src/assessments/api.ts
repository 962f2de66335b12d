import { CompanyResults } from '@stegvis/core/assessments/company-results.ts'
import { CompanyTreeResults } from '@stegvis/core/assessments/company-tree-results.ts'
import { CompanyPeers } from '@stegvis/core/assessments/peers.ts'
import {
  AnsweringView,
  type AssessmentHead,
  AssessmentView,
  type Invitee,
  type ModelRef,
  type NewOccasion,
  OccasionList,
  PlanningOptions,
} from '@stegvis/core/assessments/schema.ts'
import { compileModel } from '@stegvis/core/assessments/scoring.ts'
import type { Language } from '@stegvis/core/kernel/text.ts'
import type { Model } from '@stegvis/core/models/schema.ts'
import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { api, read } from '../app/api.ts'
import { send } from '../app/send.ts'
import { upload } from '../app/upload.ts'
import { languageOfPage } from '../locales/language.ts'
import { treeModelQuery } from './tree/tree-query.ts'

/** The address of one assessment in the interface. */
export const assessmentUrl = (programme: string, assessment: string) =>
  `/api/programmes/${programme}/assessments/${assessment}`

export const answeringQuery = (programme: string, assessment: string) =>
  queryOptions({
    queryKey: ['answering', programme, assessment],
    queryFn: async ({ client }) => {
      const call = api.GET('/api/programmes/{programme}/assessments/{assessment}/answering', {
        params: { path: { programme, assessment } },
      })
      const view = AnsweringView.parse(await read(call))
      await readModel(client, programme, view.assessment)
      return view
    },
    // Answers may have been sent from elsewhere since: always ask again, and show what is kept meanwhile.
    staleTime: 0,
    meta: { offline: true },
  })

export const assessmentQuery = (programme: string, assessment: string) =>
  queryOptions({
    queryKey: ['assessments', programme, assessment],
    queryFn: async ({ client }) => {
      const call = api.GET('/api/programmes/{programme}/assessments/{assessment}', {
        params: { path: { programme, assessment } },
      })
      const view = AssessmentView.parse(await read(call))
      await readModel(client, programme, view.assessment)
      return view
    },
    staleTime: 0,
    meta: { offline: true },
  })

export const resultsQuery = (programme: string, company: string) =>
  queryOptions({
    queryKey: ['results', programme, company],
    queryFn: async ({ client }) => {
      const call = api.GET('/api/programmes/{programme}/companies/{company}/results', {
        params: { path: { programme, company } },
      })
      const results = CompanyResults.parse(await read(call))
      const measured = results.ladders.filter(({ measurements }) => measurements.length > 0)
      await readModels(
        client,
        measured.map(({ model }) => model),
      )
      return results
    },
  })

/** The same in the focus areas measured with a tree. */
export const treeResultsQuery = (programme: string, company: string) =>
  queryOptions({
    queryKey: ['results', programme, company, 'trees'],
    queryFn: async ({ client }) => {
      const call = api.GET('/api/programmes/{programme}/companies/{company}/tree-results', {
        params: { path: { programme, company } },
      })
      const results = CompanyTreeResults.parse(await read(call))
      const language = languageOfPage()
      const measured = results.areas.filter(({ measurements }) => measurements.length > 0)
      await Promise.all(measured.map(({ model }) => client.prefetchQuery(treeModelQuery(programme, model, language))))
      return results
    },
  })

export const peersQuery = (programme: string, company: string) =>
  queryOptions({
    queryKey: ['results', programme, company, 'peers'],
    queryFn: async () => {
      const call = api.GET('/api/programmes/{programme}/companies/{company}/peers', {
        params: { path: { programme, company } },
      })
      return CompanyPeers.parse(await read(call))
    },
    staleTime: 300_000,
  })

export const occasionsQuery = (programme: string, company: string) =>
  queryOptions({
    queryKey: ['occasions', programme, company],
    queryFn: async () => {
      const call = api.GET('/api/programmes/{programme}/companies/{company}/occasions', {
        params: { path: { programme, company } },
      })
      return OccasionList.parse(await read(call))
    },
  })

export const planningQuery = (programme: string, company: string) =>
  queryOptions({
    queryKey: ['occasions', programme, company, 'options'],
    queryFn: async () => {
      const call = api.GET('/api/programmes/{programme}/companies/{company}/occasions/options', {
        params: { path: { programme, company } },
      })
      return PlanningOptions.parse(await read(call))
    },
  })

/**
 * One model in one language. The file was checked when the server started, and a published version never
 * changes, so it is neither parsed nor asked for again.
 */
export const modelQuery = (ref: { id: string; version: string }, language: Language) =>
  queryOptions({
    queryKey: ['model', ref.id, ref.version, language],
    queryFn: async () => {
      const reply = await send(`/api/models/${ref.id}/${ref.version}?language=${language}`)
      return (await reply.json()) as Model
    },
    select: compileModel,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    meta: { offline: true },
  })

/** The model of one measurement, a ladder or a tree. */
async function readModel(client: QueryClient, programme: string, { model, modelKind }: AssessmentHead): Promise<void> {
  if (modelKind === 'ladder') return readModels(client, [model])
  await client.prefetchQuery(treeModelQuery(programme, model, languageOfPage()))
}

/**
 * Reads what is shown by these models together with it. A page that asks for its model only once it is drawn waits a
 * second time, and React holds back what follows a second wait so shortly for a third of a second.
 */
async function readModels(client: QueryClient, models: readonly ModelRef[]): Promise<void> {
  const language = languageOfPage()
  await Promise.all(models.map((model) => client.prefetchQuery(modelQuery(model, language))))
}

const WRITE = { 'content-type': 'application/json' }

async function write(url: string, method: 'POST' | 'PUT' | 'DELETE', body?: unknown): Promise<unknown> {
  const reply = await send(url, {
    method,
    ...(body !== undefined && { headers: WRITE, body: JSON.stringify(body) }),
  })
  return reply.status === 204 ? null : reply.json()
}

export const startOccasion = (programme: string, company: string, occasion: NewOccasion) =>
  write(`/api/programmes/${programme}/companies/${company}/occasions`, 'POST', occasion).then((reply) =>
    OccasionList.parse(reply),
  )

export const completeSelf = (programme: string, assessment: string) =>
  write(`${assessmentUrl(programme, assessment)}/answering/complete`, 'POST').then((reply) =>
    AnsweringView.parse(reply),
  )

export const reopenSelf = (programme: string, assessment: string) =>
  write(`${assessmentUrl(programme, assessment)}/answering/reopen`, 'POST').then((reply) => AnsweringView.parse(reply))

export const submitAssessment = (programme: string, assessment: string) =>
  write(`${assessmentUrl(programme, assessment)}/submit`, 'POST').then((reply) => AssessmentView.parse(reply))

export const correctAssessment = (programme: string, assessment: string, correction: { id: string; reason: string }) =>
  write(`${assessmentUrl(programme, assessment)}/corrections`, 'POST', correction).then((reply) =>
    AssessmentView.parse(reply),
  )

export const withdrawAssessment = (programme: string, assessment: string, reason: string) =>
  write(`${assessmentUrl(programme, assessment)}/withdraw`, 'POST', { reason })

export const inviteRespondents = (programme: string, assessment: string, invitees: readonly Invitee[]) =>
  write(`${assessmentUrl(programme, assessment)}/respondents`, 'POST', { invitees })

export const remindRespondent = (programme: string, assessment: string, respondent: string) =>
  write(`${assessmentUrl(programme, assessment)}/respondents/${respondent}/remind`, 'POST')

export const uninviteRespondent = (programme: string, assessment: string, respondent: string) =>
  write(`${assessmentUrl(programme, assessment)}/respondents/${respondent}`, 'DELETE')

export function uploadEvidence(url: string, file: File, progress: (share: number) => void): Promise<unknown> {
  const body = new FormData()
  body.append('file', file, file.name)
  return upload(`${url}/file`, body, progress, 'PUT')
}
