import type { NewSession, SessionAid, SessionChange } from '@stegvis/core/coaching/schema.ts'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, read } from '../app/api.ts'

/** What a session is to state aid is always said, even where nothing was asked: it was advice. */
export type WithAid<Body> = Omit<Body, 'aid' | 'override'> & { aid: SessionAid; override: { reason: string } | null }

export type Period = { from: string; to: string }

/** Every query about the coaching of a programme begins like this. */
export const coachingKey = (programme: string) => ['coaching', programme] as const

export const companySessionsQuery = (programme: string, company: string) =>
  infiniteQueryOptions({
    queryKey: [...coachingKey(programme), 'company', company],
    queryFn: ({ pageParam }) =>
      read(
        api.GET('/api/programmes/{programme}/companies/{company}/sessions', {
          params: { path: { programme, company }, query: pageParam === null ? {} : { after: pageParam } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })

export const ownSessionsQuery = (programme: string, period: Period) =>
  infiniteQueryOptions({
    queryKey: [...coachingKey(programme), 'own', period],
    queryFn: ({ pageParam }) =>
      read(
        api.GET('/api/programmes/{programme}/sessions', {
          params: { path: { programme }, query: { ...period, ...(pageParam === null ? {} : { after: pageParam }) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })

/** Kept on the device, so that a visit can be logged with no network. */
export const sessionStartQuery = (programme: string, company: string) =>
  queryOptions({
    queryKey: [...coachingKey(programme), 'start', company],
    queryFn: () =>
      read(
        api.GET('/api/programmes/{programme}/companies/{company}/sessions/start', {
          params: { path: { programme, company } },
        }),
      ),
    meta: { offline: true },
  })

export const sessionQuery = (programme: string, session: string) =>
  queryOptions({
    queryKey: [...coachingKey(programme), 'session', session],
    queryFn: () =>
      read(api.GET('/api/programmes/{programme}/sessions/{session}', { params: { path: { programme, session } } })),
    staleTime: 0,
  })

export function logSessionUrl(programme: string, company: string): string {
  return `/api/programmes/${programme}/companies/${company}/sessions`
}

export const logSession = (programme: string, company: string, body: WithAid<NewSession>) =>
  read(
    api.POST('/api/programmes/{programme}/companies/{company}/sessions', {
      params: { path: { programme, company } },
      body,
    }),
  )

export const correctSession = (programme: string, session: string, body: WithAid<SessionChange>) =>
  read(api.PUT('/api/programmes/{programme}/sessions/{session}', { params: { path: { programme, session } }, body }))

export const removeSession = (programme: string, session: string) =>
  read(api.DELETE('/api/programmes/{programme}/sessions/{session}', { params: { path: { programme, session } } }))

export const restoreSession = (programme: string, session: string) =>
  read(api.POST('/api/programmes/{programme}/sessions/{session}/restore', { params: { path: { programme, session } } }))

export function sessionsSpreadsheetUrl(programme: string, { from, to }: Period): string {
  return `/api/programmes/${programme}/sessions.xlsx?from=${from}&to=${to}`
}
