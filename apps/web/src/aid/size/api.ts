import type { AccountsInput, GroupAccounts } from '@stegvis/core/aid/size/records.ts'
import type {
  CompanySize,
  NewSnapshot,
  ReviewInput,
  SizeSnapshot,
  SizeSnapshots,
} from '@stegvis/core/aid/size/snapshots.ts'
import type { PlainDate } from '@stegvis/core/kernel/day.ts'
import { queryOptions } from '@tanstack/react-query'
import { api, read, sent } from '../../app/api.ts'
import { aidKey } from '../ledger/api.ts'

const of = (programme: string, company: string) => ({ path: { programme, company } })
const at = (programme: string, company: string, id: string) => ({ path: { programme, company, id } })

/** The size as it follows from what is known now, for today or another day. */
export const sizeQuery = (programme: string, company: string, on?: PlainDate) =>
  queryOptions({
    queryKey: [...aidKey(programme), 'size', company, on ?? 'today'],
    queryFn: () =>
      read(
        api.GET('/api/programmes/{programme}/companies/{company}/size', {
          params: { ...of(programme, company), query: on === undefined ? {} : { on } },
        }),
      ) as Promise<CompanySize>,
  })

export const accountsQuery = (programme: string, company: string) =>
  queryOptions({
    queryKey: [...aidKey(programme), 'accounts', company],
    queryFn: () =>
      read(
        api.GET('/api/programmes/{programme}/companies/{company}/group/accounts', { params: of(programme, company) }),
      ) as Promise<GroupAccounts>,
  })

export const putAccounts = (programme: string, company: string, id: string, body: AccountsInput) =>
  read(
    api.PUT('/api/programmes/{programme}/companies/{company}/group/accounts/{id}', {
      params: at(programme, company, id),
      body: sent(body),
    }),
  ) as Promise<GroupAccounts>

export const removeAccounts = (programme: string, company: string, id: string, base: number) =>
  read(
    api.DELETE('/api/programmes/{programme}/companies/{company}/group/accounts/{id}', {
      params: { ...at(programme, company, id), query: { base } },
    }),
  ) as Promise<GroupAccounts>

export const restoreAccounts = (programme: string, company: string, id: string) =>
  read(
    api.POST('/api/programmes/{programme}/companies/{company}/group/accounts/{id}/restore', {
      params: at(programme, company, id),
    }),
  ) as Promise<GroupAccounts>

export const snapshotsQuery = (programme: string, company: string) =>
  queryOptions({
    queryKey: [...aidKey(programme), 'snapshots', company],
    queryFn: () =>
      read(
        api.GET('/api/programmes/{programme}/companies/{company}/size/snapshots', { params: of(programme, company) }),
      ) as Promise<SizeSnapshots>,
  })

export const snapshotQuery = (programme: string, company: string, id: string) =>
  queryOptions({
    queryKey: [...aidKey(programme), 'snapshots', company, id],
    queryFn: () =>
      read(
        api.GET('/api/programmes/{programme}/companies/{company}/size/snapshots/{id}', {
          params: at(programme, company, id),
        }),
      ) as Promise<SizeSnapshot>,
  })

export const takeSnapshot = (programme: string, company: string, body: NewSnapshot) =>
  read(
    api.POST('/api/programmes/{programme}/companies/{company}/size/snapshots', {
      params: of(programme, company),
      body,
    }),
  ) as Promise<SizeSnapshot>

export const reviewSnapshot = (programme: string, company: string, id: string, body: ReviewInput) =>
  read(
    api.POST('/api/programmes/{programme}/companies/{company}/size/snapshots/{id}/review', {
      params: at(programme, company, id),
      body,
    }),
  ) as Promise<SizeSnapshot>
