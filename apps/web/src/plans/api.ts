import type { History } from '@stegvis/core/audit/schema.ts'
import type { FieldChange } from '@stegvis/core/kernel/changes.ts'
import type { ActionFilter } from '@stegvis/core/plans/filter.ts'
import type {
  ActionView,
  MyActions,
  NewAction,
  NewGoal,
  NewPlanCheck,
  PlanView,
  SuggestionAnswer,
  TargetInput,
} from '@stegvis/core/plans/schema.ts'
import { queryOptions } from '@tanstack/react-query'
import { api, read } from '../app/api.ts'

/** Every query about the plans of a programme begins like this. */
export const plansKey = (programme: string) => ['plans', programme] as const
export const planKey = (programme: string, company: string) => [...plansKey(programme), 'one', company] as const

/** Kept on the device: the plan is read where there is no network. */
export const planQuery = (programme: string, company: string) =>
  queryOptions({
    queryKey: planKey(programme, company),
    queryFn: () =>
      read(
        api.GET('/api/programmes/{programme}/companies/{company}/plan', { params: { path: { programme, company } } }),
      ) as Promise<PlanView>,
    meta: { offline: true },
  })

export const myActionsQuery = (programme: string) =>
  queryOptions({
    queryKey: [...plansKey(programme), 'mine'],
    queryFn: () =>
      read(
        api.GET('/api/programmes/{programme}/my-actions', { params: { path: { programme } } }),
      ) as Promise<MyActions>,
    meta: { offline: true },
  })

/** Part of its plan, so that it is read again after each change there. */
export const actionHistoryQuery = (programme: string, company: string, action: string) =>
  queryOptions({
    queryKey: [...planKey(programme, company), 'history', action],
    queryFn: () =>
      read(
        api.GET('/api/programmes/{programme}/actions/{action}/history', { params: { path: { programme, action } } }),
      ) as Promise<History>,
    staleTime: 0,
  })

export const actionUrl = (programme: string, action: string) => `/api/programmes/${programme}/actions/${action}`
export const goalUrl = (programme: string, goal: string) => `/api/programmes/${programme}/goals/${goal}`

export function planSpreadsheetUrl(programme: string, company: string, filter: ActionFilter): string {
  const given = Object.entries(filter).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]]))
  const query = new URLSearchParams(given)
  return `/api/programmes/${programme}/companies/${company}/plan.xlsx${query.size > 0 ? `?${query}` : ''}`
}

type Where = { programme: string; company: string }

export const setTarget = (where: Where, focusArea: string, dimension: string, body: TargetInput) =>
  read(
    api.PUT('/api/programmes/{programme}/companies/{company}/targets/{focusArea}/{dimension}', {
      params: { path: { ...where, focusArea, dimension } },
      body,
    }),
  )

export const addGoal = (path: Where, body: NewGoal) =>
  read(api.POST('/api/programmes/{programme}/companies/{company}/goals', { params: { path }, body }))

export const removeGoal = (programme: string, goal: string) =>
  read(api.DELETE('/api/programmes/{programme}/goals/{goal}', { params: { path: { programme, goal } } }))

export const restoreGoal = (programme: string, goal: string) =>
  read(api.POST('/api/programmes/{programme}/goals/{goal}/restore', { params: { path: { programme, goal } } }))

export const addAction = (path: Where, body: NewAction) =>
  read(
    api.POST('/api/programmes/{programme}/companies/{company}/actions', { params: { path }, body }),
  ) as Promise<ActionView>

export const answerSuggestion = (path: Where, body: SuggestionAnswer) =>
  read(
    api.POST('/api/programmes/{programme}/companies/{company}/suggested-actions', { params: { path }, body }),
  ) as Promise<ActionView>

export const changeAction = (programme: string, action: string, changes: FieldChange[]) =>
  read(
    api.PATCH('/api/programmes/{programme}/actions/{action}', {
      params: { path: { programme, action } },
      body: { changes },
    }),
  ) as Promise<ActionView>

export const removeAction = (programme: string, action: string) =>
  read(api.DELETE('/api/programmes/{programme}/actions/{action}', { params: { path: { programme, action } } }))

export const restoreAction = (programme: string, action: string) =>
  read(api.POST('/api/programmes/{programme}/actions/{action}/restore', { params: { path: { programme, action } } }))

export const makeCheck = (path: Where, body: NewPlanCheck) =>
  read(api.POST('/api/programmes/{programme}/companies/{company}/plan-checks', { params: { path }, body }))
