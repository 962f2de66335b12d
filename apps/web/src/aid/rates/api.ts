import type { RatesImport, RatesImported, RatesPage } from '@stegvis/core/aid/rates/records.ts'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { api, read, sent } from '../../app/api.ts'

export const ratesKey = (programme: string) => ['rates', programme] as const

export const ratesQuery = (programme: string, currency: string | undefined) =>
  infiniteQueryOptions({
    queryKey: [...ratesKey(programme), currency ?? 'all'],
    queryFn: ({ pageParam }) =>
      read(
        api.GET('/api/programmes/{programme}/rates', {
          params: {
            path: { programme },
            query: { ...(currency && { currency }), ...(pageParam === null ? {} : { after: pageParam }) },
          },
        }),
      ) as Promise<RatesPage>,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })

export const importRates = (programme: string, body: RatesImport) =>
  read(
    api.POST('/api/programmes/{programme}/rates/import', { params: { path: { programme } }, body: sent(body) }),
  ) as Promise<RatesImported>

export const withdrawImport = (programme: string, id: string) =>
  read(api.DELETE('/api/programmes/{programme}/rates/imports/{id}', { params: { path: { programme, id } } }))
