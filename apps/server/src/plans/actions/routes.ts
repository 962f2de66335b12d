import { History } from '@stegvis/core/audit/schema.ts'
import { CompanyId, RecordId } from '@stegvis/core/kernel/ids.ts'
import { ActionView, Goal, NewAction, NewGoal, PlanChanges, SuggestionAnswer } from '@stegvis/core/plans/schema.ts'
import { z } from 'zod'
import type { App } from '../../app.ts'
import type { Deps } from '../../deps.ts'
import { tellConflicts } from '../../http/outcome.ts'
import * as goals from '../goal-service.ts'
import { contextOf } from '../service.ts'
import * as actions from './service.ts'

const OfCompany = z.object({ programme: z.string(), company: CompanyId })
const OfGoal = z.object({ programme: z.string(), goal: RecordId })
const OfAction = z.object({ programme: z.string(), action: RecordId })
const EDIT = { access: { action: 'plan.edit' } } as const
const UPDATE = { access: { action: 'action.update' } } as const
const HISTORY = { access: { action: 'history.read' } } as const

const of = <Reply extends z.ZodType>(summary: string, reply: Reply) => ({
  tags: ['plans'],
  summary,
  response: { 200: reply },
})

/** Actions and proposals; the goals they serve are beneath. */
export function actionRoutes(app: App, deps: Deps): void {
  const { database } = deps
  app.post(
    '/api/programmes/:programme/companies/:company/actions',
    { config: EDIT, schema: { ...of('Add an action', ActionView), params: OfCompany, body: NewAction } },
    ({ actor, params, body }) =>
      database.inTenant(actor, (tx) => actions.add(tx, actor, params.company, body, contextOf(deps, actor))),
  )
  app.post(
    '/api/programmes/:programme/companies/:company/suggested-actions',
    {
      config: EDIT,
      schema: { ...of('Accept or decline a proposed action', ActionView), params: OfCompany, body: SuggestionAnswer },
    },
    ({ actor, params, body }) =>
      database.inTenant(actor, (tx) =>
        actions.answerSuggestion(tx, actor, params.company, body, contextOf(deps, actor)),
      ),
  )
  app.patch(
    '/api/programmes/:programme/actions/:action',
    { config: UPDATE, schema: { ...of('Change an action', ActionView), params: OfAction, body: PlanChanges } },
    async ({ actor, params, body }) =>
      tellConflicts(
        await database.inTenant(actor, (tx) =>
          actions.change(tx, actor, params.action, body.changes, contextOf(deps, actor)),
        ),
      ),
  )
  app.delete(
    '/api/programmes/:programme/actions/:action',
    { config: EDIT, schema: { ...of('Remove an action', ActionView), params: OfAction } },
    ({ actor, params }) =>
      database.inTenant(actor, (tx) => actions.remove(tx, actor, params.action, contextOf(deps, actor))),
  )
  app.post(
    '/api/programmes/:programme/actions/:action/restore',
    { config: EDIT, schema: { ...of('Put a removed action back', ActionView), params: OfAction } },
    ({ actor, params }) =>
      database.inTenant(actor, (tx) => actions.restore(tx, actor, params.action, contextOf(deps, actor))),
  )
  app.get(
    '/api/programmes/:programme/actions/:action/history',
    { config: HISTORY, schema: { ...of('History of an action', History), params: OfAction } },
    ({ actor, params }) =>
      database.inTenant(actor, (tx) => actions.readHistory(tx, actor, params.action), { readOnly: true }),
  )
  goalRoutes(app, deps)
}

function goalRoutes(app: App, { database, clock }: Deps): void {
  app.post(
    '/api/programmes/:programme/companies/:company/goals',
    { config: EDIT, schema: { ...of('Add a goal', Goal), params: OfCompany, body: NewGoal } },
    ({ actor, params, body }) => database.inTenant(actor, (tx) => goals.add(tx, actor, params.company, body)),
  )
  app.patch(
    '/api/programmes/:programme/goals/:goal',
    { config: EDIT, schema: { ...of('Change a goal', Goal), params: OfGoal, body: PlanChanges } },
    async ({ actor, params, body }) =>
      tellConflicts(await database.inTenant(actor, (tx) => goals.change(tx, actor, params.goal, body.changes))),
  )
  app.delete(
    '/api/programmes/:programme/goals/:goal',
    { config: EDIT, schema: { ...of('Remove a goal', Goal), params: OfGoal } },
    ({ actor, params }) => database.inTenant(actor, (tx) => goals.remove(tx, actor, params.goal, clock.now())),
  )
  app.post(
    '/api/programmes/:programme/goals/:goal/restore',
    { config: EDIT, schema: { ...of('Put a removed goal back', Goal), params: OfGoal } },
    ({ actor, params }) => database.inTenant(actor, (tx) => goals.restore(tx, actor, params.goal)),
  )
}
