import type { History } from '@stegvis/core/audit/schema.ts'
import type { CompanyKeyFigures, KeyFigureValue, NewValue, ValueChange } from '@stegvis/core/indicators/schema.ts'
import { queryOptions } from '@tanstack/react-query'
import { api, read } from '../app/api.ts'

/** Every query about the key figures of a programme begins like this. */
export const indicatorsKey = (programme: string) => ['indicators', programme] as const

export const keyFiguresQuery = (programme: string, company: string) =>
  queryOptions({
    queryKey: [...indicatorsKey(programme), 'company', company],
    queryFn: () =>
      read(
        api.GET('/api/programmes/{programme}/companies/{company}/key-figures', {
          params: { path: { programme, company } },
        }),
      ) as Promise<CompanyKeyFigures>,
    meta: { offline: true },
  })

export const keyFiguresSpreadsheetUrl = (programme: string, company: string) =>
  `/api/programmes/${programme}/companies/${company}/key-figures.xlsx`

export const valueHistoryQuery = (programme: string, value: string) =>
  queryOptions({
    queryKey: [...indicatorsKey(programme), 'history', value],
    queryFn: () =>
      read(
        api.GET('/api/programmes/{programme}/key-figure-values/{value}/history', {
          params: { path: { programme, value } },
        }),
      ) as Promise<History>,
    staleTime: 0,
  })

export const enterValue = (programme: string, company: string, body: NewValue) =>
  read(
    api.POST('/api/programmes/{programme}/companies/{company}/key-figures', {
      params: { path: { programme, company } },
      body,
    }),
  ) as Promise<KeyFigureValue>

export const correctValue = (programme: string, value: string, body: ValueChange) =>
  read(
    api.PUT('/api/programmes/{programme}/key-figure-values/{value}', { params: { path: { programme, value } }, body }),
  ) as Promise<KeyFigureValue>

export const removeValue = (programme: string, value: string) =>
  read(api.DELETE('/api/programmes/{programme}/key-figure-values/{value}', { params: { path: { programme, value } } }))

export const restoreValue = (programme: string, value: string) =>
  read(
    api.POST('/api/programmes/{programme}/key-figure-values/{value}/restore', {
      params: { path: { programme, value } },
    }),
  )
