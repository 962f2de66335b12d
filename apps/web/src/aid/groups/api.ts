import type { CompanyGroup, FactInput, PartyInput, PartyReply } from '@stegvis/core/aid/groups/picture.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import { queryOptions } from '@tanstack/react-query'
import { api, read, sent } from '../../app/api.ts'
import { aidKey } from '../ledger/api.ts'

/** Today's picture, or that of another day. Kept on the device: owners are asked about where there is no network. */
export const groupQuery = (programme: string, company: string, on?: PlainDate) =>
  queryOptions({
    queryKey: [...aidKey(programme), 'group', company, on ?? 'today'],
    queryFn: () =>
      read(
        api.GET('/api/programmes/{programme}/companies/{company}/group', {
          params: { path: { programme, company }, query: on === undefined ? {} : { on } },
        }),
      ) as Promise<CompanyGroup>,
    meta: { offline: true },
  })

const at = (programme: string, company: string, id: string) => ({ path: { programme, company, id } })

export const putFact = (programme: string, company: string, id: string, body: FactInput) =>
  read(
    api.PUT('/api/programmes/{programme}/companies/{company}/group/facts/{id}', {
      params: at(programme, company, id),
      body: sent(body),
    }),
  ) as Promise<CompanyGroup>

export const removeFact = (programme: string, company: string, id: string, base: number) =>
  read(
    api.DELETE('/api/programmes/{programme}/companies/{company}/group/facts/{id}', {
      params: { ...at(programme, company, id), query: { base } },
    }),
  ) as Promise<CompanyGroup>

export const restoreFact = (programme: string, company: string, id: string) =>
  read(
    api.POST('/api/programmes/{programme}/companies/{company}/group/facts/{id}/restore', {
      params: at(programme, company, id),
    }),
  ) as Promise<CompanyGroup>

export const putParty = (programme: string, company: string, id: string, body: PartyInput) =>
  read(
    api.PUT('/api/programmes/{programme}/companies/{company}/group/parties/{id}', {
      params: at(programme, company, id),
      body: sent(body),
    }),
  ) as Promise<PartyReply>
