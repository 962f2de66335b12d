import type {
  CoachForManyReply,
  CompanyChoices,
  CompanyCounts,
  CompanyFilter,
  CompanyPage,
  CompanySort,
} from '@stegvis/core/companies/list/schema.ts'
import type { Company } from '@stegvis/core/companies/schema.ts'
import type { CompanyStatus } from '@stegvis/core/companies/standing/status.ts'
import type { TimelineGroup, TimelinePage } from '@stegvis/core/companies/timeline/schema.ts'
import type { FieldValue } from '@stegvis/core/kernel/changes.ts'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, read } from '../app/api.ts'

/**
 * The description of the interface has no brands: an id or a day from the server is one by its place.
 */
const typed = <T>(call: Promise<{ data?: unknown }>) => read(call) as Promise<T>

export type CompanySearch = CompanyFilter & { sort?: CompanySort | undefined }

/** Every query about companies of a programme begins like this. */
export const companiesKey = (programme: string) => ['companies', programme] as const

/** Without the empty ones: what the address and the request say. */
function given(search: CompanySearch) {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined && value !== ''))
}

export const companyListQuery = (programme: string, search: CompanySearch) =>
  infiniteQueryOptions({
    queryKey: [...companiesKey(programme), 'list', given(search)],
    queryFn: ({ pageParam }) =>
      typed<CompanyPage>(
        api.GET('/api/programmes/{programme}/companies', {
          params: {
            path: { programme },
            query: { ...given(search), ...(pageParam === null ? {} : { after: pageParam }) },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    // The rows stay while the next ones come: a list that blinks at each letter is hard to read.
    placeholderData: keepPreviousData,
  })

export const companyCountsQuery = (programme: string, search: CompanySearch) => {
  const { sort: _, status: __, ...filter } = search
  return queryOptions({
    queryKey: [...companiesKey(programme), 'counts', given(filter)],
    queryFn: () =>
      typed<CompanyCounts>(
        api.GET('/api/programmes/{programme}/companies/counts', {
          params: { path: { programme }, query: given(filter) },
        }),
      ),
    placeholderData: keepPreviousData,
  })
}

export const companyChoicesQuery = (programme: string) =>
  queryOptions({
    queryKey: [...companiesKey(programme), 'choices'],
    queryFn: () =>
      typed<CompanyChoices>(
        api.GET('/api/programmes/{programme}/companies/choices', { params: { path: { programme } } }),
      ),
    staleTime: 5 * 60_000,
    meta: { offline: true },
  })

export const companyKey = (programme: string, company: string) => [...companiesKey(programme), 'one', company] as const

/** Kept on the device: a coach opens the record where there is no network. */
export const companyQuery = (programme: string, company: string) =>
  queryOptions({
    queryKey: companyKey(programme, company),
    queryFn: () =>
      typed<Company>(
        api.GET('/api/programmes/{programme}/companies/{company}', { params: { path: { programme, company } } }),
      ),
    meta: { offline: true },
  })

export const timelineQuery = (programme: string, company: string, group: TimelineGroup | undefined, limit = 30) =>
  infiniteQueryOptions({
    queryKey: [...companyKey(programme, company), 'timeline', group ?? 'all', limit],
    queryFn: ({ pageParam }) =>
      typed<TimelinePage>(
        api.GET('/api/programmes/{programme}/companies/{company}/timeline', {
          params: {
            path: { programme, company },
            query: { limit, ...(group && { group }), ...(pageParam === null ? {} : { after: pageParam }) },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  })

/** Where the fields of the record send their changes. */
export const companyUrl = (programme: string, company: string) => `/api/programmes/${programme}/companies/${company}`

export function exportUrl(programme: string, search: CompanySearch): string {
  const query = new URLSearchParams(given(search) as Record<string, string>)
  return `/api/programmes/${programme}/companies/export.xlsx?${query}`
}

const inCompany = (programme: string, company: string) => ({ params: { path: { programme, company } } })

export const addCompany = (
  programme: string,
  body: {
    id: string
    organisationNumber: string
    name: string
    municipalityCode: string | null
    contact: { id: string; name: string; email: string | null; phone: string | null } | null
  },
) => typed<Company>(api.POST('/api/programmes/{programme}/companies', { params: { path: { programme } }, body }))

export const setStatus = (
  programme: string,
  company: string,
  body: { id: string; to: CompanyStatus; reason: string },
) =>
  typed<Company>(
    api.POST('/api/programmes/{programme}/companies/{company}/status', { ...inCompany(programme, company), body }),
  )

export const setCoach = (
  programme: string,
  company: string,
  body: { id: string; coachId: string; note: string | null },
) =>
  typed<Company>(
    api.POST('/api/programmes/{programme}/companies/{company}/coach', { ...inCompany(programme, company), body }),
  )

export const setCoachForMany = (
  programme: string,
  body: { companyIds: string[]; coachId: string; note: string | null },
) =>
  typed<CoachForManyReply>(
    api.POST('/api/programmes/{programme}/companies/coach', { params: { path: { programme } }, body }),
  )

export const setFocusAreas = (programme: string, company: string, body: { from: string[]; to: string[] }) =>
  typed<Company>(
    api.PUT('/api/programmes/{programme}/companies/{company}/focus-areas', { ...inCompany(programme, company), body }),
  )

export const changeFacts = (
  programme: string,
  company: string,
  change: { field: string; from: FieldValue; to: FieldValue },
) =>
  typed<Company>(
    api.PATCH('/api/programmes/{programme}/companies/{company}', {
      ...inCompany(programme, company),
      body: { changes: [change] },
    }),
  )

export const openAnswers = (programme: string, company: string, body: { id: string; reason: string }) =>
  read(api.POST('/api/programmes/{programme}/companies/{company}/openings', { ...inCompany(programme, company), body }))

export const addContact = (
  programme: string,
  company: string,
  body: { id: string; name: string; email: string | null; phone: string | null; title: string | null; main: boolean },
) =>
  typed<Company>(
    api.POST('/api/programmes/{programme}/companies/{company}/contacts', { ...inCompany(programme, company), body }),
  )

export const addWorkplace = (programme: string, company: string, body: { id: string; name: string }) =>
  typed<Company>(
    api.POST('/api/programmes/{programme}/companies/{company}/workplaces', { ...inCompany(programme, company), body }),
  )

export type Part = 'contacts' | 'workplaces'

export const removePart = (programme: string, company: string, part: Part, id: string) =>
  typed<Company>(
    part === 'contacts'
      ? api.DELETE('/api/programmes/{programme}/companies/{company}/contacts/{id}', {
          params: { path: { programme, company, id } },
        })
      : api.DELETE('/api/programmes/{programme}/companies/{company}/workplaces/{id}', {
          params: { path: { programme, company, id } },
        }),
  )

export const restorePart = (programme: string, company: string, part: Part, id: string) =>
  typed<Company>(
    part === 'contacts'
      ? api.POST('/api/programmes/{programme}/companies/{company}/contacts/{id}/restore', {
          params: { path: { programme, company, id } },
        })
      : api.POST('/api/programmes/{programme}/companies/{company}/workplaces/{id}/restore', {
          params: { path: { programme, company, id } },
        }),
  )
