import type { AidRulesReply } from '@stegvis/core/aid/rules/schema.ts'
import { queryOptions } from '@tanstack/react-query'
import { api, read } from '../../app/api.ts'
import { aidKey } from '../ledger/api.ts'

export const aidRulesUrl = (programme: string) => `/api/programmes/${programme}/aid-rules`

export const aidRulesKey = (programme: string) => [...aidKey(programme), 'rules'] as const

export const aidRulesQuery = (programme: string) =>
  queryOptions({
    queryKey: aidRulesKey(programme),
    queryFn: () =>
      read(
        api.GET('/api/programmes/{programme}/aid-rules', { params: { path: { programme } } }),
      ) as Promise<AidRulesReply>,
    staleTime: 0,
  })
