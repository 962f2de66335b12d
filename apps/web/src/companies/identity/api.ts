import type { CompanyIdentity, IdentifierChange, IndustryInput } from '@stegvis/core/identity/records.ts'
import type { SchemeKey } from '@stegvis/core/identity/schemes.ts'
import { queryOptions } from '@tanstack/react-query'
import { api, read, sent } from '../../app/api.ts'
import { companyKey } from '../api.ts'

const of = (programme: string, company: string) => ({ path: { programme, company } })
const at = (programme: string, company: string, id: string) => ({ path: { programme, company, id } })

export const identityQuery = (programme: string, company: string) =>
  queryOptions({
    queryKey: [...companyKey(programme, company), 'identity'],
    queryFn: () =>
      read(
        api.GET('/api/programmes/{programme}/companies/{company}/identity', { params: of(programme, company) }),
      ) as Promise<CompanyIdentity>,
  })

export const changeIdentifier = (programme: string, company: string, scheme: SchemeKey, body: IdentifierChange) =>
  read(
    api.PUT('/api/programmes/{programme}/companies/{company}/identity/identifiers/{scheme}', {
      params: { path: { programme, company, scheme } },
      body,
    }),
  ) as Promise<CompanyIdentity>

export const putIndustry = (programme: string, company: string, id: string, body: IndustryInput) =>
  read(
    api.PUT('/api/programmes/{programme}/companies/{company}/identity/industries/{id}', {
      params: at(programme, company, id),
      body: sent(body),
    }),
  ) as Promise<CompanyIdentity>

export const removeIndustry = (programme: string, company: string, id: string, base: number) =>
  read(
    api.DELETE('/api/programmes/{programme}/companies/{company}/identity/industries/{id}', {
      params: { ...at(programme, company, id), query: { base } },
    }),
  ) as Promise<CompanyIdentity>

export const restoreIndustry = (programme: string, company: string, id: string) =>
  read(
    api.POST('/api/programmes/{programme}/companies/{company}/identity/industries/{id}/restore', {
      params: at(programme, company, id),
    }),
  ) as Promise<CompanyIdentity>
