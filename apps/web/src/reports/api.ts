import type { Language } from '@stegvis/core/kernel/text.ts'
import { ReportView } from '@stegvis/core/reports/content/schema.ts'
import type { NewReport, ReportKind } from '@stegvis/core/reports/schema.ts'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, read } from '../app/api.ts'

/** Every query about the documents of a company begins like this. */
export const documentsKey = (programme: string, company: string) => ['reports', programme, company] as const

const afterOf = (after: string | null) => (after === null ? {} : { after })

export const reportsQuery = (programme: string, company: string) =>
  infiniteQueryOptions({
    queryKey: [...documentsKey(programme, company), 'reports'],
    queryFn: ({ pageParam }) =>
      read(
        api.GET('/api/programmes/{programme}/companies/{company}/reports', {
          params: { path: { programme, company }, query: afterOf(pageParam) },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })

export const filesQuery = (programme: string, company: string) =>
  infiniteQueryOptions({
    queryKey: [...documentsKey(programme, company), 'files'],
    queryFn: ({ pageParam }) =>
      read(
        api.GET('/api/programmes/{programme}/companies/{company}/files', {
          params: { path: { programme, company }, query: afterOf(pageParam) },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })

/** The report as it reads today. It follows answers, targets and actions, so it is never kept for long. */
export const reportQuery = (
  programme: string,
  company: string,
  asked: { kind: ReportKind | undefined; language: Language },
) =>
  queryOptions({
    queryKey: [...documentsKey(programme, company), 'screen', asked.kind ?? 'newest', asked.language],
    queryFn: async () =>
      ReportView.parse(
        await read(
          api.GET('/api/programmes/{programme}/companies/{company}/report', {
            params: {
              path: { programme, company },
              query: { language: asked.language, ...(asked.kind && { kind: asked.kind }) },
            },
          }),
        ),
      ),
    staleTime: 0,
  })

export const makeReport = (programme: string, company: string, body: NewReport) =>
  read(
    api.POST('/api/programmes/{programme}/companies/{company}/reports', {
      params: { path: { programme, company } },
      body,
    }),
  )

export const reportFileUrl = (programme: string, report: string) =>
  `/api/programmes/${programme}/reports/${report}/file`

export const companyFileUrl = (programme: string, company: string, file: string) =>
  `/api/programmes/${programme}/companies/${company}/files/${file}`
