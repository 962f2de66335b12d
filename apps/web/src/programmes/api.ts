import type { StaffInvitation } from '@stegvis/core/people/schema.ts'
import type { Counties } from '@stegvis/core/programmes/geography.ts'
import type {
  HistoryPage,
  NewPart,
  NewProgramme,
  Part,
  PartOrder,
  Programme,
  ProgrammeList,
  ProgrammeStatus,
  SetUpChoices,
  TerritoryInput,
} from '@stegvis/core/programmes/schema.ts'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { api, read } from '../app/api.ts'
import { send } from '../app/send.ts'

/** The description of the interface has no brands: an id or a day from the server is one by its place. */
const typed = <T>(call: Promise<{ data?: unknown }>) => read(call) as Promise<T>

export const programmeUrl = (programme: string) => `/api/programmes/${programme}`
export const partUrl = (programme: string, part: Part, id: string) => `${programmeUrl(programme)}/parts/${part}/${id}`
export const programmeKey = (programme: string) => ['programmes', programme] as const
const historyKey = (programme: string) => [...programmeKey(programme), 'history'] as const

export const programmeQuery = (programme: string) =>
  queryOptions({
    queryKey: programmeKey(programme),
    queryFn: () => typed<Programme>(api.GET('/api/programmes/{programme}', { params: { path: { programme } } })),
  })

export const choicesQuery = (programme: string) =>
  queryOptions({
    queryKey: ['set-up-choices', programme],
    queryFn: () =>
      typed<SetUpChoices>(api.GET('/api/programmes/{programme}/set-up-choices', { params: { path: { programme } } })),
    staleTime: 600_000,
  })

export const countiesQuery = (country: string) =>
  queryOptions({
    queryKey: ['geography', country],
    queryFn: () => typed<Counties>(api.GET('/api/public/geography/{country}', { params: { path: { country } } })),
    staleTime: Number.POSITIVE_INFINITY,
  })

export const historyQuery = (programme: string) =>
  infiniteQueryOptions({
    queryKey: historyKey(programme),
    queryFn: ({ pageParam }) =>
      typed<HistoryPage>(
        api.GET('/api/programmes/{programme}/history', {
          params: { path: { programme }, query: pageParam === null ? {} : { after: pageParam } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })

export const programmesQuery = queryOptions({
  queryKey: ['admin', 'programmes'],
  queryFn: () => typed<z.infer<typeof ProgrammeList>>(api.GET('/api/admin/programmes')),
})

export function createProgramme(body: NewProgramme): Promise<unknown> {
  return read(api.POST('/api/admin/programmes', { body }))
}

export function setStatus(programme: string, to: ProgrammeStatus): Promise<Programme> {
  return typed(api.POST('/api/programmes/{programme}/status', { params: { path: { programme } }, body: { to } }))
}

export function addPart(programme: string, body: NewPart): Promise<Programme> {
  return typed(api.POST('/api/programmes/{programme}/parts', { params: { path: { programme } }, body }))
}

export function removePart(programme: string, part: Part, id: string): Promise<Programme> {
  return typed(
    api.DELETE('/api/programmes/{programme}/parts/{part}/{id}', { params: { path: { programme, part, id } } }),
  )
}

export function restorePart(programme: string, part: Part, id: string): Promise<Programme> {
  return typed(
    api.POST('/api/programmes/{programme}/parts/{part}/{id}/restore', { params: { path: { programme, part, id } } }),
  )
}

export function orderParts(programme: string, part: Part, body: PartOrder): Promise<Programme> {
  return typed(
    api.PUT('/api/programmes/{programme}/parts/{part}/order', { params: { path: { programme, part } }, body }),
  )
}

export function setTerritory(programme: string, id: string, body: TerritoryInput): Promise<Programme> {
  return typed(
    api.PUT('/api/programmes/{programme}/parts/sub-project/{id}/municipalities', {
      params: { path: { programme, id } },
      body,
    }),
  )
}

/** A change taken back, or made outside a field that saves by itself. */
export async function changeField(
  url: string,
  change: { field: string; from: unknown; to: unknown },
): Promise<Programme> {
  const reply = await send(url, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ changes: [change] }),
  })
  return (await reply.json()) as Programme
}

/** `null` is the programme's own mark, an id that of a funder. */
export const logoUploadUrl = (programme: string, funder: string | null) =>
  `${programmeUrl(programme)}${funder === null ? '' : `/funders/${funder}`}/logo`

export async function uploadLogo(programme: string, funder: string | null, file: File): Promise<Programme> {
  const body = new FormData()
  body.append('file', file)
  const reply = await send(logoUploadUrl(programme, funder), { method: 'PUT', body })
  return (await reply.json()) as Programme
}

/** Shows a mark that was uploaded before, or none. */
export async function chooseLogo(
  programme: string,
  funder: string | null,
  choice: { from: string | null; to: string | null },
): Promise<Programme> {
  const reply = await send(logoUploadUrl(programme, funder), {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(choice),
  })
  return (await reply.json()) as Programme
}

export type Colleague = { personId: string; name: string; email: string }

export const colleaguesQuery = (programme: string) =>
  queryOptions({
    queryKey: ['people', programme, 'colleagues'],
    queryFn: async () => {
      const page = await typed<{ people: Colleague[] }>(
        api.GET('/api/programmes/{programme}/people', { params: { path: { programme } } }),
      )
      return page.people
    },
  })

type Lead = { id: string; subProjectId: string }

export function giveLead(programme: string, person: string, { id, subProjectId }: Lead): Promise<unknown> {
  return read(
    api.POST('/api/programmes/{programme}/people/{person}/roles', {
      params: { path: { programme, person } },
      body: { id, role: 'sub-project-lead', partnerId: null, subProjectId, title: null, expiresOn: null },
    }),
  )
}

export function inviteLead(
  programme: string,
  { id, subProjectId, ...person }: Lead & Pick<StaffInvitation, 'name' | 'email' | 'language'>,
): Promise<unknown> {
  return read(
    api.POST('/api/programmes/{programme}/invitations', {
      params: { path: { programme } },
      body: { id, ...person, role: 'sub-project-lead', partnerId: null, subProjectId, title: null, message: null },
    }),
  )
}
