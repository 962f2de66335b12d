import type { FieldChange, FieldValue } from '@stegvis/core/kernel/changes.ts'
import { inLanguage } from '@stegvis/core/kernel/text.ts'
import { shownTitle } from '@stegvis/core/plans/rules.ts'
import type { ActionStatus, ActionView, PlanView } from '@stegvis/core/plans/schema.ts'
import { ACTION_STATUS_NAMES } from '@stegvis/core/plans/terms.ts'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { createContext, useContext } from 'react'
import { ProblemError } from '../app/send.ts'
import { useTexts } from '../locales/app-texts.tsx'
import { useLanguage } from '../locales/texts.tsx'
import { useProblemText } from '../ui/states.tsx'
import { toast } from '../ui/toast.tsx'
import { changeAction, planQuery, plansKey } from './api.ts'
import type { PlanSearch } from './search.ts'

/** Which plan is on the page, and what its address says. */
export type PlanPlace = { programme: string; company: string; search: PlanSearch }

export const PlanContext = createContext<PlanPlace | null>(null)

export function usePlace(): PlanPlace {
  const place = useContext(PlanContext)
  if (!place) throw new Error('a plan is missing above this component')
  return place
}

export function usePlan(): PlanView {
  const { programme, company } = usePlace()
  return useSuspenseQuery(planQuery(programme, company)).data
}

/** Changes what the address says of the plan, and keeps the rest. */
export function useSearchChange(): (change: PlanSearch) => void {
  const navigate = useNavigate()
  const { search } = usePlace()
  return (change) => {
    const next = Object.fromEntries(Object.entries({ ...search, ...change }).filter(([, value]) => value !== undefined))
    void navigate({ to: '.', search: next as never, replace: true, resetScroll: false })
  }
}

/** Shows what was written everywhere a plan is seen. */
export function useRefresh(): () => Promise<void> {
  const queryClient = useQueryClient()
  const { programme } = usePlace()
  return async () => {
    await queryClient.invalidateQueries({ queryKey: plansKey(programme) })
    void queryClient.invalidateQueries({ queryKey: ['companies', programme] })
    void queryClient.invalidateQueries({ queryKey: ['assessments', programme] })
  }
}

/** One message about the plan at a time. */
export const TOASTS = 'plan'

/** Does something to the plan, then shows it; a refusal is said in passing, and what applies now is shown. */
export function useDo(): (
  deed: () => Promise<unknown>,
  done?: string,
  undo?: () => Promise<unknown>,
) => Promise<boolean> {
  const refresh = useRefresh()
  const problem = useProblemText()
  const { common, plans } = useTexts()
  const attempt = async (deed: () => Promise<unknown>): Promise<boolean> => {
    try {
      await deed()
      return true
    } catch (error) {
      const isConflict = error instanceof ProblemError && error.slug === 'changed-meanwhile'
      toast(isConflict ? plans.actions.conflict : problem(error), {
        group: TOASTS,
        tone: isConflict ? 'info' : 'danger',
      })
      return false
    } finally {
      await refresh()
    }
  }
  return async (deed, done, undo) => {
    const isDone = await attempt(deed)
    if (isDone && done) {
      toast(done, { group: TOASTS, ...(undo && { action: { label: common.undo, onPress: () => void attempt(undo) } }) })
    }
    return isDone
  }
}

/** Moves an action to another status. Dropping carries its reason. */
export function useMove(): (action: ActionView, to: ActionStatus, reason?: string) => Promise<boolean> {
  const { programme } = usePlace()
  const { plans } = useTexts()
  const { language } = useLanguage()
  const act = useDo()
  return (action, to, reason) => {
    const changes: FieldChange[] = [{ field: 'status', from: action.status, to }]
    const kept: FieldValue = reason ?? null
    if (reason !== undefined && kept !== action.reason) changes.push({ field: 'reason', from: action.reason, to: kept })
    const back = changes.map(({ field, from, to: now }) => ({ field, from: now, to: from }))
    return act(
      () => changeAction(programme, action.id, changes),
      plans.actions.moved({ title: shownTitle(action, language), status: ACTION_STATUS_NAMES[to][language] }),
      () => changeAction(programme, action.id, back),
    )
  }
}

/** The focus area of an action, as its mark and name. */
export function useAreas() {
  const { ladders } = usePlan()
  const { language } = useLanguage()
  return ladders.map(({ focusArea }) => ({
    id: focusArea.id,
    accent: focusArea.accent,
    name: inLanguage(focusArea.name, language),
  }))
}
